"""Sentence vectors turned towards the question that a claim answers."""

import numpy as np
import pytest

from sayso.align.embed import WIDTH, embed
from sayso.align.questions import questions


def test_rows_are_of_unit_length_and_nothing_stays_nothing():
    vectors = np.vstack([embed(["the ferry sank off Oro on Monday"]), np.zeros((1, WIDTH), np.float32)])
    turned = questions(vectors)
    assert turned.shape == vectors.shape
    assert np.linalg.norm(turned, axis=1) == pytest.approx([1.0, 0.0], abs=1e-5)


def test_no_claims_have_no_vectors():
    assert questions(np.zeros((0, WIDTH), np.float32)).shape == (0, WIDTH)


def test_the_length_of_a_vector_has_no_influence():
    vectors = embed(["fourteen people died when the ferry sank", "the minister resigned"])
    assert questions(vectors * 3) == pytest.approx(questions(vectors), abs=1e-5)


TRIPLES = (  # a claim, the same in other words, another question of its topic
    (
        "the minister handed in her resignation on Friday",
        "she quit the cabinet at the end of the week",
        "the minister flew to the capital on Friday",
    ),
    ("gunmen opened fire on the convoy", "the trucks came under fire", "the convoy carried food and medicine"),
    ("the bridge was closed at noon", "traffic over the crossing was stopped at midday", "the bridge was built in 1931"),
    ("the rebels deny any part in the blast", "the group had no hand in it, it said", "the rebels have fought since 2009"),
)


def test_one_question_in_other_words_gains_on_one_topic():
    told = embed([text for triple in TRIPLES for text in triple])
    before, after = (_leads(vectors) for vectors in (told, questions(told)))
    assert after > before


def _leads(vectors):
    """How much nearer the same is than another question of the topic, in the mean."""
    rows = vectors.reshape(len(TRIPLES), 3, WIDTH)
    return np.mean([one @ same - one @ topic for one, same, topic in rows])
