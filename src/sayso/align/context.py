"""Claims read in their sentences: how far the words of one are covered by the words of another, and how near the deeds are.

Each sentence is read once by the sentence model, so that "it", "the blast" and a bare verb carry what stands around them.
Covering is the soft matching of words of Zhang et al. 2020 (BERTScore), weighted by how rare a word piece is in the story.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayso.align.embed import WIDTH, Matrix, Read, read_words
from sayso.align.lexical import STOP
from sayso.model.claim import Claim

Index = npt.NDArray[np.intp]
CHUNK = 1024
CONTINUED = "##"  # opens a word piece that goes on a word


@dataclass(frozen=True)
class Context:
    """What the model read; row n of `covered` and `deeds` is the claim with the index `claims[n]`.

    `covered` (claims x claims, symmetric, 0 to 1) tells how far two claims cover each other's words; `deeds` are the
    vectors of the claims' verbs in their sentences. `row` leads from the index of any claim to its row, -1 for none.
    """

    claims: tuple[int, ...]
    row: Index
    covered: Matrix
    deeds: Matrix

    def covering(self, left: Index, right: Index) -> npt.NDArray[np.float64]:
        """How far the claims of each pair cover each other's words, 0 where one was not read."""
        i, j = self.row[left], self.row[right]
        known = (i >= 0) & (j >= 0)
        values = np.zeros(len(left))
        values[known] = self.covered[i[known], j[known]]
        return values

    def deed(self, left: Index, right: Index) -> npt.NDArray[np.float64]:
        """Cosine of the verbs of each pair as they are used, 0 where one was not read."""
        i, j = self.row[left], self.row[right]
        known = (i >= 0) & (j >= 0)
        values = np.zeros(len(left))
        values[known] = np.einsum("ij,ij->i", self.deeds[i[known]], self.deeds[j[known]])
        return values


def read_context(claims: Sequence[Claim], chosen: Sequence[int]) -> Context:
    """Reads the chosen claims (indices in order) in their sentences."""
    texts = _sentences([claims[n] for n in chosen], claims)
    read = read_words(list(texts.values())) if texts else {}
    words: list[tuple[Read, list[int]]] = []
    kept: list[int] = []
    for n in chosen:
        sentence = read[texts[claims[n].document, claims[n].clause.sentence_start]]
        inside = _pieces(sentence, claims[n])
        if inside:
            kept.append(n)
            words.append((sentence, inside))
    row = np.full(len(claims), -1, np.intp)
    row[kept] = np.arange(len(kept))
    deeds = [_deed(sentence, claims[n]) for n, (sentence, _) in zip(kept, words, strict=True)]
    return Context(tuple(kept), row, _covered(words), np.array(deeds, np.float32).reshape(-1, WIDTH))


def _sentences(chosen: Sequence[Claim], claims: Sequence[Claim]) -> dict[tuple[str, int], str]:
    """The words of each sentence that holds a chosen claim, as far as its claims tell them; blanks stand for the rest."""
    wanted = {(c.document, c.clause.sentence_start): [" "] * _length(c) for c in chosen}
    for claim in claims:
        letters = wanted.get((claim.document, claim.clause.sentence_start))
        at = claim.start - claim.clause.sentence_start
        if letters is not None and at >= 0 and at + len(claim.text) <= len(letters):
            letters[at : at + len(claim.text)] = claim.text
    return {place: "".join(letters) for place, letters in wanted.items()}


def _length(claim: Claim) -> int:
    return max(claim.clause.sentence_end, claim.end) - claim.clause.sentence_start


def _pieces(sentence: Read, claim: Claim) -> list[int]:
    """The word pieces of a claim: those of its content words, or all where it has none."""
    first = claim.start - claim.clause.sentence_start
    last = claim.end - claim.clause.sentence_start
    inside = [n for n, (a, b) in enumerate(sentence.places) if first <= a < b <= last]
    told = [n for n in inside if _tells(sentence.pieces[n])]
    return told or inside


def _tells(piece: str) -> bool:
    return piece.startswith(CONTINUED) or (piece.isalnum() and piece not in STOP)


def _deed(sentence: Read, claim: Claim) -> Matrix:
    """The vector of the claim's head as it stands in its sentence, else the mean of the claim's pieces."""
    at = claim.clause.head - claim.clause.sentence_start
    for n, (a, b) in enumerate(sentence.places):
        if a <= at < b:
            return np.asarray(sentence.vectors[n], np.float32)
    mean = sentence.vectors[_pieces(sentence, claim)].mean(axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), np.float32)


def _covered(words: Sequence[tuple[Read, list[int]]]) -> Matrix:
    """Harmonic mean of how far each claim covers the other: for each word its nearest in the other, rare words first."""
    count = len(words)
    if not count:
        return np.zeros((0, 0), np.float32)
    vectors = np.vstack([read.vectors[inside] for read, inside in words])
    told = [[read.pieces[n] for n in inside] for read, inside in words]
    frequency = Counter(piece for pieces in told for piece in set(pieces))
    weight = np.array([np.log(1 + count / frequency[p]) for pieces in told for p in pieces], np.float32)
    starts = np.cumsum([0, *(len(pieces) for pieces in told)])[:-1]
    nearest = np.vstack(
        [
            np.maximum.reduceat(vectors[first : first + CHUNK] @ vectors.T, starts, axis=1)
            for first in range(0, len(vectors), CHUNK)
        ]
    )
    one_way = np.add.reduceat(nearest * weight[:, None], starts, axis=0) / np.add.reduceat(weight, starts)[:, None]
    one_way = np.clip(one_way, 0.0, 1.0)
    return np.asarray(2 * one_way * one_way.T / np.maximum(one_way + one_way.T, 1e-9), np.float32)
