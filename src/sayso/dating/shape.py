"""What modifiers do to a period: about, early, the end of, since, until, in the past."""

import datetime as dt
import math
from collections.abc import Callable
from dataclasses import dataclass

from msgspec.structs import replace

from sayso.dating.values import days_on, months_on
from sayso.model.time import Period, TimeExpression

_EARLY, _LATE = (dt.time(0), dt.time(10)), (dt.time(17), dt.time(23, 59))
# a plural without a number: how many of the unit it may reach back or ahead
_VAGUE = {
    "second": 60,
    "minute": 60,
    "hour": 24,
    "day": 10,
    "week": 8,
    "month": 12,
    "quarter": 6,
    "year": 10,
    "decade": 5,
    "century": 5,
}
_DAYS = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
_PER_DAY = {"hour": 24, "minute": 1440, "second": 86400}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


@dataclass(frozen=True, slots=True)
class Told:
    """The days on which a text may have been told."""

    first: dt.date
    last: dt.date


def shift(day: dt.date, unit: str, amount: float) -> dt.date | None:
    """`day` moved by a signed length; None outside the calendar. Hours shorter than a day may reach the next day."""
    if unit in _MONTHS:
        return months_on(day, round(_MONTHS[unit] * amount))
    if unit in _DAYS:
        return days_on(day, round(_DAYS[unit] * amount))
    per_day = _PER_DAY.get(unit, 24)
    whole = -(-abs(amount) // per_day)
    return days_on(day, int(whole if amount > 0 else -whole))


def counted(base: Period, time: TimeExpression) -> Period:
    """The time that lies before or after `base` by the length of `time`; an open number ("days after") has an honest width.

    Hours count in whole days where the time of day of the base is not known, so they may end on the same day or the next.
    """
    unit, start, end = time.unit or "day", base.start, base.end
    if time.amount is not None:
        first, last = (time.amount,) * 2
        if unit in _PER_DAY:
            days = time.amount / _PER_DAY[unit] if unit == "hour" else 0
            unit, first, last = "day", math.floor(days), math.ceil(days)
    else:
        most = (0.5 if "few" in time.text.lower() else 1.0) * _VAGUE.get(unit, 1)
        unit, least, most = ("day", 0, 1) if unit in _PER_DAY else (unit, 1, most)
        first, last = (-most, -least) if "BEFORE" in (time.modifier or "").split() else (least, most)
    return Period(shift(start, unit, first) if start else None, shift(end, unit, last) if end else None)


def rolling(time: TimeExpression, told: Told) -> Period:
    """The stretch of a length up to ("the past two weeks") or from ("the next three years") the time of telling."""
    back = "BEFORE" in (time.modifier or "").split()
    unit = time.unit or "day"
    few = 0.5 if "few" in time.text.lower() else 1.0
    amount = abs(time.amount) if time.amount else few * _VAGUE.get(unit, 1)
    if back:
        return Period(shift(told.first, unit, -amount), told.last)
    return Period(told.first, shift(told.last, unit, amount))


def shaped(period: Period, time: TimeExpression, told: Told | None) -> Period:
    """The period narrowed, widened or opened by the modifiers of `time`."""
    if period.start is None or period.end is None:
        return period
    for modifier in (time.modifier or "").split():
        change = _CHANGES.get(modifier)
        if change:
            period = change(period, time, told)
    return opened(period, time)


def opened(period: Period, time: TimeExpression) -> Period:
    """The period with the end opened that a bound leaves open."""
    modifiers = (time.modifier or "").split()
    if "BY" in modifiers and (time.tense == "future" or (time.amount or 0) > 0):
        return replace(period, start=None, start_time=None)  # "by tomorrow night" is a term
    if (
        period.start == period.end
        and period.start_time
        and ("AFTER" in modifiers or "BY" in modifiers or "BEFORE" in modifiers)
    ):
        return _rest_of_day(period, "AFTER" in modifiers)
    if "SINCE" in modifiers or "AFTER" in modifiers:
        return replace(period, end=None, end_time=None)
    if "UNTIL" in modifiers or "BY" in modifiers or "BEFORE" in modifiers:
        return replace(period, start=None, start_time=None)
    return period


def _rest_of_day(period: Period, after: bool) -> Period:
    """Reads "after 9 p.m.", "before dawn": still that day."""
    return replace(period, end_time=dt.time(23, 59)) if after else replace(period, start_time=dt.time(0))


def _third(period: Period, which: int) -> Period:
    if period.start is None or period.end is None:
        return period
    length = (period.end - period.start).days + 1
    size = -(-length // 3)
    first = days_on(period.start, length - size if which == 2 else which * (length // 3))
    last = days_on(first, size - 1) if first else None
    return replace(period, start=first, end=last)


def _start(period: Period, time: TimeExpression, told: Told | None) -> Period:
    del time, told
    if period.start == period.end:
        return period if period.start_time else replace(period, start_time=_EARLY[0], end_time=_EARLY[1])
    return _third(period, 0)


def _mid(period: Period, time: TimeExpression, told: Told | None) -> Period:
    del time, told
    return period if period.start == period.end else _third(period, 1)


def _end(period: Period, time: TimeExpression, told: Told | None) -> Period:
    del time, told
    if period.start == period.end:
        return period if period.start_time else replace(period, start_time=_LATE[0], end_time=_LATE[1])
    return _third(period, 2)


def _so_far(period: Period, time: TimeExpression, told: Told | None) -> Period:
    del time
    if told and period.start and period.end and period.start <= told.last < period.end:
        return replace(period, end=told.last)
    return period


def _still_to_come(period: Period, time: TimeExpression, told: Told | None) -> Period:
    del time
    if told and period.start and period.end and period.start < told.first <= period.end:
        return replace(period, start=told.first)
    return period


def _about(period: Period, time: TimeExpression, told: Told | None) -> Period:
    """Widened by one day, or a fifth of the distance; a time of day by half an hour."""
    del told
    if period.start is None or period.end is None:
        return period
    if period.start_time and period.end_time and period.start == period.end:
        return replace(period, start_time=_clock(period.start_time, -30), end_time=_clock(period.end_time, 30))
    unit, amount = time.unit or "day", abs(time.amount or 0)
    if (period.end - period.start).days < 1:
        margin = max(1, round(0.2 * amount)) if unit == "day" else 1
        return replace(period, start=days_on(period.start, -margin), end=days_on(period.end, margin))
    margin = max(1, ((period.end - period.start).days + 1) // 4)
    return replace(period, start=days_on(period.start, -margin), end=days_on(period.end, margin))


def _longer_ago(period: Period, time: TimeExpression, told: Told | None) -> Period:
    del told
    if not time.amount or period.start is None:
        return period
    return replace(
        period, start=shift(period.start, time.unit or "day", 0.25 * time.amount) if time.amount < 0 else period.start
    )


def _less_long_ago(period: Period, time: TimeExpression, told: Told | None) -> Period:
    del told
    if not time.amount or period.end is None or time.amount > 0:
        return period
    return replace(period, end=shift(period.end, time.unit or "day", -0.1 * time.amount))


def _clock(time: dt.time, minutes: int) -> dt.time:
    total = min(1439, max(0, time.hour * 60 + time.minute + minutes))
    return dt.time(total // 60, total % 60)


_CHANGES: dict[str, Callable[[Period, TimeExpression, Told | None], Period]] = {
    "START": _start,
    "MID": _mid,
    "END": _end,
    "BEFORE_PART": _so_far,
    "AFTER_PART": _still_to_come,
    "APPROX": _about,
    "MORE_THAN": _longer_ago,
    "LESS_THAN": _less_long_ago,
}
