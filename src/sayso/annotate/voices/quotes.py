"""Whose a direct quotation is: the cue beside it, before or after it, or in a neighbouring sentence or paragraph.

The order of the search follows O'Keefe et al. 2012 and Muzny et al. 2017: the nearest pattern first, then the
conversation around.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from spacy.tokens import Token

from sayso.annotate.voices.event import Event
from sayso.annotate.voices.lexicon import Frame
from sayso.annotate.voices.marks import Quotation
from sayso.annotate.voices.names import speaker_after
from sayso.annotate.voices.scene import Scene

_TERMINALS = frozenset(",.?!…—–-")
_LEADS = frozenset(",:;—–-")
_STOPS = frozenset(".?!…")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|vs|No))\.$")
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_BELOW = frozenset({"aux", "auxpass", "relcl", "acl"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_SIGHT = 800  # characters before and after a quotation in which its cue is looked for
_RECENT = 8  # acts of speaking back to which a second quotation of one cue can belong
_NAME = 6  # words that a speaker's name before a colon has at most
_AFTER = 200  # characters between a quotation and the verb after it


@dataclass(slots=True)
class Spoken:
    """The quotations that one event speaks, as (index of block, quotation)."""

    scene: int
    event: Event | None
    quotes: list[tuple[int, Quotation]] = field(default_factory=list)
    again: bool = False  # the speaker is taken over from an event that has its own content


@dataclass(frozen=True, slots=True)
class Stage:
    """A document's blocks with the events of each, in order of the text."""

    scenes: Sequence[Scene]
    events: Sequence[Sequence[Event]]


def spoken(stage: Stage) -> list[Spoken]:
    """Every direct quotation of the document with the event that speaks it, None where nobody does."""
    found: list[Spoken] = []
    for n, scene in enumerate(stage.scenes):
        last: Spoken | None = None
        for quote in scene.quotes:
            if not is_utterance(scene, quote, stage.events[n]):
                continue
            last = _assign(stage, n, quote, last, found)
    return found


def is_utterance(scene: Scene, quote: Quotation, events: Sequence[Event]) -> bool:
    """True for a quotation that stands as a sentence or beside a cue, false for quoted words within a clause."""
    text = scene.text
    inner = text[slice(*quote.inner)].strip()
    words = inner.split()
    if not words or not any(c.isalpha() for c in inner):
        return False
    before = text[: quote.start].rstrip()
    events = _window(events, quote.start - _SIGHT, quote.start)
    closed = inner[-1] in _TERMINALS or text[quote.end : quote.end + 1] == "," or quote.open_end
    if not before or (before[-1] in _STOPS and not _ABBREVIATION.search(before[-6:])) or before[-1] in "\"”»’'":
        return closed and (len(words) > 2 or inner[-1] in _TERMINALS)
    if before[-1] in _LEADS:
        lead_cue = before[-1] == ":" or any(e.speaks and _near_before(scene, e, quote) for e in events)
        return (closed and len(words) > 2) or (lead_cue and (len(words) > 2 or closed) and _starts_sentence(inner))
    if len(words) < 3:
        return False
    previous = _token_before(scene, quote)
    return any(previous in (e.verb, e.told) for e in events if Frame.CLAUSE in e.frames) and _starts_sentence(inner)


def _window(events: Sequence[Event], start: int, end: int) -> Sequence[Event]:
    """The events whose verb begins in `[start, end)`; events are in the order of the text."""
    first = bisect_left(events, start, key=lambda e: e.verb.idx)
    return events[first : bisect_left(events, end, lo=first, key=lambda e: e.verb.idx)]


def _starts_sentence(inner: str) -> bool:
    first = next((c for c in inner if c.isalnum()), "a")
    return first.isupper() or first.isdigit() or inner[0] in "…[."


def _near_before(scene: Scene, event: Event, quote: Quotation) -> bool:
    gap = scene.text[event.verb.idx : quote.start]
    return event.verb.idx < quote.start and len(gap) < _AFTER and not any(c in _STOPS for c in gap)


