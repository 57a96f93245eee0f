"""Measures every set for which a floor is recorded and fails where a figure falls below it.

    python benchmarks/gate_quality.py [FOLDER [SET...]]

FOLDER holds the development sets, laid out as `floors.toml` names them; each SET is a part of a set's name, and without any
all are measured. Without FOLDER the environment variable SAYSO_DATA names it, else it is `shared/data` beside the checkout.
Where there is none, small gold of the project's own is read instead. Exit status: 0 all floors hold, 1 a figure fell or a
document failed, 2 nothing could be measured.
"""

import os
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from statistics import fmean

import msgspec
from msgspec import Struct
from spacy.language import Language

from sayso.annotate.parse import load_model
from sayso.config import Settings
from sayso.errors import SaysoError
from sayso.evaluate.dossiers import measure_dossier
from sayso.evaluate.records import Evaluation
from sayso.evaluate.run import measure
from sayso.evaluate.tasks import tasks

CHECKOUT = Path(__file__).parents[1]
FLOORS = Path(__file__).with_name("floors.toml")
DUST = 1e-9


class GoldSet(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One set with the least that each figure must reach and the most that it may.

    `gold` are files below the data folder, or below the checkout where `own` is set. For a dossier `reports` is the folder
    of its reports; a `*` in both stands for any story, and the figures are then the means over all stories.
    """

    name: str
    task: str
    gold: tuple[str, ...]
    reports: str | None = None
    own: bool = False
    floors: dict[str, float] = {}
    ceilings: dict[str, float] = {}

    def verdicts(self, figures: dict[str, float]) -> Iterator[tuple[str, float, float, bool]]:
        """Each bounded figure with its bound, and whether it holds."""
        for name, floor in self.floors.items():
            yield name, figures[name], floor, figures[name] >= floor - DUST
        for name, ceiling in self.ceilings.items():
            yield name, figures[name], ceiling, figures[name] <= ceiling + DUST


class _Floors(Struct, frozen=True, forbid_unknown_fields=True):
    set: tuple[GoldSet, ...]


def recorded() -> tuple[GoldSet, ...]:
    """The sets of `floors.toml`."""
    return msgspec.convert(tomllib.loads(FLOORS.read_text("utf-8")), type=_Floors).set


def data_folder(arguments: Sequence[str]) -> Path | None:
    """The folder of the development sets; None where there is none. A folder that was named must exist."""
    named = arguments[0] if arguments else os.environ.get("SAYSO_DATA")
    if named:
        if not Path(named).is_dir():
            sys.exit(f"gate: there is no folder {named} (name the folder of the development sets)")
        return Path(named)
    beside = CHECKOUT.parent / "shared" / "data"
    return beside if beside.is_dir() else None


def evaluations(gold_set: GoldSet, root: Path, nlp: Language) -> Iterator[Evaluation]:
    """The evaluation of a set; one for each story that a `*` stands for."""
    if gold_set.task != "dossier":
        yield measure(tasks()[gold_set.task], [root / name for name in gold_set.gold], nlp=nlp).evaluation
        return
    for gold, reports in _stories(root, gold_set):
        yield measure_dossier(gold, [reports], Settings())[0]


def _stories(root: Path, gold_set: GoldSet) -> Iterator[tuple[Path, Path]]:
    """Gold files with the folders of their reports."""
    (pattern,), reports = gold_set.gold, gold_set.reports or ""
    if "*" not in reports:
        yield root / pattern, root / reports
        return
    folder, _, name = reports.rpartition("/")
    for found in sorted((root / folder).glob(name)):
        gold = root / pattern.replace("*", found.name)
        if found.is_dir() and gold.is_file():
            yield gold, found


def figures(found: Sequence[Evaluation]) -> dict[str, float]:
    """The mean of each figure, over those evaluations that have it; skipped documents are summed."""
    whole = [evaluation.figures["all"] for evaluation in found]
    names = dict.fromkeys(name for one in whole for name in one)
    known = {name: [value for one in whole if (value := one.get(name)) is not None] for name in names}
    means = {name: fmean(values) for name, values in known.items() if values}
    return {**means, "skipped": float(sum(len(evaluation.skipped) for evaluation in found))}


def check(gold_set: GoldSet, root: Path, nlp: Language, tell: Callable[[str], None]) -> bool:
    """Measures one set and tells every bounded figure; True where all bounds hold."""
    found = list(evaluations(gold_set, root, nlp))
    if not found:
        tell(f"FELL {gold_set.name}: no story found below {root}")
        return False
    seconds = sum(sum(e.seconds.values()) for e in found)
    tell(f"{gold_set.name} ({gold_set.task}; {sum(e.rows for e in found)} documents, {seconds:.0f} s)")
    good = True
    for name, value, bound, holds in gold_set.verdicts(figures(found)):
        good &= holds
        tell(f"  {'ok  ' if holds else 'FELL'} {name:28} {value:8.4f}   bound {bound:g}")
    for item in (s for e in found for s in e.skipped):
        tell(f"  skipped: {item.path}: {item.reason}")
    return good


def _wanted(gold_set: GoldSet, parts: Sequence[str]) -> bool:
    return not parts or any(part.lower() in gold_set.name.lower() for part in parts)


@cache
def model() -> Language:
    """The model, loaded once."""
    return load_model()


def main(arguments: Sequence[str]) -> int:
    """Runs the gate; returns the exit status."""
    folder = data_folder(arguments)
    if folder is None:
        print("gate: no folder of development sets (name one, or set SAYSO_DATA); reading the project's own small gold")
    try:
        chosen = [s for s in recorded() if s.own is (folder is None) and _wanted(s, arguments[1:])]
        results = [check(s, folder or CHECKOUT, model(), lambda line: print(line, flush=True)) for s in chosen]
    except SaysoError as error:
        print(f"gate: {error}", file=sys.stderr)
        return 2
    print("gate: all floors hold" if all(results) else "gate: a figure fell")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
