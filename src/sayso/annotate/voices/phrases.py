"""Cues that are no verbs of their own clause: "according to X", "in X's view", "reportedly", "citing X"."""

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.annotate.voices.citing import can_speak
from sayso.annotate.voices.documents import named
from sayso.annotate.voices.event import Event
from sayso.annotate.voices.extent import said
from sayso.annotate.voices.lexicon import Frame, lexicon
from sayso.annotate.voices.names import possessor
from sayso.annotate.voices.scene import Scene, subtree

_QUOTE = frozenset({Frame.QUOTE, Frame.CLAUSE})
_INNER = frozenset(
    {
        "relcl",
        "advcl",
        "acl",
        "conj",
        "xcomp",
        "prep",
        "pobj",
        "pcomp",
        "dobj",
        "ccomp",
        "appos",
        "attr",
        "amod",
        "acomp",
        "npadvmod",
        "advmod",
        "agent",
        "nsubj",
        "nsubjpass",
    }
)
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
        elif lower in {"in", "from", "by", "on"} and token.dep_ == "prep":
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
    run_on = _run_on(token, source)
    return Event(token, _QUOTE, named(source), _scope(scene, token) | run_on, words=(token, to))


def _run_on(token: Token, source: Token) -> frozenset[int]:
    """What a misread parse took for more sources: "According to the ministry, A and B agreed" where nobody agreed."""
    clause = _clause(token.head)
    if any(c.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} for c in clause.children) or token.i > clause.i:
        return frozenset()
    comma = next((t.i for t in source.subtree if t.lower_ == "," and t.i > source.i), None)
    return frozenset(t.i for t in source.subtree if comma is not None and t.i > comma)


def _viewpoint(scene: Scene, token: Token) -> Event | None:
    """Of the kind "in X's view", "in the words of X", "from the standpoint of X"."""
    noun = next((c for c in token.children if c.dep_ == "pobj" and c.lemma_.lower() in lexicon().viewpoints), None)
    if noun is None:
        return None
    owner = possessor(noun) or next(
        (p for c in noun.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj"), None
    )
    if owner is None or (token.lower_ == "on" and noun.lemma_.lower() != "word") or _in_view_of(noun):
        return None
    return Event(token, _QUOTE, owner, _scope(scene, token) | _quoted(token), words=(token, noun))


def _in_view_of(noun: Token) -> bool:
    """True for "in view of the costs", which means because of them."""
    return noun.lower_ == "view" and next(noun.lefts, None) is None


def _quoted(token: Token) -> frozenset[int]:
    """The quotation that a parse hangs on whose words it is: "in the words of one survivor, “hell on earth”"."""
    below = sorted(t.i for t in token.subtree if t.i > token.i)
    start = next((i for i in below if token.doc[i].text == "," and token.nbor(i + 1 - token.i).is_quote), None)
    return frozenset(i for i in below if start is not None and i > start)


def _citing(token: Token) -> Event | None:
    source = next((c for c in token.children if c.dep_ in {"dobj", "pobj"}), None)
    if source is None or token.dep_ == "acl" or not can_speak(source):
        return None
    return Event(
        token, frozenset(), named(source), frozenset(_reported(token.head) or subtree(token.head, token)), words=(token,)
    )


def _reported(verb: Token) -> set[int]:
    """What an outlet reports that cites somebody for it: the outlet stands around its source."""
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if clause is None or lexicon().verb(verb.lemma_) is None:
        return set()
    return {i for i in said(clause) if verb.doc[i].lower_ != "that" or verb.doc[i].head != clause}


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
    if (between := _between(token)) is not None:
        return between
    after = [t for t in sentence if t.i > max(phrase) and t.is_alpha]
    if not after:
        # Set off by a comma, the phrase speaks of the whole sentence: the paper, not the official in it, is its source.
        set_off = token.i > 0 and token.nbor(-1).lower_ in {",", "”", '"', "—", "–"}
        top = clause
        while top.dep_ in _INNER and top.head != top and (set_off or not _is_said(top)):
            top = top.head
        return frozenset(i for i in subtree(top, token) if i < token.i)
    return frozenset(subtree(clause, token))


def _between(token: Token) -> frozenset[int] | None:
    """The participle around the phrase in "linked, according to the ministry, to the smugglers"."""
    if token.i < token.sent.start + 2 or token.nbor(-1).lower_ != "," or token.nbor(-2).tag_ not in {"VBN", "VBG"}:
        return None
    verb, sentence = token.nbor(-2), token.sent
    comma = next((t.i for t in sentence if t.i > token.i and t.lower_ == ","), None)
    if comma is None or comma + 1 >= sentence.end or sentence.doc[comma + 1].dep_ != "prep":
        return None
    end = next((t.i for t in sentence if t.i > comma and t.text in {".", ":", ";", ","}), sentence.end)
    return frozenset([*(t.i for t in verb.subtree if t.i < token.i), *range(comma + 1, end)])


def _left(start: int, clause: Token, phrase: set[int]) -> frozenset[int]:
    return frozenset(t.i for t in clause.doc[start : clause.i] if t.i not in phrase and clause.is_ancestor(t))


def _is_said(clause: Token) -> bool:
    """True where a clause is itself what somebody says: the phrase then belongs inside it."""
    return clause.dep_ == "ccomp" and clause.i > clause.head.i and lexicon().verb(clause.head.lemma_) is not None
