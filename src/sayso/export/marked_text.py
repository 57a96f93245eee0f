"""A document's text as HTML: in paragraphs, cut at the borders of all that is marked; every claim has an address."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from itertools import groupby, pairwise

from markupsafe import Markup, escape

from sayso.export import anchors
from sayso.export.plain import same_length

_BETWEEN = re.compile(r"\s*\n\s*\n\s*|\A\s+|\s+\Z")


class Layer(Enum):
    """What is marked in a text; the value is the class that its pieces bear on the page."""

    CLAIMS = "c"
    QUOTATIONS = "q"
    NAMES = "n"
    FIGURES = "f"
    TIMES = "t"
    REUSE = "r"


@dataclass(frozen=True)
class Span:
    """`text[start:end]` belongs to a layer; a claim has its id, and that of its finding where it should lead there."""

    start: int
    end: int
    layer: Layer
    claim: str | None = None
    finding: str | None = None


@dataclass(frozen=True)
class _Piece:
    start: int
    end: int
    over: tuple[Span, ...]
    opening: tuple[Span, ...]

    @property
    def link(self) -> str | None:
        """The finding of the shortest claim over the piece that has one."""
        linked = [s for s in self.over if s.finding]
        return min(linked, key=lambda s: (s.end - s.start, s.claim or "")).finding if linked else None

    @property
    def classes(self) -> str:
        """The layers over the piece, in their order."""
        over = {s.layer for s in self.over}
        return " ".join(layer.value for layer in Layer if layer in over)


def marked_text(text: str, spans: Iterable[Span]) -> Markup:
    """The text, escaped, with white space between paragraphs outside them; its text content is `same_length(text)`.

    A claim's first piece has the id `claim-…` and its characters as `data-s`; pieces of claims in a finding link there. A
    claim that begins between two paragraphs has its id where the next one begins; spans outside the text are left out.
    """
    shown, blocks = same_length(text), _paragraphs(text)
    known = sorted((s for s in spans if 0 <= s.start < s.end <= len(text)), key=lambda s: (s.start, -s.end, s.claim or ""))
    pieces = _pieces({x for block in blocks for x in block[:2]}, known)
    out: list[Markup] = []
    early: list[Span] = []
    at = 0
    for start, end, body in blocks:
        first = at
        while at < len(pieces) and pieces[at].end <= end:
            at += 1
        if body:
            out.append(Markup("<p>{}{}</p>").format(_empties(early), _runs(shown, pieces[first:at])))
            early = []
        else:
            out.append(escape(shown[start:end]))
            early += [s for p in pieces[first:at] for s in p.opening]
    return Markup("").join([*out, _empties(early)])


def _paragraphs(text: str) -> list[tuple[int, int, bool]]:
    """Start, end and whether it is a paragraph, of the text cut at its blank lines; together they are the whole text."""
    out, at = [], 0
    for gap in _BETWEEN.finditer(text):
        if gap.start() > at:
            out.append((at, gap.start(), True))
        if gap.end() > gap.start():
            out.append((gap.start(), gap.end(), False))
        at = gap.end()
    return [*out, (at, len(text), True)] if at < len(text) else out


def _pieces(borders: set[int], spans: list[Span]) -> list[_Piece]:
    """The text cut at the borders and wherever a span begins or ends; each piece with the spans over it."""
    cuts = sorted(borders.union(*((s.start, s.end) for s in spans)))
    opening: dict[int, list[Span]] = {}
    for span in spans:
        opening.setdefault(span.start, []).append(span)
    out: list[_Piece] = []
    live: list[Span] = []
    for start, end in pairwise(cuts):
        new = opening.get(start, [])
        live = [s for s in live if s.end > start] + new
        out.append(_Piece(start, end, tuple(live), tuple(s for s in new if s.claim)))
    return out


def _runs(text: str, pieces: list[_Piece]) -> Markup:
    """The pieces in HTML; neighbours that lead to one finding are one link."""
    out = []
    for link, group in groupby(pieces, lambda p: p.link):
        run = list(group)
        inner = Markup("").join(_piece(text[p.start : p.end], p) for p in run)
        named = link and not text[run[0].start : run[-1].end].isspace()  # a link of nothing but blanks would have no name
        out.append(Markup('<a href="#{}">{}</a>').format(anchors.finding(link or ""), inner) if named else inner)
    return Markup("").join(out)


def _piece(text: str, piece: _Piece) -> Markup:
    if not piece.over:
        return escape(text)
    *others, own = piece.opening or (None,)
    address = _address(own) if own else ""
    return Markup('{}<span{} class="{}">{}</span>').format(_empties(others), address, piece.classes, text)


def _address(claim: Span) -> Markup:
    return Markup(' id="{}" data-s="{}-{}"').format(anchors.claim(claim.claim or ""), claim.start, claim.end)


def _empties(claims: Iterable[Span | None]) -> Markup:
    """Places without text of their own, for claims that share their beginning with another."""
    return Markup("").join(Markup("<i{}></i>").format(_address(c)) for c in claims if c)
