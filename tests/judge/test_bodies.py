"""Roots that are one voice."""

import pytest

from sayso.judge.bodies import _is_role, _one_name


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


SPOKESMAN = {
    "Harbour Post 2031-03-08": "The Harbour Board of Lund rejected the report that the ferry had sunk. "
    "Spokesman Per Dahlgren called it pure invention.",
    "Coast Herald 2031-03-08": "The Harbour Board of Lund called the report that the ferry had sunk pure invention.",
}


def test_a_mere_spokesman_speaks_for_the_body_that_was_named_before(judge):
    finding = judge(SPOKESMAN).finding("pure invention")
    assert len({o.name for o in finding.origins if o.basis.counts}) == 1


def test_roles_of_one_owner_are_one():
    assert _one_name("Mr Roe’s driver", "Roe’s driver")
    assert _is_role("Roe’s driver")
    assert not _is_role("Per Dahlgren")
