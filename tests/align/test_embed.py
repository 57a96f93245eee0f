"""Sentence vectors: of unit length, and the same whatever else is asked in the same breath."""

import numpy as np
import pytest

from sayso.align.embed import WIDTH, embed, read_words

TEXTS = [
    "The ferry sank off the cape.",
    "A ferry went down near the cape.",
    "Olive prices rose in the spring.",
    "sink",
    "",
    "The harbour board held forty boats at the quay while inspectors counted every crate " * 4,
]


@pytest.fixture(scope="module")
def vectors():
    return embed(TEXTS)


def test_unit_vectors_one_a_text(vectors):
    assert vectors.shape == (len(TEXTS), WIDTH)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert embed([]).shape == (0, WIDTH)


def test_order_and_repetition_have_no_influence(vectors):
    back = embed(TEXTS[::-1] + TEXTS[:2])
    assert np.abs(back[: len(TEXTS)][::-1] - vectors).max() < 1e-5
    assert np.array_equal(back[-2:], back[: len(TEXTS)][::-1][:2])


def test_the_batch_has_no_influence(vectors):
    others = [f"Shed {n} stands behind the mill and the old well, {'far ' * (n % 30)}away." for n in range(70)]
    assert np.abs(embed(TEXTS + others)[: len(TEXTS)] - vectors).max() < 1e-5
    assert np.abs(np.vstack([embed([t]) for t in TEXTS]) - vectors).max() < 1e-5


def test_meaning_is_near_meaning(vectors):
    assert vectors[0] @ vectors[1] > 0.6
    assert vectors[0] @ vectors[2] < 0.3


def test_words_are_read_in_place():
    read = read_words([*TEXTS, TEXTS[0]])
    assert set(read) == set(TEXTS)
    for text, found in read.items():
        assert found.vectors.shape == (len(found.pieces), WIDTH) == (len(found.places), WIDTH)
        assert np.allclose(np.linalg.norm(found.vectors, axis=1), 1, atol=1e-5)
        assert all(0 <= a <= b <= len(text) for a, b in found.places)
    first = read[TEXTS[0]]
    assert [TEXTS[0][a:b] for a, b in first.places if b > a][:3] == ["The", "ferry", "sank"]
    assert read_words([]) == {}
