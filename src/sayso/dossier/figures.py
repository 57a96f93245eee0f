"""Figures in words: each value with its hedge, and the course of a series from day to day."""

from collections.abc import Mapping, Sequence

from sayso.dossier.days import listed, spoken
from sayso.model.claim import Claim
from sayso.model.dossier_findings import Series, SeriesPoint
from sayso.model.dossier_texts import Number, number
from sayso.model.quantity import Quantity

NAMES = 2  # outlets named behind one of several values
VALUES = 3  # values told side by side for one day
DAYS = 5  # days of a course: the first one and the latest


def course(series: Series, claims: Mapping[str, Claim]) -> str:
    """The values in order of the day for which they were told; where several stand for one day, with their outlets.

    `at least 14 on 15 October → 17 (Wire) and 18 (Coast) on 16 October 2031; for an unknown day 21 (Herald)`; a day that
    tells what the day before told is left out, as is one that gives bounds below what was told before ("more than 10" after
    14 is no fall), and a long course shows its beginning and its end.
    """
    days: dict[str | None, list[SeriesPoint]] = {}
    for point in series.points:
        days.setdefault(point.as_of, []).append(point)
    undated = _side_by_side(days.pop(None, []), claims, named=True)
    last = max((d[:4] for d in days if d), default="")
    moving = _without_weaker(sorted(days.items(), key=lambda day: day[0] or ""))
    told = [(d, _side_by_side(points, claims, named=False)) for d, points in moving]
    told = [now for n, now in enumerate(told) if n == 0 or now[1] != told[n - 1][1]]
    years = {d[:4] for d, _ in told if d}
    steps = [
        f"{value} on {spoken(d or '', year=len(years) > 1 or (d or '')[:4] != last or n == len(told) - 1)}"
        for n, (d, value) in enumerate(told)
    ]
    dated = " → ".join(steps if len(steps) <= DAYS else [steps[0], "…", *steps[1 - DAYS :]])
    return "; ".join(part for part in (dated, f"for an unknown day {undated}" if undated else "") if part)


def _without_weaker(days: Sequence[tuple[str | None, list[SeriesPoint]]]) -> list[tuple[str | None, list[SeriesPoint]]]:
    """The days without those that only tell lower bounds that what was told before lies above."""
    kept: list[tuple[str | None, list[SeriesPoint]]] = []
    most: Number = float("-inf")
    for day, points in days:
        if not all(p.high is None and p.low is not None and p.low <= most for p in points):
            kept.append((day, points))
        most = max(most, *(p.low for p in points if p.low is not None), most)
    return kept


def _side_by_side(points: Sequence[SeriesPoint], claims: Mapping[str, Claim], *, named: bool) -> str:
    outlets: dict[str, list[str]] = {}
    for point in points:
        told = outlets.setdefault(valued(point, claims), [])
        if (publisher := claims[point.claim].publisher) not in told:
            told.append(publisher)
    if len(outlets) == 1 and not named:
        return next(iter(outlets))
    most = sorted(outlets, key=lambda value: -len(outlets[value]))[:VALUES]
    shown = [f"{value} ({_named(names)})" for value, names in outlets.items() if value in most]
    others = len(outlets) - len(shown)
    return listed(*shown, *([f"{others} other figure{'s' * (others > 1)}"] if others else []))


def _named(names: Sequence[str]) -> str:
    first, more = sorted(names)[:NAMES], len(names) - NAMES
    return ", ".join(first) + (f" and {more} more" if more > 0 else "")


def valued(point: SeriesPoint, claims: Mapping[str, Claim]) -> str:
    """The value of a point with the hedge that its claim puts to it: `at least 14`, `some 60`, `17`."""
    claim = claims.get(point.claim)
    for quantity in claim.quantities if claim else ():
        if (number(quantity.low), number(quantity.high)) == (point.low, point.high):
            return hedged(quantity)
    return between(point.low, point.high)


def hedged(quantity: Quantity) -> str:
    """A quantity in figures with its own hedge, or with the plainest hedge for its bounds."""
    told = " or ".join(_figure(v) for v in quantity.exact) or (_figure(quantity.value) if quantity.value is not None else "")
    text, hedge = " ".join(quantity.text.lower().split()), " ".join((quantity.hedge or "").lower().split())
    if told and hedge and text.startswith(hedge):
        return f"{hedge} {told}"
    if told and hedge and text.endswith(hedge):
        return f"{told} {hedge}"
    low, high = number(quantity.low), number(quantity.high)
    if high is None and low is not None and quantity.low_open:
        return f"more than {_figure(low)}"
    if low is None and high is not None and quantity.high_open:
        return f"fewer than {_figure(high)}"
    return between(low, high)


def between(low: Number | None, high: Number | None) -> str:
    """Bounds in words: `14`, `at least 14`, `up to 20`, `15 to 20`."""
    if low is None:
        return "an unknown number" if high is None else f"up to {_figure(high)}"
    if high is None:
        return f"at least {_figure(low)}"
    return _figure(low) if low == high else f"{_figure(low)} to {_figure(high)}"


def _figure(value: float) -> str:
    return f"{number(value):,}"
