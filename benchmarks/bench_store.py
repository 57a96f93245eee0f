"""What adding to a store costs beside reading and the bare spaCy pass, on the same cores, and what adding again costs.

    python -m benchmarks.bench_store [--number N] [--store FILE_OR_URL] [PATH...]      (examples/corpus, 300 articles)

PATHs are folders of articles or JSON Lines with a `text` in each row; their texts are repeated, each with a line of its own,
until there are N. Prints wall and CPU time an article, the ratios (targets: at most 2; the second adding 50 times faster),
and the memory of the main process at the beginning, in the middle and at the end (target: flat).
"""

import argparse
import json
import multiprocessing
import os
import resource
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from itertools import cycle, islice
from pathlib import Path

from spacy.language import Language

from sayso.annotate.parse import load_model
from sayso.ingest import read
from sayso.pipeline.stored import BATCH, Adding, add
from sayso.store.connect import open_store

TARGET, FASTER, GROWTH = 2.0, 50.0, 1.2
CORES = len(os.sched_getaffinity(0))
_HEAD = "---\ntitle: Article {n}\npublisher: Paper {paper}\ndate: 2031-{month:02}-{day:02}\n---\n"


def main(arguments: Sequence[str]) -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--number", type=int, default=300)
    parser.add_argument("--store")
    parser.add_argument("paths", nargs="*", default=["examples/corpus"])
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="sayso-bench-") as folder:
        articles = Path(folder, "articles")
        articles.mkdir()
        for n, text in enumerate(islice(cycle(texts_of(given.paths)), given.number)):
            head = _HEAD.format(n=n, paper=n % 40, month=1 + n // 28 % 12, day=1 + n % 28)
            (articles / f"{n:06}.txt").write_text(f"{head}{text}\n\nNumber {n} of the collection.\n", "utf-8")
        _measure(articles, given.number, given.store or str(Path(folder, "sayso.db")))


def texts_of(paths: Sequence[str]) -> list[str]:
    """The texts of articles in folders and of rows in JSON Lines."""
    texts: list[str] = []
    for path in paths:
        if path.endswith(".jsonl"):
            texts += [json.loads(line)["text"] for line in Path(path).read_text("utf-8").splitlines()]
        else:
            texts += [d.text for d in read([path]).documents]
    return texts


def _measure(articles: Path, number: int, place: str) -> None:
    print(f"{number} articles, {CORES} cores")
    bare = _timed(lambda: _bare(articles), number, "reading and bare spaCy")
    memory: list[float] = []
    with open_store(place, create=True) as store:
        how = Adding(workers=CORES)
        first = _timed(lambda: add(store, [articles], how, progress=lambda *_: memory.append(_resident())), number, "add")
        again = _timed(lambda: add(store, [articles], how), number, "the same again")
    for name, part in (("wall", 0), ("CPU", 1)):
        ratio, faster = first[part] / bare[part], first[part] / max(again[part], 1e-9)
        print(f"{name:5} add / bare {ratio:5.2f} (target {TARGET}: {_met(ratio <= TARGET)})", end="  ")
        print(f"first / again {faster:6.1f} (target {FASTER}: {_met(faster >= FASTER)})")
    early, middle, late = (memory[int(len(memory) * at)] for at in (0.2, 0.5, 0.999))
    flat = _met(late <= GROWTH * early)
    print(f"main process: {early:.0f} MB after a fifth, {middle:.0f} at half, {late:.0f} at the end (flat: {flat})")
    print(f"largest process beside: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")


def _met(met: bool) -> str:
    return "met" if met else "MISSED"


def _timed(work: Callable[[], object], number: int, name: str) -> tuple[float, float]:
    """Seconds and CPU seconds (this process and those that it ended) of the work."""
    began, spent = time.perf_counter(), _cpu()
    work()
    wall, cpu = time.perf_counter() - began, _cpu() - spent
    print(
        f"{name:24} {wall:8.2f} s  {1000 * wall / number:7.2f} ms an article   CPU {1000 * cpu / number:7.2f} ms", flush=True
    )
    return wall, cpu


def _cpu() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(u.ru_utime + u.ru_stime for u in used)


def _resident() -> float:
    """Megabytes of this process in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6


def _bare(articles: Path) -> None:
    """Reads in this process and parses in as many beside as `add` has, in batches of the same size."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(CORES, context, initializer=_model) as pool:
        waiting: deque[Future[int]] = deque()
        for batch in _batches(articles):
            waiting.append(pool.submit(_parse, batch))
            if len(waiting) > 3 * CORES:
                waiting.popleft().result()
        for future in waiting:
            future.result()


def _batches(articles: Path) -> Iterator[list[str]]:
    files = iter(sorted(articles.iterdir()))
    while some := list(islice(files, BATCH)):
        yield [d.text[b.start : b.end] for file in some for d in read([file]).documents for b in d.body]


@cache
def _model() -> Language:
    return load_model()


def _parse(texts: list[str]) -> int:
    return sum(len(doc) for doc in _model().pipe(texts, batch_size=64))


if __name__ == "__main__":
    main(sys.argv[1:])