def _token_before(scene: Scene, quote: Quotation) -> Token | None:
    span = (
        scene.part.doc.char_span(max(0, quote.start - _SIGHT), quote.start, alignment_mode="expand") if quote.start else None
    )
    if span is None:
        return None
    return next((t for t in reversed(span) if not t.is_punct and not t.is_space and not t.is_quote), None)


def _assign(stage: Stage, n: int, quote: Quotation, last: Spoken | None, found: list[Spoken]) -> Spoken:
    scene = stage.scenes[n]
    if (
        last is None
        and scene.runs_on
        and found
        and found[-1].quotes[-1][0] == n - 1
        and not scene.text[: quote.start].strip()
    ):
        running = found[-1]
        running.quotes.append((n, quote))
        if running.event is None and (event := _beside(stage, n, quote)) is not None:
            running.scene, running.event = n, event  # the speaker is named where the speech ends
        return running
    event = _beside(stage, n, quote)
    if event is not None:
        for known in found[-_RECENT:]:
            if known.event is event and not known.again:
                known.quotes.append((n, quote))
                return known
        return _new(found, Spoken(n, event, [(n, quote)]))
    if last is not None and _continues(scene, last, quote, n):
        last.quotes.append((n, quote))
        return last
    return _new(found, _from_around(stage, n, quote, last, found))


def _new(found: list[Spoken], spoken: Spoken) -> Spoken:
    found.append(spoken)
    return spoken


def _beside(stage: Stage, n: int, quote: Quotation) -> Event | None:
    scene, events = stage.scenes[n], stage.events[n]
    before = scene.text[: quote.start].rstrip()
    if before and before[-1] not in _STOPS and (event := _before(scene, events, quote)):
        return event
    return _after(scene, events, quote)


def _before(scene: Scene, events: Sequence[Event], quote: Quotation) -> Event | None:
    """X said, “...”: the last verb of saying between the end of the sentence or quotation before and the quotation."""
    floor = scene.quote_before(quote)
    best = None
    for event in _window(events, max(floor, quote.start - _SIGHT), quote.start):
        if floor <= event.verb.idx < quote.start and event.speaks:
            gap = scene.text[event.verb.idx : quote.start]
            if not any(
                c in _STOPS for c in gap.replace("Mr.", "").replace("Mrs.", "").replace("Ms.", "").replace("Dr.", "")
            ):
                best = event
    return best


def _after(scene: Scene, events: Sequence[Event], quote: Quotation) -> Event | None:
    """“...,” X said: the first verb of saying after the quotation, in the same sentence and before the next one."""
    inner = scene.text[slice(*quote.inner)].rstrip()
    ceiling = scene.quote_after(quote)
    rest = scene.text[quote.end : ceiling]
    new_sentence = inner[-1:] == "." and not rest.lstrip()[:1].islower()
    for event in _window(events, quote.end, quote.end + _SIGHT):
        if quote.end <= event.verb.idx < min(ceiling, quote.end + _AFTER) and event.speaks:
            gap = scene.text[quote.end : event.verb.idx]
            if new_sentence and (event.content or event.speaker is None or len(gap.split()) > 4):
                return None
            if _crosses(gap) or (
                event.speaker is not None and event.speaker.idx < quote.start and event.verb.dep_ != "conj"
            ):
                return None
            return event
    return None if new_sentence else _unlisted(scene, quote, ceiling)


def _crosses(gap: str) -> bool:
    """True where a sentence ends in the gap: a stop, a space and a capital, not after a title or an initial."""
    words = gap.split()
    return any(w[-1] in ".?!" and len(w) > 4 and after[:1].isupper() for w, after in pairwise(words))


