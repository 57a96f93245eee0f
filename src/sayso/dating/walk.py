"""One document on the way to grounded times, and times seen from a set of possible days."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from sayso.dating.reference import days_between
from sayso.dating.relate import relate
from sayso.dating.shape import Told, shaped
from sayso.dating.values import period_of
from sayso.model.document import Document
from sayso.model.time import Grounded, Period, TimeExpression


@dataclass(slots=True)
class Walk:
    """One document on the way: what is grounded so far."""

    document: Document
    times: Sequence[TimeExpression]
    told: Told | None
    done: list[Grounded] = field(default_factory=list)

    @property
    def days(self) -> tuple[dt.date, ...]:
        """The days on which the document may have been published; empty where unknown."""
        return days_between(self.told.first, self.told.last) if self.told else ()


def result(time: TimeExpression, period: Period, value: str, basis: str) -> Grounded:
    """The grounded time, with the zone that its words name."""
    if time.zone and period.known:
        period = replace(period, zone=time.zone)
    return Grounded(start=time.start, end=time.end, text=time.text, period=_ordered(period), value=value, basis=basis)


def _ordered(period: Period) -> Period:
    if period.start and period.end and period.start > period.end:
        return replace(period, start=period.end, end=period.start)
    return period


def span(told: Told) -> str:
    """The days of telling, in words."""
    return str(told.first) if told.first == told.last else f"{told.first} to {told.last}"


MOST = 0.75  # share of the days of publication that must give one weekday's date for it to be taken


def from_days(walk: Walk, time: TimeExpression, days: Sequence[dt.date], what: str) -> Grounded:
    """Seen from each day that it may count from; a weekday goes with nearly all of them, all else covers all."""
    if not days:
        return result(time, Period(), time.value, "counted from publication, which is unknown")
    values = Counter(v for v in (relate(time, day) for day in days) if v)
    if not values:
        return result(time, Period(), time.value, f"not understood from {what}")
    name = str(days[0]) if len(days) == 1 else f"{days[0]} to {days[-1]}"
    basis = f"{_kind(time)} seen from {what} {name}"
    value, votes = max(values.items(), key=lambda item: (item[1], item[0]))
    if len(values) == 1 or (time.unit == "weekday" and votes >= MOST * len(days)):
        return result(time, shaped(period_of(value), time, walk.told), value, basis)
    return result(time, _hull(shaped(period_of(v), time, walk.told) for v in sorted(values)), time.value, basis)


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
