"""The learned weights of the features: see `benchmarks/train_alignment.py` for how they came about."""

from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt
from msgspec import Struct, json

from sayso.align.features import NAMES, Array
from sayso.errors import ConfigurationError


class Weights(Struct, frozen=True):
    """A logistic regression: `bias`, one weight a feature; `compare` is the score from which values are compared.

    The scale is set so that 0.5 is the score at which pairs were best joined on stories left out of training; `join` is
    the probability that this 0.5 stands for.
    """

    bias: float
    weights: dict[str, float]
    compare: float
    join: float = 0.5

    def score(self, features: Array) -> npt.NDArray[np.float64]:
        """Probability that each row's pair answers one question, rounded so that machines agree."""
        vector = np.array([self.weights[name] for name in NAMES])
        scores: npt.NDArray[np.float64] = np.round(1 / (1 + np.exp(-(features @ vector + self.bias))), 6)
        return scores

    def probability(self, score: float) -> float:
        """The probability behind a score. Means are taken of these: scores near 1 would outweigh those near 0."""
        return score * self.join / (score * self.join + (1 - score) * (1 - self.join))


@cache
def load_weights() -> Weights:
    """The weights that ship with the package."""
    weights = json.decode((files("sayso.align") / "weights.json").read_bytes(), type=Weights)
    if set(weights.weights) != set(NAMES):
        raise ConfigurationError("align", "the weights do not fit the features", "run benchmarks/train_alignment.py")
    return weights
