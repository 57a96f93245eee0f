"""Average-link clustering of a sparse graph of pair scores."""

import heapq
from collections.abc import Iterable, Mapping

Pair = tuple[int, int]


class _Graph:
    """Clusters, the sums of the scores between them, and which of them may never meet."""

    def __init__(self, size: int, scores: Mapping[Pair, float], apart: Iterable[Pair]) -> None:
        self.members: dict[int, list[int]] = {n: [n] for n in range(size)}
        self.sums: dict[int, dict[int, float]] = {n: {} for n in range(size)}
        self.forbidden: dict[int, set[int]] = {n: set() for n in range(size)}
        for (i, j), score in scores.items():
            self.sums[i][j] = self.sums[j][i] = score
        for i, j in apart:
            self.forbidden[i].add(j)
            self.forbidden[j].add(i)

    def mean(self, i: int, j: int) -> float:
        """Mean score over all pairs between two clusters; a pair without a score counts as 0."""
        return self.sums[i].get(j, 0.0) / (len(self.members[i]) * len(self.members[j]))

    def merge(self, keep: int, gone: int) -> None:
        """Puts cluster `gone` into `keep`."""
        self.members[keep] += self.members.pop(gone)
        for other, total in self.sums.pop(gone).items():
            del self.sums[other][gone]
            if other != keep:
                self.sums[keep][other] = self.sums[other][keep] = self.sums[keep].get(other, 0.0) + total
        for other in self.forbidden.pop(gone):
            self.forbidden[other].discard(gone)
            self.forbidden[other].add(keep)
            self.forbidden[keep].add(other)


def average_link(size: int, scores: Mapping[Pair, float], apart: Iterable[Pair], threshold: float) -> list[list[int]]:
    """Clusters of 0..size-1: merges the two clusters of highest mean score while it is at least `threshold`.

    A pair without a score counts as 0, so that unlike claims are never chained through a third; the pairs in `apart`
    are never put together. Ties fall to the lower indices, so that the result depends on the input alone.
    """
    graph = _Graph(size, scores, apart)
    heap = [(-score, i, j) for (i, j), score in scores.items() if score >= threshold]
    heapq.heapify(heap)
    while heap:
        negative, i, j = heapq.heappop(heap)
        if i not in graph.members or j not in graph.members or j in graph.forbidden[i] or graph.mean(i, j) != -negative:
            continue  # one of the two has been merged meanwhile: its new mean stands in the heap
        keep, gone = min(i, j), max(i, j)
        graph.merge(keep, gone)
        for other in graph.sums[keep]:
            mean = graph.mean(keep, other)
            if mean >= threshold:
                heapq.heappush(heap, (-mean, min(keep, other), max(keep, other)))
    return [sorted(graph.members[n]) for n in sorted(graph.members)]
