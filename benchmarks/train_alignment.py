"""Learns the weights of alignment from gold stories, cross-validated by story.

    python benchmarks/train_alignment.py GOLD.json=FOLDER ... [--write]

Each argument names a gold file and the folder of its documents. Prints, for each story left out of training, the recall
and precision of agreeing pairs at several thresholds; with --write the weights trained on all go into the package.
The labels are the gold's: two claims answer one question where one gold item (agreement or discrepancy) names both.
Pairs that the gold does not know count little, since the gold is not exhaustive.
"""

import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from spacy.language import Language

from benchmarks.gold import GoldStory, labelled_pairs
from sayso.align.alignment import align
from sayso.align.candidates import candidate_pairs
from sayso.align.features import NAMES, build_space, pair_features
from sayso.align.weights import Weights
from sayso.annotate.parse import load_model
from sayso.config import Settings
from sayso.model.claim import Claim
from sayso.pipeline.reading import ingest, read_story
from sayso.pipeline.stopwatch import Stopwatch

UNKNOWN = 0.3  # weight of a pair that the gold does not know
STRENGTH = 1.0  # inverse of the penalty on large weights
JOIN_AT = 0.26  # raw score from which pairs are joined, chosen on the left-out stories; the shipped scale calls it 0.5
COMPARE_AT = 0.15  # on the shipped scale: score from which the values of two claims are compared
AGAINST = frozenset(
    {"other_time", "other_agent", "world_differs", "polarity_differs", "speech_differs", "phrase_differs", "same_document"}
)
# Set by hand, since the stories hold too few cases: outlets that cite one body's report mostly tell the same of it.
LEAST = {"same_report": 0.8}
THRESHOLDS = (0.1, 0.12, 0.15, 0.17, 0.19, 0.21, 0.25, 0.3)


@dataclass(frozen=True)
class Lesson:
    """One story: its claims, features of candidate pairs, labels and weights."""

    name: str
    claims: Sequence[Claim]
    gold: GoldStory
    features: npt.NDArray[np.float64]
    labels: npt.NDArray[np.int64]
    weights: npt.NDArray[np.float64]


def lesson(name: str, gold_path: Path, claims: Sequence[Claim], gold: GoldStory) -> Lesson:
    """Features and labels of one story."""
    space = build_space(claims)
    left, right = candidate_pairs(space)
    same, apart, loose = labelled_pairs(gold)
    pairs = [(int(i), int(j)) for i, j in zip(left, right, strict=True)]
    labels = np.array([pair in same for pair in pairs], np.int64)
    weights = np.array([1.0 if pair in same or pair in apart else 0.0 if pair in loose else UNKNOWN for pair in pairs])
    print(f"{name}: {len(claims)} claims, {len(pairs)} pairs, {labels.sum()} of {len(same)} gold pairs among them")
    return Lesson(name, claims, gold, pair_features(space, left, right), labels, weights)


def read_lesson(argument: str, nlp: Language) -> Lesson:
    """Reads one GOLD=FOLDER argument."""
    gold_path, folder = map(Path, argument.split("=", 1))
    watch, settings = Stopwatch(), Settings()
    read = read_story(ingest([folder], settings, watch).documents, nlp, watch)
    claims = sorted(read.claims, key=lambda c: (c.document, c.start, c.end))
    return lesson(gold_path.stem, gold_path, claims, GoldStory(gold_path, read.documents, claims))


def fit(lessons: Sequence[Lesson]) -> tuple[float, dict[str, float]]:
    """Bias and weights of a logistic regression over all pairs of the lessons; each story weighs the same.

    What can only speak for one question gets no negative weight, what can only speak against it no positive one: with so
    few stories the signs are better known than learned.
    """
    x = np.vstack([each.features for each in lessons])
    y = 2 * np.concatenate([each.labels for each in lessons]) - 1
    share = np.concatenate([each.weights / each.weights.sum() for each in lessons]) / len(lessons)
    penalty = 1 / (STRENGTH * sum(len(each.labels) for each in lessons) / len(lessons))

    def loss(vector: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        margin = y * (x @ vector[1:] + vector[0])
        slope = -y * share / (1 + np.exp(margin))
        value = share @ np.logaddexp(0, -margin) + 0.5 * penalty * vector[1:] @ vector[1:]
        return float(value), np.r_[slope.sum(), x.T @ slope + penalty * vector[1:]]

    bounds = [(None, None), *((None, 0.0) if name in AGAINST else (LEAST.get(name, 0.0), None) for name in NAMES)]
    start = np.array([low if low else 0.0 for low, _ in bounds])
    found = minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B").x
    return float(found[0]), dict(zip(NAMES, map(float, found[1:]), strict=True))


def agreement(groups: Sequence[Sequence[str]], each: Lesson) -> tuple[float, float]:
    """Recall and precision over pairs of agreement anchors, as the field scores alignment."""
    group_of = {claim: n for n, group in enumerate(groups) for claim in group}
    sides = [
        (item, key, {group_of[each.claims[n].id] for n in hit}, {each.claims[n].clause.sentence_start for n in hit})
        for item, found in each.gold.items()
        if item.startswith("agreements")
        for key, hit in found
    ]
    related = {frozenset((a, c)) for (a, b, _, s), (c, d, _, t) in combinations(sides, 2) if a != c and b == d and s & t}
    right = together = wanted = 0
    for (a, key_a, found_a, _), (b, key_b, found_b, _) in combinations(sides, 2):
        if key_a == key_b or (a != b and frozenset((a, b)) in related):
            continue
        joined = bool(found_a & found_b)
        wanted += a == b
        together += joined
        right += joined and a == b
    return right / max(1, wanted), right / max(1, together)


def main(arguments: Sequence[str]) -> None:
    """Cross-validates and, where asked, writes."""
    nlp = load_model()
    lessons = [read_lesson(a, nlp) for a in arguments if "=" in a]
    for each in lessons if len(lessons) > 1 else []:
        bias, weights = fit([other for other in lessons if other is not each])
        scores = []
        for threshold in THRESHOLDS:
            groups = align(each.claims, threshold, weights=Weights(bias, weights, threshold)).groups
            scores.append("{:.2f}/{:.2f}".format(*agreement(groups, each)))
        print(f"left out {each.name:12} " + "  ".join(f"{t:.2f} {s}" for t, s in zip(THRESHOLDS, scores, strict=True)))
    bias, weights = fit(lessons)
    for name, weight in sorted(weights.items(), key=lambda x: -abs(x[1])):
        print(f"{name:20} {weight:+.3f}")
    if "--write" in arguments:
        target = Path(__file__).parent.parent / "src/sayso/align/weights.json"
        rounded = {n: round(w, 4) for n, w in weights.items()}
        shifted = bias - math.log(JOIN_AT / (1 - JOIN_AT))
        shipped = Weights(round(shifted, 4), rounded, compare=COMPARE_AT, join=JOIN_AT)

        target.write_bytes(msgspec.json.format(msgspec.json.encode(shipped), indent=1) + b"\n")


if __name__ == "__main__":
    main(sys.argv[1:])
