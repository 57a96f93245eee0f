"""Members of a finding that only one other vouches for, and weakly: they are put out again.

A chain of likenesses (the one claim is like the second, the second like the third) joins claims that have nothing to do with
each other. Whoever belongs to a finding of three outlets is near to more than one of them.
"""

from collections.abc import Mapping, Sequence

WEAK = 0.6  # score that the nearest member must reach where no other outlet's member comes near
NEAR = 0.15  # score from which another outlet's member vouches too
KIN = 0.3  # score from which a member of one's own outlet does


def put_out(
    groups: Sequence[Sequence[int]], sources: Sequence[str], scores: Mapping[tuple[int, int], float]
) -> list[list[int]]:
    """The groups without their strays, each of which is a group of its own; item i is of `sources[i]`.

    The weakest stray goes first, since without it others may have lost their only link. Pairs without a score count as 0.
    """
    found: list[list[int]] = []
    for group in groups:
        kept = list(group)
        while (stray := _weakest(kept, sources, scores)) is not None:
            kept.remove(stray)
            found.append([stray])
        found.append(kept)
    return sorted(found)


def _weakest(group: Sequence[int], sources: Sequence[str], scores: Mapping[tuple[int, int], float]) -> int | None:
    """The stray of the lowest mean link to the other sources, None where there is none."""
    strays: list[tuple[float, int]] = []
    for item in group if len(group) > 2 else ():
        best = dict.fromkeys((sources[m] for m in group), 0.0)
        for other in group:
            if other != item:
                score = scores.get((min(item, other), max(item, other)), 0.0)
                best[sources[other]] = max(best[sources[other]], score)
        own = best.pop(sources[item])
        links = sorted(best.values(), reverse=True)
        if len(links) > 1 and own < KIN and links[0] < WEAK and links[1] < NEAR:
            strays.append((sum(links) / len(links), item))
    return min(strays, default=(0.0, None))[1]
