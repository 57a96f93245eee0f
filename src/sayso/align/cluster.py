"""Average-link clustering of a sparse graph of pair scores, over pairs of items of unlike sources."""

import heapq
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Kinship:
    """Labels of items (index to labels): clusters of two or more are akin where all their labelled items share a label.

    `threshold` is the mean from which such clusters are merged.
    """

    labels: Sequence[frozenset[Hashable]]
    threshold: float

    def akin(self, left: Sequence[int], right: Sequence[int], sources: Sequence[Hashable]) -> bool:
        """True where one label stands on every labelled item of either side, on either side in two sources or more."""
        told = [[n for n in side if self.labels[n]] for side in (left, right)]
        if any(len({sources[n] for n in side}) < 2 for side in told):
            return False
        return bool(frozenset.intersection(*(self.labels[n] for side in told for n in side)))


@dataclass(frozen=True, slots=True)
class _Link:
    """The scores between two clusters: their sum over items of unlike sources, and the best between items of one."""

    unlike: float = 0.0
    alike: float = 0.0

    def joined(self, other: "_Link") -> "_Link":
        return _Link(self.unlike + other.unlike, max(self.alike, other.alike))


class _Graph:
    """Clusters, the scores between each two of them, and which clusters may never meet."""

    def __init__(self, sources: Sequence[Hashable], scores: Mapping[Pair, float], apart: Iterable[Pair]) -> None:
        self.sources = sources
        self.members: dict[int, list[int]] = {n: [n] for n in range(len(sources))}
        self._sources: dict[int, Counter[Hashable]] = {n: Counter([source]) for n, source in enumerate(sources)}
        self._links: dict[int, dict[int, _Link]] = {n: {} for n in self.members}
        self.forbidden: dict[int, set[int]] = {n: set() for n in self.members}
        for (i, j), score in scores.items():
            link = _Link(alike=score) if sources[i] == sources[j] else _Link(unlike=score)
            self._links[i][j] = self._links[j][i] = link
        for i, j in apart:
            self.forbidden[i].add(j)
            self.forbidden[j].add(i)

    def neighbours(self, i: int) -> list[int]:
        """Clusters that have a scored pair with cluster `i`."""
        return sorted(self._links[i])

    def mean(self, i: int, j: int, *, kin: bool = False, repeated: bool = False) -> float:
        """Mean score over all pairs of items of unlike sources; a pair without a score counts as 0.

        So does each source that stands on both sides, for it seldom tells one thing in two claims; of kin it is left out.
        How far a source repeats itself counts only where that is asked and two clusters have no other source.
        """
        link, left, right = self._links[i].get(j, _Link()), self._sources[i], self._sources[j]
        few, many = (left, right) if len(left) <= len(right) else (right, left)
        shared = [source for source in few if source in many]
        unlike = len(self.members[i]) * len(self.members[j]) - sum(left[source] * right[source] for source in shared)
        if not unlike:
            return round(link.alike, 9) if repeated else 0.0
        return round(link.unlike / (unlike + (0 if kin else len(shared))), 9)

    def merge(self, keep: int, gone: int) -> None:
        """Puts cluster `gone` into `keep`."""
        self.members[keep] += self.members.pop(gone)
        self._sources[keep] += self._sources.pop(gone)
        for other, link in self._links.pop(gone).items():
            del self._links[other][gone]
            if other != keep:
                mine = self._links[keep].get(other, _Link()).joined(link)
                self._links[keep][other] = self._links[other][keep] = mine
        for other in self.forbidden.pop(gone):
            self.forbidden[other].discard(gone)
            self.forbidden[other].add(keep)
            self.forbidden[keep].add(other)


def average_link(
    sources: Sequence[Hashable],
    scores: Mapping[Pair, float],
    apart: Iterable[Pair],
    threshold: float,
    kin: Kinship | None = None,
) -> list[list[int]]:
    """Clusters of the items 0..n-1, item i being of `sources[i]`: merges the nearest two while their mean is `threshold`.

    The mean runs over all pairs of items of unlike sources. A pair without a score counts as 0, so that unlike claims are
    never chained through a third, and so does a source that stands in both clusters: two claims of one document mostly tell
    two things. So what a source repeats is put together in a second round, of claims that no other source tells: sooner, a
    claim drags along what stands beside it in its own text, and is farther from what others tell. The pairs in `apart` are
    never put together. Clusters that `kin` finds akin are merged in a last round down to its lower threshold, and there a
    source in both is left out, for it took two things from one report. Ties fall to the lower indices, so that the result
    depends on the input alone.
    """
    graph = _Graph(sources, scores, apart)
    _merge_down(graph, threshold, graph.mean)
    _merge_down(graph, threshold, partial(graph.mean, repeated=True))
    if kin is not None:
        _merge_down(graph, kin.threshold, partial(graph.mean, kin=True, repeated=True), kin)
    return [sorted(graph.members[n]) for n in sorted(graph.members)]


def _merge_down(graph: _Graph, threshold: float, mean: Callable[[int, int], float], kin: Kinship | None = None) -> None:
    heap = [(-mean(i, j), i, j) for i in sorted(graph.members) for j in graph.neighbours(i) if i < j]
    heap = [entry for entry in heap if -entry[0] >= threshold]
    heapq.heapify(heap)
    while heap:
        negative, i, j = heapq.heappop(heap)
        if i not in graph.members or j not in graph.members or j in graph.forbidden[i] or mean(i, j) != -negative:
            continue  # one of the two has been merged meanwhile: its new mean stands in the heap
        if kin is not None and not kin.akin(graph.members[i], graph.members[j], graph.sources):
            continue
        keep, gone = min(i, j), max(i, j)
        graph.merge(keep, gone)
        for other in graph.neighbours(keep):
            if (now := mean(keep, other)) >= threshold:
                heapq.heappush(heap, (-now, min(keep, other), max(keep, other)))
