"""What speaks for two claims answering one question: a fixed list of named features of a pair."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from sayso.align.context import Context, read_context
from sayso.align.embed import WIDTH, Matrix, embed
from sayso.align.facts import Facts, fact_features, side
from sayso.align.lexical import bag_matrix, character_grams, entity_bags, inverse_frequency, sentence_words, stems, words_of
from sayso.align.named import named_texts, nameless_texts
from sayso.align.questions import questions
from sayso.model.claim import Claim

Array = npt.NDArray[np.float64]

NEAR = 0.18  # cosine of words or characters; below it stood 4 of 305 true pairs of the development stories
CHUNK = 1024
TIE = 0.1  # weight of shared words where ranks are made: they decide between claims that the model did not read
LEXICAL = (
    "meaning",
    "question",
    "words",
    "plain_words",
    "sentence_words",
    "characters",
    "entities",
    "predicate_meaning",
    "covering",
    "deed",
    "mutual_rank",
    "length_ratio",
)
NAMES = LEXICAL + Facts.NAMES


@dataclass(frozen=True)
class Space:
    """The claims of a story as vectors: row n of every matrix is claim n.

    `stems` are the words beside the names; `days` tells from 0 to 1 how rare the claim's time is in the story.
    """

    claims: tuple[Claim, ...]
    meaning: Matrix
    questions: Matrix
    predicates: Matrix
    words: sp.csr_matrix
    stems: sp.csr_matrix
    sentences: sp.csr_matrix
    characters: sp.csr_matrix
    entities: sp.csr_matrix
    days: Array
    context: Context


def build_space(claims: Sequence[Claim], budget: int = 400) -> Space:
    """Vectors of all claims; the model reads at most `budget` of them, those nearest in words to another document."""
    weight = inverse_frequency(len(claims))
    words = bag_matrix(words_of(claims), weight)
    characters = bag_matrix([character_grams(c.text) for c in claims], weight)
    chosen = _chosen(claims, (words, characters), budget)
    meaning = _meanings(claims, chosen)
    return Space(
        claims=tuple(claims),
        meaning=meaning,
        questions=questions(meaning),
        predicates=embed([c.clause.predicate.replace("_", " ") for c in claims]) if budget else _nothing(len(claims)),
        words=words,
        stems=bag_matrix(stems(nameless_texts(claims)), weight),
        sentences=bag_matrix(sentence_words(claims), weight),
        characters=characters,
        entities=bag_matrix(entity_bags(claims), weight),
        days=_rarity_of_days(claims),
        context=read_context(claims, chosen),
    )


def _rarity_of_days(claims: Sequence[Claim]) -> Array:
    """1 for a time that one claim tells, little for the day on which everything happened."""
    weight = inverse_frequency(len(claims))
    told = Counter((c.period.start, c.period.end) for c in claims)
    return np.array([weight(told[c.period.start, c.period.end]) / weight(1) for c in claims])


def _nothing(count: int) -> Matrix:
    return np.zeros((count, WIDTH), np.float32)


def _chosen(claims: Sequence[Claim], views: Sequence[sp.csr_matrix], budget: int) -> list[int]:
    """The claims that the model reads: one without a word near another document's has no partner there."""
    nearest = _nearest_elsewhere(claims, views)
    ranked = np.argsort(-np.round(nearest, 6), kind="stable")[:budget]
    return sorted(int(n) for n in ranked if nearest[n] >= NEAR)


def _meanings(claims: Sequence[Claim], chosen: Sequence[int]) -> Matrix:
    vectors = _nothing(len(claims))
    if chosen:
        texts = named_texts(claims)
        vectors[chosen] = embed([texts[n] for n in chosen])
    return vectors


def _nearest_elsewhere(claims: Sequence[Claim], views: Sequence[sp.csr_matrix]) -> Array:
    """For each claim the largest cosine, in any view, with a claim of another document."""
    documents = np.array([c.document for c in claims])
    best = np.zeros(len(claims))
    for matrix in views:
        for first in range(0, len(claims), CHUNK):
            rows = slice(first, first + CHUNK)
            products = np.asarray((matrix[rows] @ matrix.T).todense())
            products[documents[rows, None] == documents[None, :]] = 0.0
            best[rows] = np.maximum(best[rows], products.max(axis=1))
    return best


def pair_features(space: Space, left: npt.NDArray[np.intp], right: npt.NDArray[np.intp]) -> Array:
    """Features of the pairs (left[n], right[n]); shape (pairs, len(NAMES)), every value in -1..1."""
    claims = space.claims
    columns = [
        np.einsum("ij,ij->i", space.meaning[left], space.meaning[right]).astype(np.float64),
        np.einsum("ij,ij->i", space.questions[left], space.questions[right]).astype(np.float64),
        _cosines(space.words, left, right),
        _cosines(space.stems, left, right),
        _cosines(space.sentences, left, right),
        _cosines(space.characters, left, right),
        _cosines(space.entities, left, right),
        np.einsum("ij,ij->i", space.predicates[left], space.predicates[right]).astype(np.float64),
        space.context.covering(left, right),
        space.context.deed(left, right),
        mutual_rank(space, left, right),
        _length_ratio(claims, left, right),
    ]
    sides = [side(claim) for claim in claims]
    facts = np.array([fact_features(sides[i], sides[j]) for i, j in zip(left, right, strict=True)], np.float64)
    facts = facts.reshape(len(left), len(Facts.NAMES))
    facts[:, Facts.NAMES.index("same_time")] *= np.minimum(space.days[left], space.days[right])
    return np.column_stack([*columns, facts])


def _cosines(matrix: sp.csr_matrix, left: npt.NDArray[np.intp], right: npt.NDArray[np.intp]) -> Array:
    return np.asarray(matrix[left].multiply(matrix[right]).sum(axis=1), np.float64).ravel()


def _length_ratio(claims: Sequence[Claim], left: npt.NDArray[np.intp], right: npt.NDArray[np.intp]) -> Array:
    lengths = np.array([max(1, len(c.clause.words)) for c in claims], np.float64)
    return np.asarray(np.minimum(lengths[left], lengths[right]) / np.maximum(lengths[left], lengths[right]))


def mutual_rank(space: Space, left: npt.NDArray[np.intp], right: npt.NDArray[np.intp]) -> Array:
    """How far each is the other's nearest in the other's document, by what they cover: 1 for first in both directions."""
    nearness = space.context.covering(left, right) + TIE * _cosines(space.words, left, right)
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
