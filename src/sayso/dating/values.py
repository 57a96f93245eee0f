"""Grounded TIMEX3 values and the periods they cover."""

import calendar
import datetime as dt
import re

from sayso.model.time import Period

_SEASONS = {
    "SP": ((3, 1), (6, 20)),
    "SU": ((6, 1), (9, 22)),
    "FA": ((9, 1), (12, 20)),
}  # northern; meteorological to astronomical
_PARTS = {"MO": (6, 12), "MI": (11, 14), "AF": (12, 18), "EV": (17, 24), "NI": (18, 24)}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(WE|[1-7]))?")
_CLOCK = re.compile(r"(\d\d):(\d\d)")
_LAST = dt.time(23, 59)
_MIN_YEAR, _MAX_YEAR = 1, 9998


def month_end(year: int, month: int) -> dt.date:
    """Last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def months_on(day: dt.date, months: int) -> dt.date | None:
    """The day `months` months on (at most the last of that month); None outside the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not _MIN_YEAR <= year <= _MAX_YEAR:
        return None
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def days_on(day: dt.date, days: int) -> dt.date | None:
    """The day `days` days on; None outside the calendar."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def period_of(value: str, zone: str | None = None) -> Period:
    """The days (and hours) that a fully grounded TIMEX3 value covers; Period() for what names no calendar time."""
    date, _, time = value.partition("T")
    try:
        ends = _days(date)
    except ValueError:
        return Period()
    if ends is None:
        return Period()
    first, last = _hours(time)
    return Period(*ends, first, last, zone)


def _days(date: str) -> tuple[dt.date, dt.date] | None:
    if day := _DAY.fullmatch(date):
        exact = dt.date(*map(int, day.groups()))
        return exact, exact
    if week := _WEEK.fullmatch(date):
        return _week(int(week[1]), int(week[2]), week[3])
    year, _, rest = date.partition("-")
    if not year.isdigit() or len(year) > 4 or (rest and len(year) < 4):
        return None
    span = 10 ** (4 - len(year))
    first = int(year) * span
    if not rest:
        return (dt.date(max(first, 1), 1, 1), dt.date(first + span - 1, 12, 31)) if first + span - 1 <= _MAX_YEAR else None
    return _within_year(first, rest)


def _week(year: int, week: int, day: str | None) -> tuple[dt.date, dt.date]:
    monday = dt.date.fromisocalendar(year, week, 1)
    if day == "WE":
        return monday + dt.timedelta(days=5), monday + dt.timedelta(days=6)
    if day:
        exact = monday + dt.timedelta(days=int(day) - 1)
        return exact, exact
    return monday, monday + dt.timedelta(days=6)


def _within_year(year: int, rest: str) -> tuple[dt.date, dt.date] | None:
    if rest in _SEASONS:
        start, end = _SEASONS[rest]
        return dt.date(year, *start), dt.date(year, *end)
    if rest == "WI":  # the winter that begins in `year`
        return dt.date(year, 12, 1), dt.date(year + 1, 3, 20)
    if rest[0] in "QH" and rest[1:].isdigit():
        size = 3 if rest[0] == "Q" else 6
        number = int(rest[1:])
        return dt.date(year, size * (number - 1) + 1, 1), month_end(year, size * number)
    if rest.isdigit():
        return dt.date(year, int(rest), 1), month_end(year, int(rest))
    return None


def _hours(time: str) -> tuple[dt.time | None, dt.time | None]:
    if time in _PARTS:
        first, last = _PARTS[time]
        return dt.time(first), _LAST if last == 24 else dt.time(last)
    clock = _CLOCK.match(time)
    if not clock:
        return None, None
    exact = _LAST if clock[1] == "24" else dt.time(int(clock[1]) % 24, int(clock[2]))
    return exact, exact
