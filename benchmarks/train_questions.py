"""Learns the matrix of `sayso.align.questions` from pairs of claims that readers judged, and writes it.

    python -m benchmarks.train_questions [--write]

The cosine of two turned vectors is what a logistic regression judges by; matrix, slope and bias are learned together, the
matrix held near the unit matrix. Beside the judged pairs stand random pairs of a story as claims of unlike questions, since
the candidates are found by these vectors too. Stories in FRESH, READ_SINCE and UNSEEN of `benchmarks.train_alignment` are
not read: on them the average precision is printed, before and after.
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp
from scipy.optimize import minimize

from benchmarks.judged import Lesson, lesson_names, read_lesson
from benchmarks.train_alignment import FRESH, READ_SINCE, UNSEEN, average_precision
from sayso.align import questions
from sayso.align.embed import WIDTH, Matrix, embed
from sayso.align.named import named_texts
from sayso.annotate.parse import load_model

HELD = 0.003  # how strongly the matrix is held near the unit matrix, chosen on FRESH
STEPS = 60
RANDOM = 0.2  # random pairs for each judged one
SLOPE, BIAS = 8.0, -5.0  # where learning starts
SHORTEST = 1e-6


class Pairs(NamedTuple):
    """Vectors (claims, 384), and pairs of their rows with the share of truth and the weight of each."""

    vectors: Matrix
    left: npt.NDArray[np.intp]
    right: npt.NDArray[np.intp]
    share: npt.NDArray[np.float32]
    weight: npt.NDArray[np.float32]


def gathered(lessons: Sequence[Lesson], vectors: Mapping[str, Matrix]) -> Pairs:
    """All judged pairs of the lessons and the random ones, their claims in one row."""
    chance = np.random.default_rng(0)
    parts, first = [], 0
    for each in lessons:
        count = len(vectors[each.name])
        judged = np.column_stack([each.left[each.judged], each.right[each.judged]])
        others = chance.integers(0, count, (int(RANDOM * len(judged)), 2))
        others = others[others[:, 0] != others[:, 1]]
        share, weight = ([getattr(j, k) for j in each.judgements] for k in ("share", "weight"))
        parts.append((np.vstack([judged, others]) + first, [*share, *[0.0] * len(others)], [*weight, *[1.0] * len(others)]))
        first += count
    places = np.vstack([p for p, _, _ in parts])
    told, weights = (np.concatenate([np.array(part[k], np.float32) for part in parts]) for k in (1, 2))
    return Pairs(np.vstack([vectors[x.name] for x in lessons]), places[:, 0], places[:, 1], told, weights / weights.sum())


def learned(pairs: Pairs) -> Matrix:
    """The matrix, shape (384, 384)."""
    unit = np.eye(WIDTH, dtype=np.float32)

    def loss(flat: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        slope, bias = flat[:2]
        matrix = flat[2:].reshape(WIDTH, WIDTH).astype(np.float32)
        turned = pairs.vectors @ matrix.T
        length = np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), SHORTEST)
        ones = turned / length
        cosine = np.einsum("ij,ij->i", ones[pairs.left], ones[pairs.right])
        odds = slope * cosine + bias
        value = pairs.weight @ (np.logaddexp(0, odds) - pairs.share * odds) + HELD * ((matrix - unit) ** 2).sum()
        wrong = pairs.weight * (1 / (1 + np.exp(-odds)) - pairs.share)
        pull = sp.csr_matrix((wrong * slope, (pairs.left, pairs.right)), shape=(len(ones), len(ones)))
        back = (pull + pull.T) @ ones
        back = (back - np.einsum("ij,ij->i", back, ones)[:, None] * ones) / length
        down = back.T @ pairs.vectors + 2 * HELD * (matrix - unit)
        return float(value), np.r_[wrong @ cosine, wrong.sum(), down.ravel()].astype(np.float64)

    start = np.r_[SLOPE, BIAS, unit.ravel()].astype(np.float64)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS, "maxcor": 10})
    return np.asarray(found.x[2:].reshape(WIDTH, WIDTH), np.float32)


def precision(each: Lesson, vectors: Matrix) -> float:
    """Average precision of the cosines over the judged pairs."""
    left, right = each.left[each.judged], each.right[each.judged]
    return average_precision(np.einsum("ij,ij->i", vectors[left], vectors[right]), each.judgements)


def write(matrix: Matrix) -> None:
    """Writes what ships: whole numbers of eight bits with a scale for each row."""
    scale = np.abs(matrix).max(axis=1, keepdims=True) / 127
    np.savez_compressed(
        Path(questions.__file__).with_name(questions.FILE),
        matrix=np.round(matrix / scale).astype(np.int8),
        scale=scale.astype(np.float32),
    )


def main(arguments: Sequence[str]) -> None:
    """Learns, shows and, where asked, writes."""
    nlp = load_model()
    lessons = {name: read_lesson(name, nlp) for name in lesson_names()}
    vectors = {name: embed(named_texts(x.claims)) for name, x in lessons.items()}
    matrix = learned(gathered([x for n, x in lessons.items() if n not in {*FRESH, *READ_SINCE, *UNSEEN}], vectors))
    for names in (FRESH, READ_SINCE, UNSEEN):
        found = []
        for name in names:
            turned = vectors[name] @ matrix.T
            turned /= np.linalg.norm(turned, axis=1, keepdims=True)
            found.append((precision(lessons[name], vectors[name]), precision(lessons[name], turned)))
            print(f"{name:12} {found[-1][0]:.3f} {found[-1][1]:.3f}")
        print("mean         {:.3f} {:.3f}".format(*np.mean(found, axis=0)))
    if "--write" in arguments:
        write(matrix)


if __name__ == "__main__":
    main(sys.argv[1:])
