"""TempEval-3, task A: found expressions and their values.

UzZaman, Llorens, Derczynski, Allen, Verhagen, Pustejovsky: SemEval-2013 Task 1: TempEval-3 (2013). Expressions are compared
strictly (same span) and relaxed (any overlap); the value measure is relaxed F1 times the accuracy of the values among the
expressions found.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from msgspec import Struct

from sayso.evaluate.counting import f1, harmonic, share
from sayso.evaluate.records import Figures
from sayso.evaluate.texts import within

TYPES = ("DATE", "TIME", "DURATION", "SET")


class Timex(Struct, frozen=True):
    """A temporal expression, `text[start:end]`, with its TIMEX3 type and value."""

    start: int
    end: int
    type: str = ""
    value: str | None = None
    text: str = ""


class TimexRow(Struct, frozen=True):
    """A gold row: text, day of its publication (ISO 8601) and its expressions."""

    id: str
    text: str
    timex: tuple[Timex, ...]
    dct: str | None = None

    @property
    def name(self) -> str:
        """The id."""
        return self.id

    def problem(self) -> str | None:
        """Names an expression outside the text or of an unknown type, or a day of publication that is none."""
        for t in self.timex:
            if not within(self.text, t.start, t.end):
                return f"the expression {t.start}..{t.end} does not lie in the text"
            if t.type and t.type not in TYPES:
                return f"the expression {t.start}..{t.end} has the type {t.type!r}, which is none of {', '.join(TYPES)}"
        if self.dct and not _is_day(self.dct):
            return f"dct {self.dct!r} is no day (YYYY-MM-DD, with a time of day or without)"
        return None


class TimexAnswer(Struct, frozen=True):
    """The expressions told for a row."""

    id: str
    timex: tuple[Timex, ...]


def _is_day(written: str) -> bool:
    try:
        dt.datetime.fromisoformat(written)
    except ValueError:
        return False
    return True


def common(a: Timex, b: Timex) -> int:
    """How many characters two expressions share."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def paired(wanted: Sequence[Timex], told: Sequence[Timex]) -> Iterator[tuple[Timex, Timex | None]]:
    """Each told expression with the wanted one that shares most characters with it, the first among equals."""
    for t in told:
        best = max(wanted, key=lambda w: common(w, t), default=None)
        yield t, best if best is not None and common(best, t) else None


def score(rows: Sequence[TimexRow], answers: Sequence[TimexAnswer]) -> Figures:
    """F1 strict, relaxed and of values."""
    wanted = told = strict = found = reached = right = 0
    for row, answer in zip(rows, answers, strict=True):
        wanted += len(row.timex)
        told += len(answer.timex)
        spans = {(w.start, w.end) for w in row.timex}
        strict += sum((t.start, t.end) in spans for t in answer.timex)
        reached += sum(any(common(w, t) for t in answer.timex) for w in row.timex)
        for t, w in paired(row.timex, answer.timex):
            found += w is not None
            right += w is not None and w.value == t.value
    relaxed = harmonic(share(found, told), share(reached, wanted))
    return {
        "strict_f1": f1(strict, told, wanted),
        "relaxed_f1": relaxed,
        "value_f1": relaxed * share(right, found),
        "gold": wanted,
        "predicted": told,
    }
