"""The days that a symbolic time may be counted from."""

import datetime as dt
import re
from collections.abc import Sequence

from sayso.model.document import Document
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
    block = next((b for b in document.blocks if b.start <= time.start < b.end and b.kind is BlockKind.PARAGRAPH), None)
    if block is None:
        return None
    best: tuple[int, dt.date] | None = None
    for other, grounded in zip(times, done, strict=False):
        day = day_of(grounded, other)
        if day is None or other.in_quote or not block.start <= other.start < block.end or other.tense == "future":
            continue
        if not _SPEECH.search(document.text, max(block.start, other.start - _NEAR), min(block.end, other.end + _NEAR)):
            continue
        distance = abs(time.start - other.start)
        if best is None or distance < best[0]:
            best = (distance, day)
    return best[1] if best else None


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


def latest(times: Sequence[TimeExpression], done: Sequence[Grounded]) -> int | None:
    """Index of the last grounded calendar time in `done`; vague ones are passed over."""
    for index in range(len(done) - 1, -1, -1):
        time, grounded = times[index], done[index]
        before = times[index - 1] if index else time
        if before.event and before.event[0] <= time.start < before.event[1] and done[index - 1].period.known:
            return index - 1  # "three days before Christmas" tells of the day three days before
        if time.kind not in (TimeKind.DATE, TimeKind.TIME) or time.value.endswith("_REF"):
            continue
        if grounded.period.known:
            return index
    return None


def base_day(period: Period, ahead: bool) -> dt.date | None:
    """The end of a period that a later ("two days later") or earlier time counts from."""
    return (period.end or period.start) if ahead else (period.start or period.end)
