"""The times of one story: documents dated, expressions grounded, and those counted from an event told elsewhere."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.dating.anniversary import dated_by_anniversary
from sayso.dating.ground import ground
from sayso.dating.happenings import Happening, day_of_event, event_at, events_of, happenings
from sayso.dating.infer import date_documents
from sayso.dating.shape import shift
from sayso.model.annotations import Annotations
from sayso.model.document import Document
from sayso.model.enums import Anchor
from sayso.model.time import Grounded, Period, TimeExpression

Spans = Mapping[tuple[int, int], Period]


@dataclass(frozen=True, slots=True)
class Dated:
    """Documents with their publication, the grounded times of each by id, and the periods found for spans that tell events."""

    documents: tuple[Document, ...]
    grounded: Mapping[str, tuple[Grounded, ...]]
    events: Mapping[str, Spans]


def date_story(documents: Sequence[Document], found: Mapping[str, Annotations]) -> Dated:
    """Dates and grounds the documents of one story; `found` holds the annotations of each by id.

    Events are looked for twice: their days may place an undated report ("tomorrow it will be a week since …"), and that report's
    own days may then be read.
    """
    times = {name: notes.times for name, notes in found.items()}
    dated = date_documents(documents, times)
    told = happenings(dated, found, ground(dated, times))
    dated = dated_by_anniversary(dated, found, told)
    told = happenings(dated, found, ground(dated, times))
    events = {d.id: _spans(d, found[d.id], told) for d in dated}
    return Dated(dated, ground(dated, times, events), events)


def _spans(document: Document, notes: Annotations, told: Sequence[Happening]) -> Spans:
    spans: dict[tuple[int, int], Period] = {}
    for index, time in enumerate(notes.times):
        if time.anchor is Anchor.EVENT and time.event is not None:
            found = _event(document, notes, time, told) or _from_main(document, notes, index, told)
            if found:
                spans[time.event] = found
        elif time.unit == "clock" and time.amount is None:
            day = _day_of_clock(document, notes, index, told)
            if day:
                spans[time.start, time.end] = Period(day, day)
    return spans


def _event(document: Document, notes: Annotations, time: TimeExpression, told: Sequence[Happening]) -> Period | None:
    if time.event is None:
        return None
    day = day_of_event(event_at(document.text, time.event, notes.clauses), told, document.id)
    return Period(day, day) if day else None


def _governed(document: Document, notes: Annotations, index: int, told: Sequence[Happening]) -> dt.date | None:
    """The day of what the clause tells that times[index] governs, by other evidence than this time."""
    events = [e for c in notes.clauses if c.time == index for e in events_of(c)]
    return day_of_event(events, told, document.id, notes.times[index].start) if events else None


def _from_main(document: Document, notes: Annotations, index: int, told: Sequence[Happening]) -> Period | None:
    """Reads "the fire came 12 days after the lease had run out", where the fire is the one that is dated."""
    time = notes.times[index]
    day = _governed(document, notes, index, told) if time.amount is not None and time.unit else None
    before = shift(day, time.unit or "day", -(time.amount or 0)) if day else None
    return Period(before, before) if before else None


def _day_of_clock(document: Document, notes: Annotations, index: int, told: Sequence[Happening]) -> dt.date | None:
    """The day of "the blast came at noon", where the clause itself names no other time."""
    clauses = [c for c in notes.clauses if c.time == index]
    if any(len(c.times) > 1 for c in clauses):
        return None
    return _governed(document, notes, index, told)
