"""Findings that ask one question twice: once of the clauses, once of the clauses that these stand in.

A clause and the one that it stands in are never put together, for they tell two things. But where two outlets tell the same
twice over ("it said that the ferry sank", "the ferry sank"), all four answer one question: each is as near to its
counterpart's part as to the counterpart. Noun phrases are left out: what a phrase counts is one question, what befell the
counted another.
"""

from collections.abc import Mapping, Sequence

from sayso.align.candidates import meeting_pairs
from sayso.model.claim import Claim

Scores = Mapping[tuple[int, int], float]
AGAIN = 0.6  # mean score, over pairs of unlike documents, from which two such findings are one


def join_nested(groups: Sequence[Sequence[int]], claims: Sequence[Claim], scores: Scores) -> list[list[int]]:
    """The groups (indices of claims that stand in order), those put together that stand in each other and are near."""
    held = [list(group) for group in groups]
    into = list(range(len(held)))
    nearness = {pair: _mean(held[pair[0]], held[pair[1]], claims, scores) for pair in _in_each_other(groups, claims)}
    for one, other in sorted(nearness, key=lambda pair: (-nearness[pair], pair)):
        keep, gone = sorted((_root(into, one), _root(into, other)))
        if keep != gone and _mean(held[keep], held[gone], claims, scores) >= AGAIN:
            held[keep] += held[gone]
            held[gone], into[gone] = [], keep
    return sorted(sorted(group) for group in held if group)


def _root(into: Sequence[int], group: int) -> int:
    while into[group] != group:
        group = into[group]
    return group


def _in_each_other(groups: Sequence[Sequence[int]], claims: Sequence[Claim]) -> set[tuple[int, int]]:
    """Pairs of findings of several documents, none of noun phrases alone, of which a claim overlaps one of the other."""
    place = {
        n: k
        for k, group in enumerate(groups)
        if len({claims[n].document for n in group}) > 1 and not all(claims[n].clause.nominal for n in group)
        for n in group
    }
    met = ((place[i], place[j]) for i, j in meeting_pairs(sorted(place), claims))
    return {(min(pair), max(pair)) for pair in met if pair[0] != pair[1]}


def _mean(one: Sequence[int], other: Sequence[int], claims: Sequence[Claim], scores: Scores) -> float:
    """Over pairs of claims of unlike documents; a pair without a score counts as 0."""
    found = [scores.get((min(n, m), max(n, m)), 0.0) for n in one for m in other if claims[n].document != claims[m].document]
    return sum(found) / len(found) if found else 0.0
