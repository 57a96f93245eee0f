"""What an evaluation hands back: figures, seconds, and what went wrong where."""

from typing import TypeAlias

from msgspec import Struct

from sayso.model.document import Skipped

Figure: TypeAlias = float | int | None
Figures: TypeAlias = dict[str, Figure]


class Fault(Struct, frozen=True):
    """One error in one document: its kind, what it concerns within that kind, and the words in question."""

    kind: str
    about: str
    document: str
    text: str


class Example(Struct, frozen=True):
    """The words of one error and the document that they stand in."""

    document: str
    text: str


class KindOfError(Struct, frozen=True):
    """All errors of one kind: how many, what they concern (commonest first) and a few of them."""

    kind: str
    count: int
    about: tuple[tuple[str, int], ...]
    examples: tuple[Example, ...]


class WorstDocument(Struct, frozen=True):
    """A document with its number of errors and of items that the gold names in it."""

    document: str
    errors: int
    gold: int


class Evaluation(Struct, frozen=True, kw_only=True):
    """One task measured on one set.

    `figures` maps a part of the set (all, even, odd) to metrics by name; fractions run from 0 to 1, None where nothing was
    there to measure. `seconds` are by step, `words` what the parse counted. A document in `skipped` failed; it counts as
    read with nothing found.
    """

    task: str
    gold: tuple[str, ...]
    part: str
    rows: int
    words: int
    figures: dict[str, Figures]
    seconds: dict[str, float]
    skipped: tuple[Skipped, ...]
    kinds: tuple[KindOfError, ...]
    worst: tuple[WorstDocument, ...]
