"""A symbolic time, seen from one day: the TIMEX3 value it then has."""

import datetime as dt
import re
from collections.abc import Iterator

from sayso.dating.holidays import dated
from sayso.dating.values import days_on, months_on, period_of
from sayso.model.enums import Anchor
from sayso.model.time import TimeExpression

# a candidate on the wrong side of the reference day must be this much nearer to win; the verb beside a day of a month is
# more often not its own ("approved a dividend to holders of record Nov. 22")
_DAY_OF_MONTH = re.compile(r"XXXX-XX-\d\d")
_AGAINST_TENSE, _MONTH_AGAINST_TENSE = 6.0, 12.0


def relate(time: TimeExpression, day: dt.date) -> str | None:
    """The value of `time` counted from `day`, None where it has none (or leaves the calendar)."""
    handler = _HANDLERS.get(time.unit or "")
    value = handler(time, day) if handler else None
    return dated(value) if value else None


def _amount(time: TimeExpression) -> int:
    return round(time.amount or 0)


def _with_time(time: TimeExpression, day: dt.date | None) -> str | None:
    if day is None:
        return None
    _, mark, clock = time.value.partition("T")
    return f"{day.isoformat()}{mark}{clock}"


def _day(time: TimeExpression, day: dt.date) -> str | None:
    if time.amount is None and time.value.endswith("TNI") and time.tense != "future" and time.anchor is Anchor.PUBLICATION:
        return _with_time(time, days_on(day, -1))  # "overnight" looks back to the night before
    return _with_time(time, days_on(day, _amount(time)))


def _hours(time: TimeExpression, day: dt.date) -> str | None:
    per_day = {"hour": 24, "minute": 1440, "second": 86400}[time.unit or "hour"]
    back = days_on(day, int((time.amount or 0) / per_day))
    return back.isoformat() if back else None


def _weekday(time: TimeExpression, day: dt.date) -> str | None:
    wanted = int(time.value[len("XXXX-WXX-")])
    back = (day.isoweekday() - wanted) % 7
    ahead = (wanted - day.isoweekday()) % 7
    if time.amount is None:
        delta = ahead if time.tense == "future" else -back
    elif time.amount < 0:
        delta = -(back or 7)
    elif time.amount > 0:
        delta = (ahead or 7) + 7 * (_amount(time) - 1)
    else:
        delta = -back if time.tense == "past" or "SINCE" in (time.modifier or "") else ahead
    return _with_time(time, days_on(day, delta))


def _weekday_ago(time: TimeExpression, day: dt.date) -> str | None:
    """The weekday nearest to so many weeks back."""
    base = days_on(day, 7 * _amount(time))
    if base is None:
        return None
    away = (int(time.value[len("XXXX-WXX-")]) - base.isoweekday() + 3) % 7 - 3
    return _with_time(time, days_on(base, away))


def _weekday_of_week(time: TimeExpression, day: dt.date) -> str | None:
    """The weekday of this week, or of so many weeks on."""
    monday = days_on(day, 7 * _amount(time) - day.weekday())
    return _with_time(time, days_on(monday, int(time.value[len("XXXX-WXX-")]) - 1) if monday else None)


def _week(time: TimeExpression, day: dt.date) -> str | None:
    other = days_on(day, 7 * _amount(time))
    if other is None:
        return None
    if time.amount == 0 and time.unit == "weekend" and time.tense != "future" and day.isoweekday() < 6:
        other = day - dt.timedelta(days=7)
    year, week, _ = other.isocalendar()
    return f"{year}-W{week:02d}" + ("-WE" if time.unit == "weekend" else "")


def _month_unit(time: TimeExpression, day: dt.date) -> str | None:
    if _DAY_OF_MONTH.fullmatch(time.value):
        other = months_on(day.replace(day=1), _amount(time))
        value = f"{other.year:04d}-{other.month:02d}-{time.value[8:]}" if other else ""
        return value if period_of(value).known else None
    if not time.value.endswith("-XX"):
        return _month(time, day)
    if time.value.count("-") == 2:
        return None
    other = months_on(day.replace(day=1), _amount(time))
    return f"{other.year:04d}-{other.month:02d}" if other else None


def _year_unit(time: TimeExpression, day: dt.date) -> str | None:
    year = day.year + _amount(time)
    return time.value.replace("XXXX", f"{year:04d}") if 1 <= year <= 9000 else None


