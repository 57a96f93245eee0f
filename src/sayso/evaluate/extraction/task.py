"""The running text of web pages as sayso reads it."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

import msgspec

from sayso.annotate.parse import Parsed
from sayso.errors import SkipDocument
from sayso.evaluate.extraction.metric import LENGTH, PageAnswer, PageRow, score, shingles, words
from sayso.evaluate.records import Fault, Figures
from sayso.evaluate.task import Task
from sayso.ingest.assemble import Place, assemble, hash_of
from sayso.ingest.formats.page import read_page
from sayso.ingest.source import Raw
from sayso.model.document import Document
from sayso.model.enums import BlockKind

BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.DATELINE})
_TAKEN_FOR_ENGLISH = "en"  # the gold says that it is an article; in which language is not the question here
_SHOWN = 120


class ExtractionTask(Task[PageRow, PageAnswer]):
    """The article of a page without menus, captions and bylines."""

    name: ClassVar[str] = "extraction"
    row = PageRow

    def document(self, row: PageRow, name: str) -> Document | None:
        """Nothing to parse."""
        return None

    def answer(self, row: PageRow, parsed: Parsed | None) -> PageAnswer:
        """Paragraphs, datelines and headings but the title's; nothing where the page is held to have no article."""
        try:
            raw = read_page(row.html)
            known = msgspec.structs.replace(raw.meta, language=_TAKEN_FOR_ENGLISH)
            place = Place(row.id, row.id, hash_of(row.html.encode("utf-8", "surrogatepass")))
            page = assemble(Raw(raw.pieces, known, trusted_language=True), place, frozenset({_TAKEN_FOR_ENGLISH}))
        except SkipDocument:
            return self.nothing(row)
        lines = [(page.text[b.start : b.end], b.kind) for b in page.blocks if b.kind in BODY]
        return PageAnswer(row.id, "\n".join(line for line, kind in lines if not _headline(line, kind, page.title)))

    def nothing(self, row: PageRow) -> PageAnswer:
        """No text."""
        return PageAnswer(row.id, "")

    def score(self, rows: Sequence[PageRow], answers: Sequence[PageAnswer]) -> Figures:
        """As in the article extraction benchmark."""
        return score(rows, answers)

    def wanted(self, row: PageRow) -> int:
        """Paragraphs of the gold."""
        return len(_lines(row.body))

    def faults(self, row: PageRow, answer: PageAnswer, name: str) -> Iterator[Fault]:
        """Pages without a text; else the paragraphs left out of it and those taken in, by where they stand."""
        if not answer.body:
            yield Fault("nothing extracted", "the whole page", name, row.body[:_SHOWN])
            return
        for kind, ours, theirs in (("left out", row.body, answer.body), ("taken in", answer.body, row.body)):
            known, lines = Known(theirs), _lines(ours)
            for n, line in enumerate(lines):
                if not known.holds(line):
                    where = "at the beginning" if n == 0 else "at the end" if n == len(lines) - 1 else "within"
                    yield Fault(kind, where, name, line[:_SHOWN])


def _headline(line: str, kind: BlockKind, title: str | None) -> bool:
    """True for the heading that repeats the title, or the title up to the name of the site: a body has none."""
    said = words(line.casefold())
    return kind is BlockKind.HEADING and bool(title) and words((title or "").casefold())[: len(said)] == said


class Known:
    """One text, asked for lines of the other."""

    def __init__(self, text: str) -> None:
        self._shingles = shingles(text)
        self._words = f" {' '.join(words(text))} "

    def holds(self, line: str) -> bool:
        """True where at least half of the shingles of a line stand in the text; all its words where it has few."""
        few = words(line)
        if len(few) < LENGTH:
            return f" {' '.join(few)} " in self._words
        own = shingles(line)
        return 2 * (own & self._shingles).total() >= own.total()


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if any(c.isalnum() for c in line)]
