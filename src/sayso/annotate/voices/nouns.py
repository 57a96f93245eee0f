"""Nouns of saying: "the accusation that ...", "her support for ...", "the claim is that ..."."""

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.annotate.voices.documents import issuer
from sayso.annotate.voices.event import Event
from sayso.annotate.voices.extent import follows
from sayso.annotate.voices.lexicon import Frame, lexicon
from sayso.annotate.voices.names import agent_of, subject_of
from sayso.annotate.voices.scene import Scene, subtree

_MAKING = frozenset("make issue repeat have express voice raise level release give send spread".split())
_ISSUING = frozenset({"issue", "release", "publish"})


def events(scene: Scene) -> Iterator[Event]:
    """Every noun of saying of the block that has content."""
    words = lexicon()
    for token in scene.part.doc:
        if token.pos_ != "NOUN":
            continue
        lemma = token.lemma_.lower()
        if lemma in words.nouns or lemma in words.object_nouns:
            content = _clause(token) if lemma in words.nouns else set()
            if not content and lemma in words.object_nouns:
                content = _object(token, issuer(token) is not None or _issuing(token) is not None)
            if content:
                yield Event(token, frozenset(), _speaker(token), frozenset(content), words=(token,))


def _clause(noun: Token) -> set[int]:
    """The clause of "the claim that ..." or "his vow to ..."."""
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep_ in {"acl", "ccomp", "relcl"} and _is_that_clause(child):
            return subtree(child)
        if child.dep_ == "acl" and child.tag_ == "VB" and _speaker(noun) is not None:
            return subtree(child)
    return set()


def _is_that_clause(verb: Token) -> bool:
    first = next(iter(verb.subtree))
    if first.lower_ != "that" or not any(c.dep_ in {"nsubj", "nsubjpass", "expl"} and c != first for c in verb.children):
        return False
    return first.dep_ != "nsubj"


def _object(noun: Token, owned: bool) -> set[int]:
    """What an owned noun of saying is about; without an owner only "about" tells that somebody spoke."""
    takes = lexicon().object_prepositions if owned else {"about"}
    for child in noun.children:
        if child.dep_ == "prep" and child.i > noun.i and child.lower_ in takes:
            return {i for c in child.children for i in subtree(c, *(t for t in c.subtree if follows(t)))}
    return set()


def _issuing(noun: Token) -> Token | None:
    """The verb of "issued an advisory on Monday [warning of squalls]", where a parse parts the two nouns."""
    at = noun.i - 1
    while at > noun.sent.start and (noun.doc[at].ent_type_ in {"DATE", "TIME"} or noun.doc[at].lower_ == "on"):
        at -= 1
    paper = noun.doc[at]
    return paper.head if paper.dep_ == "dobj" and paper.head.lemma_ in _ISSUING else None


def _speaker(noun: Token) -> Token | None:
    if (found := issuer(noun)) is not None:
        return found
    if (issued := _issuing(noun)) is not None:
        return next((c for c in issued.children if c.dep_ == "nsubj"), None)
    if noun.dep_ in {"dobj", "attr"} and noun.head.lemma_.lower() in _MAKING:
        return next((c for c in noun.head.children if c.dep_ == "nsubj"), None)
    if noun.dep_ == "nsubjpass" and noun.head.lemma_.lower() in _MAKING and (maker := agent_of(noun.head)) is not None:
        return maker
    if noun.dep_ == "pobj" and noun.head.lower_ in {"in", "with"} and _says(noun.head.head):
        return subject_of(noun.head.head)  # "said in a statement that ...", where a parse hangs the clause on the paper
    return noun if noun.lemma_.lower() in lexicon().documents and noun.dep_ == "nsubj" else None


def _says(verb: Token) -> bool:
    cue = lexicon().verb(verb.lemma_) if verb.pos_ == "VERB" else None
    return cue is not None and Frame.CLAUSE in cue.frames
