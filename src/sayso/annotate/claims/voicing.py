"""Whose words a clause is: the chain of attributions whose content holds it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from sayso.model.voice import Attribution

COVERED = 0.6  # share of a clause that must lie in a content for the clause to be the source's, not the outlet's
TOUCHED = 0.3  # where its verb lies in the content: the rest of it the outlet adds ("...: a claim rejected by officials")


class Voicing:
    """Answers for one document which attributions stand over a stretch."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._all = attributions
        self._cue_at: dict[int, int] = {}
        for n, attribution in enumerate(attributions):
            for at in range(attribution.cue.start, attribution.cue.end) if attribution.cue else ():
                self._cue_at.setdefault(at, n)
        # Contents from their first word to their last, by start, and the furthest end so far: a clause is looked up among
        # its neighbours alone, however long the document.
        ends = sorted((a.content[0][0], max(e for _, e in a.content), n) for n, a in enumerate(attributions) if a.content)
        self._starts, self._numbers = [start for start, _, _ in ends], [n for _, _, n in ends]
        self._furthest = list(accumulate((end for _, end, _ in ends), max))

    def cue_at(self, offset: int) -> int | None:
        """Index of the first attribution whose words of saying hold `offset`."""
        return self._cue_at.get(offset)

    def is_named(self, voices: Sequence[int]) -> bool:
        """True where the text names a source of at least one of the attributions."""
        return any(self._all[n].source is not None for n in voices)

    def over(self, start: int, end: int, head: int, speech: bool) -> tuple[int, ...]:
        """Indices of the attributions that hold [start, end), outermost first.

        A clause that itself is an act of speech holds its cue: the attribution of that cue does not stand over it.
        """
        near = ((n, self._all[n]) for n in sorted(self._near(start, end)))
        direct = [n for n, a in near if self._holds(a, start, end, head) and not (speech and _cued(a, head))]
        chain = set(direct)
        for n in direct:
            parent = self._all[n].parent
            while parent is not None and parent not in chain:
                chain.add(parent)
                parent = self._all[parent].parent
        return tuple(sorted(chain, key=lambda n: (self._depth(n), -self._size(n), n)))

    def _near(self, start: int, end: int) -> Iterator[int]:
        """Indices of the attributions whose content may meet [start, end)."""
        at = bisect_left(self._starts, end) - 1
        while at >= 0 and self._furthest[at] > start:
            yield self._numbers[at]
            at -= 1

    def _holds(self, attribution: Attribution, start: int, end: int, head: int) -> bool:
        inside = sum(max(0, min(end, e) - max(start, s)) for s, e in attribution.content)
        if inside >= COVERED * (end - start):
            return True
        if any(s <= head < e for s, e in attribution.content):
            return inside >= TOUCHED * (end - start - _introducing(attribution, start, end))
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


def _introducing(attribution: Attribution, start: int, end: int) -> int:
    """How much of [start, end) the words that name the source take before what is said: "according to a letter that …"."""
    cue, said = attribution.cue, attribution.content[0][0]
    return said - max(start, cue.start) if cue is not None and start <= cue.start < said < end else 0


def _bridged(content: tuple[tuple[int, int], ...], offset: int) -> bool:
    """True where `offset` lies in a piece of content or between two pieces of it."""
    if any(s <= offset < e for s, e in content):
        return True
    return any(a[1] <= offset < b[0] for a, b in pairwise(content))
