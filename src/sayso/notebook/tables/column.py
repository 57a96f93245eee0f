"""What a table is: named columns, each with its type, one line on what it holds, and how it is had from a thing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from sayso.export.lookup import Lookup
from sayso.model.dossier import Dossier

Value = str | int | float | bool | None | tuple[str, ...]


class ColumnType(Enum):
    """What the values of a column are; all but lists may be unknown."""

    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    TRUTH = "true or false"
    LIST = "list of texts"


@dataclass(frozen=True)
class Column:
    """One column; `get` has its value from the dossier and the thing that a row stands for."""

    name: str
    type: ColumnType
    doc: str
    get: Callable[[Lookup, Any], Value]


@dataclass(frozen=True)
class Table:
    """One table; `things` gives what its rows stand for, in the order of the dossier."""

    name: str
    doc: str
    things: Callable[[Dossier], Iterable[Any]]
    columns: tuple[Column, ...]

    def rows(self, dossier: Dossier) -> list[dict[str, Value]]:
        """One record a thing, by column."""
        look = Lookup(dossier)
        return [{c.name: c.get(look, thing) for c in self.columns} for thing in self.things(dossier)]


def text(name: str, doc: str, get: Callable[[Any], str | None]) -> Column:
    """A column of texts that the thing alone gives."""
    return Column(name, ColumnType.TEXT, doc, lambda _, thing: get(thing))


def whole(name: str, doc: str, get: Callable[[Any], int | None]) -> Column:
    """A column of whole numbers that the thing alone gives."""
    return Column(name, ColumnType.WHOLE, doc, lambda _, thing: get(thing))


def number(name: str, doc: str, get: Callable[[Any], float | None]) -> Column:
    """A column of numbers that the thing alone gives."""
    return Column(name, ColumnType.NUMBER, doc, lambda _, thing: get(thing))


def truth(name: str, doc: str, get: Callable[[Any], bool]) -> Column:
    """A column of truth values that the thing alone gives."""
    return Column(name, ColumnType.TRUTH, doc, lambda _, thing: get(thing))


def several(name: str, doc: str, get: Callable[[Any], Iterable[str]]) -> Column:
    """A column of lists that the thing alone gives."""
    return Column(name, ColumnType.LIST, doc, lambda _, thing: tuple(get(thing)))


def looked_up(name: str, doc: str, get: Callable[[Lookup, Any], str | None]) -> Column:
    """A column of texts that need a look at other parts of the dossier."""
    return Column(name, ColumnType.TEXT, doc, get)


def outlet_of(get: Callable[[Any], str]) -> Column:
    """The outlet of the document whose id `get` gives."""

    def publisher(look: Lookup, thing: Any) -> str | None:  # noqa: ANN401 - a column takes whatever its table holds
        document = look.documents.get(get(thing))
        return document.publisher if document else None

    return Column("outlet", ColumnType.TEXT, "who published the document", publisher)
