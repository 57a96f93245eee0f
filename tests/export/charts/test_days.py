from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.charts.days import Axis, brief, moment, rough, ticks

DAY = date(2031, 3, 4).toordinal()


def test_a_day_ends_where_the_next_begins_and_a_time_stands_within_its_day():
    assert (moment("2031-03-04"), moment("2031-03-04", end=True)) == (DAY, DAY + 1)
    assert moment("2031-03-04T18:00") == DAY + 0.75
    assert moment("2031-03-04T23:59", end=True) == DAY + 1
    assert moment("2031-03-04T06:00:00-03:00") == DAY + 0.25  # by the clock it is told by


@pytest.mark.parametrize("odd", [None, "", "soon", "2031-02-30", "2031"])
def test_what_is_no_day_is_none(odd):
    assert moment(odd) is None


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2019-01-01", "2019-12-31", "2019"),
        ("2018-01-01", "2020-12-31", "2018 – 2020"),
        ("2011-08-01", "2011-08-31", "Aug 2011"),
        ("2031-03-04", "2031-03-04", "4 Mar 2031"),
        ("2031-03-04", None, "from 4 Mar 2031"),
        (None, "2031-03-04", "to 4 Mar 2031"),
        (None, None, "undated"),
        ("9999-12-31", "9999-12-31", "31 Dec 9999"),
    ],
)
def test_rough(start, end, words):
    assert rough(start, end) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2031-03-04", "2031-03-04", "4 Mar"),
        ("2031-03-04T14:10", "2031-03-04T14:10", "4 Mar, 14:10"),
        ("2031-03-04T18:00", "2031-03-04T23:59", "4 Mar"),
        ("2031-03-04", "2031-03-09", "4–9 Mar"),
        ("2031-02-27", "2031-03-02", "27 Feb – 2 Mar"),
        ("2031-03-04", None, "from 4 Mar"),
    ],
)
def test_brief(start, end, words):
    assert brief(start, end) == words


@given(st.integers(1, 3_600_000), st.integers(0, 800_000), st.floats(100, 800))
def test_ticks_lie_on_the_axis_in_order_and_apart(first, span, wide):
    axis = Axis(first, min(first + span, date.max.toordinal()), 10, 10 + wide)
    marked = ticks(axis, 46)
    places = [axis.x(day) for day, _ in marked]
    assert marked
    assert all(axis.first <= day <= axis.last for day, _ in marked)
    assert all(b - a >= 40 for a, b in pairwise(places))
