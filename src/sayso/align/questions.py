"""Claims as vectors of what they answer: the sentence vectors, turned so that claims of one question lie near each other.

A sentence vector holds topic, names and manner alike. One matrix, learned on the pairs of `examples/pairs` that readers
judged (`benchmarks/train_questions.py`), keeps what tells one question from another of the same topic. The vectors of a
story are turned once, so that all pairs of its claims can be compared, where a model that reads both is for the likeliest.
"""

from functools import cache
from importlib.resources import files

import numpy as np

from sayso.align.embed import Matrix

FILE = "questions.npz"  # "matrix": whole numbers of eight bits; "scale": what one of them stands for in each row


def questions(vectors: Matrix) -> Matrix:
    """Unit vectors of the same shape, (claims, 384), for sentence vectors; a row of nothing stays one."""
    turned = vectors @ _matrix().T
    length = np.linalg.norm(turned, axis=1, keepdims=True)
    return np.asarray(np.divide(turned, length, out=np.zeros_like(turned), where=length > 0), np.float32)


@cache
def _matrix() -> Matrix:
    with (files("sayso.align") / FILE).open("rb") as file, np.load(file) as found:
        return np.asarray(found["matrix"] * found["scale"], np.float32)
