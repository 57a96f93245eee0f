"""Symbolic times grounded: every expression becomes a period, or is left open with the reason."""

import re
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from sayso.dating.previous import a_year_before, from_previous, last_quarter
from sayso.dating.reference import day_of, spoken_on, told_beside
from sayso.dating.shape import Told, rolling, shaped, shift
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

    `events` may give, by document id, the period of event spans that a later step has dated elsewhere ("12 days after X").
    Without an anchor a time stays open (`Period()`); today's date is never used.
    """
    return {d.id: _ground_one(d, times.get(d.id, ()), (events or {}).get(d.id, {})) for d in documents}


def _ground_one(
    document: Document, times: Sequence[TimeExpression], events: Mapping[tuple[int, int], Period]
) -> tuple[Grounded, ...]:
    published = document.published
    told = Told(published.start, published.end or published.start) if published.start else None
    walk = Walk(document, times, told)
    for index in range(len(times)):
        walk.done.append(_one(walk, index))
    _pairs(walk)
    for index, time in enumerate(times):
        if time.anchor is Anchor.SPEAKING:
            _respoken(walk, index)
        elif time.anchor is Anchor.EVENT:
            walk.done[index] = _from_event(walk, index, events)
    return tuple(walk.done)


def _one(walk: Walk, index: int) -> Grounded:
    time = walk.times[index]
    if time.kind is TimeKind.SET:
        return result(time, Period(), time.value, "recurring")
    if time.value.endswith("_REF"):
        return _vague(walk, time)
    if time.kind is TimeKind.DURATION:
        return _length(walk, time)
    if time.anchor is Anchor.ABSOLUTE:
        return result(time, shaped(period_of(time.value), time, walk.told), time.value, "stated in full")
    if time.anchor is Anchor.PREVIOUS:
        return from_previous(walk, index)
    if time.anchor is Anchor.PUBLICATION and time.unit == "year" and _COMPARED.fullmatch(time.text) and last_quarter(walk):
        return a_year_before(walk, index)
    if time.unit in ("clock", "day", "month", "month-day") and time.amount is None:
        days = told_beside(walk.document, index, walk.times, walk.done, walk.days)
        if days:
            beside = replace(time, anchor=Anchor.PREVIOUS) if time.unit == "day" else time
            return from_days(walk, beside, days, "the day told beside it")
    return from_days(walk, time, walk.days, "publication")


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


def _from_event(walk: Walk, index: int, events: Mapping[tuple[int, int], Period]) -> Grounded:
    """Reads "12 days after X": from a date given for X's span, or from a time that stands inside it."""
    time = walk.times[index]
    if time.event is None or time.amount is None:
        return walk.done[index]
    first, last = time.event
    base, name = events.get(time.event), "the event, dated elsewhere"
    if base is None:
        inside = (
            i
            for i, t in enumerate(walk.times)
            if i != index and first <= t.start and t.end <= last and day_of(walk.done[i], t)
        )
        at = next(inside, None)
        if at is None:
            return walk.done[index]
        base, name = walk.done[at].period, repr(walk.done[at].text)
    start, end = base.start, base.end
    unit, amount = time.unit or "day", time.amount
    moved = Period(shift(start, unit, amount) if start else None, shift(end, unit, amount) if end else None)
    return result(time, moved, time.value, f"counted from {name} ({start} to {end})")


def _pairs(walk: Walk) -> None:
    """Reads "from A to B": both stand for the whole stretch."""
    for i in range(len(walk.times) - 1):
        a, b = walk.times[i], walk.times[i + 1]
        if a.modifier != "FROM" or b.modifier != "TO":
            continue
        first, second = walk.done[i], walk.done[i + 1]
        start, end = first.period.start, second.period.end
        if start is None or end is None or start > end:
            continue
        whole = Period(start, end, first.period.start_time, second.period.end_time, first.period.zone)
        for at in (i, i + 1):
            walk.done[at] = replace(
                walk.done[at], period=whole, basis=f"{walk.done[at].basis}; a stretch with its other end"
            )
