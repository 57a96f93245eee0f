"""Findings that ask one question twice."""

import pytest

from sayso.align.nested import AGAIN, join_nested
from tests.align.conftest import said

OUTER, INNER = "the owner said that the ferry sank off Oro", "the ferry sank off Oro"
CLAIMS = (said(OUTER, "a"), said(INNER, "a", 20), said(OUTER, "b"), said(INNER, "b", 20))
TWICE = [[0, 2], [1, 3]]
NEAR = {(0, 3): 0.9, (1, 2): 0.8}


def test_what_two_outlets_tell_twice_over_is_one_question():
    assert join_nested(TWICE, CLAIMS, NEAR) == [[0, 1, 2, 3]]


@pytest.mark.parametrize("scores", [{}, {(0, 3): AGAIN, (1, 2): AGAIN - 0.1}])
def test_what_is_not_near_stays_apart(scores):
    assert join_nested(TWICE, CLAIMS, scores) == TWICE


def test_what_does_not_stand_in_the_other_stays_apart():
    beside = (CLAIMS[0], said(INNER, "a", 200), CLAIMS[2], said(INNER, "b", 200))
    assert join_nested(TWICE, beside, NEAR) == TWICE


def test_what_one_outlet_tells_is_no_finding_to_be_joined():
    assert join_nested([[0, 2], [1], [3]], CLAIMS, NEAR) == [[0, 2], [1], [3]]


def test_three_that_stand_in_each_other_become_one():
    told = [claim for outlet in "ab" for claim in (said(OUTER, outlet), said(INNER, outlet, 20), said("sank", outlet, 30))]
    near = {(i, j): 0.9 for i in range(6) for j in range(i + 1, 6)}
    assert join_nested([[0, 3], [1, 4], [2, 5]], told, near) == [[0, 1, 2, 3, 4, 5]]
