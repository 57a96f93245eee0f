"""Dated happenings of a story: what took place on which day, and the day of an event that is told without one.

Two tellings are held to be of one happening by its word (the verb, or the noun that does the happening, "an explosion
tore through …", "Tuesday's explosion") and by a shared name or participant where the event names any. Where tellings
part over the day, none is taken.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.dating.words import same_event_word
from sayso.model.annotations import Annotations
from sayso.model.clause import Clause
from sayso.model.document import Document
from sayso.model.enums import Modality, TimeKind
from sayso.model.time import Grounded, TimeExpression

_OCCUR = frozenset(
    "occur happen strike hit come go rip tear rock shake kill injure wound destroy begin start break erupt explode level "
    "flatten claim devastate sweep engulf take befall".split()
)
_HOLD = frozenset(("hold", "stage", "conduct", "carry", "launch"))
_TOLD = frozenset((Modality.ASSERTED, Modality.PREDICTED, Modality.INTENDED))
_OPEN = frozenset(("SINCE", "UNTIL", "BY", "BEFORE", "AFTER", "FROM", "TO"))
_POSSESSIVE = re.compile(r"['’]s\s+((?:[a-z][\w-]*\s+){0,2}?)([a-z]{4,})")
_WORD = re.compile(r"[^\W\d_]{3,}")
_NAME = re.compile(r"(?<![^\W\d_])[A-Z][^\W\d_]{2,}")
_HEAD_END = re.compile(r"\s(?:of|in|at|on|by|near|that|which|who|when|where|with|for|from|against|between|to)\s|,|[('’\"“]")
_PRONOUNS = frozenset("he she it they we you this that these those who which him her them us one".split())
_MOST = 2 / 3  # share of the documents that must agree on the day


@dataclass(frozen=True, slots=True)
class Event:
    """What is asked after or told: its word, the words beside it, and the names among them."""

    word: str
    nominal: bool
    beside: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Happening:
    """An event that the document tells of `day`, by the time expression that starts at `at`."""

    document: str
    at: int
    day: dt.date
    event: Event


def _words(text: str) -> frozenset[str]:
    return frozenset(w.lower() for w in _WORD.findall(text))


def _names(text: str) -> frozenset[str]:
    return frozenset(w.lower() for w in _NAME.findall(text))


def events_of(clause: Clause) -> tuple[Event, ...]:
    """The events that a clause tells: of its verb, and of the noun that occurs or is held; none of a pronoun's doing."""
    roles = [r for r in clause.roles if r.role in ("agent", "patient") and r.head not in _PRONOUNS]
    beside = frozenset(r.head for r in roles)
    names = _names(clause.text[1:])
    verb = clause.predicate.partition("_")[0]
    nouns = [r.head for r in roles if (r.role == "agent" and verb in _OCCUR) or (r.role == "patient" and verb in _HOLD)]
    found = [Event(n, True, beside - {n}, names) for n in nouns]
    if beside and not clause.nominal and verb not in _OCCUR - {"kill", "explode", "wound", "injure"}:
        found.append(Event(verb, False, beside, names))
    return tuple(found)


def event_at(text: str, span: tuple[int, int], clauses: Sequence[Clause]) -> tuple[Event, ...]:
    """The event that text[span] names: a clause ("the captain fled"), else a noun phrase ("the harbour fire")."""
    start, end = span
    told = [c for c in clauses if start <= c.head < end and not c.nominal and c.roles]
    if told:
        return tuple(e for c in told[:1] for e in events_of(c))
    words = text[start:end]
    cut = _HEAD_END.search(words)
    phrase = words[: cut.start()] if cut and cut.start() > 2 and words[cut.start()] not in "'’" else words
    parts = _WORD.findall(phrase)
    if not parts or parts[-1].lower() in _PRONOUNS:
        return ()
    head = parts[-1].lower()
    return (Event(head, True, _words(words) - {head}, _names(words[1:])),)


def one_day(time: TimeExpression, grounded: Grounded) -> dt.date | None:
    """The day of a time that means one day and bounds nothing; None for all else."""
    period = grounded.period
    if time.kind not in (TimeKind.DATE, TimeKind.TIME) or _OPEN & set((time.modifier or "").split()):
        return None
    return period.start if period.start is not None and period.start == period.end else None


def happenings(
    documents: Sequence[Document], found: Mapping[str, Annotations], grounded: Mapping[str, Sequence[Grounded]]
) -> tuple[Happening, ...]:
    """All events that the documents tell with a single day; bare times of day, whose day is a guess, are left out."""
    told: list[Happening] = []
    for document in documents:
        notes, done = found[document.id], grounded[document.id]
        days = [one_day(t, g) for t, g in zip(notes.times, done, strict=True)]
        for index, (time, day) in enumerate(zip(notes.times, days, strict=True)):
            if day is None or (time.unit == "clock" and "told beside" not in done[index].basis):
                continue
            told += [Happening(document.id, time.start, day, e) for e in _around(document, notes, index)]
    return tuple(told)


def _around(document: Document, notes: Annotations, index: int) -> Iterable[Event]:
    """Events that times[index] dates: those of the clauses it governs, and the noun that it owns ("Tuesday's explosion")."""
    time = notes.times[index]
    owned = _POSSESSIVE.match(document.text, time.end, time.end + 60)
    if owned:
        return [Event(owned[2].lower(), True, _words(owned[1]), frozenset())]
    governed = (c for c in notes.clauses if c.time == index and not c.negated and c.modality in _TOLD)
    return [e for c in governed for e in events_of(c)]


def like(asked: Event, told: Event) -> bool:
    """True where two tellings are held to be of one event."""
    if asked.nominal and told.nominal:
        same = asked.word == told.word
        return same and (not asked.names or not told.names or bool(asked.names & (told.names | told.beside)))
    if not same_event_word(asked.word, told.word):
        return False
    shared = (asked.beside | asked.names) & (told.beside | told.names)
    return bool(shared)


def day_of_event(asked: Sequence[Event], told: Sequence[Happening], document: str, apart: int = -1) -> dt.date | None:
    """The day of an event by the document's own telling, else by the others'; None where nobody tells it or they part.

    `apart` is the start of a time expression of the document that must not be its own evidence.
    """
    same = [
        h for h in told if not (h.document == document and h.at == apart) and any(like(event, h.event) for event in asked)
    ]
    own = {h.day for h in same if h.document == document}
    if own:
        return own.pop() if len(own) == 1 else None
    votes = Counter(day for day, _ in {(h.day, h.document) for h in same})
    if not votes:
        return None
    day, count = max(votes.items(), key=lambda v: (v[1], -v[0].toordinal()))
    return day if count >= _MOST * len({h.document for h in same}) else None
