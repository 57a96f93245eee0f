"""Symbolic times grounded: every expression becomes a period, or is left open with the reason."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from sayso.dating.reference import base_day, day_of, days_between, latest, spoken_on, told_beside
from sayso.dating.relate import relate
from sayso.dating.shape import Told, rolling, shaped, shift
from sayso.dating.values import period_of
from sayso.model.document import Document
from sayso.model.enums import Anchor, TimeKind
from sayso.model.time import Grounded, Period, TimeExpression

_QUARTER = re.compile(r"(\d{4})-(Q[1-4])")
_QUARTERLY = re.compile(r"XXXX-QX")
_BACK = re.compile(r"\b(?:that|same)\b", re.IGNORECASE)
_COMPARED = re.compile(r"\ba\s+year\s+ago\b", re.IGNORECASE)
_NEARBY, _CLOSE = 800, 200  # characters


@dataclass(slots=True)
class _Walk:
    """One document on the way: what is grounded so far."""

    document: Document
    times: Sequence[TimeExpression]
    told: Told | None
    done: list[Grounded] = field(default_factory=list)

    @property
    def days(self) -> tuple[dt.date, ...]:
        return days_between(self.told.first, self.told.last) if self.told else ()


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
    walk = _Walk(document, times, told)
    for index in range(len(times)):
        walk.done.append(_one(walk, index))
    _pairs(walk)
    for index, time in enumerate(times):
        if time.anchor is Anchor.SPEAKING:
            _respoken(walk, index)
        elif time.anchor is Anchor.EVENT:
            walk.done[index] = _from_event(walk, index, events)
    return tuple(walk.done)


def _result(time: TimeExpression, period: Period, value: str, basis: str) -> Grounded:
    if time.zone and period.known:
        period = replace(period, zone=time.zone)
    return Grounded(start=time.start, end=time.end, text=time.text, period=_ordered(period), value=value, basis=basis)


def _ordered(period: Period) -> Period:
    if period.start and period.end and period.start > period.end:
        return replace(period, start=period.end, end=period.start)
    return period


def _one(walk: _Walk, index: int) -> Grounded:
    time = walk.times[index]
    if time.kind is TimeKind.SET:
        return _result(time, Period(), time.value, "recurring")
    if time.value.endswith("_REF"):
        return _vague(walk, time)
    if time.kind is TimeKind.DURATION:
        return _length(walk, time)
    if time.anchor is Anchor.ABSOLUTE:
        return _result(time, shaped(period_of(time.value), time, walk.told), time.value, "stated in full")
    if time.anchor is Anchor.PREVIOUS:
        return _from_previous(walk, index)
    if time.anchor is Anchor.PUBLICATION and time.unit == "year" and _COMPARED.fullmatch(time.text) and _last_quarter(walk):
        return _a_year_before(walk, index)
    if time.unit in ("clock", "month", "month-day") and time.amount is None:
        days = told_beside(walk.document, index, walk.times, walk.done, walk.days)
        if days:
            return _from_days(walk, time, days, "the day told beside it")
    return _from_days(walk, time, walk.days, "publication")


def _vague(walk: _Walk, time: TimeExpression) -> Grounded:
    told = walk.told
    if told is None:
        return _result(time, Period(), time.value, "vague, and publication unknown")
    periods = {
        "PRESENT_REF": Period(told.first, told.last),
        "PAST_REF": Period(None, told.last),
        "FUTURE_REF": Period(told.first, None),
    }
    return _result(time, periods.get(time.value, Period()), time.value, f"vague, as seen from publication {_name(told)}")


def _length(walk: _Walk, time: TimeExpression) -> Grounded:
    if time.anchor is Anchor.EVENT:
        return _result(time, Period(), time.value, "counted from an event that is not dated here")
    if time.anchor not in (Anchor.PUBLICATION, Anchor.SPEAKING) or not time.modifier:
        return _result(time, Period(), time.value, "a length of time")
    if walk.told is None:
        return _result(time, Period(), time.value, "counted from publication, which is unknown")
    return _result(time, rolling(time, walk.told), time.value, f"counted from publication {_name(walk.told)}")


def _name(told: Told) -> str:
    return str(told.first) if told.first == told.last else f"{told.first} to {told.last}"


def _from_days(walk: _Walk, time: TimeExpression, days: Sequence[dt.date], what: str) -> Grounded:
    """Seen from each day that it may count from; a weekday goes with most of them, all else covers all."""
    if not days:
        return _result(time, Period(), time.value, "counted from publication, which is unknown")
    values = Counter(v for v in (relate(time, day) for day in days) if v)
    if not values:
        return _result(time, Period(), time.value, f"not understood from {what}")
    name = str(days[0]) if len(days) == 1 else f"{days[0]} to {days[-1]}"
    basis = f"{_kind(time)} seen from {what} {name}"
    value, votes = max(values.items(), key=lambda item: (item[1], item[0]))
    if len(values) == 1 or (time.unit == "weekday" and 2 * votes > len(days)):
        return _result(time, shaped(period_of(value), time, walk.told), value, basis)
    return _result(time, _hull(shaped(period_of(v), time, walk.told) for v in sorted(values)), time.value, basis)


def _kind(time: TimeExpression) -> str:
    tense = f", {time.tense}," if time.tense and time.amount is None else ""
    return f"{time.unit or 'time'}{tense}"


def _hull(periods: Iterable[Period]) -> Period:
    found = list(periods)
    starts, ends = [p.start for p in found], [p.end for p in found]
    known_starts, known_ends = [s for s in starts if s], [e for e in ends if e]
    start = min(known_starts) if len(known_starts) == len(starts) and starts else None
    end = max(known_ends) if len(known_ends) == len(ends) and ends else None
    return Period(start, end)


def _from_previous(walk: _Walk, index: int) -> Grounded:
    time = walk.times[index]
    if _QUARTERLY.match(time.value) or time.unit == "quarter":
        return _from_quarter(walk, index)
    plain = not _BACK.search(time.text)
    if plain and time.amount == 0 and time.unit in ("year", "month", "week", "weekend"):
        return _from_days(walk, time, walk.days, "publication")
    if time.value == "XXXX" and time.unit == "year" and time.amount == -1:
        return _a_year_before(walk, index)
    at = latest(walk.times, walk.done)
    if at is None:
        return _result(time, Period(), time.value, "counted from a time told before, and there is none")
    return _counted(walk, time, walk.done[at])


def _counted(walk: _Walk, time: TimeExpression, base: Grounded) -> Grounded:
    basis = f"counted from {base.text!r} ({base.value})"
    if time.value.endswith("_REF") or (time.amount is None and time.unit not in ("weekday", "month", "season")):
        return _result(time, Period(), time.value, "vague, counted from a time told before")
    day = base_day(base.period, (time.amount or 0) > 0)
    value = relate(time, day) if day else None
    if value is None:
        return _result(time, Period(), time.value, f"not understood, {basis}")
    return _result(time, shaped(period_of(value), time, walk.told), value, basis)


def _last_quarter(walk: _Walk) -> tuple[str, Grounded] | None:
    """The quarter told of last, passing over those that are only compared with."""
    for time, grounded in zip(reversed(walk.times[: len(walk.done)]), reversed(walk.done), strict=True):
        if _QUARTER.match(grounded.value) and not (time.unit == "year" and time.amount):
            return grounded.value, grounded
    return None


def _from_quarter(walk: _Walk, index: int) -> Grounded:
    """"the quarter", "the year-earlier quarter": the one told of, else the last that is over."""
    time = walk.times[index]
    years = round(time.amount or 0) if time.unit == "year" else 0
    quarters = round(time.amount or 0) if time.unit == "quarter" else 0
    last = _last_quarter(walk)
    if last:
        value = _quarter_on(last[0], 4 * years + quarters)
        basis = f"counted from {last[1].text!r} ({last[0]})"
        return _result(time, shaped(period_of(value), time, walk.told), value, basis)
    over = replace(time, unit="quarter", value="XXXX-QX", amount=4 * years + min(quarters, 0) - (0 if quarters < 0 else 1))
    found = _from_days(walk, over, walk.days, "publication")
    return found if found.period.known else replace(found, value=time.value)


def _quarter_on(value: str, quarters: int) -> str:
    match = _QUARTER.match(value)
    if match is None:
        return value
    index = int(match[1]) * 4 + int(match[2][1]) - 1 + quarters
    return f"{index // 4:04d}-Q{index % 4 + 1}"


def _a_year_before(walk: _Walk, index: int) -> Grounded:
    """"a year earlier": of a quarter told of nearby, else of a year told just before, else before publication."""
    time = walk.times[index]
    last = _last_quarter(walk)
    if last and time.start - last[1].end < _NEARBY:
        value = _quarter_on(last[0], -4)
        return _result(time, shaped(period_of(value), time, walk.told), value, f"counted from {last[1].text!r} ({last[0]})")
    at = latest(walk.times, walk.done)
    if at is not None and time.start - walk.done[at].end < _CLOSE and not (walk.times[at].unit == "year" and walk.times[at].amount):
        return _counted(walk, time, walk.done[at])
    return _from_days(walk, time, walk.days, "publication")


def _respoken(walk: _Walk, index: int) -> None:
    """A time inside a quotation, counted from the day of speaking where the paragraph tells it."""
    time = walk.times[index]
    day = spoken_on(walk.document, index, walk.times, walk.done)
    if day is None or (walk.told and day > walk.told.last):
        return
    if time.kind is TimeKind.DURATION:
        if time.modifier and time.anchor is Anchor.SPEAKING:
            walk.done[index] = _result(time, rolling(time, Told(day, day)), time.value, f"counted from the day of speaking {day}")
        return
    if time.value.endswith("_REF"):
        return
    walk.done[index] = _from_days(walk, time, (day,), "the day of speaking")


def _from_event(walk: _Walk, index: int, events: Mapping[tuple[int, int], Period]) -> Grounded:
    """"12 days after X": from a date given for X's span, or from a time that stands inside it."""
    time = walk.times[index]
    if time.event is None or time.amount is None:
        return walk.done[index]
    first, last = time.event
    base, name = events.get(time.event), "the event, dated elsewhere"
    if base is None:
        inside = (i for i, t in enumerate(walk.times) if i != index and first <= t.start and t.end <= last and day_of(walk.done[i], t))
        at = next(inside, None)
        if at is None:
            return walk.done[index]
        base, name = walk.done[at].period, repr(walk.done[at].text)
    start, end = base.start, base.end
    unit, amount = time.unit or "day", time.amount
    moved = Period(shift(start, unit, amount) if start else None, shift(end, unit, amount) if end else None)
    return _result(time, moved, time.value, f"counted from {name} ({start} to {end})")


def _pairs(walk: _Walk) -> None:
    """"from A to B": both stand for the whole stretch."""
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
            walk.done[at] = replace(walk.done[at], period=whole, basis=f"{walk.done[at].basis}; a stretch with its other end")


