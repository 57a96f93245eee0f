"""Temporal expressions as sayso reads them, seen from the day of publication that the gold gives."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from sayso.annotate.parse import Parsed
from sayso.annotate.temporal import find_times
from sayso.dating import ground
from sayso.evaluate.records import Fault, Figures
from sayso.evaluate.task import Task
from sayso.evaluate.texts import BLANK_LINE, document, shown
from sayso.evaluate.timex.metric import Timex, TimexAnswer, TimexRow, common, paired, score
from sayso.model.document import Document

_CALENDAR = re.compile(r"\d{3,4}(?:-|$)")


class TimexTask(Task[TimexRow, TimexAnswer]):
    """Recognition and normalisation of English time expressions (TIMEX3)."""

    name: ClassVar[str] = "timex"
    row = TimexRow

    def document(self, row: TimexRow, name: str) -> Document:
        """Paragraphs between blank lines; the text is taken as it is."""
        return document(name, row.text, BLANK_LINE, _day(row.dct))

    def answer(self, row: TimexRow, parsed: Parsed | None) -> TimexAnswer:
        """The expressions of the row, each grounded from the day of publication."""
        if parsed is None:
            return self.nothing(row)
        found = find_times(parsed)
        grounded = ground([parsed.document], {parsed.document.id: found})[parsed.document.id]
        pairs = zip(found, grounded, strict=True)
        return TimexAnswer(row.id, tuple(Timex(t.start, t.end, t.kind.value, g.value, t.text) for t, g in pairs))

    def nothing(self, row: TimexRow) -> TimexAnswer:
        """No expressions."""
        return TimexAnswer(row.id, ())

    def score(self, rows: Sequence[TimexRow], answers: Sequence[TimexAnswer]) -> Figures:
        """TempEval-3."""
        return score(rows, answers)

    def wanted(self, row: TimexRow) -> int:
        """Expressions of the gold."""
        return len(row.timex)

    def inexact(self, row: TimexRow, answer: TimexAnswer) -> int:
        """Expressions whose words do not stand where they say, or begin or end with a blank."""
        return sum(row.text[t.start : t.end] != t.text or t.text != t.text.strip() or not t.text for t in answer.timex)

    def faults(self, row: TimexRow, answer: TimexAnswer, name: str) -> Iterator[Fault]:
        """Missed, spurious, wrong span, wrong value."""
        for told, wanted in paired(row.timex, answer.timex):
            words = shown(row.text, told.start, told.end)
            if wanted is None:
                yield Fault("spurious", told.type, name, f"{words}: {told.value}")
                continue
            if (wanted.start, wanted.end) != (told.start, told.end):
                side = "longer" if told.end - told.start > wanted.end - wanted.start else "shorter"
                yield Fault("wrong span", side, name, f"{words}: wants {row.text[wanted.start : wanted.end]!r}")
            if wanted.value != told.value:
                about = _difference(wanted.value, told.value)
                values = f"wants {wanted.value}, told {told.value}, seen from {row.dct}"
                yield Fault("wrong value", about, name, f"{words}: {values}")
        for wanted in row.timex:
            if not any(common(wanted, t) for t in answer.timex):
                yield Fault("missed", wanted.type, name, f"{shown(row.text, wanted.start, wanted.end)}: {wanted.value}")


def _difference(wanted: str | None, told: str | None) -> str:
    """In what two values differ: a unit of the calendar, or their whole shape, 9 for a digit."""
    if _shape(wanted) != _shape(told) or not _CALENDAR.match(wanted or ""):
        return f"{_shape(wanted)} told as {_shape(told)}"
    pairs = zip(re.split(r"[-T:]", wanted or ""), re.split(r"[-T:]", told or ""), strict=True)
    place = next(n for n, (a, b) in enumerate(pairs) if a != b)
    second = "week" if "W" in (wanted or "") else "month, season or quarter"
    return f"other {('year', second, 'day', 'time of day', 'minute')[min(place, 4)]}"


def _shape(value: str | None) -> str:
    return re.sub(r"\d", "9", value) if value else "nothing"


def _day(told: str | None) -> dt.date | None:
    """The day of an ISO date or moment; None where there is none."""
    try:
        return dt.date.fromisoformat((told or "")[:10])
    except ValueError:
        return None
