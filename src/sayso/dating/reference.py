"""The days that a symbolic time may be counted from."""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from sayso.model.document import Block, Document
from sayso.model.enums import Anchor, BlockKind, TimeKind
from sayso.model.time import Grounded, Period, TimeExpression

_SPEECH = re.compile(
    r"\b(?:said|says|saying|told|tells|telling|announced|confirmed|revealed|stated|declared|added|wrote|tweeted|posted|claimed|argued|warned|"
    r"explained|insisted|acknowledged|remarked|replied|asked|speaking|spoke|testified|interview|statement|speech|address)\b",
    re.IGNORECASE,
)
_NEAR = 40  # characters between an act of speech and its day
_SENTENCE, _PARAGRAPH, _LONG_AGO = 120, 300, 300  # characters, characters, days
_DAYS = ("weekday", "weekday-ago", "weekday-of-week", "month-day", "day", "holiday")
_FAR = 100  # times looked back at, or ahead
_FEW = 4  # times of day that one recurring day may govern
_ROUND = ("weekday", "day", "night", "weekend")
_NEXT_TO = re.compile(r"\s+(?:(?:to|and|or|until|till|on)\s+)?|\s*[-–—]\s*")
_MANY = 45  # a publication interval longer than this is sampled at its ends


def days_between(first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    """Every day of an interval; of a long one its two ends."""
    length = (last - first).days
    if length > _MANY:
        return (first, last)
    return tuple(first + dt.timedelta(days=n) for n in range(length + 1))


def day_of(grounded: Grounded, time: TimeExpression) -> dt.date | None:
    """The day of a grounded time that means one day, else None."""
    period = grounded.period
    point = time.kind in (TimeKind.DATE, TimeKind.TIME) and period.start is not None and period.start == period.end
    return period.start if point else None


def spoken_on(document: Document, index: int, times: Sequence[TimeExpression], done: Sequence[Grounded]) -> dt.date | None:
    """The day on which the quotation around times[index] was spoken: a day told beside an act of speech in its paragraph."""
    time = times[index]
    at = bisect_right(document.blocks, time.start, key=attrgetter("start")) - 1
    block = document.blocks[at] if at >= 0 else None
    if block is None or time.start >= block.end or block.kind is not BlockKind.PARAGRAPH:
        return None
    before = range(index - 1, max(-1, index - 1 - _FAR), -1)
    after = range(index + 1, min(len(done), index + 1 + _FAR))
    found = [_day_of_speech(document.text, block, around, times, done) for around in (before, after)]
    days = [(abs(time.start - start), day) for start, day in filter(None, found)]
    return min(days)[1] if days else None


def _day_of_speech(
    text: str, block: Block, around: range, times: Sequence[TimeExpression], done: Sequence[Grounded]
) -> tuple[int, dt.date] | None:
    """Start and day of the first of the times `around` that stands beside an act of speech in the block."""
    for at in around:
        other = times[at]
        if not block.start <= other.start < block.end:
            return None
        day = day_of(done[at], other)
        if day is None or other.in_quote or other.tense == "future":
            continue
        if _SPEECH.search(text, max(block.start, other.start - _NEAR), min(block.end, other.end + _NEAR)):
            return other.start, day
    return None


def told_beside(
    document: Document, index: int, times: Sequence[TimeExpression], done: Sequence[Grounded], days: Sequence[dt.date]
) -> tuple[dt.date, ...]:
    """The day that a time of day, or a month or day without its year, borrows from the time told just before it.

    A time of day takes the day told before in its paragraph; a month or day takes the year of a full date before it in
    its sentence, where that lies about a year or more from publication. Empty where there is none.
    """
    time = times[index]
    clock = time.unit in ("clock", "day")  # a bare "day" is "overnight"
    for at in range(index - 1, -1, -1):
        other, grounded = times[at], done[at]
        between = document.text[other.end : time.start]
        if len(between) > (_PARAGRAPH if clock else _SENTENCE) or "\n" in between:
            break
        day = day_of(grounded, other)
        same = other.tense != "future" or (time.tense == "future" and ". " not in between)
        if clock and day and same and other.unit in (*_DAYS, None):
            return (day,)
        start = grounded.period.start
        full = (
            other.anchor is Anchor.ABSOLUTE and other.unit in ("holiday", None) and re.match(r"\d{4}-\d\d", grounded.value)
        )
        if not clock and full and start and ". " not in between and all(abs((d - start).days) > _LONG_AGO for d in days):
            return (start,)
    return ()


def recurs(document: Document, index: int, times: Sequence[TimeExpression]) -> bool:
    """True for a time of day of what comes round: "every Tuesday from 9 a.m. to 5 p.m.", "at 9 p.m. every night"."""
    time, text = times[index], document.text
    start = time.start
    for at in range(index - 1, max(-1, index - 1 - _FEW), -1):
        other = times[at]
        if start - other.end > _SENTENCE or ". " in text[other.end : start]:
            break
        start = other.start
        if other.unit != "clock":
            return other.kind is TimeKind.SET and other.unit in _ROUND
    end = time.end
    for other in times[index + 1 : index + 1 + _FEW]:
        if not _NEXT_TO.fullmatch(text, end, other.start):
            return False
        if other.unit != "clock":
            return other.kind is TimeKind.SET and other.unit in _ROUND
        end = other.end
    return False


def latest(times: Sequence[TimeExpression], done: Sequence[Grounded]) -> int | None:
    """Index of the last grounded calendar time in `done`; vague ones are passed over."""
    for index in range(len(done) - 1, max(-1, len(done) - 1 - _FAR), -1):
        time, grounded = times[index], done[index]
        before = times[index - 1] if index else time
        if before.event and before.event[0] <= time.start < before.event[1] and done[index - 1].period.known:
            return index - 1  # "three days before Christmas" tells of the day three days before
        if time.kind not in (TimeKind.DATE, TimeKind.TIME) or time.value.endswith("_REF"):
            continue
        if grounded.period.known:
            return index
    return None


def last_day(times: Sequence[TimeExpression], done: Sequence[Grounded]) -> int | None:
    """Index of the last time in `done` that means one day."""
    found = (at for at in range(len(done) - 1, max(-1, len(done) - 1 - _FAR), -1) if day_of(done[at], times[at]))
    return next(found, None)


def base_day(period: Period, ahead: bool) -> dt.date | None:
    """The end of a period that a later ("two days later") or earlier time counts from."""
    return (period.end or period.start) if ahead else (period.start or period.end)
