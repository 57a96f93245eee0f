"""Two claims read together by the sentence model."""

import numpy as np
import pytest

from sayso.align import together
from sayso.align.together import read_together
from sayso.errors import ConfigurationError
from tests.align.conftest import said

CLAIMS = (
    said("the vessel went down near Oro island late on Monday, killing 14 people", "a"),
    said("fourteen people died when the ferry sank off Oro on Monday night", "b"),
    said("the transport minister said that all ferries would be inspected", "b", 100),
    said("a ferry of the same company burned out in 2014", "c"),
    said("fourteen people died when the ferry sank off Oro on Monday night", "c", 100),
)


def odds(*pairs):
    left, right = (np.array(side, np.intp) for side in zip(*pairs, strict=True))
    return read_together(CLAIMS, left, right)


def test_no_pair_is_read_for_nothing():
    assert read_together(CLAIMS, np.zeros(0, np.intp), np.zeros(0, np.intp)).shape == (0,)


def test_one_event_in_other_words_stands_above_another_event():
    same, topic, earlier = odds((0, 1), (0, 2), (1, 3))
    assert same > 0
    assert same > max(topic, earlier) + 1


def test_neither_the_order_of_two_claims_nor_that_of_the_pairs_has_influence():
    pairs = [(0, 1), (0, 2), (1, 3), (0, 4)]
    there = odds(*pairs)
    assert np.array_equal(there, odds(*[(j, i) for i, j in pairs]))
    assert np.allclose(there[::-1], odds(*pairs[::-1]), atol=0.002)
    assert np.allclose(there[0], odds(pairs[0]), atol=0.002)
    assert np.allclose(there[0], there[3], atol=0.002)


def test_another_model_is_told(monkeypatch):
    monkeypatch.setattr(together, "probe", lambda: 99.0)
    with pytest.raises(ConfigurationError, match=r"together\.npz"):
        together._checked.__wrapped__()
