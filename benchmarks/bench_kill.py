"""Kills an adding run at random points and looks whether the next one makes the store that an undisturbed run makes.

    python -m benchmarks.bench_kill [--points N] [--seed S] [--number N] [--store postgresql://…] [PATH...]

A run is killed (SIGKILL to the main process) a moment after a number of articles, drawn at random, is in the store.
With --store a PostgreSQL database that is empty is used, and its tables are dropped between the points.
"""

import argparse
import contextlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from benchmarks.bench_store import texts_of
from sayso.store.checking import check
from sayso.store.connect import Store, open_store
from sayso.store.tables import DOCUMENTS, METADATA

Contents = dict[str, list[str]]


def main(arguments: Sequence[str]) -> int:
    """Kills, resumes, compares; 1 where a store differs."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--points", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--number", type=int, default=40)
    parser.add_argument("--store")
    parser.add_argument("paths", nargs="*", default=["examples/corpus"])
    given = parser.parse_args(arguments)
    chance, wrong = random.Random(given.seed), 0
    with tempfile.TemporaryDirectory(prefix="sayso-kill-") as folder:
        articles = Path(folder, "articles")
        articles.mkdir()
        for n, text in enumerate(islice(cycle(texts_of(given.paths)), given.number)):
            (articles / f"{n:05}.txt").write_text(f"{text}\n\nNumber {n} of the collection.\n", "utf-8")
        place = given.store or str(Path(folder, "whole.db"))
        began = time.perf_counter()
        _run(articles, place).wait()
        wanted = _contents(place)
        print(f"{given.number} articles, {time.perf_counter() - began:.1f} s undisturbed", flush=True)
        for point in range(given.points):
            place = given.store or str(Path(folder, f"{point}.db"))
            _empty(place)
            when = chance.randrange(given.number), chance.uniform(0, 0.3)
            wrong += not _survives(articles, place, when, wanted)
    print(f"{given.points - wrong} of {given.points} stores as undisturbed")
    return int(wrong > 0)


def _survives(articles: Path, place: str, when: tuple[int, float], wanted: Contents) -> bool:
    killed = _run(articles, place)
    while killed.poll() is None and _kept(place) < when[0]:
        time.sleep(0.1)
    time.sleep(when[1])
    ended = killed.poll() is not None
    with contextlib.suppress(ProcessLookupError):
        os.kill(killed.pid, signal.SIGKILL)
    killed.wait()
    left = _kept(place)
    with open_store(place, create=True) as store:
        half = check(store).problems  # what is there is whole at once
    _run(articles, place).wait()
    found = _contents(place)
    same = found == wanted
    with open_store(place) as store:
        problems = (*half, *check(store).problems)
    told = "had ended" if ended else f"{left} articles were kept"
    print(
        f"  killed at {when[0]}, {told}: {'the same' if same else 'DIFFERENT'} {'; '.join(problems[:3])}",
        flush=True,
    )
    return same and not problems


def _run(articles: Path, place: str) -> "subprocess.Popen[bytes]":
    given = [sys.executable, "-m", "sayso", "add", str(articles), "--story", "s", "--store", place]
    return subprocess.Popen(given, stdout=subprocess.DEVNULL)


def _kept(place: str) -> int:
    if "://" not in place and not Path(place).exists():
        return 0
    with open_store(place, create=True) as store, store.reading() as connection:
        return connection.execute(select(func.count()).select_from(DOCUMENTS)).scalar_one()


def _contents(place: str) -> Contents:
    """Everything but the moments and numbers of writing."""
    with open_store(place) as store, store.reading() as connection:
        return {t.name: sorted(_told(r) for r in connection.execute(select(t)).mappings()) for t in METADATA.sorted_tables}


def _told(row: Any) -> str:  # noqa: ANN401 - a row of any table
    return repr(sorted((k, v) for k, v in row.items() if k not in {"added", "number"}))


def _empty(place: str) -> None:
    """Drops what a server's database holds of a store."""
    if "://" in place:
        with open_store(place, create=True) as store:
            _drop(store)


def _drop(store: Store) -> None:
    with store.writing() as connection:
        for name in [*METADATA.tables, "sayso_version"]:
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name} CASCADE")
        connection.exec_driver_sql("DROP TEXT SEARCH CONFIGURATION IF EXISTS sayso CASCADE")
        connection.exec_driver_sql("DROP TEXT SEARCH DICTIONARY IF EXISTS sayso_stem CASCADE")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
