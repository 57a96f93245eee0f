"""The text cut into blocks: rules for lines first, then what stands before and behind a paragraph, then headings."""

from collections.abc import Mapping

from sayso.ingest.blocks.bylines import byline
from sayso.ingest.blocks.captions import caption
from sayso.ingest.blocks.credits import closing_mark, credit
from sayso.ingest.blocks.dateline import dateline
from sayso.ingest.blocks.furniture import LIST_LABEL, furniture
from sayso.ingest.blocks.headings import headings, is_prose, looks_like_heading
from sayso.ingest.blocks.notes import Line, Part, Split, gather
from sayso.ingest.blocks.updates import correction, update
from sayso.ingest.lines import spans
from sayso.model.document import Block
from sayso.model.enums import BlockKind

_RULES = (caption, furniture, correction, credit, byline, update, dateline)
_CLOSING = 3  # so many last lines may hold what closes a report
_LIST_WORDS = 22  # the longest headline in a list of links


def split(text: str, hints: Mapping[int, BlockKind] | None = None) -> Split:
    """Cuts the cleaned `text` (a paragraph a line) into blocks; `hints` are kinds known from the mark-up, by offset.

    The blocks are disjoint, in order, and cover every character but blanks.
    """
    hints = hints or {}
    parts: list[Part] = []
    opening, listing = True, False
    lines = list(spans(text))
    for n, (start, end) in enumerate(lines):
        line = Line(start, text[start:end], opening, n >= len(lines) - _CLOSING)
        listing = _lists(line.text, listing)
        part = Part((Block(start, end, BlockKind.BOILERPLATE),)) if listing else _part(line, hints.get(start))
        opening = opening and not any(b.kind is BlockKind.PARAGRAPH and is_prose(text[b.start : b.end]) for b in part.blocks)
        parts.append(part)
    blocks = _with_headings(text, [b for part in parts for b in part.blocks])
    return Split(tuple(blocks), gather([p.notes for p in parts]), _title(text, blocks))


def _lists(text: str, listing: bool) -> bool:
    """Whether this line belongs to a list of links: its label, and every headline after it until a sentence."""
    if LIST_LABEL.fullmatch(text):
        return True
    if not listing or len(text.split()) > _LIST_WORDS:
        return False
    return not is_prose(text) or (text.endswith("?") and looks_like_heading(text))


def _part(line: Line, hint: BlockKind | None) -> Part:
    if hint is not None:
        return Part((Block(line.start, line.end, hint),))
    for rule in _RULES:
        part = rule(line)
        if part:
            return _open(part, line)
    return _close(line)


def _open(part: Part, line: Line) -> Part:
    """Looks again behind an update notice or a dateline: another may follow, and a closing mark may end it."""
    last = part.blocks[-1]
    if last.kind is not BlockKind.PARAGRAPH or len(part.blocks) < 2:
        return part
    at = last.start - line.start
    rest = Line(last.start, line.text[at:], line.opening, line.closing)
    again = dateline(rest) if part.blocks[0].kind is BlockKind.UPDATE else None
    again = again or _close(rest)
    return Part((*part.blocks[:-1], *again.blocks), gather([part.notes, again.notes]))


def _close(line: Line) -> Part:
    """A paragraph, with the agency's closing mark as a block of its own."""
    mark = closing_mark(line)
    body = len(line.text[: mark[0]].rstrip()) if mark else 0
    if mark is None or body == 0:
        return Part((Block(line.start, line.end, BlockKind.PARAGRAPH),))
    blocks = (
        Block(line.start, line.start + body, BlockKind.PARAGRAPH),
        Block(line.start + mark[0], line.end, BlockKind.CREDIT),
    )
    return Part(blocks, mark[1])


def _with_headings(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks, with those paragraphs that are headings called so; what stands between has no say in it."""
    paragraphs = [n for n, b in enumerate(blocks) if b.kind is BlockKind.PARAGRAPH]
    lines = [text[blocks[n].start : blocks[n].end] for n in paragraphs]
    opening = next((n for n, line in enumerate(lines) if is_prose(line)), len(lines))
    found = {paragraphs[n] for n in headings(lines, opening)}
    return [Block(b.start, b.end, BlockKind.HEADING) if n in found else b for n, b in enumerate(blocks)]


def _title(text: str, blocks: list[Block]) -> str | None:
    """The heading with which the text opens; lines of dates, names and pictures may stand before it."""
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            return text[block.start : block.end]
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.DATELINE):
            return None
    return None
