"""Symbolic times grounded: every expression becomes a period, or is left open with the reason."""

import re
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from sayso.dating.holidays import dated
from sayso.dating.pairs import pair_days, pair_ends, pair_parts, pair_weeks, pair_zones
from sayso.dating.previous import a_year_before, from_previous, last_quarter
from sayso.dating.reference import day_of, recurs, spoken_on, told_beside
from sayso.dating.shape import Told, counted, rolling, shaped
from sayso.dating.values import period_of
from sayso.dating.walk import Walk, from_days, result, span
from sayso.model.document import Document
from sayso.model.enums import Anchor, TimeKind
from sayso.model.time import Grounded, Period, TimeExpression

_COMPARED = re.compile(r"\ba\s+year\s+ago\b", re.IGNORECASE)


def ground(
    documents: Sequence[Document],
    times: Mapping[str, tuple[TimeExpression, ...]],
    events: Mapping[str, Mapping[tuple[int, int], Period]] | None = None,
) -> Mapping[str, tuple[Grounded, ...]]:
    """Grounds all times of all documents: for each document id one Grounded per expression, in order.

    `events` may give, by document id, the period of event spans that are dated elsewhere ("12 days after X"), and under
    the span of a bare time of day the day of what it is told of ("the blast came at noon").
    Without an anchor a time stays open (`Period()`); today's date is never used.
    """
    return {d.id: _ground_one(d, times.get(d.id, ()), (events or {}).get(d.id, {})) for d in documents}


def _ground_one(
    document: Document, times: Sequence[TimeExpression], events: Mapping[tuple[int, int], Period]
) -> tuple[Grounded, ...]:
    published = document.published
    told = Told(published.start, published.end or published.start) if published.start else None
    walk = Walk(document, times, told)
    for index, time in enumerate(times):
        period = events.get((time.start, time.end)) if time.unit == "clock" else None
        walk.done.append(_clock_of_event(walk, index, period) if period else _one(walk, index))
    if any(time.anchor is Anchor.EVENT for time in times):
        walk = _with_events(walk, events)
    pair_weeks(walk)
    pair_parts(walk)
    pair_days(walk)
    pair_zones(walk)
    pair_ends(walk)
    for index, time in enumerate(times):
        if time.anchor is Anchor.SPEAKING:
            _respoken(walk, index)
    return tuple(walk.done)


def _with_events(walk: Walk, events: Mapping[tuple[int, int], Period]) -> Walk:
    """The walk with the times that count from events, and those told after them that count from these."""
    again = Walk(walk.document, walk.times, walk.told)
    moved = False
    for index, time in enumerate(walk.times):
        if time.anchor is Anchor.EVENT:
            again.done.append(_from_event(walk, index, events))
            moved = moved or again.done[index].period.known
        else:
            previous = moved and time.anchor is Anchor.PREVIOUS and time.kind is not TimeKind.DURATION
            again.done.append(from_previous(again, index) if previous else walk.done[index])
    return again


def _one(walk: Walk, index: int) -> Grounded:
    time = walk.times[index]
    if time.kind is TimeKind.SET:
        return result(time, Period(), time.value, "recurring")
    if time.value.endswith("_REF"):
        return _vague(walk, time)
    if time.kind is TimeKind.DURATION:
        return _length(walk, time)
    if time.anchor is Anchor.EVENT:
        return result(time, Period(), time.value, "counted from an event that is not dated here")
    if time.anchor is Anchor.ABSOLUTE:
        value = dated(time.value)
        return result(time, shaped(period_of(value), time, walk.told), value, "stated in full")
    if time.anchor is Anchor.PREVIOUS:
        return from_previous(walk, index)
    if time.anchor is Anchor.PUBLICATION and time.unit == "year" and _COMPARED.fullmatch(time.text) and last_quarter(walk):
        return a_year_before(walk, index)
    if time.unit == "clock" and recurs(walk.document, index, walk.times):
        return result(time, Period(), time.value, "recurring, with the day beside it")
    if time.unit in ("clock", "day", "month", "month-day") and time.amount is None:
        days = told_beside(walk.document, index, walk.times, walk.done, walk.days)
        if days:
            beside = replace(time, anchor=Anchor.PREVIOUS) if time.unit == "day" else time
            return from_days(walk, beside, days, "the day told beside it")
    if time.unit == "clock" and time.tense == "past" and time.value.endswith("T24:00"):
        time = replace(time, value=time.value.replace("T24:00", "T00:00"))  # the midnight that is over began the day
    return from_days(walk, time, walk.days, "publication")


