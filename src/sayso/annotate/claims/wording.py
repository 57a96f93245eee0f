"""The words by which a clause is compared: its predicate and its content lemmas."""

from collections.abc import Sequence

from spacy.tokens import Token

from sayso.annotate.claims.heads import inverted

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
LIGHT = frozenset({"be", "have", "do", "say", "tell", "other", "such", "more", "most"})
RAISING = frozenset({"begin", "start", "continue", "seem", "appear", "be", "have", "go", "come"})


def predicate(head: Token) -> str:
    """Lemma of the clause's head, with its particle; of a copula, the word that it predicates."""
    if (verb := inverted(head)) is not None:
        return predicate(verb)
    if head.lemma_ == "be":
        for child in head.children:
            if child.dep_ in {"attr", "acomp"}:
                return child.lemma_.lower()
    for child in head.children:
        if child.dep_ == "xcomp" and head.lemma_ in RAISING:
            return child.lemma_.lower()
    particle = next((f"_{c.lower_}" for c in head.children if c.dep_ == "prt"), "")
    return head.lemma_.lower() + particle


def content(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Lemmas of the content words, in order, lower case."""
    return tuple(
        t.lemma_.lower()
        for t in tokens
        if t.pos_ in CONTENT and len(t.text) > 1 - t.is_digit and t.lemma_.lower() not in LIGHT
    )
