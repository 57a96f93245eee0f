"""Compares two quantities that answer one question."""

import math
from functools import lru_cache

from sayso.judge.algebra.comparison import Comparison
from sayso.judge.algebra.interval import Interval, Values, meet
from sayso.judge.algebra.wording import both_hold, differ, moved, same
from sayso.model.enums import QuantityKind, Verdict
from sayso.model.quantity import Quantity
from sayso.model.units import converter

_WITHOUT_CONVERSION = frozenset({QuantityKind.MONEY, QuantityKind.PERCENT})


def compare_quantities(a: Quantity, b: Quantity, cumulative: bool = False) -> Comparison | None:
    """AGREE, COMPATIBLE or CONFLICT, None where the two cannot be set against each other.

    They agree where both tell one value and the values are equal within rounding, or where both admit the same set; they
    are compatible where their strict sets meet, and clash where these are disjoint. Not comparable are unlike kinds,
    unlike units or currencies, and a level against a difference. With `cumulative` (a count that grows as it is told)
    what would clash is an UPDATE.
    """
    verdict = verdict_of(a, b)
    if verdict is None:
        return None
    if verdict is Verdict.CONFLICT:
        return Comparison(Verdict.UPDATE, moved(a, b)) if cumulative else Comparison(verdict, differ(a, b))
    if verdict is Verdict.AGREE:
        return Comparison(verdict, same(a, b))
    ours, theirs = values_of(a), values_of(b, a)
    likely = ours is not None and theirs is not None and meet(_likely(a, ours), _likely(b, theirs, a))
    return Comparison(verdict, both_hold(a, b, likely=likely, sharp=(sharp(a), sharp(b))), likely)


def verdict_of(a: Quantity, b: Quantity) -> Verdict | None:
    """The bare verdict of `compare_quantities`, for those who ask of many pairs and want no words."""
    if not comparable(a, b):
        return None
    ours, theirs = values_of(a), values_of(b, a)
    if ours is None or theirs is None:
        return None
    if not meet(ours, theirs):
        return Verdict.CONFLICT
    agreed = set(ours) == set(theirs) or (sharp(a) and sharp(b))
    return Verdict.AGREE if agreed else Verdict.COMPATIBLE


def comparable(a: Quantity, b: Quantity) -> bool:
    """True where kinds, rates, units and level or difference are alike."""
    if a.kind is not b.kind or a.per != b.per or (a.delta is None) != (b.delta is None):
        return False
    if a.unit == b.unit:
        return True
    if a.unit is None or b.unit is None or a.kind in _WITHOUT_CONVERSION:
        return False
    return converter(b.unit, a.unit) is not None


def sharp(q: Quantity) -> bool:
    """True where one value is told, be it with the width of its rounding; hedges, ranges and alternatives are not sharp."""
    if q.low is None or q.high is None or len(q.exact) > 1:
        return False
    return q.low == q.high or (q.value is not None and q.likely_low == q.likely_high and q.low <= q.value <= q.high)


def values_of(q: Quantity, like: Quantity | None = None) -> Values | None:
    """The set that a quantity strictly admits, in the unit of `like`; None where its record admits nothing.

    Alternatives are points where no hedge widens them. A fall counts below zero.
    """
    if len(q.exact) > 1 and q.low == min(q.exact) and q.high == max(q.exact):
        return _converted(tuple(Interval.point(v) for v in sorted(set(q.exact))), q, like)
    interval = _interval(q.low, q.high, low_open=q.low_open, high_open=q.high_open)
    return None if interval is None else _converted((interval,), q, like)


def _likely(q: Quantity, strict: Values, like: Quantity | None = None) -> Values:
    """The likely set of a quantity, the strict one where none is told."""
    if q.likely_low is None and q.likely_high is None:
        return strict
    interval = _interval(q.likely_low, q.likely_high, low_open=False, high_open=False)
    converted = _converted((interval,), q, like) if interval is not None else None
    return converted or strict


@lru_cache(maxsize=4096, typed=True)  # a story tells few numbers, and each is set against many
def _interval(low: float | None, high: float | None, *, low_open: bool, high_open: bool) -> Interval | None:
    bottom, top = -math.inf if low is None else low, math.inf if high is None else high
    if bottom > top or (bottom == top and (low_open or high_open)):
        return None
    return Interval(bottom, top, low_open, high_open)


def _converted(intervals: Values, q: Quantity, like: Quantity | None) -> Values | None:
    """In the unit of `like`, and below zero for a fall."""
    difference = q.delta is not None
    if like is not None and q.unit != like.unit and q.unit is not None and like.unit is not None:
        function = converter(q.unit, like.unit, difference=difference)
        if function is None:
            return None
        intervals = tuple(i.mapped(function) for i in intervals)
    if q.delta == "down":
        intervals = tuple(i.mapped(lambda value: -value) for i in intervals)
    return intervals
