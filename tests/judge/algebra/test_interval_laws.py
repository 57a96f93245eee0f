import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.judge.algebra import Interval

ENDS = st.integers(-6, 6).map(float) | st.sampled_from([-math.inf, math.inf])
PROBES = [n / 2 for n in range(-14, 15)]


@st.composite
def intervals(draw):
    low, high = sorted((draw(ENDS), draw(ENDS)))
    if low == high:
        return Interval.point(0.0 if math.isinf(low) else low)
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


def members(interval):
    return {p for p in PROBES if p in interval}


@given(intervals(), intervals())
def test_intersection_holds_exactly_what_both_hold(a, b):
    both = a.intersection(b)
    assert (members(both) if both else set()) == members(a) & members(b)
    assert both == b.intersection(a)
    assert a.meets(b) == b.meets(a) == (both is not None)


@given(intervals(), intervals(), intervals())
def test_intersection_and_hull_are_associative(a, b, c):
    left, right = a.intersection(b), b.intersection(c)
    assert (left.intersection(c) if left else None) == (a.intersection(right) if right else None)
    assert a.hull(b).hull(c) == a.hull(b.hull(c))


@given(intervals(), intervals())
def test_hull_is_the_smallest_that_contains_both(a, b):
    hull = a.hull(b)
    assert hull == b.hull(a)
    assert hull.contains(a)
    assert hull.contains(b)
    assert (hull.low, hull.high) == (min(a.low, b.low), max(a.high, b.high))


@given(intervals(), intervals())
def test_absorption_and_idempotence(a, b):
    assert a.intersection(a) == a.hull(a) == a
    assert a.intersection(a.hull(b)) == a
    both = a.intersection(b)
    assert both is None or a.hull(both) == a


@given(intervals(), intervals())
def test_containment_is_an_order(a, b):
    assert a.contains(a)
    if a.contains(b):
        assert members(b) <= members(a)
        assert not b.contains(a) or a == b


@given(intervals())
def test_mirroring_twice_changes_nothing(a):
    mirrored = a.mapped(lambda v: -v)
    assert members(mirrored) == {-p for p in members(a)}
    assert mirrored.mapped(lambda v: -v) == a


def test_an_empty_interval_cannot_be_made():
    with pytest.raises(ValueError, match="no value"):
        Interval(3, 2)
    with pytest.raises(ValueError, match="no value"):
        Interval(3, 3, high_open=True)
