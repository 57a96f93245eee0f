"""Which lines of two documents are the same text, wholly or in part, and how strongly that speaks for reuse.

Lines are compared letter by letter (normalised indel similarity, so that scan damage costs little) and, where the whole
lines differ, word by word for a common passage. Two reporters at one event share facts, names and quotations but hardly
ever ten running words of their own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from sayso.reuse.candidates import Pair
from sayso.reuse.sentences import Line

WHOLE = 0.72  # similarity from which two lines count as one text reworded; unrelated lines lie near .5
CLOSE = 0.84  # similarity from which a single line may carry the verdict alone
LONGEST_GAP = 2  # words that may differ inside a common passage
SHORTEST_PASSAGE = 6  # words
SINGLE = 13.0  # weight from which one close passage shows reuse
TOGETHER = 14.0  # weight from which several do, each less what chance gives and discounted by its looseness
CHANCE = 3.0  # weight that a turn of phrase may have in any two reports
FULL, NOTHING = 0.9, 0.5  # similarities at which a passage counts fully and not at all beside others
SEAM = 60  # characters between two neighbouring passages that still read as one


@dataclass(frozen=True, slots=True)
class Passage:
    """`a[a_start:a_end]` and `b[b_start:b_end]`, in offsets of their documents, tell the same in like words.

    `similarity` is 0..1 by letters, `weight` the tell-tale words they share (a running word counts 1).
    """

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    similarity: float
    weight: float

    @property
    def strength(self) -> float:
        """What the passage is worth beside others."""
        return self.similarity * (self.b_end - self.b_start)


def find_passages(pairs: Sequence[Pair]) -> tuple[Passage, ...]:
    """The best one-to-one set of passages between two documents, in order of the second; unproven as reuse."""
    found = [p for a, b in pairs if (p := _compare(a, b)) is not None]
    chosen: list[Passage] = []
    for passage in sorted(found, key=lambda p: (-p.strength, p.b_start, p.a_start)):
        if not any(_overlap(passage, other) for other in chosen):
            chosen.append(passage)
    return tuple(sorted(chosen, key=lambda p: (p.b_start, p.a_start)))


def is_reuse(passages: Iterable[Passage]) -> bool:
    """True where the passages are too much alike, in words of the writers' own, for independent reports."""
    found = tuple(passages)
    single = max((p.weight for p in found if p.similarity >= CLOSE), default=0.0)
    return single >= SINGLE or sum(_surplus(p) for p in found) >= TOGETHER


def merge(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Passages that follow each other in both documents, as one."""
    merged: list[Passage] = []
    for passage in passages:
        last = merged[-1] if merged else None
        if last and 0 <= passage.a_start - last.a_end <= SEAM and 0 <= passage.b_start - last.b_end <= SEAM:
            merged[-1] = _join(last, passage)
        else:
            merged.append(passage)
    return tuple(merged)


def _surplus(passage: Passage) -> float:
    closeness = min(1.0, max(0.0, (passage.similarity - NOTHING) / (FULL - NOTHING)))
    return max(0.0, passage.weight - CHANCE) * closeness


def _join(one: Passage, two: Passage) -> Passage:
    left, right = one.b_end - one.b_start, two.b_end - two.b_start
    similarity = (one.similarity * left + two.similarity * right) / (left + right)
    return Passage(one.a_start, two.a_end, one.b_start, two.b_end, similarity, one.weight + two.weight)


def _overlap(one: Passage, two: Passage) -> bool:
    return (one.a_start < two.a_end and two.a_start < one.a_end) or (one.b_start < two.b_end and two.b_start < one.b_end)


def _compare(a: Line, b: Line) -> Passage | None:
    similarity = Indel.normalized_similarity(a.folded, b.folded, score_cutoff=WHOLE)
    if similarity > 0:
        return Passage(a.start, a.end, b.start, b.end, similarity, similarity * min(a.weight, b.weight))
    return _common_passage(a, b)


def _common_passage(a: Line, b: Line) -> Passage | None:
    """The weightiest stretch of both lines whose words are the same but for small gaps."""
    groups: list[list[tuple[int, int, int]]] = []
    for op in Indel.opcodes(a.words, b.words):
        if op.tag != "equal":
            continue
        block = (op.src_start, op.dest_start, op.src_end - op.src_start)
        if groups and _near(groups[-1][-1], block):
            groups[-1].append(block)
        else:
            groups.append([block])
    return max((p for g in groups if (p := _passage(a, b, g)) is not None), key=lambda p: p.weight, default=None)


def _near(last: tuple[int, int, int], block: tuple[int, int, int]) -> bool:
    # A lone common word ("the", "of") must not bridge two gaps.
    gap = max(block[0] - last[0] - last[2], block[1] - last[1] - last[2])
    return gap <= LONGEST_GAP and min(last[2], block[2]) > gap


def _passage(a: Line, b: Line, group: Sequence[tuple[int, int, int]]) -> Passage | None:
    if sum(size for _, _, size in group) < SHORTEST_PASSAGE:
        return None
    (a_first, b_first, _), (a_last, b_last, size) = group[0], group[-1]
    a_from, a_to = a.offsets[a_first], a.offsets[a_last + size - 1] + len(a.words[a_last + size - 1])
    b_from, b_to = b.offsets[b_first], b.offsets[b_last + size - 1] + len(b.words[b_last + size - 1])
    weight = sum(min(a.weights[i + k], b.weights[j + k]) for i, j, n in group for k in range(n))
    similarity = Indel.normalized_similarity(a.folded[a_from:a_to], b.folded[b_from:b_to])
    return Passage(a.start + a_from, a.start + a_to, b.start + b_from, b.start + b_to, similarity, weight)
