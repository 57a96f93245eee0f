"""Roots that are one voice."""

import pytest

from sayso.judge.bodies import _one_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the weather service", "the Tarn weather service"),
        ("the national weather service", "the Tarn weather service"),
        ("police", "the Brenholm police"),
    ],
)
def test_one_body_by_two_names(one, other):
    assert _one_name(one, other) and _one_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("the Tarn weather service", "the Brenholm weather service"), ("police", "the fire brigade"), ("the", "the police")],
)
def test_two_bodies(one, other):
    assert not _one_name(one, other)