def _unlisted(scene: Scene, quote: Quotation, ceiling: int) -> Event | None:
    """“...,” she quipped: a finite verb with its subject right after a quotation, though no verb of saying is known."""
    inner = scene.text[slice(*quote.inner)].rstrip()
    if inner[-1:] not in {",", "?", "!"} and scene.text[quote.end : quote.end + 1] != ",":
        return None
    span = scene.part.doc.char_span(quote.end, ceiling, alignment_mode="contract") if quote.end < ceiling else None
    after = [t for t in span or () if not t.is_punct and not t.is_space]
    if after and after[0].tag_ in _FINITE | {"VBN"} and after[0].dep_ not in {"aux", "auxpass"}:
        return Event(after[0], frozenset({Frame.QUOTE}), speaker_after(after[0]), frozenset())
    for token in after[:12]:
        if token.tag_ in _FINITE and token.dep_ not in _BELOW and not any(c.dep_ == "mark" for c in token.children):
            subject = next((c for c in token.children if c.dep_ == "nsubj" and c.idx >= quote.end), None)
            return Event(token, frozenset({Frame.QUOTE}), subject, frozenset()) if subject is not None else None
    return None


def _continues(scene: Scene, last: Spoken, quote: Quotation, n: int) -> bool:
    """True where nothing but the speaker's own cue stands between the quotation before and this one."""
    m, before = last.quotes[-1]
    if m != n:
        return False
    gap = scene.text[before.end : quote.start]
    if not any(c.isalnum() for c in gap):
        return True
    event = last.event
    if event is None or not before.end <= event.verb.idx < quote.start:
        return False
    return not _crosses(gap)


def _from_around(stage: Stage, n: int, quote: Quotation, last: Spoken | None, found: Sequence[Spoken]) -> Spoken:
    """A quotation without cue beside it: the sentence before, the paragraph after, the speaker before."""
    scene = stage.scenes[n]
    before = scene.text[: quote.start].rstrip()
    item = [(n, quote)]
    if before:
        event = _introduced(stage.scenes[n], stage.events[n], quote.start, before)
        if event is None and last is not None:
            event = last.event
        return Spoken(n, event, item, again=True)
    if n and stage.scenes[n - 1].text.rstrip()[-1:] == ":":
        text = stage.scenes[n - 1].text
        return Spoken(
            n - 1, _introduced(stage.scenes[n - 1], stage.events[n - 1], len(text), text.rstrip()), item, again=True
        )
    if not scene.text[quote.end :].strip() and n + 1 < len(stage.scenes) and (event := _trailing(stage, n + 1)):
        return Spoken(n + 1, event, item)
    if found and found[-1].quotes[-1][0] == n - 1 and found[-1].event is not None:
        return Spoken(found[-1].scene, found[-1].event, item, again=True)
    return Spoken(n, None, item)


def _trailing(stage: Stage, n: int) -> Event | None:
    """A paragraph that opens with "X said." and no content: the quotation before it is meant."""
    first = next(iter(stage.events[n]), None)
    if first is None or not first.speaks or first.content or first.speaker is None:
        return None
    opening = stage.scenes[n].text[: first.verb.idx]
    return first if len(opening) < _AFTER // 2 and not _crosses(opening) and not stage.scenes[n].quotes else None


def _introduces(scene: Scene, event: Event) -> bool:
    return event.speaks and event.speaker is not None and event.verb.tag_ != "VB" and scene.quote_at(event.verb.idx) is None


def _introduced(scene: Scene, events: Sequence[Event], end: int, before: str) -> Event | None:
    """The speaker of the sentence that ends at `end`: its last verb of saying, or, before a colon, its subject."""
    span = scene.part.doc.char_span(max(0, end - _SIGHT), end, alignment_mode="expand")
    tokens = [t for t in span or () if not t.is_space and not t.is_punct]
    if not tokens:
        return None
    start = tokens[-1].sent.start_char
    inside = [e for e in _window(events, start, end) if _introduces(scene, e)]
    if inside:
        return min(inside, key=lambda e: (e.verb.dep_ != "ROOT", e.verb.i))
    if before[-1] == ":":
        sentence = [t for t in tokens if t.sent.start_char == start]
        named = sentence[-1] if len(sentence) < _NAME and sentence[-1].pos_ in _NOMINAL else None
        subject = next((t for t in sentence if t.dep_ == "nsubj"), named)
        colon = next((t for t in reversed(list(span or ())) if t.text.endswith(":")), tokens[-1])
        return Event(colon, frozenset({Frame.QUOTE}), subject, frozenset(), words=(colon,))
    return None
