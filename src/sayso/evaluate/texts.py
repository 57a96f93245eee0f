"""Plain gold text as a document of paragraphs, so that every offset counts in the gold's own characters."""

import datetime as dt
import re
from collections.abc import Iterator

from sayso.model.document import Block, Document, Publication
from sayso.model.enums import Basis, BlockKind

BLANK_LINE = re.compile(r"\n\s*\n")
LINE_BREAK = re.compile(r"\n")
MARGIN = 45  # characters shown on either side of the words in question


def document(name: str, text: str, parting: re.Pattern[str], told: dt.date | None = None) -> Document:
    """A document whose paragraphs stand between the matches of `parting`, published on the day `told` where known."""
    blocks = tuple(Block(start, end, BlockKind.PARAGRAPH) for start, end in _pieces(text, parting))
    published = Publication(told, told, basis=Basis.STATED) if told else Publication()
    return Document(id=name, sha256="", text=text, blocks=blocks, publisher="gold", published=published)


def _pieces(text: str, parting: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The stretches between the matches, without blanks at their ends and never empty."""
    start = 0
    for end, following in (*((m.start(), m.end()) for m in parting.finditer(text)), (len(text), len(text))):
        piece = text[start:end]
        bare = piece.strip()
        if bare:
            at = start + len(piece) - len(piece.lstrip())
            yield at, at + len(bare)
        start = following


def within(text: str, start: int, end: int) -> bool:
    """True for a stretch of the text that is not empty."""
    return 0 <= start < end <= len(text)


def shown(text: str, start: int, end: int) -> str:
    """The words [start, end) in brackets with a little of what stands around them, on one line."""
    before, after = text[max(0, start - MARGIN) : start], text[end : end + MARGIN]
    return " ".join(f"{before}[{text[start:end]}]{after}".split())
