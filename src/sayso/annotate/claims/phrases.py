"""Noun phrases that tell a number: "the 30-metre tower", "a reward of two million", "Ana Roe, 41"."""

from collections.abc import Sequence

from spacy.tokens import Token

from sayso.annotate.claims.spans import trim
from sayso.model.enums import QuantityKind
from sayso.model.quantity import Quantity

TELLING = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.AGE, QuantityKind.PERCENT})
NOUNS = frozenset({"NOUN", "PROPN"})
WITHIN = frozenset(
    {"nummod", "compound", "nmod", "quantmod", "amod", "appos", "npadvmod", "advmod", "pobj", "prep", "det", "dep"}
)


def number_phrase(quantity: Quantity, clause: Token, heads: frozenset[int], offset: int) -> list[Token]:
    """The tokens of the noun phrase around a quantity inside the clause headed by `clause`; empty where there is none."""
    if quantity.kind not in TELLING:
        return []
    token = next((t for t in clause.subtree if t.idx <= quantity.head - offset < t.idx + len(t.text)), None)
    noun = _noun(token, clause, heads) if token is not None else None
    return [] if noun is None else _phrase(noun, heads)


def _noun(token: Token, clause: Token, heads: frozenset[int]) -> Token | None:
    """The noun that heads the phrase: up from the number through modifiers and "of"."""
    current, found = token, token if token.pos_ in NOUNS else None
    while current.i != clause.i and current.i not in heads and current.dep_ in WITHIN:
        if current.dep_ == "pobj" and current.head.lower_ not in {"of", "on"}:
            break
        if current.dep_ == "prep" and current.head.pos_ not in NOUNS:
            break
        current = current.head
        if current.pos_ in NOUNS and current.i not in heads:
            found = current
    return found


def _phrase(noun: Token, heads: frozenset[int]) -> list[Token]:
    """The noun's subtree without clauses and without what a comma or "and" adds, as one run of tokens."""
    kept, stack = [], [noun]
    while stack:
        token = stack.pop()
        kept.append(token)
        stack.extend(c for c in token.children if c.i not in heads and not (token.i == noun.i and c.dep_ in {"conj", "cc"}))
    kept.sort(key=lambda t: t.i)
    return trim(kept)


def phrase_head(tokens: Sequence[Token]) -> str:
    """Lemma of the noun that the other tokens hang on."""
    inside = {t.i for t in tokens}
    return next((t.lemma_.lower() for t in tokens if t.head.i not in inside or t.head.i == t.i), tokens[-1].lemma_.lower())
