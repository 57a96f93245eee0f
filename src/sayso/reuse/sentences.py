"""The view of a document that comparison needs: folded sentences with the words that tell texts apart.

A word counts by how much it betrays a common source. What a speaker said is open to every reporter, and so are names:
words inside quotation marks and capitalised words count little; plain running words are the writer's own.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model.document import Document

QUOTED_WEIGHT = 0.15
NAME_WEIGHT = 0.3
MIN_WORDS = 4

_WORD = re.compile(r"\w+(?:['-]\w+)*")
_FOLDS = str.maketrans("’‘ʼ“”„«»–—‑\u00a0\u2009\u202f\n\t\r", '\'\'\'"""""---      ')
_CLOSING = {"“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’"}
_LASTING = "“„«"
_LONGEST_QUOTATION = 1500

# Standing lines of news sites in any story; what is left after `ingest` has set boilerplate blocks apart.
_BOILERPLATE = re.compile(
    r"(?:contributed to this (?:report|story|article)|all rights reserved|may not be (?:published|reproduced|redistributed)"
    r"|(?:follow|like|join) (?:us|him|her|\w+(?: \w+){0,3}) on \w+|click here|sign up (?:for|to|here)|subscri(?:be|ption)"
    r"|read (?:more|also|the full)|newsletter|copyright|terms of (?:use|service)|privacy policy|reporting by\b.*\bediting by"
    r"|(?:related|recommended) (?:stories|articles|links)|advertisement|share this (?:story|article)"
    r"|this (?:story|article) (?:has been|was) (?:updated|edited|corrected)|(?:image|photo) (?:credit|copyright))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence `text[start:end]`: `folded` has the same length; `weight` is how much its words can betray."""

    document: int
    order: int
    start: int
    end: int
    folded: str
    words: tuple[str, ...]
    offsets: tuple[int, ...]
    weights: tuple[float, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Text:
    """A document as lines, in order, and the number of characters of its body."""

    document: Document
    lines: tuple[Line, ...]
    size: int


def read_texts(documents: Sequence[Document], sentences: Sequence[Sequence[tuple[int, int]]]) -> tuple[Text, ...]:
    """Each document with its sentences; `sentences[n]` are those of `documents[n]`."""
    texts = [
        _read(number, document, spans) for number, (document, spans) in enumerate(zip(documents, sentences, strict=True))
    ]
    standing = _standing_lines(texts)
    return tuple(
        Text(t.document, tuple(x for x in t.lines if (t.document.publisher, x.folded) not in standing), t.size)
        for t in texts
    )


def fold(text: str) -> str:
    """Lower case with plain quotation marks, dashes and blanks; the same length as `text`."""
    plain = text.translate(_FOLDS)
    lowered = plain.lower()
    return lowered if len(lowered) == len(plain) else "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)


def quoted_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Stretches of a paragraph inside quotation marks; one that a mark at its start opens for good lasts to its end."""
    spans, at = [], 0
    while (at := _next_mark(text, at)) >= 0:
        end = _closing_mark(text, at)
        if end < 0 and (text[at] in _LASTING or not text[:at].strip()):
            end = len(text)
        if end > at:
            spans.append((at + 1, end))
            at = end
        at += 1
    return tuple(spans)


def _read(number: int, document: Document, spans: Sequence[tuple[int, int]]) -> Text:
    quoted = [inside for block in document.body for inside in _shifted(document.text, block.start, block.end)]
    body = sum(block.end - block.start for block in document.body)
    lines: list[Line] = []
    for start, end in sorted(spans):
        line = _line(document, (number, len(lines)), (start, end), quoted)
        if line is not None and any(b.start < end and start < b.end for b in document.body):
            lines.append(line)
    return Text(document, tuple(lines), body)


def _shifted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for left, right in quoted_spans(text[start:end]):
        yield start + left, start + right


def _line(
    document: Document, place: tuple[int, int], span: tuple[int, int], quoted: Sequence[tuple[int, int]]
) -> Line | None:
    raw = document.text[span[0] : span[1]]
    start, end = span[0] + len(raw) - len(raw.lstrip()), span[0] + len(raw.rstrip())
    text = document.text[start:end]
    folded = fold(text)
    found = list(_WORD.finditer(folded))
    if not found or _BOILERPLATE.search(folded):
        return None
    inside = [(a, b) for a, b in quoted if a < end and start < b]
    weights = tuple(_weight(text, m.start(), start, inside) for m in found)
    return Line(
        *place,
        start,
        end,
        folded,
        tuple(m.group() for m in found),
        tuple(m.start() for m in found),
        weights,
        sum(weights),
    )


def _weight(text: str, at: int, start: int, quoted: Sequence[tuple[int, int]]) -> float:
    if any(a <= start + at < b for a, b in quoted):
        return QUOTED_WEIGHT
    return NAME_WEIGHT if at > 0 and not text[at].islower() else 1.0


def _next_mark(text: str, at: int) -> int:
    places = (text.find(mark, at) for mark in _CLOSING)
    return min((p for p in places if p >= 0 and _opens(text, p)), default=-1)


def _opens(text: str, at: int) -> bool:
    # A single mark between letters is an apostrophe.
    return text[at] != "‘" or at == 0 or not text[at - 1].isalnum()


def _closing_mark(text: str, at: int) -> int:
    for end in range(at + 1, min(len(text), at + _LONGEST_QUOTATION)):
        if text[end] in _CLOSING[text[at]] and not (text[end] == "’" and text[end + 1 : end + 2].isalnum()):
            return end
    return -1


def _standing_lines(texts: Sequence[Text]) -> frozenset[tuple[str, str]]:
    """Lines that open or close three documents or more of one publisher: its standing text, not a report."""
    edges = Counter(
        (t.document.publisher, folded) for t in texts for folded in {x.folded for x in t.lines[:1] + t.lines[-2:]}
    )
    copies = Counter((t.document.publisher, tuple(x.folded for x in t.lines)) for t in texts)
    whole = {(publisher, folded) for (publisher, lines), n in copies.items() if n >= 2 for folded in lines}
    return frozenset(key for key, n in edges.items() if n >= 3 and key not in whole)
