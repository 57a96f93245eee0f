"""Members of a finding that hang on one other alone."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.align.strays import put_out

SOURCES = ["a", "b", "c", "c"]


def test_who_is_near_to_one_alone_is_put_out():
    scores = {(0, 1): 0.9, (0, 2): 0.55, (1, 2): 0.05}
    assert put_out([[0, 1, 2]], SOURCES, scores) == [[0, 1], [2]]


def test_a_strong_link_a_second_outlet_or_a_kin_keeps():
    assert put_out([[0, 1, 2]], SOURCES, {(0, 1): 0.9, (0, 2): 0.7}) == [[0, 1, 2]]
    assert put_out([[0, 1, 2]], SOURCES, {(0, 1): 0.9, (0, 2): 0.5, (1, 2): 0.2}) == [[0, 1, 2]]
    kin = {(0, 1): 0.9, (0, 2): 0.5, (0, 3): 0.9, (1, 3): 0.9, (2, 3): 0.4}
    assert put_out([[0, 1, 2, 3]], SOURCES, kin) == [[0, 1, 2, 3]]


def test_two_are_never_parted():
    assert put_out([[0, 1], [2]], SOURCES, {(0, 1): 0.1}) == [[0, 1], [2]]


@given(st.dictionaries(st.tuples(st.integers(0, 2), st.integers(3, 5)), st.floats(0, 1)))
def test_nobody_is_lost_and_it_ends(scores):
    found = put_out([list(range(6))], list("abcabc"), scores)
    assert sorted(n for group in found for n in group) == list(range(6))
    assert put_out(found, list("abcabc"), scores) == found
