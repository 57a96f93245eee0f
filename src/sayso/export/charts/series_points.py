"""The figures of a series as they are drawn: like figures of one day folded, each with who tells it and how."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.export.charts.days import moment
from sayso.export.charts.svg import plain
from sayso.export.charts.values import written
from sayso.export.lookup import Lookup
from sayso.export.words import told_value
from sayso.model.dossier_findings import Series, SeriesPoint
from sayso.model.dossier_texts import ClaimQuantity
from sayso.model.enums import DiscrepancyKind, Verdict

_ENDS = re.compile(r"\d[^\d.,]+\d")  # two figures in one: `15 to 20`, `between 15 and 20`, `15–20`


@dataclass(frozen=True)
class Told:
    """One figure: bounds (None is open), its day as an ordinal (None: not known), the claims that tell it and their outlets.

    `words` are the outlet's for it: `17`, `more than 20`, `some 60`. `published` orders figures of one day: when the latest
    document that tells it came out. `clash` says that it is set
    against another figure of the series in a conflict.
    """

    low: float | None
    high: float | None
    day: int | None
    claims: tuple[str, ...]
    outlets: tuple[str, ...]
    published: str
    words: str
    clash: bool

    @property
    def value(self) -> float:
        """Where its mark stands: the bound that is told, or the middle of two."""
        if self.low is None or self.high is None:
            return self.high if self.low is None and self.high is not None else self.low or 0.0
        return (self.low + self.high) / 2

    @property
    def about(self) -> bool:
        """Whether its bounds are what a word like "some" leaves open, not ends that were told."""
        return self.low != self.high and None not in (self.low, self.high) and not _ENDS.search(self.words)

    @property
    def order(self) -> tuple[int, int, str, float, tuple[str, ...]]:
        """By day (unknown ones last), then by publication."""
        return (self.day is None, self.day or 0, self.published, self.value, self.claims)


def figures(look: Lookup, series: Series) -> list[Told]:
    """The figures that have a bound, in order."""
    clashing = _clashing(look, {p.claim for p in series.points})
    folded: dict[tuple[object, ...], list[SeriesPoint]] = {}
    for p in series.points:
        low, high = _bounds(look, p)
        if low is not None or high is not None:
            folded.setdefault((low, high, _day(p), p.claim in clashing, in_words(look, p)), []).append(p)
    return sorted((_told(look, points, clashing) for points in folded.values()), key=lambda t: t.order)


def in_words(look: Lookup, p: SeriesPoint) -> str:
    """A figure as its document tells it, as far as it hedges; large ones in short."""
    low, high = _bounds(look, p)
    quantity, claim = _quantity(look, p), look.claims.get(p.claim)
    document = look.documents.get(claim.document) if claim else None
    if quantity is not None and quantity.hedge and claim and document:
        return plain(told_value(p, claim, document.text))
    if low is not None and high is not None:
        return written(low) if low == high else f"{written(low)} to {written(high)}"
    return f"at least {written(low)}" if low is not None else f"up to {written(high or 0.0)}"


def _told(look: Lookup, points: Iterable[SeriesPoint], clashing: set[str]) -> Told:
    points = sorted(points, key=lambda p: (_published(look, p), p.claim))
    first = points[0]
    low, high = _bounds(look, first)
    claims = tuple(dict.fromkeys(p.claim for p in points))
    return Told(
        low=low, high=high, day=_day(first), claims=claims, outlets=tuple(plain(o) for o in look.outlets(claims)),
        published=_published(look, points[-1]), words=in_words(look, first),
        clash=any(c in clashing for c in claims),
    )  # fmt: skip


def _bounds(look: Lookup, p: SeriesPoint) -> tuple[float | None, float | None]:
    """The bounds to draw; nought under an `up to` is no figure that anybody told."""
    quantity = _quantity(look, p)
    if p.low == 0 and p.high and quantity is not None and (quantity.low_open or (quantity.likely_low or 0) > 0):
        return None, p.high
    return p.low, p.high


def _quantity(look: Lookup, p: SeriesPoint) -> ClaimQuantity | None:
    claim = look.claims.get(p.claim)
    alike = (q for q in claim.quantities if (q.low, q.high) == (p.low, p.high)) if claim else ()
    return next(iter(alike), None)


def _day(p: SeriesPoint) -> int | None:
    at = moment(p.as_of)
    return None if at is None else int(at)


def _published(look: Lookup, p: SeriesPoint) -> str:
    claim = look.claims.get(p.claim)
    document = look.documents.get(claim.document) if claim else None
    return (document.published.start or "") if document else ""


def _clashing(look: Lookup, claims: set[str]) -> set[str]:
    """The claims of the series that stand on two sides of one conflict of numbers."""
    out: set[str] = set()
    for d in look.dossier.discrepancies:
        if d.verdict is Verdict.CONFLICT and d.kind is DiscrepancyKind.NUMBER:
            sides = [claims & set(s.claims) for s in d.sides]
            if sum(1 for s in sides if s) > 1:
                out.update(*sides)
    return out
