"""Series with the values that only their discrepancy holds: what lies far from the middle was told all the same."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from msgspec import structs

from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.dossier_findings import Discrepancy, Series, SeriesPoint, Side
from sayso.model.dossier_texts import number
from sayso.model.enums import Verdict

NEAR = 7  # days around publication within which the day that a claim names is the day of its count


def completed(
    series: Sequence[Series],
    discrepancies: Sequence[Discrepancy],
    claims: Mapping[str, Claim],
    documents: Sequence[Document],
) -> tuple[Series, ...]:
    """Each series with a point more for every value of its discrepancy that none of its points has."""
    published = {d.id: d for d in documents}
    return tuple(structs.replace(s, points=_points(s, discrepancies, claims, published)) for s in series)


def _points(
    series: Series, discrepancies: Sequence[Discrepancy], claims: Mapping[str, Claim], documents: Mapping[str, Document]
) -> tuple[SeriesPoint, ...]:
    told = {p.claim for p in series.points}
    values = {(p.low, p.high) for p in series.points}
    more = [
        point
        for apart in discrepancies
        if apart.about == series.about and apart.verdict is not Verdict.CONFLICT and told & _claims(apart)
        for side in apart.sides
        if not told & set(side.claims)
        for point in _of(side, claims, documents)
        if (point.low, point.high) not in values
    ]
    points = dict.fromkeys((*series.points, *more))
    return tuple(sorted(points, key=lambda p: (p.as_of or "9999", p.low or 0, p.high or 0, p.claim)))


def _claims(apart: Discrepancy) -> set[str]:
    return {c for s in apart.sides for c in s.claims}


def _of(side: Side, claims: Mapping[str, Claim], documents: Mapping[str, Document]) -> Iterator[SeriesPoint]:
    """The value of a side with the day for which each of its documents told it."""
    seen: set[str] = set()
    for claim in sorted((claims[c] for c in side.claims), key=lambda c: (c.document, c.start, c.end)):
        quantity = next((q for q in claim.quantities if q.text == side.value), None)
        if quantity is None or claim.document in seen:
            continue
        seen.add(claim.document)
        day = _day(claim, documents[claim.document])
        yield SeriesPoint(low=number(quantity.low), high=number(quantity.high), as_of=day, claim=claim.id)


def _day(claim: Claim, document: Document) -> str | None:
    """The day that the claim names if it is one of the time of publication, else that of publication if it is known."""
    published, period = document.published, claim.period
    if published.start is None or published.start != published.end:
        return None
    day = period.start if period.start == period.end else None
    near = day is not None and abs(day - published.start) <= dt.timedelta(days=NEAR)
    return (day if near and day else published.start).isoformat()
