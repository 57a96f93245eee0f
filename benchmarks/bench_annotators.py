"""What every annotator costs beside the bare spaCy pass over the same texts.

    python benchmarks/bench_annotators.py [PATH...]      (PATH: examples/corpus)

Prints CPU seconds and the share of the bare pass for each annotator, and for all together (target: at most 60 %), each the
median of the rounds; the passes take turns, so that a busy machine slows all alike.
"""

import statistics
import sys
import time
from collections.abc import Sequence
from typing import Any

from sayso.annotate.annotator import Found
from sayso.annotate.parse import load_model, parse
from sayso.annotate.team import installed
from sayso.ingest import read

TARGET, ROUNDS = 0.6, 5


def main(paths: Sequence[str]) -> None:
    """Measures and prints."""
    nlp, team = load_model(), installed()
    documents = read(list(paths)).documents
    texts = [d.text[b.start : b.end] for d in documents for b in d.body]
    bare: list[float] = []
    spent: dict[str, list[float]] = {a.name: [] for a in team}
    for n in range(ROUNDS + 1):
        began = time.process_time()
        list(nlp.pipe(texts))
        passed = time.process_time() - began
        parsed = list(parse(documents, nlp))
        layers: list[dict[str, Sequence[Any]]] = [{} for _ in parsed]
        for annotator in team:
            began = time.process_time()
            for one, written in zip(parsed, layers, strict=True):
                found = Found(annotator.name, {name: written[name] for name in annotator.reads})
                written[annotator.writes] = annotator.annotate(one, found)
            if n:  # the first round warms caches
                spent[annotator.name].append(time.process_time() - began)
        if n:
            bare.append(passed)
    base = statistics.median(bare)
    words = sum(len(t.split()) for t in texts)
    print(f"{len(documents)} documents, {words} words; bare spaCy pass {base:.3f} s ({words / base:.0f} words/s)")
    for name, rounds in spent.items():
        print(f"{name:24} {statistics.median(rounds):.3f} s  {statistics.median(rounds) / base:6.1%}")
    whole = statistics.median(sum(rounds) for rounds in zip(*spent.values(), strict=True))
    reached = "met" if whole <= TARGET * base else "MISSED"
    print(f"{'all together':24} {whole:.3f} s  {whole / base:6.1%}   target {TARGET:.0%}: {reached}")


if __name__ == "__main__":
    main(sys.argv[1:] or ["examples/corpus"])
