"""What is missing: reports of no known day, and what one outlet tells at its top and nobody else."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sayso.dossier.days import listed, spoken_range
from sayso.dossier.phrasing import Line, Phrasing
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.dossier_findings import Finding
from sayso.model.enums import Modality

TOP = 0.12  # share of a document within which it tells what it holds to be the news
FEWEST = 5  # content words of what may be said to be told by nobody else
ELSEWHERE = (0.3, 3)  # share and number of them in one claim of another outlet from which it may tell the same

Gap = tuple[str, tuple[str, ...], str]  # text, claims, what it is about


def undated(documents: Sequence[Document], claims: Iterable[Claim]) -> Iterator[Gap]:
    """One line for all reports whose day of publication is not known, with the first claim of each."""
    first: dict[str, Claim] = {}
    for claim in sorted(claims, key=lambda c: (c.document, c.start, c.end)):
        first.setdefault(claim.document, claim)
    unknown: dict[str, list[Document]] = {}
    for document in sorted(documents, key=lambda d: (d.publisher, d.id)):
        if document.id in first and not _narrow(document):
            unknown.setdefault(_between(document), []).append(document)
    if unknown:
        told = "; ".join(f"{listed(*dict.fromkeys(d.publisher for d in same))} ({when})" for when, same in unknown.items())
        bare = [d for same in unknown.values() for d in same]
        yield f"Day of publication not known: {told}", tuple(first[d.id].id for d in bare), bare[0].id


def _narrow(document: Document) -> bool:
    """True where the day of publication is known, or is one of two."""
    start, end = document.published.start, document.published.end
    return start is not None and end is not None and (end - start).days <= 1


def _between(document: Document) -> str:
    start, end = document.published.start, document.published.end
    iso = spoken_range(start.isoformat() if start else None, end.isoformat() if end else None)
    return iso or "not even roughly"


def alone(findings: Sequence[Finding], phrasing: Phrasing) -> Iterator[tuple[str, Line]]:
    """What one outlet tells at its top and no other outlet in like words, the weightiest first."""
    found = []
    for finding in findings:
        if len(finding.outlets) == 1 and _at_the_top(finding, phrasing) and (line := phrasing.best(finding)):
            found.append(line)
    for line in sorted(found, key=lambda x: (-phrasing.weight(x)[1], x.of or "")):
        passage = line.passage
        if not passage.rank and passage.claim.modality is Modality.ASSERTED and not _told_elsewhere(line, phrasing):
            yield f"Only {passage.claim.publisher}: {passage.text}", line


def _at_the_top(finding: Finding, phrasing: Phrasing) -> bool:
    claims = [phrasing.claims[c] for c in finding.claims]
    return phrasing.lead(claims) >= 1 - TOP and any(c.entities for c in claims)


def _told_elsewhere(line: Line, phrasing: Phrasing) -> bool:
    """True where another outlet tells one of its numbers, or has some of its words in one claim."""
    own, words = line.passage.claim, line.words
    if len(words) < FEWEST:
        return True
    if any(phrasing.publishers_by_value.get(q.value, frozenset()) - {own.publisher} for q in own.quantities if q.value):
        return True
    shared = Counter(c.id for w in words for c in phrasing.claims_by_word.get(w, ()) if c.publisher != own.publisher)
    return any(n >= ELSEWHERE[1] or n >= ELSEWHERE[0] * len(words) for n in shared.values())
