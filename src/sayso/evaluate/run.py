"""Measures a task of reading on a set: rows in batches, each row on its own where something fails."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec
from spacy.language import Language

from sayso.annotate.parse import Parsed, load_model, parse
from sayso.config import DEFAULT_MODEL
from sayso.evaluate.attempt import Failed, Workshop
from sayso.evaluate.gold import Named, Part, Row, read_rows, take
from sayso.evaluate.records import Evaluation, Figures
from sayso.evaluate.summary import kinds, worst
from sayso.evaluate.task import Task
from sayso.model.document import Document, Skipped

BATCH = 32
Progress = Callable[[str, float], None]
R = TypeVar("R", bound=Row)
A = TypeVar("A")


class Reader(Generic[R, A]):
    """One run of a task; `seconds`, `words` and `skipped` grow as it reads."""

    def __init__(self, task: Task[R, A], nlp: Language | None, workshop: Workshop) -> None:
        self._task, self._nlp, self._workshop = task, nlp, workshop
        self.seconds: dict[str, float] = {}
        self.words = 0
        self.skipped: list[Skipped] = []

    def answers(self, rows: Sequence[Named[R]], progress: Progress | None) -> list[A]:
        """One answer for each named row; a row that fails is listed and counts as read with nothing found."""
        found: list[A] = []
        for start in range(0, len(rows), BATCH):
            batch = rows[start : start + BATCH]
            parses = self._parses(batch)
            with self._timed("read"):
                found += [self._answer(row, parsed) for row, parsed in zip(batch, parses, strict=True)]
            if progress:
                progress(self._task.name, len(found) / len(rows))
        return found

    def _answer(self, named: Named[R], parsed: Parsed | Failed | None) -> A:
        row = named.row
        result = parsed if isinstance(parsed, Failed) else self._workshop.attempt(partial(self._task.answer, row, parsed))
        if not isinstance(result, Failed):
            return result.value
        self.skipped.append(Skipped(named.name, result.reason, "report the error with this document"))
        return self._task.nothing(row)

    def _parses(self, batch: Sequence[Named[R]]) -> list[Parsed | Failed | None]:
        """The parse of each row: all in one pass, or one by one where that pass fails."""
        documents = [self._task.document(n.row, n.name) for n in batch]
        whole = [d for d in documents if d is not None]
        if not whole or self._nlp is None:
            return [None] * len(documents)
        with self._timed("parse"):
            parsed = self._parse(whole)
            each = parsed if isinstance(parsed, list) else [self._parse([d]) for d in whole]
        flat = iter(p[0] if isinstance(p, list) else p for p in each)
        found: list[Parsed | Failed | None] = [None if d is None else next(flat) for d in documents]
        self.words += sum(len(part.doc) for p in found if isinstance(p, Parsed) for part in p.parts)
        return found

    def _parse(self, documents: Sequence[Document]) -> list[Parsed] | Failed:
        nlp = self._nlp
        if nlp is None:
            return Failed("no model")
        result = self._workshop.attempt(lambda: list(parse(documents, nlp)))
        return result if isinstance(result, Failed) else result.value

    @contextmanager
    def _timed(self, step: str) -> Iterator[None]:
        began = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[step] = self.seconds.get(step, 0.0) + time.perf_counter() - began


class Measured(msgspec.Struct, frozen=True):
    """An evaluation with the answers it was made of, as they are written out."""

    evaluation: Evaluation
    answers: tuple[Any, ...]

    def predictions(self) -> bytes:
        """The answers as JSON Lines, in the order of the rows."""
        return b"".join(msgspec.json.encode(answer) + b"\n" for answer in self.answers)


def measure(  # noqa: PLR0913 - the parts of one measurement
    task: Task[R, A],
    gold: Sequence[Path],
    part: Part = Part.ALL,
    *,
    nlp: Language | None = None,
    model: str = DEFAULT_MODEL,
    progress: Progress | None = None,
) -> Measured:
    """Reads the gold, reads its texts with sayso, and compares; several gold files make one set.

    `nlp` is the model where it is loaded already. Raises RunError for gold that cannot be read, ConfigurationError for an
    unknown model.
    """
    every = read_rows(gold, task.row)
    named = take(every, [n.even for n in every], part)
    if nlp is None and any(task.document(n.row, n.name) is not None for n in named[:1]):
        nlp = load_model(model)
    with Workshop() as workshop:
        reader = Reader(task, nlp, workshop)
        answers = reader.answers(named, progress)
    faults = [f for n, answer in zip(named, answers, strict=True) for f in task.faults(n.row, answer, n.name)]
    evaluation = Evaluation(
        task=task.name,
        gold=tuple(map(str, gold)),
        part=part.value,
        rows=len(named),
        words=reader.words,
        figures=_figures(task, named, answers, part),
        seconds={step: round(s, 3) for step, s in reader.seconds.items()},
        skipped=tuple(reader.skipped),
        kinds=kinds(faults),
        worst=worst(faults, {n.name: task.wanted(n.row) for n in named}),
    )
    return Measured(evaluation, tuple(answers))


def _figures(task: Task[R, A], named: Sequence[Named[R]], answers: Sequence[A], part: Part) -> dict[str, Figures]:
    """The metrics of what was read, and of its halves where all was."""
    evens = [n.even for n in named]
    found: dict[str, Figures] = {}
    for half in (part,) if part is not Part.ALL else (Part.ALL, Part.EVEN, Part.ODD):
        some, told = take([n.row for n in named], evens, half), take(answers, evens, half)
        if not some and half is not part:  # the odd half of one row says nothing
            continue
        found[half.value] = task.score(some, told)
        wrong = [n for row, answer in zip(some, told, strict=True) if (n := task.inexact(row, answer)) is not None]
        if wrong:
            found[half.value]["inexact_spans"] = sum(wrong)
    return found
