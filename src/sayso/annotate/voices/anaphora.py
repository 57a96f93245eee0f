"""Nouns that take up what was said in the sentence before: "The remarks, by X, quoted by Y, ..."."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from sayso.annotate.voices.draft import draft
from sayso.annotate.voices.event import Event
from sayso.annotate.voices.lexicon import lexicon
from sayso.annotate.voices.names import agent_of
from sayso.annotate.voices.records import Candidate
from sayso.annotate.voices.scene import Scene

_POINTING = frozenset({"the", "this", "that", "these", "those"})


def taken_up(scene: Scene, said: Sequence[Candidate]) -> Iterator[Candidate]:
    """Attributions to the speaker that such a noun names, with the content that the sentence before has."""
    for token in scene.part.doc:
        if token.pos_ == "NOUN" and token.lemma_.lower() in lexicon().takes_up and token.sent.start:
            speaker = _named_after(token)
            before = _content_before(scene, token, said) if speaker is not None else None
            if before is not None:
                yield draft(scene, Event(token, frozenset(), speaker, frozenset(), words=(token,)), before.content)


def _named_after(noun: Token) -> Token | None:
    """X of "the remarks by X" or "the remarks, made by X", where no content of its own hangs on the noun."""
    below = list(noun.children)
    if not any(c.lower_ in _POINTING for c in below) or any(c.dep_ in {"ccomp", "relcl"} for c in below):
        return None
    makers = [noun, *(c for c in below if c.dep_ == "acl" and c.lemma_.lower() == "make")]
    return next((agent for m in makers if (agent := agent_of(m)) is not None), None)


def _content_before(scene: Scene, noun: Token, said: Sequence[Candidate]) -> Candidate | None:
    previous = noun.doc[noun.sent.start - 1].sent
    start, end = scene.place((previous.start_char, noun.sent.start_char))
    inside = [
        c for c in said if c.cue is not None and start <= c.extent[0] and c.extent[1] <= end and start <= c.cue[0] < end
    ]
    return max(inside, key=lambda c: (c.extent[1] - c.extent[0], -c.extent[0]), default=None)
