"""Verbs that are words in one sentence and deeds in another: "attacked the plan", "attacked the village"."""

from spacy.tokens import Token

from sayso.annotate.voices.lexicon import fold, lexicon

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_SAID = frozenset({"ccomp", "xcomp", "oprd"})
_ACCUSING = frozenset({"with", "as"})
_CLAUSES = frozenset({"ccomp", "acl", "relcl"})


def is_deed(verb: Token, thing: Token, doer: Token | None) -> bool:
    """True where a verb of saying with the object `thing` tells what somebody did, not what somebody said."""
    words, lemma = lexicon(), fold(verb.lemma_)
    if any(c.dep_ in _SAID or (c.dep_ == "prep" and c.lower_ in _ACCUSING) for c in verb.children):
        return False  # "ordered him to leave", "charged them with theft"
    if lemma in words.blows:
        return _is_blow(thing, doer)
    if lemma in words.deeds:
        return not _is_sayable(thing)
    return lemma in words.counted and any(c.dep_ == "nummod" for c in thing.children) and not _is_sayable(thing)


def _is_blow(thing: Token, doer: Token | None) -> bool:
    words = lexicon()
    if doer is not None and doer.lemma_.lower() in words.armed:
        return not _is_sayable(thing)
    return thing.ent_type_ in _PLACES or thing.lemma_.lower() in words.targets


def _is_sayable(thing: Token) -> bool:
    """True for a noun of saying, one of `sayable`, a pronoun for what was said, or a noun with a clause of its own."""
    words, lemma = lexicon(), thing.lemma_.lower()
    if lemma in words.nouns or lemma in words.object_nouns or lemma in words.sayable or thing.tag_ == "WP":
        return True
    if thing.left_edge.is_quote or (thing.left_edge.i and thing.left_edge.nbor(-1).is_quote):
        return True
    return any(c.dep_ in _CLAUSES and (c.left_edge.dep_ == "mark" or c.tag_ == "VBG") for c in thing.children)
