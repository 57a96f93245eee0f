"""Whose words a clause is: the chain of attributions whose content holds it."""

from collections.abc import Sequence
from itertools import pairwise

from sayso.model.voice import Attribution

COVERED = 0.6  # share of a clause that must lie in a content for the clause to be the source's, not the outlet's


class Voicing:
    """Answers for one document which attributions stand over a stretch."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._all = attributions

    def cue_at(self, offset: int) -> int | None:
        """Index of the first attribution whose words of saying hold `offset`."""
        return next((n for n, a in enumerate(self._all) if a.cue and a.cue.start <= offset < a.cue.end), None)

    def over(self, start: int, end: int, head: int, speech: bool) -> tuple[int, ...]:
        """Indices of the attributions that hold [start, end), outermost first.

        A clause that itself is an act of speech holds its cue: the attribution of that cue does not stand over it.
        """
        direct = [n for n, a in enumerate(self._all) if self._holds(a, start, end, head) and not (speech and _cued(a, head))]
        chain = set(direct)
        for n in direct:
            parent = self._all[n].parent
            while parent is not None and parent not in chain:
                chain.add(parent)
                parent = self._all[parent].parent
        return tuple(sorted(chain, key=lambda n: (self._depth(n), -self._size(n), n)))

    def _holds(self, attribution: Attribution, start: int, end: int, head: int) -> bool:
        inside = sum(max(0, min(end, e) - max(start, s)) for s, e in attribution.content)
        if inside >= COVERED * (end - start):
            return True
        return _bridged(attribution.content, head) and 2 * inside >= end - start

    def _depth(self, n: int) -> int:
        depth, parent = 0, self._all[n].parent
        while parent is not None and depth < len(self._all):
            depth, parent = depth + 1, self._all[parent].parent
        return depth

    def _size(self, n: int) -> int:
        return sum(e - s for s, e in self._all[n].content)


def _cued(attribution: Attribution, head: int) -> bool:
    return attribution.cue is not None and attribution.cue.start <= head < attribution.cue.end


def _bridged(content: tuple[tuple[int, int], ...], offset: int) -> bool:
    """True where `offset` lies in a piece of content or between two pieces of it."""
    if any(s <= offset < e for s, e in content):
        return True
    return any(a[1] <= offset < b[0] for a, b in pairwise(content))
