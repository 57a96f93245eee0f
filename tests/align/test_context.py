"""Claims read in their sentences."""

import numpy as np
import pytest

from sayso.align.context import read_context


@pytest.fixture(scope="module")
def read(story):
    return read_context(story, range(len(story)))


def both(context, i, j):
    left, right = np.array([i]), np.array([j])
    return float(context.covering(left, right)[0]), float(context.deed(left, right)[0])


def test_two_tellings_cover_each_other_more_than_two_things(read):
    assert both(read, 0, 3)[0] > both(read, 0, 9)[0]
    assert both(read, 1, 4)[0] > both(read, 1, 5)[0]


def test_covering_is_the_same_both_ways_and_whole_with_itself(read, story):
    assert np.allclose(read.covered, read.covered.T, atol=1e-6)
    assert np.allclose(np.diag(read.covered), 1, atol=1e-5)
    assert read.covered.min() >= 0
    assert np.allclose(np.linalg.norm(read.deeds, axis=1), 1, atol=1e-5)


def test_what_was_not_read_is_like_nothing(story):
    some = read_context(story, [0, 3])
    assert some.claims == (0, 3)
    assert both(some, 0, 3)[0] > 0
    assert both(some, 0, 6) == both(some, 5, 9) == (0.0, 0.0)
    assert read_context(story, []).covered.shape == (0, 0)
    assert read_context([], []).claims == ()


def test_a_word_takes_meaning_from_its_sentence(claim_of):
    fire = "The court fired the guard after the theft"
    gun = "The soldier fired the gun after the alarm"
    sack = "The owner dismissed the guard after the theft"
    claims = [claim_of(text, name, 0, head=text.index("fired" if "fired" in text else "dismissed"))
              for name, text in (("a", fire), ("b", gun), ("c", sack))]  # fmt: skip
    context = read_context(claims, range(3))
    assert both(context, 0, 2)[1] > both(context, 1, 2)[1]


def test_odd_text_does_no_harm(claim_of):
    claims = [
        claim_of(text, name, 0) for name, text in (("a", " "), ("b", "\x00\u200b"), ("c", "“„«"), ("d", "word " * 400))
    ]
    context = read_context(claims, range(4))
    assert set(context.claims) <= set(range(4))
    assert np.isfinite(context.covered).all()
    assert np.isfinite(context.deeds).all()


def test_a_clause_is_read_with_the_rest_of_its_sentence(claim_of):
    whole = claim_of("The blast tore the roof off when it happened", "a", 0)
    part = claim_of("when it happened", "a", 28, sentence=0, head=36)
    alone = claim_of("when it happened", "b", 0, head=8)
    blast = claim_of("a blast tore a roof away", "c", 0)
    context = read_context([whole, part, alone, blast], range(4))
    assert both(context, 1, 3)[0] > both(context, 2, 3)[0]
