"""What the items of a layer must be before anything is built on them."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from sayso.annotate.annotator import stretches
from sayso.model.annotations import Layer, Note
from sayso.model.clause import Clause
from sayso.model.mention import Mention
from sayso.model.quantity import Quantity
from sayso.model.time import TimeExpression
from sayso.model.voice import Attribution

_KINDS: dict[str, type[Struct]] = {
    Layer.TIMES: TimeExpression, Layer.QUANTITIES: Quantity, Layer.ATTRIBUTIONS: Attribution,
    Layer.MENTIONS: Mention, Layer.CLAUSES: Clause,
}  # fmt: skip


def checked(layer: str, items: Sequence[Any], length: int) -> str | None:
    """What is wrong with the items of a layer in a text of `length` characters; None where nothing is.

    They are records of the layer's kind, each inside the text, ordered by their beginnings. Attributions are ordered by
    what holds what, and name as parent one that stands before them.
    """
    kind = _KINDS.get(layer, Note)
    before = 0
    for n, item in enumerate(items):
        if not isinstance(item, kind):
            return f"writes a {type(item).__name__} where {layer} holds records of {kind.__name__}"
        for start, end in stretches(item):
            if not (_whole(start) and _whole(end) and 0 <= start <= end <= length):
                return f"marks [{start}:{end}] in a text of {length}"
        if isinstance(item, Attribution):
            if item.parent is not None and not 0 <= item.parent < len(items):
                return f"names as parent attribution {item.parent} of {len(items)}"
            continue
        first = item.start  # type: ignore[attr-defined]
        if first < before:
            return f"marks [{first}:…] after [{before}:…] (item {n}): items are ordered by their beginnings"
        before = first
    return None


def _whole(offset: object) -> bool:
    return isinstance(offset, int) and not isinstance(offset, bool)
