"""What comes after annotation at 25, 50, 100 and 200 documents of one story, against the bare parse of the same texts.

    python -m benchmarks.bench_scale [--documents N [N ...]] [--seed S]      (25 50 100 200, seed 1)

Each story is made by `benchmarks.make_story` and read by a process of its own: seconds by stage (the run's own stopwatch),
their sum after annotation as a share of the bare `nlp.pipe` over the same texts, the peak memory of the process, and the
exponent of a least-squares fit of log seconds on log documents. Asked for: share at most 1 at 200 documents (in small
stories the model's fixed budget weighs more), memory under 2 GB, exponent at most 1.3. The last line names what is missed.
"""

import argparse
import math
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from msgspec import Struct

from benchmarks.make_story import Maker, write
from sayso.align.embed import warm
from sayso.annotate.parse import load_model
from sayso.config import Settings
from sayso.ingest import read
from sayso.pipeline.reading import ingest, read_story
from sayso.pipeline.report import rebuild
from sayso.pipeline.stopwatch import Stopwatch

SIZES = (25, 50, 100, 200)
AFTER = ("dating", "reuse", "resolve", "align", "judge", "dossier")
LARGE = 200
MOST_SHARE, MOST_MEMORY, MOST_EXPONENT = 1.0, 2000.0, 1.3  # of the bare parse; MB


class Measured(Struct, frozen=True):
    """One story: how many documents and claims, seconds of the bare parse and of each stage, peak memory in MB."""

    documents: int
    claims: int
    bare: float
    stages: dict[str, float]
    memory: float

    @property
    def after(self) -> float:
        """Seconds of everything after annotation."""
        return sum(self.stages[name] for name in AFTER)


def measure(folder: Path) -> Measured:
    """Reads the story in `folder` in this process."""
    nlp, settings = load_model(), Settings()
    warm()
    texts = [d.text for d in read([folder]).documents]
    list(nlp.pipe(texts[:3]))  # the first texts pay for what is loaded late
    began = time.perf_counter()
    list(nlp.pipe(texts))
    bare, watch = time.perf_counter() - began, Stopwatch()
    reading = ingest([folder], settings, watch)
    dossier = rebuild(read_story(reading.documents, nlp, watch), reading.skipped, (settings, nlp), watch)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    return Measured(len(dossier.documents), len(dossier.claims), bare, dict(watch.seconds), memory)


def exponent(measured: Sequence[Measured]) -> float:
    """Slope of log seconds on log documents, by least squares; NaN for stories of one size."""
    xs, ys = [math.log(m.documents) for m in measured], [math.log(m.after) for m in measured]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((a - x) ** 2 for a in xs)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / spread if spread else math.nan


def missed(measured: Sequence[Measured]) -> list[str]:
    """What is asked for and was not reached."""
    found = []
    for m in measured:
        if m.documents >= LARGE and m.after > MOST_SHARE * m.bare:
            found.append(f"{m.documents} documents take {m.after / m.bare:.2f} of the bare parse")
        if m.memory > MOST_MEMORY:
            found.append(f"{m.documents} documents take {m.memory:.0f} MB")
    if (slope := exponent(measured)) > MOST_EXPONENT:
        found.append(f"cost grows with n^{slope:.2f}")
    return found


def _apart(documents: int, seed: int) -> Measured:
    """Measures in a process of its own, so that its peak memory is that of one story."""
    with TemporaryDirectory() as folder:
        write(Maker(documents, seed).make(), Path(folder) / "story")
        command = [sys.executable, "-m", "benchmarks.bench_scale", "--folder", str(Path(folder) / "story")]
        return msgspec.json.decode(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout, type=Measured)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures and prints."""
    asks = argparse.ArgumentParser(description="Cost after annotation by the number of documents.")
    asks.add_argument("--documents", type=int, nargs="+", default=list(SIZES), metavar="N")
    asks.add_argument("--seed", type=int, default=1, metavar="S")
    asks.add_argument("--folder", type=Path, help="measure this one story here and print JSON")
    asked = asks.parse_args(arguments)
    if asked.folder:
        sys.stdout.buffer.write(msgspec.json.encode(measure(asked.folder)))
        return
    print(
        f"{'docs':>5}{'claims':>8}{'bare s':>8}" + "".join(f"{n:>9}" for n in AFTER) + f"{'after s':>9}{'share':>7}{'MB':>7}"
    )
    measured = []
    for documents in asked.documents:
        m = _apart(documents, asked.seed)
        measured.append(m)
        stages = "".join(f"{m.stages[n]:9.2f}" for n in AFTER)
        row = f"{m.documents:5}{m.claims:8}{m.bare:8.2f}{stages}{m.after:9.2f}{m.after / m.bare:7.2f}{m.memory:7.0f}"
        print(row, flush=True)
    print(f"cost grows with n^{exponent(measured):.2f}")
    print("; ".join(missed(measured)) or "all that is asked for is reached")


if __name__ == "__main__":
    main()
