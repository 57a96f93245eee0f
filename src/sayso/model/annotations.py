"""Everything that `annotate` finds within one document; each tuple is ordered by offset, indices refer into it."""

from enum import StrEnum

from msgspec import Struct

from sayso.model.clause import Clause
from sayso.model.mention import Mention
from sayso.model.quantity import Quantity
from sayso.model.time import TimeExpression
from sayso.model.voice import Attribution


class Layer(StrEnum):
    """The layers that the main path reads; any other name is a layer of notes."""

    TIMES = "times"
    QUANTITIES = "quantities"
    ATTRIBUTIONS = "attributions"
    MENTIONS = "mentions"
    CLAUSES = "clauses"


class Note(Struct, frozen=True, kw_only=True):
    """What an added annotator says of `text[start:end]`: a label, and a value where it has one."""

    start: int
    end: int
    label: str
    value: str | None = None


class Annotations(Struct, frozen=True, kw_only=True):
    """The annotations of the document `document`; `sentences` are [start, end) pairs, `notes` the added layers by name."""

    document: str
    sentences: tuple[tuple[int, int], ...]
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    quantities: tuple[Quantity, ...]
    attributions: tuple[Attribution, ...]
    clauses: tuple[Clause, ...]
    notes: dict[str, tuple[Note, ...]] = {}
