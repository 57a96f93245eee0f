"""Findings that ask one question twice: once of the clauses, once of the clauses that these stand in.

A clause and the one that it stands in are never put together, for they tell two things. But where two outlets tell the same
twice over ("it said that the ferry sank", "the ferry sank"), all four answer one question: each is as near to its
counterpart's part as to the counterpart. Noun phrases are left out: what a phrase counts is one question, what befell the
counted another.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations

from sayso.model.claim import Claim

AGAIN = 0.6  # mean score, over pairs of unlike documents, from which two such findings are one


def join_nested(
    groups: Sequence[Sequence[int]], claims: Sequence[Claim], scores: Mapping[tuple[int, int], float]
) -> list[list[int]]:
    """The groups (indices), those put together that stand in each other and are near enough; the nearest first."""
    held = [list(group) for group in groups]
    while (pair := _nearest(held, claims, scores)) is not None:
        held[pair[0]] += held.pop(pair[1])
    return sorted(sorted(group) for group in held)


def _nearest(
    groups: Sequence[Sequence[int]], claims: Sequence[Claim], scores: Mapping[tuple[int, int], float]
) -> tuple[int, int] | None:
    told = [n for n, group in enumerate(groups) if _of_clauses(group, claims)]
    means = {
        (i, j): _mean(groups[i], groups[j], claims, scores)
        for i, j in combinations(told, 2)
        if _stand_in_each_other(groups[i], groups[j], claims)
    }
    best = max(means, key=lambda pair: (means[pair], -pair[0], -pair[1]), default=None)
    return best if best is not None and means[best] >= AGAIN else None


def _of_clauses(group: Sequence[int], claims: Sequence[Claim]) -> bool:
    """True for a finding of several documents that is not made of noun phrases alone."""
    return len({claims[n].document for n in group}) > 1 and not all(claims[n].clause.nominal for n in group)


def _stand_in_each_other(one: Sequence[int], other: Sequence[int], claims: Sequence[Claim]) -> bool:
    return any(
        claims[n].document == claims[m].document and claims[n].start < claims[m].end and claims[m].start < claims[n].end
        for n in one
        for m in other
    )


def _mean(
    one: Sequence[int], other: Sequence[int], claims: Sequence[Claim], scores: Mapping[tuple[int, int], float]
) -> float:
    """Over pairs of claims of unlike documents; a pair without a score counts as 0."""
    found = [scores.get((min(n, m), max(n, m)), 0.0) for n in one for m in other if claims[n].document != claims[m].document]
    return sum(found) / len(found) if found else 0.0
