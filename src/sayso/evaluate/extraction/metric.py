"""The article extraction benchmark: precision, recall and F1 of word 4-grams.

Lopukhin, Scrapinghub: article-extraction-benchmark (2020). Precision and recall of each page compare the multisets of runs
of four words ("shingles"); both are averaged over the pages, and F1 is that of the averages. A text of fewer than four words
is one shingle.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from msgspec import Struct

from sayso.evaluate.counting import harmonic
from sayso.evaluate.records import Figures

Shingles: TypeAlias = Counter[tuple[str, ...]]
LENGTH = 4
_WORD = re.compile(r"\w+")


class PageRow(Struct, frozen=True, rename={"body": "articleBody"}):
    """A gold row: a page with the text of its article (written `articleBody`)."""

    id: str
    html: str
    body: str
    url: str | None = None

    @property
    def name(self) -> str:
        """The id."""
        return self.id

    def problem(self) -> str | None:
        """Names a page without mark-up."""
        return None if self.html.strip() else "the page is empty"


class PageAnswer(Struct, frozen=True, rename={"body": "articleBody"}):
    """The article told for a page; empty where none was found."""

    id: str
    body: str


def words(text: str) -> list[str]:
    """The words of a text in order."""
    return _WORD.findall(text)


def shingles(text: str) -> Shingles:
    """The runs of four words of a text with how often they stand in it."""
    found = words(text)
    if len(found) <= LENGTH:
        return Counter([tuple(found)] if found else [])
    return Counter(tuple(found[n : n + LENGTH]) for n in range(len(found) - LENGTH + 1))


def compared(wanted: str, told: str) -> tuple[float, float]:
    """Precision and recall of one page; where there is nothing to be right about, nothing is wrong or all is."""
    want, have = shingles(wanted), shingles(told)
    right = (want & have).total()
    precision = right / have.total() if have else float(not want)
    recall = right / want.total() if want else float(not have)
    return precision, recall


def score(rows: Sequence[PageRow], answers: Sequence[PageAnswer]) -> Figures:
    """Precision, recall and F1."""
    pages = [compared(row.body, answer.body) for row, answer in zip(rows, answers, strict=True)]
    precision = sum(p for p, _ in pages) / len(pages) if pages else 0.0
    recall = sum(r for _, r in pages) / len(pages) if pages else 0.0
    return {
        "precision": precision,
        "recall": recall,
        "f1": harmonic(precision, recall),
        "gold": len(rows),
        "predicted": sum(bool(a.body) for a in answers),
    }