def _clock_of_event(walk: Walk, index: int, period: Period) -> Grounded:
    time = walk.times[index]
    days = told_beside(walk.document, index, walk.times, walk.done, walk.days)
    same = index and days and ". " not in walk.document.text[walk.times[index - 1].end : time.start]
    if same or period.start is None:
        return _one(walk, index)
    return from_days(walk, time, (period.start,), "the day of what it is told of, dated elsewhere:")


def _vague(walk: Walk, time: TimeExpression) -> Grounded:
    told = walk.told
    if told is None:
        return result(time, Period(), time.value, "vague, and publication unknown")
    periods = {
        "PRESENT_REF": Period(told.first, told.last),
        "PAST_REF": Period(None, told.last),
        "FUTURE_REF": Period(told.first, None),
    }
    return result(time, periods.get(time.value, Period()), time.value, f"vague, as seen from publication {span(told)}")


def _length(walk: Walk, time: TimeExpression) -> Grounded:
    if time.anchor is Anchor.EVENT:
        return result(time, Period(), time.value, "counted from an event that is not dated here")
    if time.anchor not in (Anchor.PUBLICATION, Anchor.SPEAKING) or not time.modifier:
        return result(time, Period(), time.value, "a length of time")
    if walk.told is None:
        return result(time, Period(), time.value, "counted from publication, which is unknown")
    return result(time, rolling(time, walk.told), time.value, f"counted from publication {span(walk.told)}")


def _respoken(walk: Walk, index: int) -> None:
    """A time inside a quotation, counted from the day of speaking where the paragraph tells it."""
    time = walk.times[index]
    day = spoken_on(walk.document, index, walk.times, walk.done)
    if day is None or (walk.told and day > walk.told.last):
        return
    if time.kind is TimeKind.DURATION:
        if time.modifier and time.anchor is Anchor.SPEAKING:
            walk.done[index] = result(
                time, rolling(time, Told(day, day)), time.value, f"counted from the day of speaking {day}"
            )
        return
    if time.value.endswith("_REF"):
        return
    walk.done[index] = from_days(walk, time, (day,), "the day of speaking")


def _day_inside(walk: Walk, index: int, span: tuple[int, int]) -> int | None:
    """Index of the first time after times[index] within the span that means one day, or a full date that ends it."""
    for at in range(index + 1, len(walk.times)):
        time = walk.times[at]
        if time.end > span[1]:
            return None
        whole = time.end == span[1] and time.anchor is Anchor.ABSOLUTE and walk.done[at].period.end
        if day_of(walk.done[at], time) or whole:
            return at
    return None


def _from_event(walk: Walk, index: int, events: Mapping[tuple[int, int], Period]) -> Grounded:
    """Reads "12 days after X": from a day that stands in the words of X, or from a date given for X's span."""
    time = walk.times[index]
    if time.event is None:
        return walk.done[index]
    base, name = events.get(time.event), "the event, dated elsewhere"
    at = _day_inside(walk, index, time.event)
    if at is not None and (base is None or "," not in walk.document.text[time.end : walk.times[at].start]):
        base, name = walk.done[at].period, repr(walk.done[at].text)
    if base is None:
        return walk.done[index]
    start, end = base.start, base.end
    basis = f"counted from {name} ({start} to {end})" if start != end else f"counted from {name} ({start})"
    moved = counted(base, time)
    value = time.value
    if time.kind is TimeKind.DATE and moved.start and moved.start == moved.end:
        value = moved.start.isoformat()
    return result(time, moved, value, basis)
