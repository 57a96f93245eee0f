"""Neighbouring readings that are one expression: "Saturday, March 4", "5 p.m. on Friday", "June last year"."""

import re
from collections.abc import Iterable
from dataclasses import replace

from sayso.annotate.temporal.rule import Reading
from sayso.model.enums import Anchor, TimeKind

_COMMA = re.compile(r",?\s+(?:the\s+)?|,\s*|\s*/\s*")
_TO_DAY = re.compile(r",?\s+(?:on\s+|of\s+)?(?:(?:early|late)\s+)?|,\s*")
_TO_CLOCK = re.compile(r",?\s+(?:at\s+(?:about\s+|around\s+)?|around\s+|about\s+)?|,\s*|T")
_OF = re.compile(r"\s+(?:of\s+)?(?:the\s+)?")
_BOUND = re.compile(r"\b(?:before|after)\s+$", re.IGNORECASE)
_ON = re.compile(r"\s+(?:on\s+)?")
_ENDED = re.compile(r"\s+(?:(?:that|which)\s+)?(?:ended|ending|to)\s+(?:on\s+)?", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_OF_YEAR = re.compile(r",?\s+(?:of\s+|in\s+)?")
_OF_WEEK = re.compile(r",?\s+(?:of\s+)?")
_OF_DAY = re.compile(r"\s+(?:of|on)\s+|\s+")
_PLAIN_OF = re.compile(r"\s+of\s+")
_HALVES = ("MO", "AF", "EV", "NI")
_NOON, _SMALL_HOURS = 12, 5
_SHORT = frozenset(("hour", "minute", "second"))
_CALENDAR = ("month", "quarter", "season", "half", "month-day", "holiday")


def _weekday_and_day(a: Reading, b: Reading, gap: str) -> Reading | None:
    if (
        a.unit == "weekday"
        and a.kind is TimeKind.DATE
        and b.day_sized
        and b.unit in (None, "month-day", "holiday")
        and _COMMA.fullmatch(gap)
    ):
        return replace(b, start=a.start)
    if a.unit == "weekday" and a.kind is TimeKind.TIME and a.amount is None and b.unit in (None, "month-day"):
        return _clocked(a, b, gap)
    if a.unit == "holiday" and b.unit in (None, "month-day") and b.day_sized and (_COMMA.fullmatch(gap) or gap == " on "):
        return replace(b, start=a.start)  # "Good Friday on April 18"
    if (
        b.unit == "weekday"
        and a.unit == "month-day"
        and b.amount is None
        and gap in (", a ", ", ")
        and b.kind is TimeKind.DATE
    ):
        return replace(a, end=b.end)
    return None


def _clocked(a: Reading, b: Reading, gap: str) -> Reading | None:
    """Reads "8 p.m. on Sunday, September 1"."""
    if not b.day_sized or not _COMMA.fullmatch(gap):
        return None
    value = f"{b.value}T{a.value.partition('T')[2]}"
    return replace(b, start=a.start, kind=TimeKind.TIME, value=value, zone=a.zone)


def _ago_today(a: Reading, b: Reading, gap: str) -> Reading | None:
    """Reads "three years ago today", "20 years ago this week" as the day or week that lies so far back from now."""
    ago = a.unit in ("year", "month", "week") and (a.amount or 0) < 0 and a.anchor is Anchor.PUBLICATION
    now = b.unit in ("day", "week", "month") and b.amount == 0 and b.anchor is Anchor.PUBLICATION and b.kind is TimeKind.DATE
    if not ago or not now or a.kind is not TimeKind.DATE or gap != " " or not b.value.startswith("XXXX-"):
        return None
    return replace(b, start=a.start, unit=f"{a.unit}-on", amount=a.amount)


def _weeks_ago(a: Reading, b: Reading, gap: str) -> Reading | None:
    """Reads "a week ago on Tuesday", "two weeks ago Friday" as the weekday nearest to that many weeks back."""
    ago = (
        a.unit == "week"
        and a.amount is not None
        and a.amount < 0
        and a.anchor is Anchor.PUBLICATION
        and a.value == "XXXX-WXX"
    )
    if ago and b.unit == "weekday" and b.amount is None and _ON.fullmatch(gap):
        return replace(b, start=a.start, unit="weekday-ago", amount=a.amount)
    return None


def _weekday_of_week(a: Reading, b: Reading, gap: str) -> Reading | None:
    """Reads "on Tuesday last week", "Tuesday night of next week"; and the other way round, "last week on Tuesday"."""
    day, week = (a, b) if a.unit == "weekday" else (b, a)
    told = (
        week.unit == "week" and week.value == "XXXX-WXX" and week.amount in (-1, 0, 1) and week.anchor is Anchor.PUBLICATION
    )
    if not told or day.unit != "weekday" or day.amount is not None:
        return None
    if not (_OF_WEEK.fullmatch(gap) if day is a else gap == " on "):
        return None
    return replace(day, start=a.start, end=b.end, unit="weekday-of-week", amount=week.amount)


def _clock_and_day(a: Reading, b: Reading, gap: str) -> Reading | None:
    if _SHORT & {a.unit, b.unit}:
        return None  # "ten minutes later, at 4:52 p.m."
    if a.unit == "clock" and b.day_sized and _TO_DAY.fullmatch(gap):
        clock, day = a, b
    elif (b.unit == "clock" and a.day_sized and _TO_CLOCK.fullmatch(gap)) or (
        b.unit == "clock" and a.kind is TimeKind.TIME and a.unit in ("weekday", "day") and _TO_CLOCK.fullmatch(gap)
    ):
        clock, day = b, a
    else:
        return None
    value = day.value.partition("T")[0] + "T" + clock.value.partition("T")[2]
    return replace(day, start=a.start, end=b.end, kind=TimeKind.TIME, value=value, zone=clock.zone)


def _clock_and_part(a: Reading, b: Reading, gap: str) -> Reading | None:
    """Reads "8 o'clock on Sunday evening", "6:30 in the evening": the part of the day says which half of it."""
    part = b.value.partition("T")[2]
    own = b.anchor is Anchor.PREVIOUS
    if a.unit != "clock" or part not in _HALVES or b.unit not in ("weekday", "day"):
        return None
    if own != (gap == " in ") or not (own or _TO_DAY.fullmatch(gap)):
        return None
    hour, minute = int(a.value[-5:-3]), a.value[-2:]
    later = hour < _NOON and (part in ("AF", "EV") or (part == "NI" and hour > _SMALL_HOURS))
    value = f"{(a if own else b).value.partition('T')[0]}T{hour + _NOON * later:02d}:{minute}"
    return replace(a, end=b.end, value=value) if own else replace(b, start=a.start, value=value, zone=a.zone)


def _part_and_day(a: Reading, b: Reading, gap: str) -> Reading | None:
    """Reads "the afternoon of March 4", "Friday the 13th" is left alone."""
    if (
        a.unit == "day"
        and (a.anchor is Anchor.PREVIOUS or a.amount is None)  # "the night of", "overnight on"
        and a.kind is TimeKind.TIME
        and b.day_sized
        and _OF_DAY.fullmatch(gap)
        and "T" not in b.value
    ):
        value = b.value + "T" + a.value.partition("T")[2]
        return replace(b, start=a.start, kind=TimeKind.TIME, value=value)
    return None


def _of_a_year(a: Reading, b: Reading, gap: str) -> Reading | None:
    if a.value == "XXXX-QX" and a.amount == 0 and b.value == "XXXX" and b.unit == "year" and b.amount == -1 and gap == " ":
        return replace(a, end=b.end, unit="year", amount=-1)  # "the quarter a year ago"
    if a.unit not in _CALENDAR or not a.value.startswith("XXXX"):
        return None
    if a.amount is None and b.unit == "year" and b.value == "XXXX" and b.amount is not None and _OF.fullmatch(gap):
        return replace(a, end=b.end, unit="year", amount=b.amount, anchor=b.anchor)
    if b.anchor is Anchor.ABSOLUTE and _YEAR.fullmatch(b.value) and _OF_YEAR.fullmatch(gap):
        unit = "holiday" if a.unit == "holiday" else None  # its day is known where it is grounded
        return replace(a, end=b.end, value=b.value + a.value[4:], unit=unit, amount=None, anchor=Anchor.ABSOLUTE)
    return None


def _named_month(a: Reading, b: Reading, gap: str) -> Reading | None:
    """Reads "the month of May" as May."""
    named = a.unit == b.unit == "month" and a.value == "XXXX-XX" and a.amount == 0
    return replace(b, start=a.start) if named and _PLAIN_OF.fullmatch(gap) else None


def _closed(a: Reading, b: Reading, gap: str) -> Reading | None:
    """Reads "the quarter ended Sept. 30" as the quarter of the year that holds its middle."""
    if a.value != "XXXX-QX" or a.amount != 0 or not _ENDED.fullmatch(gap) or not b.day_sized:
        return None
    month, day = b.value[5:7], b.value[8:10]
    if not (month.isdigit() and day.isdigit()):
        return None
    middle = int(month) - (1 if int(day) > 15 else 2)
    year = b.value[:4] if middle > 0 or not b.value[:4].isdigit() else f"{int(b.value[:4]) - 1:04d}"
    value = f"{year}-Q{(middle - 1) % 12 // 3 + 1}"
    anchor = Anchor.PUBLICATION if year == "XXXX" else Anchor.ABSOLUTE
    return replace(a, value=value, amount=None, anchor=anchor)


def _apart(text: str, a: Reading, gap: str) -> bool:
    """True for "before Easter on April 3", two days."""
    return a.unit == "holiday" and gap == " on " and bool(_BOUND.search(text, max(0, a.start - 8), a.start))


_OF_DAYS = (_weekday_of_week, _weekday_and_day, _clock_and_day, _clock_and_part, _part_and_day)
_JOINS = (_named_month, _ago_today, _weeks_ago, *_OF_DAYS, _of_a_year)


def merge(text: str, readings: Iterable[Reading]) -> list[Reading]:
    """Joins neighbours from left to right; a joined reading may join the next one too."""
    merged: list[Reading] = []
    for reading in readings:
        if merged and reading.start - merged[-1].end <= 12:
            gap = text[merged[-1].end : reading.start]
            joined = next((j for join in _JOINS if (j := join(merged[-1], reading, gap))), None)
            if joined and not _apart(text, merged[-1], gap):
                merged[-1] = joined
                continue
            merged[-1] = _closed(merged[-1], reading, gap) or merged[-1]
        merged.append(reading)
    return merged
