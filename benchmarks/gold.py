"""Gold stories for benchmarks: which claims of a run say what a gold anchor says."""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import msgspec

from sayso.model.claim import Claim
from sayso.model.document import Document

MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\u2009": " ", "\n": " "})


def fold(text: str) -> str:
    """Quotation marks, dashes and blanks made plain; the length stays."""
    return unicodedata.normalize("NFC", text).translate(MARKS)


class GoldStory:
    """One gold file over the documents and claims of one run."""

    def __init__(self, path: Path, documents: Sequence[Document], claims: Sequence[Claim]) -> None:
        self.gold: dict[str, Any] = msgspec.json.decode(path.read_bytes())
        self._texts = {d.id: fold(d.text) for d in documents}
        self._names = {d.id: Path(d.path or d.id).name for d in documents}
        self._claims = claims

    def items(self) -> Iterator[tuple[str, list[tuple[str, frozenset[int]]]]]:
        """Each agreement and discrepancy: its name and, for each side, the document and the indices of its claims."""
        for kind in ("agreements", "discrepancies"):
            for item in self.gold[kind]:
                yield f"{kind}:{item['id']}", [self.hits(side) for side in item["sides"]]

    def traps(self) -> Iterator[list[tuple[str, frozenset[int]]]]:
        """The sides of each pair that looks alike and is not."""
        for item in self.gold.get("traps", []):
            yield [self.hits(side) for side in item["sides"]]

    def hits(self, anchor: Sequence[str]) -> tuple[str, frozenset[int]]:
        """The document key of an anchor and the claims that cover half of it, or lie inside it with four words or more."""
        key, text = anchor
        for document, name in self._names.items():
            at = self._texts[document].find(fold(text)) if name.startswith(key) else -1
            if at >= 0:
                end = at + len(text)
                return key, frozenset(n for n, c in enumerate(self._claims) if self._covers(c, document, at, end))
        return key, frozenset()

    def _covers(self, claim: Claim, document: str, start: int, end: int) -> bool:
        if claim.document != document or claim.end - claim.start > max(400, 2 * (end - start)):
            return False
        left, right = max(start, claim.start), min(end, claim.end)
        if right <= left:
            return False
        whole = left == claim.start and right == claim.end and len(self._texts[document][left:right].split()) >= 4
        return whole or 2 * (right - left) >= end - start


def labelled_pairs(story: GoldStory) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Pairs of claims that the gold puts to one question, and pairs that it keeps apart, as ordered index pairs."""
    same: set[tuple[int, int]] = set()
    sides: list[tuple[str, str, frozenset[int]]] = []
    for name, found in story.items():
        sides += [(name, key, hit) for key, hit in found]
        for (_, a), (_, b) in combinations(found, 2):
            same |= _ordered(a, b)
    apart: set[tuple[int, int]] = set()
    for (one, _, a), (other, _, b) in combinations(sides, 2):
        if one != other:
            apart |= _ordered(a, b)
    for found in story.traps():
        for (_, a), (_, b) in combinations(found, 2):
            apart |= _ordered(a, b)
    return same, apart - same


def _ordered(a: frozenset[int], b: frozenset[int]) -> set[tuple[int, int]]:
    return {(min(i, j), max(i, j)) for i in a for j in b if i != j}
