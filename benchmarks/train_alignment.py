"""Learns the weights of alignment from gold stories, cross-validated by story.

    python benchmarks/train_alignment.py [GOLD.json=FOLDER ...] [--write]

Learns on the examples and on examples/stories; each argument adds a gold file with the folder of its documents. Prints, for
each story left out of training, the recall and precision of agreeing pairs at several thresholds; with --write the weights
trained on all go into the package. The labels are the gold's: two claims answer one question where one gold item (agreement
or discrepancy) names both. Pairs that the gold does not know count little, as it is not exhaustive. The weights that
ship were learned with three development stories more, which are not part of the project.
"""

import math
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from spacy.language import Language

from benchmarks.gold import GoldStory, labelled_pairs
from sayso.align.alignment import JOINABLE, grouped, scored_pairs
from sayso.align.candidates import candidate_pairs
from sayso.align.copies import fold_copies
from sayso.align.features import NAMES, build_space, pair_features
from sayso.align.vetoes import vetoes
from sayso.align.weights import Weights
from sayso.annotate.parse import load_model
from sayso.config import Settings
from sayso.model.claim import Claim
from sayso.pipeline.reading import ingest, read_story
from sayso.pipeline.stopwatch import Stopwatch

UNKNOWN = 0.3  # weight of a pair that the gold does not know
STRENGTH = 1.0  # inverse of the penalty on large weights
JOIN_AT = 0.28  # raw score from which pairs are joined, chosen on the left-out stories; the shipped scale calls it 0.5
COMPARE_AT = 0.15  # on the shipped scale: score from which the values of two claims are compared
AGAINST = frozenset(
    {"other_time", "other_agent", "world_differs", "polarity_differs", "speech_differs", "phrase_differs", "same_document"}
)
# Set by hand, since the stories hold too few cases: outlets that cite one body's report mostly tell the same of it.
LEAST = {"same_report": 0.8}
THRESHOLDS = (0.14, 0.16, 0.18, 0.2, 0.22, 0.24, 0.26, 0.28, 0.3, 0.33, 0.36)
EXAMPLES = Path(__file__).parent.parent / "examples"


@dataclass(frozen=True)
class Lesson:
    """One story: its claims without copies, the pairs (indices left, right) with their features, labels and weights.

    `firsts` leads from the place of each claim, copies too, in the order of `gold` to its place among `claims`.
    """

    name: str
    claims: Sequence[Claim]
    firsts: Sequence[int]
    sentences: Sequence[int]
    gold: GoldStory
    pairs: tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]
    features: npt.NDArray[np.float64]
    labels: npt.NDArray[np.int64]
    weights: npt.NDArray[np.float64]


def read_lesson(gold_path: Path, folder: Path, nlp: Language) -> Lesson:
    """Reads a story and its gold; pairs are scored as `align` scores them."""
    watch, settings = Stopwatch(), Settings()
    read = read_story(ingest([folder], settings, watch).documents, nlp, watch)
    told = sorted(read.claims, key=lambda c: (c.document, c.start, c.end))
    gold = GoldStory(gold_path, read.documents, told)
    folds = fold_copies(told, {d.id: d.published.start for d in read.documents})
    first = {n: k for k, held in enumerate(folds) for n in held}
    claims = [told[held[0]] for held in folds]
    space = build_space(claims)
    left, right = candidate_pairs(space)
    same, apart, loose = (
        {(min(first[i], first[j]), max(first[i], first[j])) for i, j in pairs} for pairs in labelled_pairs(gold)
    )
    pairs = [(int(i), int(j)) for i, j in zip(left, right, strict=True)]
    labels = np.array([pair in same for pair in pairs], np.int64)
    weights = np.array([1.0 if p in same else 0.0 if p in loose else 1.0 if p in apart else UNKNOWN for p in pairs])
    print(f"{gold_path.stem}: {len(claims)} claims, {len(pairs)} pairs, {labels.sum()} of {len(same)} gold pairs among them")
    return Lesson(
        gold_path.stem, claims, [first[n] for n in range(len(told))], [c.clause.sentence_start for c in told], gold,
        (left, right), pair_features(space, left, right), labels, weights,
    )  # fmt: skip


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


def agreement(groups: Sequence[Sequence[int]], each: Lesson) -> tuple[float, float]:
    """Recall and precision over pairs of agreement anchors, as the field scores alignment."""
    group_of = {claim: n for n, group in enumerate(groups) for claim in group}
    sides = [
        (item, key, {group_of[each.firsts[n]] for n in hit}, {each.sentences[n] for n in hit})
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


def left_out(lessons: Sequence[Lesson]) -> None:
    """Prints recall / precision of each story with weights that were learned on the others."""
    table = []
    for each in lessons:
        bias, weights = fit([other for other in lessons if other is not each])
        learned = Weights(bias, weights, COMPARE_AT)
        graph = scored_pairs(each.claims, each.pairs, each.features, learned)
        table.append([agreement(_joined(each, graph, t, learned), each) for t in THRESHOLDS])
        print(f"left out {each.name:12} " + "  ".join("{:.2f}/{:.2f}".format(*found) for found in table[-1]))
    means = np.array(table).mean(axis=0)
    print(f"{'at':21} " + "  ".join(f"{t:9.2f}" for t in THRESHOLDS))
    print(f"{'mean':21} " + "  ".join("{:.3f}/{:.2f}".format(*found) for found in means))


def _joined(each: Lesson, graph: Mapping[tuple[int, int], float], at: float, learned: Weights) -> list[list[int]]:
    """The groups as `align` makes them at a threshold."""
    apart = vetoes(each.claims, graph, each.features, JOINABLE * at)
    return grouped(each.claims, {p: 0.0 if p in apart else score for p, score in graph.items()}, at, learned)


def main(arguments: Sequence[str]) -> None:
    """Cross-validates and, where asked, writes."""
    nlp = load_model()
    given = [(Path(g), Path(f)) for g, f in (a.split("=", 1) for a in arguments if "=" in a)]
    own = [(gold, gold.with_suffix("")) for gold in sorted((EXAMPLES / "stories").glob("*.json"))]
    lessons = [read_lesson(*story, nlp) for story in [(EXAMPLES / "gold.json", EXAMPLES / "corpus"), *own, *given]]
    left_out(lessons)
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
