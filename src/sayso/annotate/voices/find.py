"""The way through the package: scenes, then clauses, phrases, nouns and quotations, then order and nesting."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.annotate.parse import Parsed
from sayso.annotate.voices import adjectives, clauses, figures, nouns, phrases
from sayso.annotate.voices.anaphora import taken_up
from sayso.annotate.voices.citing import with_cited
from sayso.annotate.voices.draft import draft
from sayso.annotate.voices.event import Event
from sayso.annotate.voices.nesting import order, parents
from sayso.annotate.voices.quotes import Spoken, Stage, spoken
from sayso.annotate.voices.records import Candidate, Reach
from sayso.annotate.voices.scene import Scene, scenes
from sayso.model.enums import QuoteKind
from sayso.model.voice import Attribution, Voice


def find_attributions(parsed: Parsed) -> tuple[Attribution, ...]:
    """Who is said to say what in a document, ordered by start of content; offsets count in the document's text.

    Never raises on odd text. `parent` is an index into the returned tuple. A direct quotation that nobody is named for has
    neither source nor cue; hearsay ("reportedly", "was said to") has a cue and no source.
    """
    built = scenes(parsed)
    stage = Stage(built, [_events(scene) for scene in built])
    said = list(_candidates(stage))
    for scene in built:
        said += list(taken_up(scene, said))
    ordered = order(said)
    quoted = [scene.place((q.start, q.end)) for scene in built for q in scene.quotes]
    text = parsed.document.text
    return tuple(_record(c, parent, text, quoted) for c, parent in zip(ordered, parents(ordered), strict=True))


def _events(scene: Scene) -> list[Event]:
    finders = (clauses.events, phrases.events, nouns.events, adjectives.events, figures.events)
    found = [event for find in finders for event in find(scene)]
    return with_cited(sorted(_single(found), key=lambda e: e.verb.i))


def _single(events: Sequence[Event]) -> Iterator[Event]:
    """Without the second half of one act of saying: "declined [to comment [on it]]", "voiced [his fear [of it]]"."""
    firsts = {root: event for event in events for root in event.roots if event.content and event.verb.i < root}
    for event in events:
        first = firsts.get(event.verb.i)
        if first is None or not event.content or (event.roots and event.verb.dep_ != "xcomp"):
            yield event


def _candidates(stage: Stage) -> Iterator[Candidate]:
    speeches = spoken(stage)
    taken = {id(s.event) for s in speeches if s.event is not None and not s.again}
    for speech in speeches:
        yield from _direct(stage, speech)
    for scene, events in zip(stage.scenes, stage.events, strict=True):
        for event in events:
            if id(event) not in taken and event.content and (pieces := scene.pieces(event.content)):
                yield from _drafted(scene, event, map(scene.place, pieces))


def _direct(stage: Stage, speech: Spoken) -> Iterator[Candidate]:
    quotes = sorted(stage.scenes[n].place((q.start, q.end)) for n, q in speech.quotes)
    if speech.event is None:
        yield Candidate(None, None, tuple(quotes))
    else:
        yield from _drafted(stage.scenes[speech.scene], speech.event, quotes)


def _drafted(scene: Scene, event: Event, content: Iterable[Reach]) -> Iterator[Candidate]:
    """The candidate of an event, and those whom it cites, with the same content."""
    candidate = draft(scene, event, content)
    yield candidate
    for cited in event.cites:
        yield replace(draft(scene, cited, candidate.content), outer=candidate, pronoun=None)


def _record(candidate: Candidate, parent: int | None, text: str, quoted: Sequence[Reach]) -> Attribution:
    return Attribution(
        source=_voice(candidate.source, text),
        cue=_voice(candidate.cue, text),
        content=candidate.content,
        kind=_kind(candidate.content, text, quoted),
        parent=parent,
        negated=candidate.negated,
        anonymous=candidate.anonymous,
        recipient=_voice(candidate.recipient, text),
        pronoun=_voice(candidate.pronoun, text),
    )


def _voice(reach: Reach | None, text: str) -> Voice | None:
    return None if reach is None else Voice(reach[0], reach[1], text[reach[0] : reach[1]])


def _kind(content: Sequence[Reach], text: str, quoted: Sequence[Reach]) -> QuoteKind:
    """Direct where all words of the content stand in quotation marks, indirect where none does."""
    inside = total = 0
    for start, end in content:
        total += sum(c.isalnum() for c in text[start:end])
        for a, b in quoted[max(0, bisect_right(quoted, (start, start)) - 1) :]:
            if a >= end:
                break
            inside += sum(c.isalnum() for c in text[max(a, start) : min(b, end)])
    if not inside:
        return QuoteKind.INDIRECT
    return QuoteKind.DIRECT if inside >= total else QuoteKind.MIXED
