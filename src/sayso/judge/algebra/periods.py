"""Compares two periods that answer one question of time."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sayso.judge.algebra.comparison import Comparison
from sayso.judge.algebra.interval import Interval
from sayso.model.enums import Verdict
from sayso.model.time import Period

_DAY = 24 * 60.0  # all instants are minutes since the first day of the calendar
_WIDEST = 14 * 60.0  # clocks on earth differ by up to 26 hours, those of two accounts of one event hardly by more than 14
_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+-])(\d{1,2}):?(\d{2})?")


@dataclass(frozen=True, slots=True)
class _Clock:
    """A period as minutes, whether it goes below a day, and whether its zone is known."""

    interval: Interval
    timed: bool
    fixed: bool


def compare_periods(a: Period, b: Period) -> Comparison | None:
    """AGREE, COMPATIBLE or CONFLICT, None where either has no known end.

    Equal sets, and an hour against its own day, agree; sets that meet are compatible; disjoint ones clash. A part of a day
    reaches up to its end but not into it: noon is not in the morning. Hours of one day without any zone are taken to be
    told by one clock; where one zone is unknown and the other known, or the hours fall on both sides of a midnight, the
    comparison is widened by 14 hours.
    """
    one, other = _clock(a), _clock(b)
    if one is None or other is None:
        return None
    verdict, reason = _verdict(a, b, one, other)
    return Comparison(verdict, f"{say(a)} {reason} {say(b)}")


def _verdict(a: Period, b: Period, one: _Clock, other: _Clock) -> tuple[Verdict, str]:
    doubtful = _zones_may_differ(a, b, one, other)
    if one.interval == other.interval and not doubtful:
        return Verdict.AGREE, "is the same as"
    if _one_day(a) and (a.start, a.end) == (b.start, b.end) and one.timed != other.timed:
        return Verdict.AGREE, "is the same day as"
    if one.interval.meets(other.interval) and not doubtful:
        if one.interval.contains(other.interval):
            return Verdict.COMPATIBLE, "admits"
        if other.interval.contains(one.interval):
            return Verdict.COMPATIBLE, "lies within"
        return Verdict.COMPATIBLE, "meets"
    if doubtful and _widened(one).interval.meets(other.interval):
        return Verdict.COMPATIBLE, "may be, since a time zone is unknown, the same as"
    return Verdict.CONFLICT, "lies outside"


def _one_day(period: Period) -> bool:
    return period.start is not None and period.start == period.end


def _zones_may_differ(a: Period, b: Period, one: _Clock, other: _Clock) -> bool:
    """True where hours are compared of which a zone is unknown: one known and one not, or both not on unlike days."""
    if not (one.timed and other.timed) or (one.fixed and other.fixed):
        return False
    return one.fixed != other.fixed or a.start != b.start


def _widened(clock: _Clock) -> _Clock:
    old = clock.interval
    return replace(clock, interval=Interval(old.low - _WIDEST, old.high + _WIDEST, old.low_open, old.high_open))


def _clock(period: Period) -> _Clock | None:
    """The minutes of a period, None where it has no known end or ends before it begins."""
    if not period.known:
        return None
    timed = period.start_time is not None or period.end_time is not None
    shift = _shift(period) if timed else None
    low, high, point = float("-inf"), float("inf"), False
    if period.start is not None:
        low = _minutes(period.start, period.start_time or dt.time())
    if period.end is not None:
        high = _minutes(period.end, period.end_time) if period.end_time else _minutes(period.end, dt.time()) + _DAY
        point = low == high
    if low > high or (period.start and period.end and period.start > period.end):
        return None
    interval = Interval(low, high, high_open=not point)
    if shift is not None:
        interval = Interval(interval.low - shift, interval.high - shift, interval.low_open, interval.high_open)
    return _Clock(interval, timed, shift is not None)


def _minutes(day: dt.date, time: dt.time) -> float:
    return day.toordinal() * _DAY + time.hour * 60 + time.minute + time.second / 60


def _shift(period: Period) -> float | None:
    """Minutes that the zone is ahead of universal time on that day, None where it is unknown."""
    zone = (period.zone or "").strip()
    day = period.start or period.end
    if not zone or day is None:
        return None
    if zone.upper() in ("UTC", "GMT", "Z"):
        return 0.0
    offset = _OFFSET.fullmatch(zone)
    if offset is not None:
        minutes = int(offset[2]) * 60 + int(offset[3] or 0)
        return float(-minutes if offset[1] == "-" else minutes)
    try:
        ahead = dt.datetime.combine(day, period.start_time or dt.time(12), ZoneInfo(zone)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError):
        return None
    return None if ahead is None else ahead.total_seconds() / 60


def say(period: Period) -> str:
    """A period in plain figures: "2025-11-23 12:00", "2025-11-22 to 2025-11-24", "until 2025-11-24"."""
    start, end = _moment(period.start, period.start_time), _moment(period.end, period.end_time)
    if start is None:
        return f"until {end}"
    if end is None:
        return f"from {start}"
    if start == end:
        return start
    if period.start == period.end:
        return f"{start} to {period.end_time:%H:%M}" if period.end_time else f"from {start}"
    return f"{start} to {end}"


def _moment(day: dt.date | None, time: dt.time | None) -> str | None:
    if day is None:
        return None
    return f"{day} {time:%H:%M}" if time is not None else str(day)
