"""The learned weights of the features: see `benchmarks/train_alignment.py` for how they came about."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt
from msgspec import Struct, json

from sayso.align.features import NAMES, Array
from sayso.errors import ConfigurationError

Flags = npt.NDArray[np.bool_]

TOGETHER = "together"  # the feature that tells what the model made of the two claims read together
WIDEST = 5.0  # log odds that this feature calls 1
UNREAD = 0.3  # most of the joining probability that a pair reaches which the model did not read


class Line(Struct, frozen=True):
    """A logistic regression: `bias` and one weight a feature."""

    bias: float
    weights: dict[str, float]

    def probability(self, features: Array, names: tuple[str, ...]) -> npt.NDArray[np.float64]:
        """The probability of each row, its columns being `names`."""
        vector = np.array([self.weights[name] for name in names])
        return np.asarray(1 / (1 + np.exp(-(features @ vector + self.bias))), np.float64)


class Weights(Struct, frozen=True):
    """How a pair is scored: by `first` alone, or by `both` where the model has read the two claims together.

    `join` is the probability at which pairs were best joined on stories left out of training; the scale of scores calls it
    0.5. `compare` is the score from which values are compared.
    """

    first: Line
    both: Line
    compare: float
    join: float = 0.5

    def likely(self, features: Array) -> npt.NDArray[np.float64]:
        """Probability that each row's pair answers one question, before any pair is read."""
        return self.first.probability(features, NAMES)

    def score(self, features: Array, read: Mapping[int, float], plain: Flags | None = None) -> npt.NDArray[np.float64]:
        """The score of each row, rounded so that machines agree; `read` holds the log odds of the rows that were read.

        Where nothing was read, and in the rows marked `plain`, the features alone decide; where others were, a row that was
        not is no candidate any more.
        """
        probability = self.likely(features)
        if read:
            rows = np.array(sorted(read), np.intp)
            told = np.array([together(read[int(n)]) for n in rows])
            most = np.where(plain, 1.0, UNREAD * self.join) if plain is not None else UNREAD * self.join
            probability = np.minimum(probability, most)
            probability[rows] = self.both.probability(np.column_stack([features[rows], told]), (*NAMES, TOGETHER))
        scaled = probability * (1 - self.join)
        scores: npt.NDArray[np.float64] = np.round(scaled / (scaled + (1 - probability) * self.join), 6)
        return scores

    def probability(self, score: float) -> float:
        """The probability behind a score. Means are taken of these: scores near 1 would outweigh those near 0."""
        return score * self.join / (score * self.join + (1 - score) * (1 - self.join))


def together(odds: float) -> float:
    """The feature made of log odds, from -1 to 1."""
    return max(-1.0, min(1.0, odds / WIDEST))


@cache
def load_weights() -> Weights:
    """The weights that ship with the package."""
    weights = json.decode((files("sayso.align") / "weights.json").read_bytes(), type=Weights)
    if set(weights.first.weights) != set(NAMES) or set(weights.both.weights) != {*NAMES, TOGETHER}:
        raise ConfigurationError("align", "the weights do not fit the features", "run benchmarks/train_alignment.py")
    return weights
