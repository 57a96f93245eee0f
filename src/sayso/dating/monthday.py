"""Days told without their month: "the 7th"."""

import datetime as dt

from sayso.dating.reference import latest
from sayso.dating.shape import shaped
from sayso.dating.values import months_on, period_of
from sayso.dating.walk import Walk, result
from sayso.model.time import Grounded, Period

_NEAR = 400  # characters from the time told before, whose month it is
_MONTH = 31  # days
_TURN = 20  # days that the 3rd may lie before the 28th told of, and no more: else it is that of the next month


def day_of_month(walk: Walk, index: int) -> Grounded:
    """Grounds "the 7th": in the month told of before it, else the one nearest to publication on the side of its tense."""
    time = walk.times[index]
    number = int(time.value[8:10])
    at = latest(walk.times, walk.done)
    if at is not None and time.start - walk.times[at].end <= _NEAR:
        day = _in_month_of(walk.done[at].period, number)
        if day:
            return _result(walk, index, day, f"in the month of {walk.done[at].text!r} ({walk.done[at].value})")
    if walk.told is None:
        return result(time, Period(), time.value, "counted from publication, which is unknown")
    day = _nearest(walk.told.last, number, time.tense)
    return (
        _result(walk, index, day, f"seen from publication {walk.told.last}")
        if day
        else result(time, Period(), time.value, "no day")
    )


def _result(walk: Walk, index: int, day: dt.date, basis: str) -> Grounded:
    time = walk.times[index]
    value = day.isoformat() + "".join(time.value.partition("T")[1:])
    return result(time, shaped(period_of(value), time, walk.told), value, f"day of a month, {basis}")


def _in_month_of(period: Period, number: int) -> dt.date | None:
    start, end = period.start, period.end
    if start is None or end is None or (end - start).days > _MONTH:
        return None
    same = _day(start, number)
    turned = start == end and same is not None and (start - same).days > _TURN
    return _day(_next_month(start), number) if turned or same is None else same


def _nearest(day: dt.date, number: int, tense: str | None) -> dt.date | None:
    same = _day(day, number)
    if tense == "past" and (same is None or same > day):
        before = months_on(day.replace(day=1), -1)
        return _day(before, number) if before else None
    if tense == "future" and (same is None or same < day):
        return _day(_next_month(day), number)
    return same


def _next_month(day: dt.date) -> dt.date:
    return months_on(day.replace(day=1), 1) or day


def _day(month: dt.date, number: int) -> dt.date | None:
    try:
        return month.replace(day=number)
    except ValueError:
        return None
