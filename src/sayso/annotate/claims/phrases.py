"""Noun phrases that tell a number: "the 30-metre tower", "a reward of two million", "Ana Roe, 41"."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from sayso.annotate.claims.spans import trim
from sayso.model.enums import QuantityKind
from sayso.model.quantity import Quantity

TELLING = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.AGE, QuantityKind.PERCENT})
NOUNS = frozenset({"NOUN", "PROPN"})
WITHIN = frozenset(
    {"nummod", "compound", "nmod", "quantmod", "amod", "appos", "npadvmod", "advmod", "pobj", "prep", "det", "dep"}
)


def numbered_nouns(quantities: Iterable[Quantity], clause: Token, heads: frozenset[int], offset: int) -> Iterator[Token]:
    """The nouns inside the clause headed by `clause` whose phrases tell a number, each once."""
    telling = [q for q in quantities if q.kind in TELLING]
    subtree = sorted(clause.subtree, key=lambda t: t.i) if telling else []
    starts = [t.idx for t in subtree]
    seen: set[int] = set()
    for quantity in telling:
        at = bisect_right(starts, quantity.head - offset) - 1
        if at < 0 or quantity.head - offset >= starts[at] + len(subtree[at].text):
            continue
        noun = _noun(subtree[at], clause, heads)
        if noun is not None and noun.i not in seen:
            seen.add(noun.i)
            yield noun


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


def noun_phrase(noun: Token, heads: frozenset[int]) -> list[Token]:
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
