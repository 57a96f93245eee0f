"""Text files, with front matter where they have one."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from sayso.ingest.formats.fragment import Piece
from sayso.ingest.formats.front import split_front
from sayso.ingest.items import Article, Item, text_of
from sayso.ingest.limits import Limits
from sayso.ingest.source import Raw

_BINARY = re.compile(rb"%PDF-|PK\x03\x04|\x1f\x8b")
_MARKUP = re.compile(r"<(?:!doctype|html|\?xml)\b", re.IGNORECASE)


class _Text(ABC):
    """What is known by its name alone: servers call all sorts of things text, and Markdown looks like any."""

    version: ClassVar[str] = "1"
    suffixes: ClassVar[frozenset[str]]
    media_types: ClassVar[frozenset[str]]
    envelope: ClassVar[bool] = False

    @abstractmethod
    def _pieces(self, body: str) -> tuple[Piece, ...]:
        """The words behind the front matter."""

    def recognises(self, item: Item) -> bool:
        """The name or the type, unless the first bytes are of another format."""
        named = item.suffix in self.suffixes or item.kind in self.media_types
        return named and not _BINARY.match(item.start) and (item.address is None or not _MARKUP.match(item.opening))

    def read(self, item: Item, limits: Limits) -> Iterator[Article]:
        """The one text."""
        item = item.loaded(limits)
        meta, body = split_front(text_of(item))
        yield Article(item, Raw(self._pieces(body), meta))


class Plain(_Text):
    """Plain text."""

    name: ClassVar[str] = "sayso.text"
    suffixes: ClassVar[frozenset[str]] = frozenset({".txt"})
    media_types: ClassVar[frozenset[str]] = frozenset({"text/plain"})

    def _pieces(self, body: str) -> tuple[Piece, ...]:
        """The text as it stands."""
        return ((body, None),)


class Markdown(_Text):
    """Markdown: the words without the signs of the mark-up."""

    name: ClassVar[str] = "sayso.markdown"
    suffixes: ClassVar[frozenset[str]] = frozenset({".md"})
    media_types: ClassVar[frozenset[str]] = frozenset({"text/markdown"})

    def _pieces(self, body: str) -> tuple[Piece, ...]:
        """One piece a heading, paragraph, list item or table cell."""
        from sayso.ingest.formats.markdown import markdown_pieces  # noqa: PLC0415 - its parser is slow to import

        return tuple(markdown_pieces(body))
