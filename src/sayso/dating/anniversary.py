"""Undated reports placed by how long ago they say that something was: "tomorrow it will be a week since …"."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from sayso.dating.happenings import Happening, day_of_event, event_at
from sayso.dating.shape import shift
from sayso.model.annotations import Annotations
from sayso.model.document import Document
from sayso.model.enums import Anchor, Basis
from sayso.model.time import TimeExpression

_IS = re.compile(r"\s+(?:(?:it\s+)?(?:is|was|will\s+be|has\s+been)|(?:will\s+)?marks?|marked)(?:\s+(?:exactly|just))?\s+")
_LEAD = 600  # characters of body text
_AROUND = dt.timedelta(days=14)  # beyond the other reports; what they tell of its week is weaker evidence


def dated_by_anniversary(
    documents: Sequence[Document], found: Mapping[str, Annotations], told: Sequence[Happening]
) -> tuple[Document, ...]:
    """The documents, each inferred or unknown publication narrowed to the day that an anniversary gives.

    The event is looked for among those that are dated (`told`). One told in the lead in words that nobody else has is
    taken for the chief event of the story, where the leads of most of the other documents tell one day.
    """
    return tuple(_placed(d, documents, found, told) for d in documents)


def _placed(
    document: Document, story: Sequence[Document], found: Mapping[str, Annotations], told: Sequence[Happening]
) -> Document:
    published, notes = document.published, found[document.id]
    if published.basis is Basis.STATED or (published.start and published.start == published.end):
        return document
    for day, time in _anniversaries(document, notes):
        event = day_of_event(event_at(document.text, time.event or (0, 0), notes.clauses), told, document.id)
        lead = document.body[0].start + _LEAD if document.body else 0
        if event is None and time.start < lead:
            event = _chief_day(document, found, told)
        passed = shift(event, time.unit or "day", time.amount or 0) if event else None
        at = passed - dt.timedelta(days=round(day.amount or 0)) if passed else None
        if at and _among(at, document, story):
            why = f"{document.text[day.start : time.end]!r} since {event}"
            whole = f"{published.why}; {why}" if published.why else why
            return replace(document, published=replace(published, start=at, end=at, basis=Basis.INFERRED, why=whole))
    return document


def _among(day: dt.date, document: Document, story: Sequence[Document]) -> bool:
    """True for a day near those of the other documents of the story; their exact days bound it, not guesses."""
    others = [d.published for d in story if d.id != document.id and d.published.start]
    first = min((p.start for p in others if p.start), default=day)
    last = max((p.end or p.start for p in others if p.start), default=day)
    return first - _AROUND <= day <= last + _AROUND


def _anniversaries(document: Document, notes: Annotations) -> Iterator[tuple[TimeExpression, TimeExpression]]:
    """Pairs of a day seen from the telling and the length that it completes."""
    for day, length in zip(notes.times, notes.times[1:], strict=False):
        counted = length.anchor is Anchor.EVENT and length.amount is not None and length.amount > 0
        seen = day.unit == "day" and day.anchor is Anchor.PUBLICATION and day.amount is not None
        if counted and seen and _IS.fullmatch(document.text, day.end, length.start):
            yield day, length


def _chief_day(document: Document, found: Mapping[str, Annotations], told: Sequence[Happening]) -> dt.date | None:
    """The day that more than half of the other documents tell of in their leads; None where there is no such day."""
    votes: Counter[dt.date] = Counter()
    for name, notes in found.items():
        first = notes.sentences[0][0] if notes.sentences else 0
        if name != document.id:
            votes.update({h.day for h in told if h.document == name and h.at < first + _LEAD})
    others = len(found) - 1
    day, count = max(votes.items(), key=lambda v: (v[1], -v[0].toordinal()), default=(None, 0))
    return day if count > 1 and count * 2 > others else None
