"""Learns the weights of alignment from pairs of claims that readers judged, cross-validated by story.

    python -m benchmarks.train_alignment [--write]

Two lines are learned. `first` weighs the features alone and chooses the pairs that the model reads together; `both` weighs
the features and what the model made of the pair. `both` is learned on the stories that neither the model nor the matrix of
`sayso.align.questions` was trained on (FRESH), for of the others these know the answers; `first` on these and on those that
the model alone has read since (READ_SINCE). Printed are, for fresh stories left out and for the unseen, the average
precision of the features, of the model and of both, and what findings are made of them at several thresholds: the share of
pairs of claims that are one question (at least partly), and the share of the pairs of one question that were put together.
With --write the weights go into the package.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from benchmarks.judged import Judgement, Lesson, read_lesson
from sayso.align.alignment import JOINABLE, Budget, Offered, grouped, read_likeliest, scored_pairs, surely
from sayso.align.features import NAMES
from sayso.align.together import read_together
from sayso.align.vetoes import vetoes
from sayso.align.weights import TOGETHER, Line, Weights, together
from sayso.annotate.parse import load_model

Array = npt.NDArray[np.float64]
UNSEEN = ("airfield", "quake", "verdict")  # never learned from
FRESH = (  # read neither by benchmarks/train_together.py nor by benchmarks/train_questions.py
    "armsship", "cablecar", "defector", "embassyfire", "fisheries", "floodgate",
    "heatwave", "mallattack", "oilrig", "portstrike", "recallvote", "summitcollapse",
)  # fmt: skip
READ_SINCE = (  # read by benchmarks/train_together.py alone
    "asylum", "blackout", "borderclash", "doping", "extradition", "heist",
    "protest", "refinery", "satellite", "templesite", "trainderail", "vaccine",
)  # fmt: skip
STRENGTH = 1.0  # inverse of the penalty on large weights
JOIN_AT = 0.26  # probability from which pairs are joined, chosen on FRESH and the own stories; scores call it 0.5
COMPARE_AT = 0.15  # on that scale: score from which the values of two claims are compared
AGAINST = frozenset(
    {"other_time", "other_agent", "world_differs", "polarity_differs", "speech_differs", "phrase_differs", "same_document"}
)
THRESHOLDS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6)


def fit(rows: Array, judgements: Sequence[Judgement], names: Sequence[str]) -> Line:
    """A logistic regression on shares of truth.

    What can only speak for one question gets no negative weight, what can only speak against it no positive one: the signs
    are better known than learned, and what a score is made of can be told.
    """
    share, weight = (np.array([getattr(j, name) for j in judgements]) for name in ("share", "weight"))
    weight = weight / weight.sum()
    penalty = 1 / (STRENGTH * len(judgements))

    def loss(vector: Array) -> tuple[float, Array]:
        odds = rows @ vector[1:] + vector[0]
        slope = weight * (1 / (1 + np.exp(-odds)) - share)
        value = weight @ (np.logaddexp(0, odds) - share * odds)
        return float(value + 0.5 * penalty * vector[1:] @ vector[1:]), np.r_[
            slope.sum(), rows.T @ slope + penalty * vector[1:]
        ]

    bounds = [(None, None), *((None, 0.0) if name in AGAINST else (0.0, None) for name in names)]
    found = minimize(loss, np.zeros(len(names) + 1), jac=True, bounds=bounds, method="L-BFGS-B").x
    return Line(round(float(found[0]), 4), {n: round(float(w), 4) for n, w in zip(names, found[1:], strict=True)})


def judged_rows(each: Lesson) -> Array:
    """Features of the judged pairs with what the model makes of each."""
    left, right = each.left[each.judged], each.right[each.judged]
    odds = read_together(each.claims, left, right)
    return np.column_stack([each.features[each.judged], [together(float(o)) for o in odds]])


def average_precision(scores: Array, judgements: Sequence[Judgement]) -> float:
    """Over the pairs that are clearly one question or another."""
    clear = [(s, j is Judgement.SAME) for s, j in zip(scores, judgements, strict=True) if j.weight == 1.0]
    ranked = np.array([true for _, true in sorted(clear, key=lambda c: -c[0])])
    at = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return float(at[ranked].mean()) if ranked.any() else 0.0


def offered(each: Lesson) -> Offered:
    """The pairs of a story as `align` has them."""
    return Offered(each.claims, each.left, each.right, each.features)


def groups_of(each: Lesson, weights: Weights, read: dict[int, float]) -> list[list[int]]:
    """The groups as `align` makes them."""
    graph = scored_pairs(offered(each), weights, read)
    apart = vetoes(each.claims, graph, each.features, JOINABLE * 0.5, surely(offered(each), read))
    return grouped(each.claims, {p: 0.0 if p in apart else s for p, s in graph.items()}, 0.5, weights)


def measured(each: Lesson, groups: Sequence[Sequence[int]]) -> tuple[float, float, float, float]:
    """Of the judged pairs of two documents that share a group the share that is one question, and at least partly;
    the share of the pairs of one question that share a group; the share of grouped pairs that nobody judged.
    """
    group = {n: k for k, members in enumerate(groups) for n in members}
    told = dict(zip(map(int, each.judged), each.judgements, strict=True))
    pairs = {(int(i), int(j)): n for n, (i, j) in enumerate(zip(each.left, each.right, strict=True))}
    joined = [
        told.get(pairs.get((i, j), -1))
        for members in groups
        for k, i in enumerate(members)
        for j in members[k + 1 :]
        if each.claims[i].document != each.claims[j].document
    ]
    known = [j for j in joined if j is not None]
    same = [n for n, j in told.items() if j is Judgement.SAME]
    found = sum(group[int(each.left[n])] == group[int(each.right[n])] for n in same)
    one, partly = (sum(j in held for j in known) for held in ((Judgement.SAME,), (Judgement.SAME, Judgement.PARTLY)))
    known_count = max(1, len(known))
    return one / known_count, partly / known_count, found / max(1, len(same)), 1 - len(known) / max(1, len(joined))


def report(told: Sequence[tuple[Lesson, Array]], learn: Callable[[Lesson], tuple[Line, Line]]) -> None:
    """Prints what is reached on the lessons (with `judged_rows`), each with weights that were learned without it."""
    precision: list[list[float]] = []
    made: dict[float, list[tuple[float, ...]]] = {at: [] for at in THRESHOLDS}
    for each, rows in told:
        first, both = learn(each)
        scores = (
            first.probability(rows[:, :-1], NAMES), rows[:, -1], both.probability(rows, (*NAMES, TOGETHER))
        )  # fmt: skip
        precision.append([average_precision(s, each.judgements) for s in scores])
        read = read_likeliest(offered(each), first.probability(each.features, NAMES), Budget().pairs)
        for at in THRESHOLDS:
            made[at].append(measured(each, groups_of(each, Weights(first, both, COMPARE_AT, at), read)))
        print(f"{each.name:12} features {precision[-1][0]:.3f}  model {precision[-1][1]:.3f}  both {precision[-1][2]:.3f}")
    print("mean         " + "  ".join(f"{p:.3f}" for p in np.mean(precision, axis=0)))
    for at, found in made.items():
        one, partly, recall, unknown = np.mean(found, axis=0)
        shares = f"one question {one:.3f}, at least partly {partly:.3f}, found {recall:.3f}, unjudged {unknown:.2f}"
        print(f"joined at {at:.2f}: {shares}")


def main(arguments: Sequence[str]) -> None:
    """Cross-validates and, where asked, writes."""
    nlp = load_model()
    lessons = {name: read_lesson(name, nlp) for name in (*FRESH, *READ_SINCE, *UNSEEN)}
    print(sum(len(x.judged) for x in lessons.values()), "judged pairs,", sum(x.lost for x in lessons.values()), "lost")
    rows = {name: judged_rows(lessons[name]) for name in (*FRESH, *UNSEEN)}
    rows |= {name: lessons[name].features[lessons[name].judged] for name in READ_SINCE}

    def learn_without(left_out: str) -> tuple[Line, Line]:
        def line(stories: Sequence[str], names: Sequence[str]) -> Line:
            chosen = [n for n in stories if n != left_out]
            known = np.vstack([rows[n][:, : len(names)] for n in chosen])
            return fit(known, [j for n in chosen for j in lessons[n].judgements], names)

        return line((*FRESH, *READ_SINCE), NAMES), line(FRESH, (*NAMES, TOGETHER))

    for names in (FRESH, UNSEEN):
        report([(lessons[n], rows[n]) for n in names], lambda each: learn_without(each.name))
    first, both = learn_without("")
    for name in (*NAMES, TOGETHER):
        print(f"{name:20} {first.weights.get(name, 0.0):+.3f} {both.weights[name]:+.3f}")
    if "--write" in arguments:
        target = Path(__file__).parent.parent / "src/sayso/align/weights.json"
        shipped = Weights(first, both, COMPARE_AT, JOIN_AT)
        target.write_bytes(msgspec.json.format(msgspec.json.encode(shipped), indent=1) + b"\n")


if __name__ == "__main__":
    main(sys.argv[1:])
