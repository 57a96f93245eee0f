"""Which pairs of claims are worth scoring: blocking by shared rare words, numbers, entities and meaning."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from sayso.align.features import Space
from sayso.model.claim import Claim

Index = npt.NDArray[np.intp]
NEAREST = 12  # claims kept for each claim and measure, and more of them where the story is small
MOST_NEAREST = 40
NEAREST_IN_ALL = 20_000  # over all claims of a story: cuts the cost of a large one
CHUNK = 1024
NEAR_MEANING = 0.35
NEAR_QUESTION = 0.35
NEAR_WORDS = 0.08
NEAR_COVERING = 0.3


def candidate_pairs(space: Space) -> tuple[Index, Index]:
    """Pairs (i < j) of claims that could answer one question: each claim's nearest by meaning, words and characters."""
    pairs: set[tuple[int, int]] = set()
    total = len(space.claims)
    nearest = max(NEAREST, min(MOST_NEAREST, NEAREST_IN_ALL // max(1, total)))
    for first in range(0, total, CHUNK):
        rows = slice(first, min(total, first + CHUNK))
        for vectors, least in ((space.meaning, NEAR_MEANING), (space.questions, NEAR_QUESTION)):
            pairs |= _top(vectors[rows] @ vectors.T, first, (nearest, least))
        for matrix in (space.words, space.characters, space.sentences):
            pairs |= _top(_dense(matrix[rows] @ matrix.T), first, (nearest, NEAR_WORDS))
    read = space.context.claims
    pairs |= {(read[i], read[j]) for i, j in _top(space.context.covered, 0, (nearest, NEAR_COVERING))}
    kept = sorted((i, j) for i, j in pairs if not overlapping(space.claims[i], space.claims[j]))
    array = np.array(kept, np.intp).reshape(-1, 2)
    return array[:, 0], array[:, 1]


def _dense(product: sp.spmatrix) -> npt.NDArray[np.float64]:
    return np.asarray(product.todense())


def _top(nearness: npt.NDArray[np.floating], first: int, limits: tuple[int, float]) -> set[tuple[int, int]]:
    """The nearest columns of each row, as ordered pairs: at most so many, and of at least so much (`limits`)."""
    most, least = limits
    count = min(nearness.shape[1], most + 1)
    # A stable sort on rounded values: the same pairs whatever the machine's last bit says.
    order = np.argsort(-np.round(nearness, 6), axis=1, kind="stable")[:, :count]
    found: set[tuple[int, int]] = set()
    for row, columns in enumerate(order):
        i = first + row
        found.update((min(i, int(j)), max(i, int(j))) for j in columns if j != i and nearness[row, j] >= least)
    return found


def overlapping(a: Claim, b: Claim) -> bool:
    """True where two claims share words of one text: a clause never answers for the clause it stands in."""
    return a.document == b.document and a.start < b.end and b.start < a.end


def overlapping_pairs(claims: Sequence[Claim]) -> list[tuple[int, int]]:
    """The pairs of `meeting_pairs` that are never put together; claims are ordered by document and start.

    What is said and that it is said may answer one question, so an act of speech and its content are no such pair.
    """
    met = meeting_pairs(range(len(claims)), claims)
    return [(i, j) for i, j in met if not (claims[i].clause.speech or claims[j].clause.speech)]


def meeting_pairs(indices: Iterable[int], claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """All pairs that share words of one text, of the claims of these indices, which are ordered by document and start."""
    open_claims: list[int] = []
    for j in indices:
        claim = claims[j]
        open_claims = [i for i in open_claims if claims[i].document == claim.document and claims[i].end > claim.start]
        yield from ((i, j) for i in open_claims)
        open_claims.append(j)
