"""Weighted bags of words, characters and entities: rows of unit length, so that a product is a cosine."""

import math
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import numpy as np
import scipy.sparse as sp

from sayso.model.claim import Claim

Bags = Sequence[Iterable[str]]
STEM = 5  # letters of a word that its derivations share: attack, attacker, attacked
STOP = frozenset(
    "the a an of to in on at for and or that which who was were is are be been has have had it its he she they his her their"
    " by with as from this but not will would having".split()
)


def fold(text: str) -> str:
    """Lower case without accents and typographic marks."""
    return unicodedata.normalize("NFKD", text.lower()).translate(_FOLDED)


class _Folding(dict[int, str]):
    """What each character becomes, by its code point; found out when it is first met."""

    def __missing__(self, point: int) -> str:
        letter = chr(point)
        self[point] = found = "" if unicodedata.combining(letter) else letter if letter.isalnum() else " "
        return found


_FOLDED = _Folding()


def bag_matrix(bags: Bags, weight: Callable[[int], float]) -> sp.csr_matrix:
    """Rows of unit length: one bag each, terms weighted by term frequency (1 + log) and `weight(document frequency)`."""
    counts = [Counter(bag) for bag in bags]
    frequency = Counter(term for count in counts for term in count)
    column = {term: n for n, term in enumerate(sorted(frequency))}
    rare = {term: weight(held) for term, held in frequency.items()}
    rows, columns, values = [], [], []
    for row, count in enumerate(counts):
        weights = {t: (1 + math.log(c)) * rare[t] if c > 1 else rare[t] for t, c in count.items()}
        norm = math.sqrt(sum(w * w for w in weights.values())) or 1.0
        rows += [row] * len(weights)
        columns += [column[term] for term in weights]
        values += [w / norm for w in weights.values()]
    return sp.csr_matrix((values, (rows, columns)), shape=(len(counts), max(1, len(column))), dtype=np.float64)


def inverse_frequency(total: int) -> Callable[[int], float]:
    """log(1 + N / df): a term that stands everywhere still counts a little, since a story is small."""
    return lambda frequency: math.log(1 + total / frequency)


def words_of(claims: Sequence[Claim]) -> list[list[str]]:
    """Content lemmas of each claim, folded."""
    return [[fold(w).strip() for w in c.clause.words] for c in claims]


def stems(texts: Iterable[str]) -> list[list[str]]:
    """The beginnings of the words of each text, without the commonest words."""
    return [[w[:STEM] for w in fold(text).split() if w not in STOP] for text in texts]


def sentence_words(claims: Sequence[Claim]) -> list[list[str]]:
    """Content lemmas of all claims in the sentence of each claim."""
    held: dict[tuple[str, int], set[str]] = {}
    for claim, words in zip(claims, words_of(claims), strict=True):
        held.setdefault((claim.document, claim.clause.sentence_start), set()).update(words)
    return [sorted(held[c.document, c.clause.sentence_start]) for c in claims]


def character_grams(text: str, shortest: int = 3, longest: int = 5) -> list[str]:
    """Character n-grams inside words, a blank at either edge."""
    found: list[str] = []
    for word in fold(text).split():
        padded = f" {word} "
        for size in range(shortest, longest + 1):
            found.extend(padded[i : i + size] for i in range(len(padded) - size + 1))
    return found


def entity_bags(claims: Sequence[Claim]) -> list[list[str]]:
    """Entities of each claim; those that act or are acted on count twice."""
    return [[p.entity for p in c.participants for _ in range(2 if p.role in {"agent", "patient"} else 1)] for c in claims]
