"""Event coreference on ECB+: CoNLL F1 with predicted topics and gold mentions, beside the lemma baseline.

    python -m benchmarks.bench_ecb DATA        (DATA/coref/ecbplus_dev_mentions.jsonl.gz, DATA/clustering/ecb.articles.jsonl)

Mentions are read by the word vectors that alignment reads claims with (`sayso.align.embed`), and scored by a model of named
features that is trained on the other topics: five folds by gold topic, the threshold of joining chosen on the topics of
training. Pairs are only made inside predicted topics: average link over TF-IDF of whole documents.
"""

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.conll import conll
from benchmarks.ecb import Event, read_events
from benchmarks.ecb_pairs import Pairs, lemmas, pairs_of, read_mentions
from sayso.annotate.parse import load_model

Array = npt.NDArray[np.float64]
FLOOR = 0.76
FOLDS = 5
TOPIC = 0.84  # cosine distance of documents below which they are of one topic
WIDE = 0.88  # of the wider topics in which pairs are made
CUTS = (0.55, 0.6, 0.65, 0.7, 0.75, 0.8)


def main(arguments: Sequence[str]) -> int:
    """Prints the baseline and the score; 1 below the floor."""
    data = Path(arguments[0])
    events, texts = read_events(data / "coref/ecbplus_dev_mentions.jsonl.gz", data / "clustering/ecb.articles.jsonl")
    lost = sum(e.start is None for e in events)
    print(f"{len(events)} event mentions in {len(texts)} documents, {lost} without their line")
    lemma = lemmas(events, load_model())
    narrow, wide = (topics(texts, cut) for cut in (TOPIC, WIDE))
    gold = {e.id: e.chain for e in events}
    _print("lemma", conll(gold, {e.id: f"{narrow[e.document]}|{lemma[e.id]}" for e in events}))
    groups: dict[int, list[Event]] = defaultdict(list)
    for event in events:
        groups[wide[event.document]].append(event)
    told = read_mentions(events, texts, lemma, narrow)
    pairs = {topic: pairs_of(group, told) for topic, group in groups.items()}
    figures = conll(gold, cross_validated(groups, pairs))
    _print("sayso", figures)
    return int(figures["conll"] < FLOOR)


def topics(texts: Mapping[str, str], cut: float) -> dict[str, int]:
    """A predicted topic for each document."""
    names = sorted(texts)
    rows = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform([texts[n] for n in names])
    apart = np.clip(1 - (rows @ rows.T).toarray(), 0, None)
    np.fill_diagonal(apart, 0)
    return dict(
        zip(names, map(int, fcluster(linkage(squareform(apart, checks=False), "average"), cut, "distance")), strict=True)
    )


def cross_validated(groups: Mapping[int, Sequence[Event]], pairs: Mapping[int, Pairs]) -> dict[str, str]:
    """A chain for each mention, each predicted topic scored by a model that saw none of its gold topics' fold."""
    fold = {topic: _fold(group) for topic, group in groups.items()}
    chains: dict[str, str] = {}
    for left_out in range(FOLDS):
        seen = [t for t in groups if fold[t] != left_out]
        cut = _cut(groups, pairs, fold, seen)
        model = _fitted(pairs, groups, seen, left_out)
        for topic in (t for t in groups if fold[t] == left_out):
            chains |= joined(groups[topic], pairs[topic], _scores(model, pairs[topic]), cut, str(topic))
    return chains


def _cut(
    groups: Mapping[int, Sequence[Event]], pairs: Mapping[int, Pairs], fold: Mapping[int, int], seen: Sequence[int]
) -> float:
    """The cut that serves best where half of the topics of training were left out of training themselves."""
    inner = sorted({fold[t] for t in seen})
    halves = (inner[: len(inner) // 2], inner[len(inner) // 2 :])
    scored: dict[int, Array] = {}
    for half in halves:
        model = _fitted(pairs, groups, [t for t in seen if fold[t] not in half], -1)
        scored |= {t: _scores(model, pairs[t]) for t in seen if fold[t] in half}
    gold = {e.id: e.chain for t in seen for e in groups[t]}

    def reached(cut: float) -> float:
        chains: dict[str, str] = {}
        for topic in seen:
            chains |= joined(groups[topic], pairs[topic], scored[topic], cut, str(topic))
        return conll(gold, chains)["conll"]

    return max(CUTS, key=reached)


def _fold(group: Sequence[Event]) -> int:
    folds = [int(e.topic) % FOLDS for e in group]
    return max(sorted(set(folds)), key=folds.count)


def _fitted(
    pairs: Mapping[int, Pairs], groups: Mapping[int, Sequence[Event]], seen: Sequence[int], left_out: int
) -> HistGradientBoostingClassifier:
    rows: list[Array] = []
    labels: list[Array] = []
    for topic in seen:
        group, pair = groups[topic], pairs[topic]
        own = np.array([int(e.topic) % FOLDS != left_out for e in group], bool)
        chain = np.array([e.chain for e in group])
        kept = own[pair.left] & own[pair.right]
        rows.append(pair.features[kept])
        labels.append((chain[pair.left] == chain[pair.right])[kept].astype(np.float64))
    model = HistGradientBoostingClassifier(max_iter=120, max_depth=4, learning_rate=0.08, random_state=0)
    return model.fit(np.vstack(rows), np.concatenate(labels))


def _scores(model: HistGradientBoostingClassifier, pair: Pairs) -> Array:
    return np.asarray(model.predict_proba(pair.features)[:, 1], np.float64) if len(pair.left) else np.zeros(0)


def joined(group: Sequence[Event], pair: Pairs, scores: Array, cut: float, name: str) -> dict[str, str]:
    """Average link over the pairs of one topic; a pair that was not scored is as far apart as can be."""
    apart = np.ones((len(group), len(group)))
    np.fill_diagonal(apart, 0)
    apart[pair.left, pair.right] = apart[pair.right, pair.left] = 1 - scores
    labels = fcluster(linkage(squareform(apart, checks=False), "average"), cut, "distance") if len(group) > 1 else [1]
    return {e.id: f"{name}|{label}" for e, label in zip(group, labels, strict=True)}


def _print(name: str, figures: Mapping[str, float]) -> None:
    print(f"{name:6}", "  ".join(f"{k} {v:.4f}" for k, v in figures.items()), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
