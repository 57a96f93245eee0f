"""Plain sentences that give the reason of a comparison."""

import re

from sayso.model.quantity import Quantity
from sayso.model.units import converter

_PLAIN = re.compile(r"[\d.,]+")


def say(q: Quantity) -> str:
    """A plain number as it stands, all else in quotation marks."""
    words = " ".join(q.text.split())
    return words if _PLAIN.fullmatch(words) else f"'{words}'"


def same(a: Quantity, b: Quantity) -> str:
    """Why two quantities agree."""
    if a.unit != b.unit:
        return f"{say(a)} and {say(b)} are the same within rounding{_converted(a, b)}"
    if a.low == b.low and a.high == b.high:
        return f"both say {say(a)}" if say(a) == say(b) else f"{say(a)} and {say(b)} are the same"
    return f"{say(a)} and {say(b)} are the same within rounding"


def differ(a: Quantity, b: Quantity) -> str:
    """Why two quantities clash."""
    if {a.delta, b.delta} == {"up", "down"}:
        return f"{say(a)} is a {_way(a)}, {say(b)} a {_way(b)}"
    return f"{say(a)} lies outside {say(b)}{_converted(a, b)}"


def moved(a: Quantity, b: Quantity) -> str:
    """Why a growing count is an update."""
    first, second = sorted((a, b), key=lambda q: (_rank(q), q.text))
    return f"{say(first)} and {say(second)} cannot be told of one moment, but the count grows"


def both_hold(a: Quantity, b: Quantity, *, likely: bool, sharp: tuple[bool, bool]) -> str:
    """Why two quantities are compatible; `sharp` says which of them tell one value."""
    if sharp == (True, False):
        sentence = f"{say(b)} admits {say(a)}"
    elif sharp == (False, True):
        sentence = f"{say(a)} admits {say(b)}"
    else:
        sentence = f"{say(a)} and {say(b)} can both hold"
    return sentence + _converted(a, b) + ("" if likely else ", though neither makes one expect the other")


def _rank(q: Quantity) -> float:
    known = [end for end in (q.value, q.low, q.high) if end is not None]
    return known[0] if known else 0.0


def _way(q: Quantity) -> str:
    return "rise" if q.delta == "up" else "fall"


def _converted(a: Quantity, b: Quantity) -> str:
    """The second value in the unit of the first, where they differ and one value is told."""
    if a.unit is None or b.unit is None or a.unit == b.unit or b.value is None:
        return ""
    function = converter(b.unit, a.unit, difference=b.delta is not None)
    return "" if function is None else f" ({say(b)} is {function(b.value):.4g} {a.unit.replace('_', ' ')})"
