"""Which of two like texts has damaged letters: the one whose odd words hold letter groups seen nowhere else."""

from collections import Counter
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import Levenshtein

from sayso.reuse.passages import Passage
from sayso.reuse.sentences import Text, fold

FEWEST_VOTES = 5
CLEAR = 0.8  # share of the votes that decides


def letter_groups(texts: Iterable[Text]) -> Counter[str]:
    """How many distinct words of the texts hold each group of three letters."""
    words = {word for text in texts for line in text.lines for word in line.words}
    return Counter(group for word in words for group in set(_groups(word)))


def damaged_side(one: Text, two: Text, passages: Sequence[Passage], known: Counter[str]) -> int | None:
    """0 or 1 for the side with damaged letters, None where neither is clearly so."""
    votes = Counter(
        vote
        for p in passages
        for a, b in _odd_pairs(one.document.text[p.a_start : p.a_end], two.document.text[p.b_start : p.b_end])
        if (vote := _vote(a, b, known)) is not None
    )
    total = votes[0] + votes[1]
    if total < FEWEST_VOTES:
        return None
    return next((side for side in (0, 1) if votes[side] >= CLEAR * total), None)


def _odd_pairs(one: str, two: str) -> Iterable[tuple[str, str]]:
    if one == two:
        return
    a, b = fold(one).split(), fold(two).split()
    for op in Levenshtein.opcodes(a, b):
        if op.tag == "replace":
            for left, right in zip(a[op.src_start : op.src_end], b[op.dest_start : op.dest_end], strict=False):
                if min(len(left), len(right)) >= 4 and Levenshtein.distance(left, right, score_cutoff=2) <= 2:
                    yield left, right


def _vote(a: str, b: str, known: Counter[str]) -> int | None:
    odd = [sum(known[group] <= 1 for group in _groups(word)) for word in (a, b)]
    return None if odd[0] == odd[1] else int(odd[1] > odd[0])


def _groups(word: str) -> list[str]:
    padded = f"<{word}>"
    return [padded[n : n + 3] for n in range(len(padded) - 2)]
