"""What is marked in the texts of a dossier: claims, quotations, names, figures, times and reused passages."""

from collections.abc import Iterator

from sayso.export.lookup import Lookup
from sayso.export.marked_text import Layer, Span
from sayso.model.dossier_findings import Finding
from sayso.model.dossier_texts import DossierClaim
from sayso.model.enums import MentionKind, Status

TITLES = {
    Layer.CLAIMS: "claims", Layer.QUOTATIONS: "quotations", Layer.NAMES: "names",
    Layer.FIGURES: "figures", Layer.TIMES: "times", Layer.REUSE: "taken from others",
}  # fmt: skip


def spans(look: Lookup) -> dict[str, list[Span]]:
    """The spans of all layers by document; claims of findings that several outlets tell lead there."""
    out: dict[str, list[Span]] = {d.id: [] for d in look.dossier.documents}
    for document, span in _all(look):
        if document in out:
            out[document].append(span)
    return out


def _all(look: Lookup) -> Iterator[tuple[str, Span]]:
    for claim in look.dossier.claims:
        yield from ((claim.document, s) for s in _of_claim(look, claim))
    for quote in look.dossier.quotes:
        yield quote.document, Span(quote.start, quote.end, Layer.QUOTATIONS)
    for entity in look.dossier.entities:
        named = (m for m in entity.mentions if m.kind is MentionKind.NAME)
        yield from ((m.document, Span(m.start, m.end, Layer.NAMES)) for m in named)
    for reuse in look.dossier.reuse:
        yield from ((reuse.taker, Span(s.start, s.end, Layer.REUSE)) for s in reuse.spans)


def _of_claim(look: Lookup, claim: DossierClaim) -> Iterator[Span]:
    finding = look.finding_of.get(claim.id)
    worth = finding.id if finding and shared(finding) else None
    yield Span(claim.start, claim.end, Layer.CLAIMS, claim.id, worth)
    yield from (Span(q.start, q.end, Layer.FIGURES) for q in claim.quantities)
    words = claim.time.text if claim.time else None
    found = _found(look, claim, words) if words else None
    if words and found is not None:
        yield Span(found, found + len(words), Layer.TIMES)


def shared(finding: Finding) -> bool:
    """Whether a finding sets accounts beside each other: several outlets tell it, or it is disputed."""
    return len(finding.outlets) > 1 or finding.status is Status.DISPUTED


def _found(look: Lookup, claim: DossierClaim, words: str) -> int | None:
    """Where the words of a claim's time stand: in the claim, else near it, since a clause may lean on its sentence."""
    document = look.documents.get(claim.document)
    if document is None:
        return None
    for start, end in ((claim.start, claim.end), (max(0, claim.start - 300), claim.end + 200)):
        at = document.text.find(words, start, end)
        if at >= 0:
            return at
    return None
