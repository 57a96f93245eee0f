"""Documents put together from several others.

A text that stands wholly in another, longer one may be its source or its abridgement. Where all that the longer one has
more stands in a third document with much of its own, the longer one is the patchwork, and takes.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WHOLE_SHARE = 0.8  # of a body: from here on a text stands in the other as a whole
ALL = 0.85  # share of a patchwork that other documents must explain
PIECE = 0.1  # share of a patchwork that makes a piece

Line = tuple[int, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Patchworks:
    """`lines[id]`: length of each line and who shares it; `shares[x, y]`: share of x that stands in y."""

    lines: Mapping[str, Sequence[Line]]
    shares: Mapping[tuple[str, str], float]

    def holds(self, patchwork: str, other: str) -> bool:
        """True where `patchwork` is put together from `other` and a further document."""
        lines = self.lines[patchwork]
        size = sum(length for length, _ in lines)
        if sum(length for length, sharers in lines if sharers) < ALL * size:
            return False
        pieces: defaultdict[str, int] = defaultdict(int)
        for length, sharers in lines:
            for sharer in sharers if other not in sharers else ():
                pieces[sharer] += length
        donors = [donor for donor, length in pieces.items() if length >= PIECE * size]
        # Unless one of them has much of its own, both may be abridgements of what looks like their patchwork.
        return bool(donors) and any(self.shares[donor, patchwork] < WHOLE_SHARE for donor in [other, *donors])


def find_patchworks(
    lines: Mapping[str, Sequence[tuple[int, int]]], shared: Mapping[tuple[str, str], Sequence[tuple[int, int]]]
) -> Patchworks:
    """`lines` are the [start, end) of each document's lines, `shared[x, y]` the stretches of x that stand in y."""
    sharers: dict[str, list[set[str]]] = {document: [set() for _ in spans] for document, spans in lines.items()}
    shares: dict[tuple[str, str], float] = {}
    for (document, other), stretches in shared.items():
        inside = _covered(lines[document], sorted(stretches))
        for number, (start, end) in enumerate(lines[document]):
            if 2 * inside[number] >= end - start:
                sharers[document][number].add(other)
        size = sum(end - start for start, end in lines[document])
        shares[document, other] = sum(inside) / size if size else 0.0
    joined = {
        document: tuple((end - start, frozenset(by)) for (start, end), by in zip(spans, sharers[document], strict=True))
        for document, spans in lines.items()
    }
    return Patchworks(joined, shares)


def _covered(lines: Sequence[tuple[int, int]], stretches: Sequence[tuple[int, int]]) -> list[int]:
    """How many characters of each line the stretches cover; both are ordered and without overlap."""
    covered, at = [], 0
    for start, end in lines:
        while at < len(stretches) and stretches[at][1] <= start:
            at += 1
        inside, ahead = 0, at
        while ahead < len(stretches) and stretches[ahead][0] < end:
            inside += min(end, stretches[ahead][1]) - max(start, stretches[ahead][0])
            ahead += 1
        covered.append(inside)
    return covered
