"""How far the words of two claims find a counterpart by meaning, where they share few words as such."""

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from sayso.align.embed import embed

FLOOR = 0.35  # cosine of two words' vectors below which they have nothing to do with each other


class SoftWords:
    """Word vectors of a story: pairs of bags are matched word by word, each word with its best counterpart.

    The idea is that of soft cardinality and of BERTScore's greedy matching (Zhang et al. 2020), over word types.
    """

    def __init__(self, bags: Sequence[Sequence[str]]) -> None:
        kept = [list(dict.fromkeys(w for w in bag if w)) for bag in bags]
        vocabulary = sorted({w for bag in kept for w in bag})
        place = {w: n for n, w in enumerate(vocabulary)}
        frequency = Counter(w for bag in kept for w in bag)
        self._rows = [np.array([place[w] for w in bag], np.intp) for bag in kept]
        self._weight = np.array([math.log(1 + len(bags) / frequency[w]) for w in vocabulary])
        vectors = embed(vocabulary)
        self._likeness = np.clip((vectors @ vectors.T - FLOOR) / (1 - FLOOR), 0, 1).astype(np.float32)

    def matched(self, left: npt.NDArray[np.intp], right: npt.NDArray[np.intp]) -> npt.NDArray[np.float64]:
        """Shape (pairs, 2): the weighted share of words matched in the worse and in the better matched bag, 0..1."""
        shares = np.array([self._pair(i, j) for i, j in zip(left, right, strict=True)], np.float64).reshape(-1, 2)
        return np.sort(shares, axis=1)

    def _pair(self, i: int, j: int) -> tuple[float, float]:
        a, b = self._rows[i], self._rows[j]
        if not len(a) or not len(b):
            return 0.0, 0.0
        likeness = self._likeness[a[:, None], b]
        forward = float(likeness.max(1) @ self._weight[a] / self._weight[a].sum())
        backward = float(likeness.max(0) @ self._weight[b] / self._weight[b].sum())
        return forward, backward
