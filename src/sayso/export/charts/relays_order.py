"""Sets both sides of the graph of relays in an order with few crossings.

Barycentre method: K. Sugiyama, S. Tagawa, M. Toda, Methods for visual understanding of hierarchical system structures,
IEEE Transactions on Systems, Man, and Cybernetics 11 (1981) 109-125.
"""

from collections.abc import Sequence

Edge = tuple[str, str, float]  # left, right, weight
_SWEEPS = 8


def ordered(left: Sequence[str], right: Sequence[str], edges: Sequence[Edge]) -> tuple[list[str], list[str]]:
    """Both sides, each sorted in turn by the weighted mean place of its neighbours; the best order met is kept."""
    lefts, rights = list(left), list(right)
    best, fewest = (lefts, rights), crossings(lefts, rights, edges)
    for _ in range(_SWEEPS):
        rights = _sorted(rights, lefts, [(r, ln, w) for ln, r, w in edges])
        lefts = _sorted(lefts, rights, list(edges))
        now = crossings(lefts, rights, edges)
        if now < fewest:
            best, fewest = (lefts, rights), now
    return best


def crossings(left: Sequence[str], right: Sequence[str], edges: Sequence[Edge]) -> int:
    """How many pairs of edges cross."""
    at_left, at_right = {n: i for i, n in enumerate(left)}, {n: i for i, n in enumerate(right)}
    ends = [(at_left[a], at_right[b]) for a, b, _ in edges]
    return sum((a - c) * (b - d) < 0 for i, (a, b) in enumerate(ends) for c, d in ends[:i])


def _sorted(nodes: list[str], others: list[str], edges: list[Edge]) -> list[str]:
    place = {n: i / max(len(others) - 1, 1) for i, n in enumerate(others)}
    total, weight = dict.fromkeys(nodes, 0.0), dict.fromkeys(nodes, 0.0)
    for a, b, w in edges:
        total[a] += place[b] * w
        weight[a] += w
    now = {n: i / max(len(nodes) - 1, 1) for i, n in enumerate(nodes)}
    return sorted(nodes, key=lambda n: (total[n] / weight[n] if weight[n] else now[n], now[n]))
