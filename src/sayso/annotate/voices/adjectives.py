"""Adjectives of thinking and willing: "was confident that", "is wary of", "were reluctant to", "made clear that"."""

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.annotate.voices.event import Event
from sayso.annotate.voices.extent import said
from sayso.annotate.voices.lexicon import Cue, Frame, lexicon
from sayso.annotate.voices.names import subject_of
from sayso.annotate.voices.scene import Scene

_PREDICATIVE = frozenset({"acomp", "oprd", "conj"})
_FORMS = frozenset({"JJ", "VBN"})
_CLAUSES = frozenset({"ccomp", "csubj", "advcl"})  # a parse takes the clause of "made it clear that" for any of them
_OBJECTS = frozenset({"pobj", "pcomp"})


def events(scene: Scene) -> Iterator[Event]:
    """Every such adjective of the block that has a subject and content."""
    attitudes = lexicon().attitudes
    for token in scene.part.doc:
        cue = attitudes.get(token.lower_) if token.tag_ in _FORMS else None
        if cue is not None and (found := _event(token, cue)) is not None:
            yield found


def _event(token: Token, cue: Cue) -> Event | None:
    if token.lower_ == "clear" and token.head.lemma_ == "make":
        verb, below = token.head, (*token.head.children, *token.children)
        roots = [c for c in below if c.dep_ in _CLAUSES and c.i > token.i and c.left_edge.lower_ in {"that", "how", "why"}]
    elif token.dep_ in _PREDICATIVE and token.head.lemma_ in {"be", "remain", "feel", "sound", "seem", "become"}:
        verb, roots = token.head, _roots(token, cue)
    elif any(c.dep_ in {"auxpass", "nsubjpass"} for c in token.children):
        verb, roots = token, _roots(token, cue)
    else:
        return None
    speaker = next((c for c in token.children if c.dep_ == "nsubjpass"), None) or subject_of(verb)
    content = {i for root in roots for i in said(root)}
    if not content or speaker is None or speaker.dep_ == "expl" or speaker.lower_ in {"it", "that", "this", "there"}:
        return None
    return Event(verb, frozenset(), speaker, frozenset(content), words=(token,))


def _roots(adjective: Token, cue: Cue) -> list[Token]:
    """The first complement that the adjective takes."""
    for child in adjective.children:
        if child.i < adjective.i:
            continue
        if Frame.CLAUSE in cue.frames and child.dep_ == "ccomp":
            return [child]
        if Frame.INFINITIVE in cue.frames and child.dep_ == "xcomp":
            return [child]
        if child.dep_ == "prep" and child.lower_ in cue.takes:
            return [c for c in child.children if c.dep_ in _OBJECTS]
    return []