def _on_the_day(time: TimeExpression, day: dt.date) -> str | None:
    """The day, week or month that lies so many years, months or weeks back from `day`."""
    unit, amount = (time.unit or "").partition("-")[0], _amount(time)
    back = days_on(day, 7 * amount) if unit == "week" else months_on(day, amount * (12 if unit == "year" else 1))
    if back is None or time.value == "XXXX-XX-XX":
        return back.isoformat() if back else None
    week = back.isocalendar()
    return f"{back.year:04d}-{back.month:02d}" if time.value == "XXXX-XX" else f"{week[0]:04d}-W{week[1]:02d}"


def _decade(time: TimeExpression, day: dt.date) -> str | None:
    return f"{day.year // 10 + _amount(time):03d}"


def _century(time: TimeExpression, day: dt.date) -> str | None:
    return f"{day.year // 100 + _amount(time):02d}"


def _quarter(time: TimeExpression, day: dt.date) -> str | None:
    if time.value.endswith("QX"):
        index = day.year * 4 + (day.month - 1) // 3 + _amount(time)
        return f"{index // 4:04d}-Q{index % 4 + 1}"
    return _latest_begun(time, day)


def _latest_begun(time: TimeExpression, day: dt.date) -> str | None:
    """A quarter or half named by its number: this year's if it has begun or is looked forward to, else last year's."""
    value = time.value.replace("XXXX", f"{day.year:04d}")
    start = period_of(value).start
    if start is not None and start > day and time.tense != "future":
        value = time.value.replace("XXXX", f"{day.year - 1:04d}")
    return value


def _candidates(time: TimeExpression, day: dt.date) -> Iterator[tuple[dt.date, dt.date, str]]:
    for year in range(max(2, day.year - 8), min(9000, day.year + 9)):
        value = dated(f"{year:04d}{time.value[4:]}")
        period = period_of(value)
        if period.start is not None and period.end is not None:
            yield period.start, period.end, value


def _yearly(time: TimeExpression, day: dt.date) -> str | None:
    """What comes round once a year: the last, this, the next one; bare, the nearest with regard to tense."""
    found = list(_candidates(time, day))
    if time.amount is None:
        return min(found, key=lambda c: _cost(c, day, time), default=(day, day, None))[2]
    if time.amount < 0:
        past = [c for c in found if (c[1] if time.unit == "season" else c[0]) < day and not c[0] <= day <= c[1]]
        return past[-1][2] if past else None
    if time.amount > 0:
        return next((c[2] for c in found if c[0] > day), None)
    return _this(found, day, time.tense)


def _this(found: list[tuple[dt.date, dt.date, str]], day: dt.date, tense: str | None) -> str | None:
    same_year = [c for c in found if c[0].year == day.year]
    if tense == "future":
        return next((c[2] for c in found if c[1] >= day), None)
    return same_year[0][2] if same_year else None


def _cost(candidate: tuple[dt.date, dt.date, str], day: dt.date, time: TimeExpression) -> float:
    start, end, _ = candidate
    if start <= day <= end:
        return 0.0
    ahead = start > day
    distance = float((start - day).days if ahead else (day - end).days)
    against = ahead if time.tense == "past" else not ahead if time.tense == "future" else False
    return (
        distance * (_MONTH_AGAINST_TENSE if time.unit in ("month", "holiday") else _AGAINST_TENSE) if against else distance
    )


def _month(time: TimeExpression, day: dt.date) -> str | None:
    if time.anchor is Anchor.PREVIOUS and time.value.startswith("XXXX-XX-"):
        value = f"{day.year:04d}-{day.month:02d}-{time.value[8:]}"
        return value if period_of(value).known else None
    return _yearly(time, day)


_HANDLERS = {
    "day": _day,
    "night": _day,
    "clock": _day,
    "hour": _hours,
    "minute": _hours,
    "second": _hours,
    "weekday": _weekday,
    "weekday-ago": _weekday_ago,
    "weekday-of-week": _weekday_of_week,
    "week": _week,
    "weekend": _week,
    "month": _month_unit,
    "month-day": _yearly,
    "season": _yearly,
    "holiday": _yearly,
    "quarter": _quarter,
    "half": _latest_begun,
    "year": _year_unit,
    **dict.fromkeys(("year-on", "month-on", "week-on"), _on_the_day),
    "decade": _decade,
    "century": _century,
}
