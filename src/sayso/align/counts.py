"""Two counts that stand in clauses which tell of two things: "40 people" who fled and "41 people" who were hurt.

A count names what it counts, and the clause around it says what of them. Of the counts that seemed alike and whose clauses
did not, readers held seven in ten for two questions and one in ten for one. An age or a sum says more by itself.
"""

from collections.abc import Iterator, Mapping, Sequence

from sayso.model.claim import Claim
from sayso.model.enums import QuantityKind

Indices = tuple[int, int]
Place = tuple[str, int]  # document, start of the sentence
ALIKE = 0.5  # score from which two clauses around counts may tell of one thing


def unlike_counts(claims: Sequence[Claim], scores: Mapping[Indices, float], least: float) -> Iterator[Indices]:
    """The pairs (indices) of `least` score of two counts, of which the clauses around them are not alike."""
    counts = {n for n, claim in enumerate(claims) if _is_count(claim)}
    if not counts:
        return
    sentences: dict[Place, list[int]] = {}
    for n, claim in enumerate(claims):
        if not claim.clause.nominal:
            sentences.setdefault(_place(claim), []).append(n)
    around = {n: [m for m in sentences.get(_place(claims[n]), ()) if _holds(claims[m], claims[n])] for n in counts}
    likely = ((i, j) for (i, j), score in scores.items() if score >= least and i in counts and j in counts)
    for i, j in likely:
        told = [scores.get((min(p, q), max(p, q)), 0.0) for p in around[i] for q in around[j]]
        if told and max(told) < ALIKE:
            yield i, j


def _is_count(claim: Claim) -> bool:
    kinds = {q.kind for q in claim.quantities} - {QuantityKind.ORDINAL}
    return claim.clause.nominal and kinds == {QuantityKind.COUNT}


def _place(claim: Claim) -> Place:
    return claim.document, claim.clause.sentence_start


def _holds(outer: Claim, inner: Claim) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
