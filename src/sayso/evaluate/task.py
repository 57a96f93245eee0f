"""What a task of reading consists of."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import ClassVar, Generic, TypeVar

from sayso.annotate.parse import Parsed
from sayso.evaluate.gold import Row
from sayso.evaluate.records import Fault, Figures
from sayso.model.document import Document

R = TypeVar("R", bound=Row)
A = TypeVar("A")


class Task(ABC, Generic[R, A]):
    """Gold rows R in, answers A out in the same order, measured by the metric of the field.

    `row` is the record of a gold row; an answer is written out as one line of the predictions.
    """

    name: ClassVar[str]
    row: type[R]

    @abstractmethod
    def document(self, row: R, name: str) -> Document | None:
        """What is to be parsed of a row; None where the task needs no parse."""

    @abstractmethod
    def answer(self, row: R, parsed: Parsed | None) -> A:
        """What sayso reads in the row."""

    @abstractmethod
    def nothing(self, row: R) -> A:
        """The answer that finds nothing, for a row whose reading failed."""

    @abstractmethod
    def score(self, rows: Sequence[R], answers: Sequence[A]) -> Figures:
        """The metrics of the field over all rows."""

    @abstractmethod
    def faults(self, row: R, answer: A, name: str) -> Iterator[Fault]:
        """Every error of one answer; `name` is what the row is called in the report."""

    @abstractmethod
    def wanted(self, row: R) -> int:
        """How many items the gold names in the row."""

    def inexact(self, row: R, answer: A) -> int | None:
        """How many stretches of the answer are not what the text of the row holds there; None where it has no stretches."""
        return None
