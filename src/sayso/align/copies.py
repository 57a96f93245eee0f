"""Claims that many documents print word for word: one stands for all while a story is aligned.

Forty reprints are one account. Left apart they fill each claim's ranks and candidates with its own copies, outvote the one
report that tells otherwise, and cost the square of their number.
"""

import datetime as dt
import math
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence

import numpy as np

from sayso.align.facts import fact_features, side
from sayso.align.features import LEXICAL, NAMES
from sayso.align.lexical import fold
from sayso.align.weights import Weights
from sayso.model.alignment import PairScore
from sayso.model.claim import Claim

LONG = 10  # words of a sentence that two reporters would hardly share; a shorter one must also mean the same
Days = Mapping[str, dt.date | None]


def fold_copies(claims: Sequence[Claim], published: Days) -> list[list[int]]:
    """Indices of claims that stand in word for word the same sentence of several documents, each list one claim's copies.

    The first of a list stands for the others: that of the document published first, of these the one with most claims.
    Claims are ordered by document and start; the lists are in the order of their first. A sentence that one document prints
    twice is two.
    """
    size = Counter(c.document for c in claims)
    rank = {d: (published.get(d) or dt.date.max, -n, d) for d, n in size.items()}
    found: dict[Hashable, list[int]] = {}
    for keys in _keys(claims):
        for n, key in keys:
            found.setdefault(key, []).append(n)
    folds = [sorted(held, key=lambda n: rank[claims[n].document]) for held in found.values()]
    return sorted(folds)


def _keys(claims: Sequence[Claim]) -> list[list[tuple[int, Hashable]]]:
    """For each sentence its claims (indices), each with what its copies share."""
    sentences: dict[tuple[str, int], list[int]] = {}
    for n, claim in enumerate(claims):
        sentences.setdefault((claim.document, claim.clause.sentence_start), []).append(n)
    words = [tuple(fold(c.text).split()) for c in claims]
    turns: Counter[Hashable] = Counter()
    keyed: list[list[tuple[int, Hashable]]] = []
    for (document, start), held in sentences.items():
        told: Hashable = tuple((claims[n].start - start, words[n]) for n in held)
        if max(len(words[n]) for n in held) < LONG:
            told = (told, tuple(_meant(claims[n]) for n in held))
        turns[document, told] += 1
        keyed.append([(n, (told, turns[document, told], k)) for k, n in enumerate(held)])
    return keyed


def _meant(claim: Claim) -> Hashable:
    """Of whom and when a claim is told, and by which voices."""
    told = tuple(sorted((p.entity, p.role) for p in claim.participants))
    return told, claim.period.start, claim.period.end, tuple(v.entity or v.source.lower() for v in claim.voices)


def copy_pairs(claims: Sequence[Claim], folds: Sequence[Sequence[int]], weights: Weights) -> list[PairScore]:
    """Each copy with the claim that stands for it: alike in every word, their facts as each has them."""
    pairs = [(claims[held[0]], claims[n]) for held in folds for n in held[1:]]
    if not pairs:
        return []
    features = np.array([(*_lexical(a, b), *fact_features(side(a), side(b))) for a, b in pairs], np.float64)
    return [
        PairScore(a.id, b.id, float(score), {name: round(float(v), 4) for name, v in zip(NAMES, row, strict=True) if v})
        for (a, b), score, row in zip(pairs, weights.score(features, {}), features, strict=True)
    ]


def _lexical(a: Claim, b: Claim) -> list[float]:
    shared, most = len(a.entities & b.entities), math.sqrt(len(a.entities) * len(b.entities))
    return [(shared / most if most else 0.0) if name == "entities" else 1.0 for name in LEXICAL]
