"""Gives every finding a line that a reader understands: the passage that reads best, else its statement in its sentence."""

from collections.abc import Sequence

from msgspec import structs

from sayso.dossier.passages import with_denial
from sayso.dossier.phrasing import Phrasing
from sayso.model.dossier_findings import Finding

LONGEST = 260  # code points of a sentence that is shown whole around its claim


def with_headlines(findings: Sequence[Finding], phrasing: Phrasing) -> tuple[Finding, ...]:
    """The findings, each with its `headline`."""
    return tuple(structs.replace(f, headline=_headline(f, phrasing)) for f in findings)


def _headline(finding: Finding, phrasing: Phrasing) -> str:
    best = phrasing.best(finding)
    if best is not None:
        return best.passage.text
    claim = next(c for c in (phrasing.claims[n] for n in finding.claims) if c.text == finding.statement)
    clause, document = claim.clause, phrasing.documents.get(claim.document)
    flat = " ".join(claim.text.split())
    if document is None:
        return with_denial(flat, claim)
    sentence = " ".join(document.text[clause.sentence_start : clause.sentence_end].split())
    if flat in sentence and len(sentence) <= LONGEST:
        return sentence
    before = "" if claim.start == clause.sentence_start else "… "
    after = "" if claim.end >= clause.sentence_end - 1 else " …"
    return with_denial(f"{before}{flat}{after}", claim)
