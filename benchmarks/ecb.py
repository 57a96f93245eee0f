"""ECB+ as benchmarks read it: event mentions, each with its sentence and its place there.

Mentions and articles come in two files that name documents differently; a document is found again by the mentions that its
lines hold. The gold topics serve to part training from measuring, never to predict.
"""

import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec
import numpy as np
from scipy.optimize import linear_sum_assignment

SHIFT = range(-3, 8)  # lines by which the numbers of sentences of the two files may differ


class Row(msgspec.Struct, frozen=True):
    """A mention as the file gives it."""

    id: str
    doc: str
    topic: str
    subtopic: str
    sent: int
    kind: str
    tokens: tuple[int, ...]
    text: str
    chain: str


class Article(msgspec.Struct, frozen=True):
    """An article as the file gives it: one line a sentence, words parted by blanks."""

    id: str
    text: str


class Event(msgspec.Struct, frozen=True):
    """An event mention: `line[start:start + len(text)]`, or `start` None where its line was not found again."""

    id: str
    document: str
    topic: str
    chain: str
    text: str
    line: str = ""
    start: int | None = None


def read_events(mentions: Path, articles: Path) -> tuple[list[Event], dict[str, str]]:
    """All event mentions in the order of the file, and the text of each of their documents."""
    with gzip.open(mentions, "rb") as lines:
        rows = [msgspec.json.decode(line, type=Row) for line in lines]
    texts = sorted(msgspec.json.decode(line, type=Article).text for line in articles.read_bytes().splitlines())
    parted = [text.split("\n") for text in texts]
    by_document: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_document[row.doc].append(row)
    lines_of = dict(zip(by_document, _articles(list(by_document.values()), parted), strict=True))
    events = {d: [r for r in told if r.kind == "event"] for d, told in by_document.items()}
    placed = {e.id: e for d, told in events.items() for e in _placed(told, lines_of[d])}
    return [placed[r.id] for r in rows if r.id in placed], {d: "\n".join(lines) for d, lines in lines_of.items()}


def _articles(documents: Sequence[Sequence[Row]], articles: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """An article of its own for each document: the assignment that places most mentions, rare ones before common ones.

    A mention in the line of its number counts three times.
    """
    wholes = ["\n".join(lines) for lines in articles]
    holding = {
        text: [n for n, whole in enumerate(wholes) if text in whole] for text in {r.text for d in documents for r in d}
    }
    score = np.zeros((len(documents), len(articles)))
    for at, rows in enumerate(documents):
        for row in rows:
            for n in holding[row.text]:
                score[at, n] += (1 + 2 * _holds(articles[n], row, 0)) / len(holding[row.text])
    _, chosen = linear_sum_assignment(score, maximize=True)
    return [articles[n] for n in chosen]


def _placed(rows: Sequence[Row], lines: Sequence[str]) -> Iterable[Event]:
    shift = max(SHIFT, key=lambda s: (sum(_holds(lines, r, s) for r in rows), -abs(s)))
    for row in rows:
        holding = [n for n, line in enumerate(lines) if row.text in line]
        place = min(holding, key=lambda n: (abs(n - (row.sent - shift)), n), default=None)
        if place is None:
            yield Event(row.id, row.doc, row.topic, row.chain, row.text)
            continue
        whole = re.search(rf"(?<!\w){re.escape(row.text)}(?!\w)", lines[place])
        start = whole.start() if whole else lines[place].index(row.text)
        yield Event(row.id, row.doc, row.topic, row.chain, row.text, lines[place], start)


def _holds(lines: Sequence[str], row: Row, shift: int) -> bool:
    at = row.sent - shift
    return 0 <= at < len(lines) and row.text in lines[at]


def frequency(bags: Iterable[Iterable[str]]) -> Mapping[str, int]:
    """In how many bags each word stands."""
    return Counter(word for bag in bags for word in set(bag))
