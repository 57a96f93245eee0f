"""The times of one story: documents dated, expressions grounded, and those counted from an event told elsewhere."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from sayso.dating.aftermath import dated_after_events
from sayso.dating.anniversary import dated_by_anniversary
from sayso.dating.ground import ground
from sayso.dating.happenings import Happening, day_of_event, event_at, events_of, happenings, one_day
from sayso.dating.infer import date_documents
from sayso.dating.shape import counted
from sayso.dating.sureness import told_how_sure
from sayso.model.annotations import Annotations
from sayso.model.document import Document
from sayso.model.enums import Anchor
from sayso.model.time import Grounded, Period

_APPOSED = re.compile(r",\s+(?:(?:just|only|some|exactly)\s+)?")
Spans = Mapping[tuple[int, int], Period]


@dataclass(frozen=True, slots=True)
class Dated:
    """Documents with their publication, the grounded times of each by id, and the periods of spans that tell events."""

    documents: tuple[Document, ...]
    grounded: Mapping[str, tuple[Grounded, ...]]
    events: Mapping[str, Spans]


def date_story(documents: Sequence[Document], found: Mapping[str, Annotations]) -> Dated:
    """Dates and grounds the documents of one story; `found` holds the annotations of each by id.

    Events are looked for twice: their days may place an undated report ("tomorrow it will be a week since …"), and then
    that report's own days can be read.
    """
    times = {name: notes.times for name, notes in found.items()}
    dated = date_documents(documents, times)
    told = happenings(dated, found, ground(dated, times))
    dated = dated_by_anniversary(dated, found, told)
    dated = tuple(map(told_how_sure, dated_after_events(dated, found, told)))
    grounded = ground(dated, times)
    told = happenings(dated, found, grounded)
    events = {d.id: _Finder(d, found[d.id], grounded[d.id], told).spans() for d in dated}
    return Dated(dated, ground(dated, times, events), events)


class _Finder:
    """Looks for the days of the events that one document counts from or tells with a bare time of day."""

    def __init__(
        self, document: Document, notes: Annotations, grounded: Sequence[Grounded], told: Sequence[Happening]
    ) -> None:
        self._document, self._notes, self._grounded, self._told = document, notes, grounded, told

    def spans(self) -> Spans:
        """The period of each such event, by its span; that of a bare time of day by the span of the time."""
        spans: dict[tuple[int, int], Period] = {}
        for index, time in enumerate(self._notes.times):
            if time.anchor is Anchor.EVENT and time.event is not None:
                found = self._event(time.event) or self._from_main(index)
                if found:
                    spans[time.event] = found
            elif time.unit == "clock" and time.amount is None:
                day = self._day_of_clock(index)
                if day:
                    spans[time.start, time.end] = Period(day, day)
        return spans

    def _event(self, span: tuple[int, int]) -> Period | None:
        asked = event_at(self._document.text, span, self._notes.clauses)
        day = day_of_event(asked, self._told, self._document.id)
        return Period(day, day) if day else None

    def _governed(self, index: int) -> dt.date | None:
        """The day of what the clause tells that times[index] governs, by other evidence than this time."""
        events = [e for c in self._notes.clauses if c.time == index for e in events_of(c)]
        return day_of_event(events, self._told, self._document.id, self._notes.times[index].start) if events else None

    def _from_main(self, index: int) -> Period | None:
        """Reads "the fire came 12 days after the lease had run out" and "freed on Monday, five days after they were taken".

        What the length is told of is dated, and so is the event that it counts from.
        """
        times = self._notes.times
        time = times[index]
        if time.amount is None:
            return None
        beside = index and _APPOSED.fullmatch(self._document.text, times[index - 1].end, time.start)
        day = one_day(times[index - 1], self._grounded[index - 1]) if beside else None
        day = day or self._governed(index)
        return counted(Period(day, day), replace(time, amount=-time.amount)) if day else None

    def _day_of_clock(self, index: int) -> dt.date | None:
        """The day of "the blast came at noon", where the clause itself names no other time."""
        several = any(len(c.times) > 1 for c in self._notes.clauses if c.time == index)
        return None if several else self._governed(index)
