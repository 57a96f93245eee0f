"""From what a finder saw in a block to a candidate with the document's offsets."""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from sayso.annotate.voices.clauses import is_negated
from sayso.annotate.voices.documents import named
from sayso.annotate.voices.event import Event
from sayso.annotate.voices.lexicon import lexicon
from sayso.annotate.voices.names import agent_of, is_anonymous, span_of
from sayso.annotate.voices.records import Candidate, Reach
from sayso.annotate.voices.scene import Scene, reach_of


def draft(scene: Scene, event: Event, content: Iterable[Reach]) -> Candidate:
    """The candidate of an event with content given in the document's offsets."""
    speaker = None if event.speaker is None else named(event.speaker)
    candidate = Candidate(
        source=_place(scene, speaker),
        cue=scene.place(event.cue()),
        content=tuple(content),
        negated=is_negated(event.verb),
        anonymous=speaker is not None and is_anonymous(speaker),
        recipient=_place(scene, event.told),
    )
    return replace(candidate, outer=_relay(scene, event, speaker, candidate.content))


def _place(scene: Scene, head: Token | None) -> Reach | None:
    return None if head is None else scene.place(span_of(head))


def _relay(scene: Scene, event: Event, speaker: Token | None, content: tuple[Reach, ...]) -> Candidate | None:
    """The voice around this one where the text names it at the speaker or the verb: "analysts quoted by X say"."""
    near = [*(speaker.children if speaker is not None else ()), *event.verb.children, *event.verb.ancestors]
    for verb in near:
        if verb.tag_ != "VBN" or verb.lemma_.lower() not in lexicon().relays:
            continue
        agent = agent_of(verb)
        if (
            agent is not None
            and agent != speaker
            and (verb.dep_ in {"acl", "advcl", "relcl"} or _is_quoted_as(verb, event.verb))
        ):
            return Candidate(_place(scene, agent), scene.place(reach_of(verb)), content, anonymous=is_anonymous(agent))
    return None


def _is_quoted_as(verb: Token, saying: Token) -> bool:
    """In "was quoted by X as saying" the saying hangs on the quoting through "as"."""
    return saying.dep_ == "pcomp" and saying.head.lower_ == "as" and saying.head.head == verb
