"""Cues that are no verbs of their own clause: "according to X", "in X's view", "reportedly", "citing X"."""

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.annotate.voices.event import Event
from sayso.annotate.voices.lexicon import Frame, lexicon
from sayso.annotate.voices.names import possessor
from sayso.annotate.voices.scene import Scene, subtree

_QUOTE = frozenset({Frame.QUOTE, Frame.CLAUSE})
_INNER = frozenset({"relcl", "advcl", "acl", "conj", "xcomp", "prep", "pobj", "pcomp", "dobj", "ccomp", "appos", "attr", "amod", "acomp", "npadvmod", "advmod", "agent", "nsubj", "nsubjpass"})
_CLAUSES = frozenset({"VERB", "AUX"})


def events(scene: Scene) -> Iterator[Event]:
    """Every such phrase of the block."""
    words = lexicon()
    for token in scene.part.doc:
        lower = token.lower_
        if lower == "according":
            found = _according(scene, token)
        elif lower in words.adverbs:
            found = Event(token, frozenset(), None, frozenset(subtree(_clause(token.head), token)), words=(token,))
        elif lower in {"in", "from", "by"} and token.dep_ == "prep":
            found = _viewpoint(scene, token)
        elif lower == "citing" and token.dep_ in {"advcl", "prep", "acl"}:
            found = _citing(token)
        else:
            continue
        if found is not None:
            yield found


def _according(scene: Scene, token: Token) -> Event | None:
    to = next((c for c in token.children if c.lower_ == "to"), None)
    source = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
    if to is None or source is None:
        return None
    return Event(token, _QUOTE, named(source), _scope(scene, token), words=(token, to))


def _viewpoint(scene: Scene, token: Token) -> Event | None:
    """ "in X's view", "in the words of X", "from the standpoint of X"."""
    noun = next((c for c in token.children if c.dep_ == "pobj" and c.lemma_.lower() in lexicon().viewpoints), None)
    if noun is None:
        return None
    owner = possessor(noun) or next((p for c in noun.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj"), None)
    return None if owner is None else Event(token, _QUOTE, owner, _scope(scene, token), words=(token, noun))


def _citing(token: Token) -> Event | None:
    source = next((c for c in token.children if c.dep_ in {"dobj", "pobj"}), None)
    if source is None or token.dep_ == "acl":
        return None
    return Event(token, frozenset(), named(source), frozenset(subtree(token.head, token)), words=(token,))


def named(source: Token) -> Token:
    """The issuer of a statement or report where the phrase names one ("the statement released by X"), else the phrase."""
    if source.lemma_.lower() in DOCUMENTS:
        return issuer(source) or source
    return source


DOCUMENTS = frozenset(
    {"statement", "report", "analysis", "release", "communique", "communiqué", "letter", "memo", "document", "study", "survey",
     "poll", "information", "datum", "figure", "account", "article", "story", "investigation", "response", "reply", "count",
     "estimate", "warning", "message", "post", "tweet", "dispatch", "bulletin", "advisory", "press", "version", "data"}
)  # fmt: skip


def issuer(noun: Token) -> Token | None:
    """Whose statement or report it is: its owner, author, or who released it."""
    found = possessor(noun)
    if found is not None:
        return found
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"from", "by"}:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
        if child.dep_ in {"acl", "relcl"} and child.lemma_.lower() in lexicon().relays and (by := possessor(child)):
            return by
    return None


def _clause(token: Token) -> Token:
    """The head of the clause that a word stands in."""
    while token.pos_ not in _CLAUSES and token.head != token:
        token = token.head
    while token.dep_ in {"aux", "auxpass"}:
        token = token.head
    return token


def _scope(scene: Scene, token: Token) -> frozenset[int]:
    """What such a phrase speaks of: all its sentence at either end of it, its own clause in the middle."""
    sentence = token.sent
    phrase = {t.i for t in token.subtree}
    clause = _clause(token.head)
    first = next((t.i for t in sentence if not t.is_punct and not t.is_space and t.dep_ != "cc"), sentence.start)
    if token.i <= first + 1:
        return frozenset(subtree(clause, token)) | _left(sentence.start, clause, phrase)
    after = [t for t in sentence if t.i > max(phrase) and t.is_alpha]
    if not after:
        top = clause
        while top.dep_ in _INNER and top.head != top and not _is_said(top):
            top = top.head
        return frozenset(i for i in subtree(top, token) if i < token.i)
    return frozenset(subtree(clause, token))


def _left(start: int, clause: Token, phrase: set[int]) -> frozenset[int]:
    return frozenset(t.i for t in clause.doc[start : clause.i] if t.i not in phrase and clause.is_ancestor(t))


def _is_said(clause: Token) -> bool:
    """True where a clause is itself what somebody says: the phrase then belongs inside it."""
    return clause.dep_ == "ccomp" and clause.i > clause.head.i and lexicon().verb(clause.head.lemma_) is not None
