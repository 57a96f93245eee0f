"""NewsQuant: value, value with unit, value with change, sentence by sentence.

Almasian, Kazakova, Göldner, Gertz: CQE: A Comprehensive Quantity Extractor (EMNLP 2023). Micro-averaged F1 over the
multisets of each sentence; a range counts as one value with two ends.
"""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import TypeAlias

from msgspec import Struct

from sayso.evaluate.counting import f1
from sayso.evaluate.records import Figures

CHANGES = ("=", "<", ">", "~", "up", "down")
Value: TypeAlias = str | float | int
_RANGE = re.compile(r"(?<=[\d.])-")  # a minus after a digit parts two values, any other is a sign


class Told(Struct, frozen=True, omit_defaults=True):
    """One quantity: a value or range, its unit by its full name, and `=`, `<`, `>`, `~`, `up` or `down`.

    What sayso tells has its words, `text[start:end]`, too; they are not compared.
    """

    value: Value | tuple[Value, ...]
    normalized_unit: str | None = None
    change: str | None = None
    start: int | None = None
    end: int | None = None
    text: str = ""

    @property
    def number(self) -> Hashable:
        """The value as it is compared: a number, the ends of a range, or words that are none."""
        parts = self.value if isinstance(self.value, tuple) else _RANGE.split(str(self.value))
        numbers = tuple(map(_number, parts))
        return numbers[0] if len(numbers) == 1 else numbers

    @property
    def unit(self) -> str:
        """The unit in lower case; empty where there is none."""
        return "" if self.normalized_unit in {None, "-"} else str(self.normalized_unit).lower()

    def __str__(self) -> str:
        """The quantity in words, for a report."""
        value = "-".join(map(str, self.value)) if isinstance(self.value, tuple) else str(self.value)
        return f"{self.change} {value} {self.unit}".rstrip()


class QuantityRow(Struct, frozen=True):
    """A gold row: a sentence with its quantities."""

    text: str
    quantities: tuple[Told, ...]
    id: str | None = None

    @property
    def name(self) -> str | None:
        """The id where there is one: the published rows have none."""
        return self.id

    def problem(self) -> str | None:
        """Names a quantity without a value, or with a change of an unknown kind."""
        if any(q.value == () for q in self.quantities):
            return "a quantity has no value"
        odd = next((q.change for q in self.quantities if q.change is not None and q.change not in CHANGES), None)
        return None if odd is None else f"a quantity has the change {odd!r}, which is none of {' '.join(CHANGES)}"


class QuantityAnswer(Struct, frozen=True):
    """The quantities told for a row."""

    quantities: tuple[Told, ...]


def _number(value: Value) -> Value:
    try:
        return round(float(str(value).replace(",", "")), 4)
    except ValueError:
        return str(value)


def _f1(rows: Sequence[QuantityRow], answers: Sequence[QuantityAnswer], view: Callable[[Told], Hashable]) -> float:
    right = told = wanted = 0
    for row, answer in zip(rows, answers, strict=True):
        have, want = Counter(map(view, answer.quantities)), Counter(map(view, row.quantities))
        right += (have & want).total()
        told += have.total()
        wanted += want.total()
    return f1(right, told, wanted)


def score(rows: Sequence[QuantityRow], answers: Sequence[QuantityAnswer]) -> Figures:
    """F1 of values, of values with units, and of values with changes."""
    return {
        "value_f1": _f1(rows, answers, lambda q: q.number),
        "value_unit_f1": _f1(rows, answers, lambda q: (q.number, q.unit)),
        "value_change_f1": _f1(rows, answers, lambda q: (q.number, q.change)),
        "gold": sum(len(r.quantities) for r in rows),
        "predicted": sum(len(a.quantities) for a in answers),
    }
