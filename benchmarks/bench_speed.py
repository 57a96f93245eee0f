"""How much longer the whole work takes than the bare parse of the same texts, in one run.

    python benchmarks/bench_speed.py [FOLDER [ROUNDS]]      (FOLDER: examples/corpus)

Prints the seconds of bare `nlp.pipe` over the body texts and of everything after loading (reading files to the finished
dossier), in turn, with the ratio of each round; then one cold run of `sayso report` as a process, with its peak memory.
"""

import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

from sayso.align.embed import warm
from sayso.annotate.parse import load_model
from sayso.config import Settings
from sayso.ingest import read
from sayso.pipeline.reading import ingest, read_story
from sayso.pipeline.report import rebuild
from sayso.pipeline.stopwatch import Stopwatch


def main(folder: str, rounds: int = 5) -> None:
    """Measures and prints."""
    nlp, settings = load_model(), Settings()
    warm()
    texts = [d.text for d in read([folder]).documents]
    bare_seconds, ratios, whole_seconds = [], [], []
    for n in range(rounds + 1):
        began = time.perf_counter()
        list(nlp.pipe(texts))
        bare = time.perf_counter() - began
        watch = Stopwatch()
        began = time.perf_counter()
        reading = ingest([folder], settings, watch)
        rebuild(read_story(reading.documents, nlp, watch), reading.skipped, (settings, nlp), watch)
        whole = time.perf_counter() - began
        if n:  # the first round warms caches
            bare_seconds.append(bare)
            whole_seconds.append(whole)
            ratios.append(whole / bare)
            print(f"round {n}: bare parse {bare:.2f} s, whole work {whole:.2f} s, ratio {whole / bare:.2f}  {watch.seconds}")
    print(
        f"median: bare {statistics.median(bare_seconds):.2f} s, whole {statistics.median(whole_seconds):.2f} s, "
        f"ratio {statistics.median(ratios):.2f} over {rounds} rounds"
    )
    began = time.perf_counter()
    command = [str(Path(sys.executable).parent / "sayso"), "report", folder, "--format", "json"]
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"cold `sayso report`: {time.perf_counter() - began:.2f} s, peak {peak:.0f} MiB")


if __name__ == "__main__":
    arguments = sys.argv[1:]
    main(arguments[0] if arguments else "examples/corpus", int(arguments[1]) if len(arguments) > 1 else 5)
