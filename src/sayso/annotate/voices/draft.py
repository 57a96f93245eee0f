"""From what a finder saw in a block to a candidate with the document's offsets."""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from sayso.annotate.voices.carried import carried_by, heard_by
from sayso.annotate.voices.clauses import is_negated
from sayso.annotate.voices.documents import named
from sayso.annotate.voices.event import Event
from sayso.annotate.voices.lexicon import lexicon
from sayso.annotate.voices.names import agent_of, is_anonymous, quoted_in, relative_of, span_of, subject_of
from sayso.annotate.voices.records import Candidate, Reach
from sayso.annotate.voices.scene import Scene, reach_of


def draft(scene: Scene, event: Event, content: Iterable[Reach]) -> Candidate:
    """The candidate of an event with content given in the document's offsets."""
    speaker = None if event.speaker is None else named(event.speaker)
    pieces = tuple(content)
    candidate = Candidate(
        source=_apart(scene, _place(scene, speaker), pieces),
        cue=scene.place(event.cue()),
        content=pieces,
        negated=is_negated(event.verb) != (speaker is not None and _is_nobody(speaker)),
        anonymous=speaker is not None and is_anonymous(speaker),
        recipient=_place(scene, heard_by(event)),
        pronoun=_word(scene, relative_of(event.verb, speaker)),
    )
    return replace(candidate, outer=_relay(scene, event, speaker, candidate.content))


def _place(scene: Scene, head: Token | None) -> Reach | None:
    if head is None:
        return None
    reach = span_of(head)
    # A mark that the parse takes for a word of the name is none; the full stop of "Moor & Co." is part of it.
    return scene.place(((scene.trim(*reach) or reach)[0], reach[1]))


def _word(scene: Scene, token: Token | None) -> Reach | None:
    return None if token is None else scene.place(reach_of(token))


def _relay(scene: Scene, event: Event, speaker: Token | None, content: tuple[Reach, ...]) -> Candidate | None:
    """The voice around this one where the text names it at the speaker or the verb: "analysts quoted by X say"."""
    quoting = quoted_in(event.verb)
    if quoting is not None and (teller := subject_of(quoting)) is not None:
        return Candidate(_place(scene, teller), scene.place(reach_of(quoting)), content, anonymous=is_anonymous(teller))
    if (carrier := carried_by(event.verb, speaker)) is not None:
        by = scene.place(reach_of(carrier.head))
        return Candidate(_place(scene, carrier), by, content, anonymous=is_anonymous(carrier))
    near = [*(speaker.children if speaker is not None else ()), *event.verb.children, *event.verb.ancestors]
    for verb in near:
        if verb.tag_ != "VBN" or verb.lemma_.lower() not in lexicon().relays:
            continue
        agent = agent_of(verb) or (agent_of(event.verb) if _is_quoted_as(verb, event.verb) else None)
        if (
            agent is not None
            and agent != speaker
            and (verb.dep_ in {"acl", "advcl", "relcl"} or _is_quoted_as(verb, event.verb))
        ):
            return Candidate(_place(scene, agent), scene.place(reach_of(verb)), content, anonymous=is_anonymous(agent))
    return None


def _apart(scene: Scene, source: Reach | None, content: tuple[Reach, ...]) -> Reach | None:
    """A source without the content that a misread parse runs it into."""
    for start, _ in content if source is not None else ():
        if source is not None and source[0] < start < source[1]:
            offset = scene.part.offset
            kept = scene.trim(source[0] - offset, start - offset)
            source = scene.place(kept) if kept else None
    return source


def _is_nobody(speaker: Token) -> bool:
    """True for "nobody", "no one", "none of them", "no official", "hardly anyone"."""
    return speaker.lower_ in {"nobody", "none"} or any(c.lower_ in {"no", "hardly", "scarcely"} for c in speaker.children)


def _is_quoted_as(verb: Token, saying: Token) -> bool:
    """In "was quoted by X as saying" the saying hangs on the quoting through "as"."""
    return saying.dep_ == "pcomp" and saying.head.lower_ == "as" and saying.head.head == verb
