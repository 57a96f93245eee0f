"""From a figure to the set of values that it admits, strictly and most likely."""

from dataclasses import dataclass

from sayso.annotate.quantity.hedges import bounds
from sayso.annotate.quantity.spans import Bound, Figure, Form, Numeral
from sayso.model.enums import QuantityKind

_ROUNDED = frozenset(
    {QuantityKind.MEASURE, QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.RATE, QuantityKind.DURATION}
)
_ABOUT = 0.1  # "about 200" is 180 to 220
_OVER = 1.25  # "more than 80" makes one expect up to 100
_JUST_OVER = 1.1


@dataclass(frozen=True, slots=True)
class Range:
    """Strict bounds (None: none) with their openness, and the likely ones."""

    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False
    likely_low: float | None = None
    likely_high: float | None = None
    exact: tuple[float, ...] = ()


def range_of(figure: Figure) -> Range:
    """The values that a figure admits. Open ends follow the words: "more than 80" is (80, ∞), "at least 82" is [82, ∞)."""
    first, last = figure.numerals[0], figure.numerals[-1]
    bound = bounds(figure.hedge)
    if figure.form is Form.ALTERNATIVES:
        return _alternatives(figure, bound)
    if first.vague is not None and figure.form is Form.SINGLE:
        return _vague(first, bound)
    if figure.form is Form.RANGE:
        top = last.vague.likely_high if last.vague else last.value
        return _bounded(first.value, top, bound, figure.kind)
    if bound is Bound.EXACT:
        return _single(figure, first)
    return _bounded(first.value, first.value, bound, figure.kind)


def _single(figure: Figure, numeral: Numeral) -> Range:
    """A bare number: itself, or with the width of its rounding where it was measured or told in millions."""
    value = numeral.value
    if figure.kind not in _ROUNDED or (figure.kind is QuantityKind.MONEY and not numeral.scaled):
        return Range(value, value, likely_low=value, likely_high=value)
    half = numeral.step / 2
    return Range(_tidy(value - half), _tidy(value + half), high_open=True, likely_low=value, likely_high=value)


def _alternatives(figure: Figure, bound: Bound) -> Range:
    values = tuple(sorted(n.value for n in figure.numerals))
    if bound in (Bound.EXACT, Bound.ABOUT):
        return Range(values[0], values[-1], likely_low=values[0], likely_high=values[-1], exact=values)
    bounded = _bounded(values[0], values[-1], bound, figure.kind)
    return Range(bounded.low, bounded.high, bounded.low_open, bounded.high_open, values[0], values[-1], values)


def _vague(numeral: Numeral, bound: Bound) -> Range:
    vague = numeral.vague
    if vague is None:
        return Range(numeral.value, numeral.value)
    if bound in (Bound.AT_MOST, Bound.LESS):
        return Range(0, vague.likely_high, likely_low=vague.likely_low, likely_high=vague.likely_high)
    return Range(vague.low, vague.high, likely_low=vague.likely_low, likely_high=vague.likely_high)


def _bounded(low: float, high: float, bound: Bound, kind: QuantityKind) -> Range:
    """A number or a range under a hedge."""
    step = 1.0 if kind in (QuantityKind.COUNT, QuantityKind.AGE) and low % 1 == 0 else 0.0
    if bound is Bound.ABOUT:
        slack_low, slack_high = abs(low) * _ABOUT, abs(high) * _ABOUT
        likely = (low, high) if low < high else (_tidy(low - slack_low / 2), _tidy(high + slack_high / 2))
        return Range(_tidy(low - slack_low), _tidy(high + slack_high), likely_low=likely[0], likely_high=likely[1])
    if bound is Bound.NEARLY:
        return Range(_tidy(low * (1 - _ABOUT)), high, high_open=True, likely_low=_tidy(low * 0.95), likely_high=high)
    if bound is Bound.JUST_OVER:
        return Range(low, _tidy(high * _JUST_OVER), low_open=True, likely_low=low + step, likely_high=_tidy(high * 1.05))
    if bound is Bound.AT_LEAST:
        return Range(low, None, likely_low=low, likely_high=_tidy(high * _JUST_OVER))
    if bound is Bound.MORE:
        return Range(low, None, low_open=True, likely_low=low + step, likely_high=max(low + step, _tidy(high * _OVER)))
    if bound is Bound.AT_MOST:
        return Range(0, high, low_open=True, likely_low=_tidy(low * 0.5), likely_high=high)
    if bound is Bound.LESS:
        return Range(0, high, high_open=True, likely_low=_tidy(low * 0.8), likely_high=high - step)
    return Range(low, high, likely_low=low, likely_high=high)


def _tidy(value: float) -> float:
    """Without the dust of binary fractions."""
    return round(value, 9) if abs(value) < 1e6 else round(value, 2)
