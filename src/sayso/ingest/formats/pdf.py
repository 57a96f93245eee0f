"""PDF with text: its lines put together to paragraphs."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from sayso.ingest.items import Article, Item
from sayso.ingest.limits import Limits
from sayso.ingest.source import Raw, skip
from sayso.model.enums import BlockKind

_FEWEST = 20  # words
_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_TORN = re.compile(r"[a-zß-öø-ÿ]-$")
_DIGITS = re.compile(r"\d+")


class Pdf:
    """PDF files."""

    name: ClassVar[str] = "sayso.pdf"
    version: ClassVar[str] = "1"
    suffixes: ClassVar[frozenset[str]] = frozenset({".pdf"})
    media_types: ClassVar[frozenset[str]] = frozenset({"application/pdf", "application/x-pdf"})
    envelope: ClassVar[bool] = False

    def recognises(self, item: Item) -> bool:
        """The signature, which may stand behind some rubbish."""
        return b"%PDF-" in item.start[:1024]

    def read(self, item: Item, limits: Limits) -> Iterator[Article]:
        """The text of all pages; raises SkipDocument where it is locked, broken or a picture of text."""
        from sayso.ingest.formats.pdf_pages import pages_of  # noqa: PLC0415 - its parser costs a start half a second

        item = item.loaded(limits)
        pages, meta = pages_of(item.data, limits)
        pieces = tuple((words, None) for words in paragraphs(pages))
        if sum(len(words.split()) for words, _ in pieces) < _FEWEST:
            raise skip(
                "the PDF holds pictures of pages, and no text",
                "recognise its text first (OCR), and give the PDF that comes out",
            )
        yield Article(item, Raw(_titled(pieces, meta.title), meta))


def _titled(pieces: tuple[tuple[str, None], ...], title: str | None) -> tuple[tuple[str, BlockKind | None], ...]:
    """The first piece as a heading where it is the stated title."""
    if not title or not pieces or " ".join(pieces[0][0].split()).casefold() != title.casefold():
        return pieces
    return ((pieces[0][0], BlockKind.HEADING), *pieces[1:])


def paragraphs(pages: list[list[str]]) -> list[str]:
    """Lines put together: a line ends a paragraph where it ends a sentence and is shorter than the page is wide."""
    lines = [line.strip() for page in _without_running_heads(pages) for line in page]
    if not lines:
        return []
    wide = sorted(map(len, lines))[int(0.8 * (len(lines) - 1))]
    found: list[str] = []
    open_ = False
    for line in lines:
        if open_ and _TORN.search(found[-1]) and line[:1].islower():
            found[-1] = found[-1][:-1] + line
        elif open_:
            found[-1] += " " + line
        else:
            found.append(line)
        open_ = len(line) >= 0.6 * wide and not (_END.search(line) and len(line) < 0.9 * wide)
    return found


def _without_running_heads(pages: list[list[str]]) -> list[list[str]]:
    """The pages without first and last lines that three or more of them share but for their numbers."""
    edges = Counter(_DIGITS.sub("#", line) for page in pages for line in {*page[:1], *page[-1:]})
    shared = {line for line, count in edges.items() if count >= 3}
    kept = []
    for page in pages:
        start = 1 if page and _DIGITS.sub("#", page[0]) in shared else 0
        stop = len(page) - 1 if len(page) > start and _DIGITS.sub("#", page[-1]) in shared else len(page)
        kept.append(page[start:stop])
    return kept
