"""Figures whose latest value moved."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import structs

from sayso.between.correspondence import Correspondence
from sayso.between.indexed import Indexed
from sayso.between.pairing import overlap, pair
from sayso.model.diff import FigureChange, FigureTold, FigureValue
from sayso.model.dossier_findings import Series, SeriesPoint


def figure_changes(both: Correspondence) -> tuple[FigureChange, ...]:
    """Each series that one of the dossiers has, with its latest values, where these differ.

    A count that one dossier tells with one value alone is no series there: its value is then read from the points of the
    other dossier whose claims both have.
    """
    back = {new: old for old, new in both.claims.items()}
    found = []
    for before, after in _pairs(both):
        left = _latest(both.old, before.points if before else _carried(after, back), before)
        right = _latest(both.new, after.points if after else _carried(before, both.claims), after)
        known = [s for s in (before, after) if s]
        if _values(left) != _values(right):
            about, unit = min(s.about for s in known), known[0].unit
            found.append(FigureChange(about=about, unit=unit, old=left, new=right))
    return tuple(sorted(found, key=lambda c: (c.old is None or c.new is None, c.about)))


def _pairs(both: Correspondence) -> Iterator[tuple[Series | None, Series | None]]:
    """Series of one thing: by what they count, else by the claims that they share."""
    old = {f"{s.about}\x1f{s.unit}": s for s in both.old.dossier.series}
    new = {f"{s.about}\x1f{s.unit}": s for s in both.new.dossier.series}
    same = {name: name for name in old.keys() & new.keys()}
    left = {
        n: frozenset(both.claims[p.claim] for p in s.points if p.claim in both.claims)
        for n, s in old.items()
        if n not in same
    }
    right = {n: frozenset(p.claim for p in s.points) & both.matched for n, s in new.items() if n not in same}
    same |= pair(overlap(left, right))
    yield from ((old[o], new[n]) for o, n in same.items())
    yield from ((s, None) for n, s in old.items() if n not in same)
    yield from ((None, s) for n, s in new.items() if n not in same.values())


def _carried(series: Series | None, to: Mapping[str, str]) -> tuple[SeriesPoint, ...]:
    """The points whose claims the other dossier has, by its ids."""
    points = series.points if series else ()
    return tuple(structs.replace(p, claim=to[p.claim]) for p in points if p.claim in to)


def _latest(index: Indexed, points: Iterable[SeriesPoint], series: Series | None) -> FigureTold | None:
    """The values told for the latest day; those without a day where none has one."""
    points = tuple(points)
    day = max((p.as_of for p in points if p.as_of), default=None)
    held: dict[str, list[SeriesPoint]] = {}
    for point in (p for p in points if p.as_of == day):
        held.setdefault(_told(index, point), []).append(point)
    if not held:
        return None
    values = (
        FigureValue(
            told=told, low=same[0].low, high=same[0].high, outlets=index.outlets(p.claim for p in same),
            claims=tuple(sorted({p.claim for p in same})),
        )
        for told, same in held.items()
    )  # fmt: skip
    return FigureTold(
        id=_discrepancy(index, series),
        day=day,
        values=tuple(sorted(values, key=lambda v: (v.low or 0, v.high or 0, v.told))),
    )


def _told(index: Indexed, point: SeriesPoint) -> str:
    """The words of the value, with their hedge."""
    claim = index.claims.get(point.claim)
    if claim is not None:
        text = index.documents[claim.document].text
        for q in claim.quantities:
            if (q.low, q.high) == (point.low, point.high):
                words = " ".join(text[q.start : q.end].split())
                return words if words.isupper() else words[:1].lower() + words[1:]
    return " to ".join(str(v) for v in dict.fromkeys((point.low, point.high)) if v is not None)


def _values(told: FigureTold | None) -> object:
    """What must differ for a figure to have moved: its values, not their words."""
    return told and sorted({(str(v.low), str(v.high)) for v in told.values})


def _discrepancy(index: Indexed, series: Series | None) -> str | None:
    """The discrepancy in which the values of a series stand, for `explain`."""
    found = (d.id for d in index.dossier.discrepancies if series and d.about == series.about)
    return min(found, default=None)
