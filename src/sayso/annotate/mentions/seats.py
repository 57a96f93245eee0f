"""Whether a capital speaks for its government ("Lima rejected the offer") or is a place ("flights from Lima")."""

from spacy.tokens import Token

from sayso.annotate.mentions import lexicon as lx

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TOWARDS = frozenset({"with", "toward", "towards", "on", "against", "from", "between", "to"})
_TURNED_TO = lx.words(
    "accuse urge blame tell ask warn press pressure criticise criticize condemn thank sanction persuade convince"
)


def speaks(name: Token) -> bool:
    """True where the town `name` (the head of its name) stands where only a government can."""
    token = _first_conjunct(name)
    head = token.head
    if token.dep_ in _SUBJECTS:
        return _acts(head)
    if token.dep_ == "poss":
        return head.lemma_.lower() in lx.STANCES
    if token.dep_ == "dobj":
        return head.lemma_.lower() in _TURNED_TO
    if token.dep_ == "pobj":
        return _after_preposition(head)
    return False


def _first_conjunct(token: Token) -> Token:
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    return token


def _acts(verb: Token) -> bool:
    """True for a verb of saying or acting, also under "has begun to", "is trying to"."""
    if verb.lemma_.lower() in lx.ACTS:
        return verb.dep_ != "relcl" or verb.head.i < verb.i
    return any(c.dep_ == "xcomp" and c.lemma_.lower() in lx.ACTS for c in verb.children)


def _after_preposition(preposition: Token) -> bool:
    head = preposition.head
    if preposition.lower_ == "to":
        return preposition.i > 0 and head.lower_ == "according"
    if preposition.lower_ == "by":
        return head.pos_ == "VERB" and (
            head.lemma_.lower() in lx.ACTS or head.lemma_.lower() in {"release", "issue", "publish"}
        )
    return preposition.lower_ in _TOWARDS and head.lemma_.lower() in lx.RELATIONS
