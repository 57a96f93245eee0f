"""No report comes out before what it tells as done: inferred publications begin with the events that others date."""

import datetime as dt
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from sayso.dating.happenings import Event, Happening, events_of, like
from sayso.dating.sureness import Sureness, sureness
from sayso.dating.words import same_event_word
from sayso.model.annotations import Annotations
from sayso.model.document import Document
from sayso.model.enums import Basis, Modality

_LEAD = 900  # characters of body text in which a report tells what is new
_LIGHT = frozenset("be have do get make take give go come become say tell call know see want seem remain keep".split())
_LONG_AGO = dt.timedelta(days=14)  # before the other reports: what happened then bounds nothing


def dated_after_events(
    documents: Sequence[Document], found: Mapping[str, Annotations], told: Sequence[Happening]
) -> tuple[Document, ...]:
    """The documents, each inferred publication cut to begin with the events that the text itself tells as done.

    An event's day is the earliest that a report which is placed within a few days gives it. Only what leaves some day open
    is cut: where a bound lies behind all the days that the text itself speaks for, it is more likely that two events were
    taken for one.
    """
    exact = {d.id for d in documents if sureness(d.published) is not Sureness.OPEN}
    first = min((d.published.start for d in documents if d.id in exact and d.published.start), default=None)
    if first is None:
        return tuple(documents)
    known = [h for h in told if h.document in exact and h.day >= first - _LONG_AGO]
    return tuple(_cut(d, found[d.id], known) for d in documents)


def _cut(document: Document, notes: Annotations, known: Sequence[Happening]) -> Document:
    published = document.published
    if published.basis is not Basis.INFERRED or published.start is None or published.end is None:
        return document
    days = [(day, word) for e in _done(document, notes) if (day := _earliest(e, document.id, known)) for word in [e.word]]
    fitting = [(day, word) for day, word in days if published.start < day <= published.end]
    if not fitting:
        return document
    day, word = max(fitting)
    why = f"tells what others date: {word} ({day})"
    return replace(
        document, published=replace(published, start=day, why=f"{published.why}; {why}" if published.why else why)
    )


def _done(document: Document, notes: Annotations) -> list[Event]:
    """The events that a report tells early as over, in its own time: neither planned, denied nor merely spoken of."""
    lead = document.body[0].start + _LEAD if document.body else 0
    over = (
        c
        for c in notes.clauses
        if c.start < lead and c.modality is Modality.ASSERTED and c.tense == "past" and not (c.negated or c.speech)
    )
    return [event for clause in over for event in events_of(clause) if event.word not in _LIGHT]


def _earliest(event: Event, document: str, known: Sequence[Happening]) -> dt.date | None:
    """The earliest day that others give an event."""
    return min((h.day for h in known if h.document != document and _one(event, h.event)), default=None)


def _one(event: Event, other: Event) -> bool:
    """True for one event; in one story "the explosion" is what exploded, whatever stands beside it."""
    return like(event, other) or (event.nominal != other.nominal and same_event_word(event.word, other.word))
