"""Gold stories for benchmarks: which claims of a run say what a gold anchor says."""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import msgspec

from sayso.model.claim import Claim
from sayso.model.document import Document

Anchor = Sequence[str]
Side = frozenset[int]
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

    def raw_items(self) -> Iterator[tuple[str, list[Anchor]]]:
        """Each agreement and discrepancy with its anchors."""
        for kind in ("agreements", "discrepancies"):
            for item in self.gold[kind]:
                yield f"{kind}:{item['id']}", item["sides"]

    def tightest(self, anchor: Anchor) -> Side:
        """The one claim that fits an anchor best: largest share of common characters."""
        key, text = anchor
        best: tuple[float, int] | None = None
        for document, name in self._names.items():
            at = self._texts[document].find(fold(text)) if name.startswith(key) else -1
            for n in self.hits(anchor)[1] if at >= 0 else ():
                claim, end = self._claims[n], at + len(text)
                common = min(end, claim.end) - max(at, claim.start)
                share = common / (max(end, claim.end) - min(at, claim.start))
                if best is None or (share, -n) > best:
                    best = (share, -n)
        return frozenset() if best is None else frozenset({-best[1]})

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


def labelled_pairs(story: GoldStory) -> tuple[set[tuple[int, int]], set[tuple[int, int]], set[tuple[int, int]]]:
    """Pairs of claims that the gold puts to one question, pairs that it keeps apart, and pairs that it leaves open.

    Of the claims that hit an anchor only the tightest counts: a claim that tells more than the anchor may well answer
    another question too. Items that a discrepancy links (the dead were 11, the dead were 12) are not apart, though the
    gold lists them one by one: their pairs are left open. All ordered index pairs.
    """
    same: set[tuple[int, int]] = set()
    loose: set[tuple[int, int]] = set()
    sides: list[tuple[str, Side, frozenset[int]]] = []
    for name, item in story.raw_items():
        found = [(story.tightest(side), story.hits(side)[1]) for side in item]
        sides += [(name, tight, hit) for tight, hit in found]
        for (a, wide_a), (b, wide_b) in combinations(found, 2):
            same |= _ordered(a, b)
            loose |= _ordered(wide_a, wide_b)
    apart: set[tuple[int, int]] = set()
    for (one, a, _), (other, b, _) in combinations(sides, 2):
        if one != other:
            apart |= _ordered(a, b)
    for trap in story.gold.get("traps", []):
        for one_side, other_side in combinations(trap["sides"], 2):
            apart |= _ordered(story.tightest(one_side), story.tightest(other_side))
    linked = _linked(sides)
    return same, apart - same - linked, (loose | (linked & apart)) - same


def _linked(sides: Sequence[tuple[str, Side, Side]]) -> set[tuple[int, int]]:
    """Pairs of claims whose items share a claim, directly or through others, one of two that share being no agreement."""
    parent = {name: name for name, _, _ in sides}

    def root(name: str) -> str:
        while parent[name] != name:
            name = parent[name]
        return name

    owners: dict[int, list[str]] = {}
    for name, tight, _ in sides:
        for claim in tight:
            owners.setdefault(claim, []).append(name)
    for names in owners.values():
        for one, other in combinations(names, 2):
            if not (one.startswith("agreements") and other.startswith("agreements")):
                parent[root(other)] = root(one)
    held: dict[str, set[int]] = {}
    for name, tight, _ in sides:
        held.setdefault(root(name), set()).update(tight)
    return {(i, j) for claims in held.values() for i, j in combinations(sorted(claims), 2)}


def _ordered(a: frozenset[int], b: frozenset[int]) -> set[tuple[int, int]]:
    return {(min(i, j), max(i, j)) for i in a for j in b if i != j}
