"""Quantities as sayso reads them, written as in NewsQuant."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from sayso.annotate.parse import Parsed
from sayso.annotate.quantity import find_quantities
from sayso.evaluate.quantities.metric import QuantityAnswer, QuantityRow, Told, score
from sayso.evaluate.quantities.newsquant import told
from sayso.evaluate.records import Fault, Figures
from sayso.evaluate.task import Task
from sayso.evaluate.texts import LINE_BREAK, document
from sayso.model.document import Document


class QuantityTask(Task[QuantityRow, QuantityAnswer]):
    """Numbers with their units, and in which direction they are bounded or move."""

    name: ClassVar[str] = "quantities"
    row = QuantityRow

    def document(self, row: QuantityRow, name: str) -> Document:
        """The sentence alone."""
        return document(name, row.text, LINE_BREAK)

    def answer(self, row: QuantityRow, parsed: Parsed | None) -> QuantityAnswer:
        """The quantities of the row; no times are taken out first: NewsQuant counts lengths of time."""
        if parsed is None:
            return self.nothing(row)
        found = find_quantities(parsed, ())
        return QuantityAnswer(tuple(t for q in found for t in told(q, row.text)))

    def nothing(self, row: QuantityRow) -> QuantityAnswer:
        """No quantities."""
        return QuantityAnswer(())

    def score(self, rows: Sequence[QuantityRow], answers: Sequence[QuantityAnswer]) -> Figures:
        """As in the evaluation of CQE."""
        return score(rows, answers)

    def wanted(self, row: QuantityRow) -> int:
        """Quantities of the gold."""
        return len(row.quantities)

    def inexact(self, row: QuantityRow, answer: QuantityAnswer) -> int:
        """Quantities whose words do not stand where they say."""
        return sum(row.text[q.start : q.end] != q.text or not q.text for q in answer.quantities)

    def faults(self, row: QuantityRow, answer: QuantityAnswer, name: str) -> Iterator[Fault]:
        """Wrong unit or change where the value is right; wrong value where only the unit is; missed; spurious."""
        wanted, have = list(row.quantities), list(answer.quantities)
        for want, got in _pairs(wanted, have):
            if want.unit != got.unit:
                yield Fault("wrong unit", f"{want.unit or 'none'} told as {got.unit or 'none'}", name, _line(row, want, got))
            if want.change != got.change:
                yield Fault("wrong change", f"{want.change} told as {got.change}", name, _line(row, want, got))
        for want in list(wanted):
            other = next((g for g in have if g.unit == want.unit and want.unit), None)
            if other is not None:
                wanted.remove(want)
                have.remove(other)
                yield Fault("wrong value", want.unit, name, _line(row, want, other))
        for want in wanted:
            yield Fault("missed", want.unit or "no unit", name, _line(row, want, None))
        for got in have:
            yield Fault("spurious", got.unit or "no unit", name, _line(row, None, got))


def _pairs(wanted: list[Told], have: list[Told]) -> Iterator[tuple[Told, Told]]:
    """Takes out of both lists what has the same value, the likest first."""
    for likeness in (3, 2, 1):
        for want in list(wanted):
            got = next((g for g in have if _alike(want, g) >= likeness), None)
            if got is not None:
                wanted.remove(want)
                have.remove(got)
                yield want, got


def _alike(a: Told, b: Told) -> int:
    return 1 + (a.unit == b.unit) + (a.change == b.change) if a.number == b.number else 0


def _line(row: QuantityRow, want: Told | None, got: Told | None) -> str:
    said = [f"wants {want}"] if want else []
    said += [f"told {got}"] if got else []
    return f"{' '.join(row.text.split())}: {', '.join(said)}"
