"""From tokens to exact spans, and from spans to the annotations inside them."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol

from spacy.tokens import Token

from sayso.annotate.claims.stamps import stamp

EDGE = frozenset(", ; : . - – — … \"'“”‘’«»`( ) [ ] ! ?".split()) | {" ", "\n", "''", "``", "..."}
LEADING = frozenset(
    {"and", "but", "or", "that", "while", "as", "because", "although", "though", "so", "nor", "yet", "meanwhile"}
)


class Spanned(Protocol):
    """Anything with offsets."""

    @property
    def start(self) -> int:
        """First code point."""

    @property
    def end(self) -> int:
        """End, exclusive."""


def trim(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without punctuation, conjunctions and the hour of a live report at the edges.

    A closing mark whose opening mark is inside stays.
    """
    first, last = stamp(tokens), len(tokens) - 1
    while first <= last and (
        _edge(tokens[first]) or (tokens[first].dep_ in {"cc", "mark"} and tokens[first].lower_ in LEADING)
    ):
        first += 1
    while last > first and (_edge(tokens[last]) or tokens[last].dep_ in {"cc", "mark"} or _dangling(tokens[last])):
        last -= 1
    return list(tokens[first : last + 1])


def _dangling(token: Token) -> bool:
    """A preposition whose complement is a clause of its own ("accused them of")."""
    return token.dep_ in {"prep", "agent"} and not any(c.dep_ == "pobj" for c in token.children)


def _edge(token: Token) -> bool:
    return token.text in EDGE or not token.text.strip() or (token.is_punct and token.text not in {"%", "$"})


class Within:
    """Indices of annotations that lie in a stretch; the annotations are ordered by start."""

    def __init__(self, items: Sequence[Spanned]) -> None:
        self._starts, self._items = [i.start for i in items], items

    def whole(self, end: int) -> int:
        """The end of a stretch that would end amid an item: that of the item."""
        last = bisect_left(self._starts, end) - 1
        return max(end, self._items[last].end) if last >= 0 else end

    def find(self, start: int, end: int) -> tuple[int, ...]:
        """Indices of the items that lie wholly in [start, end)."""
        first = bisect_left(self._starts, start)
        found = []
        for n in range(first, len(self._items)):
            if self._items[n].start >= end:
                break
            if self._items[n].end <= end:
                found.append(n)
        return tuple(found)
