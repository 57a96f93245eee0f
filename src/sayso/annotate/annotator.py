"""What an annotator is: one part that reads the parse and some layers, and writes one layer.

An annotator is found by its entry point in the group `sayso.annotators`; `docs/how-to/add-an-annotator.md` shows one.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from sayso.annotate.parse import Parsed
from sayso.errors import ConfigurationError
from sayso.model.annotations import Layer
from sayso.model.mention import Mention
from sayso.model.quantity import Quantity
from sayso.model.time import TimeExpression
from sayso.model.voice import Attribution

GROUP = "sayso.annotators"
NOTHING: frozenset[str] = frozenset()


class Found:
    """The layers that were written before and that the reader declared to read; every other one is out of its reach."""

    def __init__(self, reader: str, layers: Mapping[str, Sequence[Any]]) -> None:
        self._reader, self._layers = reader, layers

    def layer(self, name: str) -> Sequence[Any]:
        """The items of one layer, by offset; raises ConfigurationError where the reader did not declare it."""
        if name not in self._layers:
            raise ConfigurationError(
                "annotate",
                f"annotator {self._reader} reads {name}, which it does not declare",
                f"add {name!r} to its `reads`",
            )
        return self._layers[name]

    @property
    def times(self) -> Sequence[TimeExpression]:
        """Temporal expressions."""
        return self.layer(Layer.TIMES)

    @property
    def quantities(self) -> Sequence[Quantity]:
        """Quantities."""
        return self.layer(Layer.QUANTITIES)

    @property
    def attributions(self) -> Sequence[Attribution]:
        """Who is said to say what."""
        return self.layer(Layer.ATTRIBUTIONS)

    @property
    def mentions(self) -> Sequence[Mention]:
        """Names, descriptions and pronouns."""
        return self.layer(Layer.MENTIONS)


class Annotator(Protocol):
    """One reader of one document.

    name: unique, by custom `package.layer`. version: changes whenever the output may change. reads: layers that must have
    been written before. writes: the one layer that it writes, a `Layer` of the main path or the name of a layer of notes.
    replaces: the name of the annotator whose place it takes; None for an additional one.
    """

    @property
    def name(self) -> str:
        """Unique name."""

    @property
    def version(self) -> str:
        """Version of the output."""

    @property
    def reads(self) -> frozenset[str]:
        """Layers read."""

    @property
    def writes(self) -> str:
        """Layer written."""

    @property
    def replaces(self) -> str | None:
        """Annotator replaced."""

    def annotate(self, parsed: Parsed, found: Found) -> Sequence[Any]:
        """The items of the layer, ordered by offset into the document's text; never raises on odd text."""


def stretches(item: Any) -> list[tuple[int, int]]:  # noqa: ANN401 - a layer of notes may hold any record with offsets
    """All stretches [start, end) of the text that one item marks."""
    if not isinstance(item, Attribution):
        return [(item.start, item.end)]
    named = [v for v in (item.source, item.cue, item.recipient) if v is not None]
    return [*item.content, *((v.start, v.end) for v in named)]
