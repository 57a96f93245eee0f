"""Figures that somebody gives: "put the toll at 14", "gave the length as nine metres"."""

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.annotate.voices.event import Event
from sayso.annotate.voices.names import subject_of
from sayso.annotate.voices.scene import Scene, subtree

_AT = frozenset({"at", "between", "above", "below", "near"})
_GIVING = {**dict.fromkeys(("put", "estimate", "reckon", "value", "assess"), _AT), "give": frozenset({"as"})}
_COUNTS = frozenset({"CARDINAL", "QUANTITY", "MONEY", "PERCENT", "TIME", "DATE"})


def events(scene: Scene) -> Iterator[Event]:
    """Every verb of the block with which somebody gives a figure."""
    for token in scene.part.doc:
        takes = _GIVING.get(token.lemma_) if token.pos_ == "VERB" else None
        if takes is None or not any(c.dep_ in {"nsubj", "agent"} for c in token.children):
            continue
        thing = _thing(token)
        figure = next((c for c in _phrases(token, thing) if c.lower_ in takes and _counts(c)), None)
        if thing is not None and figure is not None:
            content = subtree(thing, *([token] if thing.is_ancestor(token) else [])) | subtree(figure)
            yield Event(token, frozenset(), subject_of(token), frozenset(content), roots=(thing.i,))


def _thing(verb: Token) -> Token | None:
    """What the figure is of: the object of the verb, or the noun that the verb's clause belongs to."""
    thing = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and c.pos_ != "PRON"), None)
    if thing is None and verb.dep_ == "relcl" and any(c.dep_ == "dobj" for c in verb.children):
        return verb.head
    return thing


def _phrases(verb: Token, thing: Token | None) -> Iterator[Token]:
    """The prepositions of the verb, and those that a parse hangs on the thing."""
    for head in (verb, thing) if thing is not None else (verb,):
        yield from (c for c in head.children if c.dep_ == "prep" and c.i > verb.i)


def _counts(preposition: Token) -> bool:
    return any(t.like_num or t.ent_type_ in _COUNTS for c in preposition.children for t in c.subtree if c.i > preposition.i)
