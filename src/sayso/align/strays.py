"""Members of a finding that only one other vouches for, and weakly: they are put out again.

A chain of likenesses (the one claim is like the second, the second like the third) joins claims that have nothing to do with
each other. Whoever belongs to a finding of three outlets is near to more than one of them.
"""

import heapq
from collections.abc import Mapping, Sequence

Link = tuple[int, int, float]
WEAK = 0.6  # score that the nearest member must reach where no other outlet's member comes near
NEAR = 0.15  # score from which another outlet's member vouches too
KIN = 0.3  # score from which a member of one's own outlet does


def put_out(
    groups: Sequence[Sequence[int]], sources: Sequence[str], scores: Mapping[tuple[int, int], float]
) -> list[list[int]]:
    """The groups without their strays, each of which is a group of its own; item i is of `sources[i]`.

    The weakest stray goes first, since without it others may have lost their only link. Pairs without a score count as 0.
    """
    place = {item: n for n, group in enumerate(groups) for item in group}
    links: list[list[Link]] = [[] for _ in groups]
    for (i, j), score in scores.items():
        if score and place[i] == place[j]:
            links[place[i]].append((i, j, score))
    found: list[list[int]] = []
    for group, within in zip(groups, links, strict=True):
        kept, held = list(group), within
        while (stray := _weakest(kept, sources, held)) is not None:
            kept.remove(stray)
            held = [link for link in held if stray not in link[:2]]
            found.append([stray])
        found.append(kept)
    return sorted(found)


def _weakest(group: Sequence[int], sources: Sequence[str], links: Sequence[Link]) -> int | None:
    """The stray of the lowest mean link to the other sources, None where there is none."""
    best: dict[int, dict[str, float]] = {item: {} for item in group}
    for i, j, score in links:
        for one, other in ((i, sources[j]), (j, sources[i])):
            best[one][other] = max(score, best[one].get(other, 0.0))
    others = len({sources[item] for item in group}) - 1
    strays: list[tuple[float, int]] = []
    for item in group if others > 1 else ():
        own = best[item].pop(sources[item], 0.0)
        first, second = heapq.nlargest(2, (*best[item].values(), 0.0, 0.0))
        if own < KIN and first < WEAK and second < NEAR:
            strays.append((round(sum(best[item].values()) / others, 9), item))
    return min(strays, default=(0.0, None))[1]
