"""How far the content of a verb of saying goes: what stands after a comma is often the reporter's again."""

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.annotate.voices.lexicon import Frame, lexicon
from sayso.annotate.voices.scene import subtree

_DASHES = frozenset({"—", "–", "-", "--"})
_OWN = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_SAID = frozenset({"ccomp", "xcomp", "dobj"})
_BRINGING = frozenset({"lead", "prompt", "force", "trigger", "spark", "cause"})
_RECKONING = frozenset({"place", "put", "make", "bring", "mean", "date", "leave"})
_CONTRAST = frozenset({"while", "whereas", "although", "though"})


def said(root: Token) -> set[int]:
    """The words below `root` that are still said: without the clauses that a comma sets off for the reporter."""
    return subtree(root, *_aside(root))


def _aside(root: Token) -> Iterator[Token]:
    right = root.right_edge.i
    for token in root.subtree:
        if token.i > root.i and _is_reporters(token, right):
            yield token


def _is_reporters(token: Token, right: int) -> bool:
    if follows(token):
        return True
    if token.dep_ == "advcl":
        return _contrasts(token) or is_speakers(token)
    if token.right_edge.i >= right - 1 and (_after_dash(token) or goes_on(token)):
        return True
    if token.dep_ == "prep":
        return token.lower_ == "according" and _after_comma(token)
    return token.dep_ == "relcl" and _after_comma(token) and (token.right_edge.i >= right - 1 or _reckons(token))


def _reckons(clause: Token) -> bool:
    """True for what the reporter works out from what was said: ", which would place it around May 3"."""
    would = any(c.dep_ == "aux" and c.lower_ == "would" for c in clause.children)
    return would and clause.left_edge.lower_ == "which" and clause.lemma_.lower() in _RECKONING


def follows(token: Token) -> bool:
    """True for what came of a paper: in "issued an advisory warning of ice, leading ferries to stop" nobody says it."""
    if token.tag_ != "VBG" or token.lemma_.lower() not in _BRINGING or not _after_comma(token):
        return False
    return any(_warns(above) for above in token.ancestors if above.i < token.i)


def _warns(word: Token) -> bool:
    """True for a participle or noun of saying that hangs on a paper or is the thing issued: "an advisory warning of"."""
    if word.tag_ == "VBG":
        return word.dep_ == "acl" and lexicon().verb(word.lemma_) is not None
    return word.dep_ == "dobj" and word.lower_ in lexicon().object_nouns


def _contrasts(clause: Token) -> bool:
    return _after_comma(clause) and any(c.dep_ == "mark" and c.lower_ in _CONTRAST for c in clause.children)


def _after_comma(clause: Token) -> bool:
    edge = clause.left_edge
    return edge.i > 0 and (
        edge.nbor(-1).lower_ in {",", "—", "–"} or (edge.i > 1 and edge.nbor(-1).is_quote and edge.nbor(-2).lower_ == ",")
    )


def _after_dash(token: Token) -> bool:
    edge = token.left_edge
    return edge.i > 0 and edge.nbor(-1).lower_ in _DASHES


def goes_on(verb: Token) -> bool:
    """True for a second verb of saying that a parse hangs on what was said: in "said it was late and noted that"."""
    if verb.dep_ != "conj" or verb.tag_ not in {"VBD", "VBZ"} or any(c.dep_ in _OWN for c in verb.children):
        return False
    if verb.head.tag_ == "VBN" and verb.tag_ == "VBD" and any(c.dep_ == "aux" for c in verb.head.children):
        return any(c.dep_ == "ccomp" for c in verb.children) and _takes_clause(verb)  # "that he [had rung and claimed it]"
    return _takes_clause(verb) and any(c.dep_ in _SAID for c in verb.children)


def _takes_clause(verb: Token) -> bool:
    cue = lexicon().verb(verb.lemma_)
    return cue is not None and Frame.CLAUSE in cue.frames


def is_speakers(verb: Token) -> bool:
    """True for a participle of saying that a comma sets off: in ", adding that ..." the main speaker goes on."""
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or not _after_comma(verb):
        return False
    cue = lexicon().verb(verb.lemma_)
    return cue is not None and Frame.CLAUSE in cue.frames and not any(c.dep_ in {"nsubj", "mark"} for c in verb.children)
