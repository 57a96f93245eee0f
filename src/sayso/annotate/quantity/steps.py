"""Two numbers with "to" between: a range ("5 to 10"), a step to a level ("by 3 to 41"), two levels ("from 12 to 15")."""

import re
from dataclasses import replace

from sayso.annotate.quantity.moves import moved_before, moved_by, moved_right_before, particle_before
from sayso.annotate.quantity.spans import Figure
from sayso.model.enums import QuantityKind

_FROM = re.compile(r"\b(?:from|of|between|ranging)\s{1,4}(?:\w{1,40}\s{1,4}){0,2}$", re.IGNORECASE)
_STARTING = re.compile(r"\bfrom\s{1,4}(?:\w{1,40}\s{1,4}){0,2}$", re.IGNORECASE)
_TO = re.compile(
    r",?\s{1,4}to\s{1,4}(?:(?:about|around|nearly|almost|some|roughly|just|over|only|a|record|\s)\s?){0,3}", re.IGNORECASE
)
_COUNTED_NEXT = re.compile(
    r"\s{1,4}(?!(?:on|in|at|by|as|of|to|for|from|since|after|before|with|and|or|but|while|when|this|that|last|per|points?|today|"
    r"yesterday|overnight|during|amid|against|despite|following|within|over|under|if|it|he|she|they|we|the|an?)\b)[a-z]",
)
_WIDEST = 5  # a range in a unit of the second number runs up to so many times its first
_USUAL = 2
_SHARED = frozenset({QuantityKind.MEASURE, QuantityKind.PERCENT, QuantityKind.MONEY})


def stepped(text: str, a: Figure, b: Figure, low: float, high: float) -> bool:
    """True where `a` to `b` is no range: a change with the level that it leads to, or two levels of something that moved."""
    before = text[max(0, a.start - 90) : a.start]
    if not moved_before(before):
        return False
    if _FROM.search(before[-40:]) or (a.unit is not None and b.unit is not None):
        return True
    if not (moved_by(before) or moved_right_before(before) or particle_before(before)):
        return False
    if b.numerals[0].symbol is not None and a.unit is None:
        return True
    if b.unit is not None or b.numerals[0].scaled:
        return high >= _WIDEST * low
    return high >= _USUAL * low or _COUNTED_NEXT.match(text, b.end) is None


def lent(text: str, a: Figure, b: Figure) -> Figure:
    """`a` with the unit of `b` where the unit serves both levels: "from 5 to 3 per cent", "from 4 to 3 million"."""
    if a.unit is not None or a.age or a.numerals[0].ordinal or a.numerals[0].suffix or a.numerals[0].vague:
        return a
    if _TO.fullmatch(text, a.end, b.start) is None or _STARTING.search(text, max(0, a.start - 40), a.start) is None:
        return a
    first, last = a.numerals[0], b.numerals[0]
    if last.scaled and last.mantissa and not first.scaled and first.value < last.value / last.mantissa:
        factor = last.value / last.mantissa
        a = replace(a, numerals=(replace(first, value=first.value * factor, step=first.step * factor),))
    shared = b.unit is not None and b.unit.kind in _SHARED and last.symbol is None
    return replace(a, unit=b.unit, per=b.per, lent=True) if shared else a
