"""PDF with text: its lines put together to paragraphs."""

import logging
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import ClassVar

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

from sayso.ingest.items import Article, Item
from sayso.ingest.limits import Limits
from sayso.ingest.meta import Meta, meta_from
from sayso.ingest.source import Raw, skip
from sayso.model.enums import BlockKind

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what it warns of is told by what is skipped
# pypdf's documentation: broken files may raise other errors than its own.
_BROKEN = (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, RecursionError, OSError,
           NotImplementedError, ArithmeticError, EOFError, UnboundLocalError, LookupError)  # fmt: skip
_PASSWORD = "give a copy without a password"
_FEWEST = 20  # words
_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_TORN = re.compile(r"[a-zß-öø-ÿ]-$")
_DIGITS = re.compile(r"\d+")
_FILE_NAME = re.compile(r"\.(?:docx?|pdf|indd|qxd|odt|pages|tex)$|^(?:microsoft word|untitled)", re.IGNORECASE)


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
        item = item.loaded(limits)
        pages, meta = _pages(item.data, limits)
        pieces = tuple((words, None) for words in paragraphs(pages))
        if sum(len(words.split()) for words, _ in pieces) < _FEWEST:
            raise skip(
                "the PDF holds pictures of pages, and no text",
                "recognise its text first (OCR), and give the PDF that comes out",
            )
        yield Article(item, Raw(_titled(pieces, meta.title), meta))


def _pages(data: bytes, limits: Limits) -> tuple[list[list[str]], Meta]:
    """The lines of every page, and what the file says of itself."""
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise skip("the PDF is locked with a password", _PASSWORD)
        pages = []
        size = 0
        for page in reader.pages[: limits.members]:
            text = page.extract_text()
            size += len(text)
            if size > limits.item:
                raise skip(f"its text is larger than {limits.item // 1_000_000} MB", "divide it")
            pages.append([line for line in text.split("\n") if line.strip()])
        return pages, _meta(reader)
    except (DependencyError, FileNotDecryptedError) as error:
        raise skip("the PDF is encrypted", _PASSWORD) from error
    except _BROKEN as error:
        raise skip(
            f"the PDF is broken: {str(error)[:100] or type(error).__name__}", "get it again, or print it anew"
        ) from error


def _meta(reader: PdfReader) -> Meta:
    """Title, author and language; a PDF says when the file was made, not when the article appeared."""
    info: Mapping[str, object] = reader.metadata or {}
    title = str(info.get("/Title") or "").strip()
    root = reader.root_object
    language = root.get("/Lang") if hasattr(root, "get") else None
    return meta_from(
        {
            "title": None if _FILE_NAME.search(title) else title,
            "authors": str(info.get("/Author") or ""),
            "language": str(language) if language else None,
        },
        "PDF",
    )


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
