"""What speaks for two claims answering one question: a fixed list of named features of a pair."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from sayso.align.embed import Matrix, embed
from sayso.align.facts import Facts, fact_features
from sayso.align.lexical import bag_matrix, character_grams, entity_bags, inverse_frequency, sentence_words, words_of
from sayso.align.soft import SoftWords
from sayso.model.claim import Claim

Array = npt.NDArray[np.float64]

LEXICAL = (
    "meaning",
    "words",
    "sentence_words",
    "characters",
    "entities",
    "predicate_meaning",
    "mutual_rank",
    "length_ratio",
    "least_matched",
    "most_matched",
)
NAMES = LEXICAL + Facts.NAMES


@dataclass(frozen=True)
class Space:
    """The claims of a story as vectors: row n of every matrix is claim n."""

    claims: tuple[Claim, ...]
    meaning: Matrix
    predicates: Matrix
    words: sp.csr_matrix
    sentences: sp.csr_matrix
    characters: sp.csr_matrix
    entities: sp.csr_matrix
    soft: SoftWords


def build_space(claims: Sequence[Claim]) -> Space:
    """Vectors of all claims."""
    weight = inverse_frequency(len(claims))
    return Space(
        claims=tuple(claims),
        meaning=embed([c.text for c in claims]),
        predicates=embed([c.clause.predicate.replace("_", " ") for c in claims]),
        words=bag_matrix(words_of(claims), weight),
        sentences=bag_matrix(sentence_words(claims), weight),
        characters=bag_matrix([character_grams(c.text) for c in claims], weight),
        entities=bag_matrix(entity_bags(claims), weight),
        soft=SoftWords(words_of(claims)),
    )


def pair_features(space: Space, left: npt.NDArray[np.intp], right: npt.NDArray[np.intp]) -> Array:
    """Features of the pairs (left[n], right[n]); shape (pairs, len(NAMES)), every value in -1..1."""
    claims = space.claims
    columns = [
        np.einsum("ij,ij->i", space.meaning[left], space.meaning[right]).astype(np.float64),
        _cosines(space.words, left, right),
        _cosines(space.sentences, left, right),
        _cosines(space.characters, left, right),
        _cosines(space.entities, left, right),
        np.einsum("ij,ij->i", space.predicates[left], space.predicates[right]).astype(np.float64),
        mutual_rank(space, left, right),
        _length_ratio(claims, left, right),
        *space.soft.matched(left, right).T,
    ]
    facts = np.array([fact_features(claims[i], claims[j]) for i, j in zip(left, right, strict=True)], np.float64)
    return np.column_stack([*columns, facts.reshape(len(left), len(Facts.NAMES))])


def _cosines(matrix: sp.csr_matrix, left: npt.NDArray[np.intp], right: npt.NDArray[np.intp]) -> Array:
    return np.asarray(matrix[left].multiply(matrix[right]).sum(axis=1), np.float64).ravel()


def _length_ratio(claims: Sequence[Claim], left: npt.NDArray[np.intp], right: npt.NDArray[np.intp]) -> Array:
    lengths = np.array([max(1, len(c.clause.words)) for c in claims], np.float64)
    return np.asarray(np.minimum(lengths[left], lengths[right]) / np.maximum(lengths[left], lengths[right]))


def mutual_rank(space: Space, left: npt.NDArray[np.intp], right: npt.NDArray[np.intp]) -> Array:
    """How far each is the other's nearest in the other's document, by meaning and words: 1 for first in both directions."""
    nearness = 0.5 * np.einsum("ij,ij->i", space.meaning[left], space.meaning[right]) + 0.5 * _cosines(
        space.words, left, right
    )
    forward, backward = _ranks(space, left, right, nearness), _ranks(space, right, left, nearness)
    return np.asarray(1 / np.sqrt(forward * backward), np.float64)


def _ranks(space: Space, one: npt.NDArray[np.intp], other: npt.NDArray[np.intp], nearness: Array) -> Array:
    """Rank (from 1) of each pair among the pairs of `one` into the document of `other`."""
    documents = {d: n for n, d in enumerate(sorted({c.document for c in space.claims}))}
    target = np.array([documents[space.claims[j].document] for j in other], np.int64)
    group = one.astype(np.int64) * len(documents) + target
    order = np.lexsort((other, -nearness, group))
    ranks = np.empty(len(one), np.float64)
    starts = np.flatnonzero(np.r_[True, np.diff(group[order]) != 0])
    position = np.arange(len(one)) - np.repeat(starts, np.diff(np.r_[starts, len(one)]))
    ranks[order] = position + 1
    return ranks
