"""Text files, with front matter where they have one."""

import re
from collections.abc import Iterator
from typing import ClassVar

from sayso.ingest.formats.front import split_front
from sayso.ingest.formats.markdown import markdown_pieces
from sayso.ingest.items import Article, Item, text_of
from sayso.ingest.limits import Limits
from sayso.ingest.source import Raw

_BINARY = re.compile(rb"%PDF-|PK\x03\x04|\x1f\x8b")
_MARKUP = re.compile(r"<(?:!doctype|html|\?xml)\b", re.IGNORECASE)


class Plain:
    """Plain text."""

    name: ClassVar[str] = "sayso.text"
    version: ClassVar[str] = "1"
    suffixes: ClassVar[frozenset[str]] = frozenset({".txt"})
    media_types: ClassVar[frozenset[str]] = frozenset({"text/plain"})
    envelope: ClassVar[bool] = False

    def recognises(self, item: Item) -> bool:
        """Text files are called so; servers call all sorts of things text."""
        return _is_named(self, item)

    def read(self, item: Item, limits: Limits) -> Iterator[Article]:
        """The text as it stands."""
        item = item.loaded(limits)
        meta, body = split_front(text_of(item))
        yield Article(item, Raw(((body, None),), meta))


class Markdown:
    """Markdown."""

    name: ClassVar[str] = "sayso.markdown"
    version: ClassVar[str] = "1"
    suffixes: ClassVar[frozenset[str]] = frozenset({".md"})
    media_types: ClassVar[frozenset[str]] = frozenset({"text/markdown"})
    envelope: ClassVar[bool] = False

    def recognises(self, item: Item) -> bool:
        """Markdown looks like any text: only its name tells."""
        return _is_named(self, item)

    def read(self, item: Item, limits: Limits) -> Iterator[Article]:
        """The words without the signs of the mark-up."""
        item = item.loaded(limits)
        meta, body = split_front(text_of(item))
        yield Article(item, Raw(tuple(markdown_pieces(body)), meta))


def _is_named(reader: Plain | Markdown, item: Item) -> bool:
    if _BINARY.match(item.start):
        return False
    if item.address is None:
        return item.suffix in reader.suffixes or item.kind in reader.media_types
    return (item.suffix in reader.suffixes or item.kind in reader.media_types) and not _MARKUP.match(item.opening)
