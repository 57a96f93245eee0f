import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.judge.algebra import compare_periods
from sayso.model.enums import Verdict
from sayso.model.time import Period


def day(n):
    return dt.date(2031, 3, n)


def days(first, last):
    return Period(day(first), day(last))


def hours(n, start, end, zone=None):
    return Period(day(n), day(n), dt.time(*start), dt.time(*end), zone)


MORNING, NOON = hours(5, (6,), (12,)), hours(5, (12,), (12,))

VERDICTS = [
    (days(5, 5), days(5, 5), Verdict.AGREE),
    (days(4, 6), days(5, 7), Verdict.COMPATIBLE),
    (days(5, 5), days(6, 6), Verdict.CONFLICT),
    (days(5, 5), days(1, 31), Verdict.COMPATIBLE),
    (days(5, 5), NOON, Verdict.AGREE),
    (MORNING, NOON, Verdict.CONFLICT),
    (hours(5, (12,), (18,)), NOON, Verdict.COMPATIBLE),
    (NOON, hours(5, (12,), (12,)), Verdict.AGREE),
    (hours(5, (18,), (22,)), hours(5, (21,), (21,)), Verdict.COMPATIBLE),
    (Period(day(5), None), days(9, 9), Verdict.COMPATIBLE),
    (Period(day(5), None), days(1, 4), Verdict.CONFLICT),
    (Period(None, day(5)), days(9, 9), Verdict.CONFLICT),
    # one known zone and one unknown: the clocks may be far apart
    (hours(5, (9,), (9,), "UTC"), hours(5, (14,), (14,)), Verdict.COMPATIBLE),
    # both known: 09:00 in one is 11:00 in the other
    (hours(5, (9,), (9,), "UTC"), hours(5, (11,), (11,), "+02:00"), Verdict.AGREE),
    (hours(5, (9,), (9,), "UTC"), hours(5, (9,), (9,), "+02:00"), Verdict.CONFLICT),
    # on both sides of a midnight without a zone
    (hours(5, (23,), (23,)), hours(6, (1,), (1,)), Verdict.COMPATIBLE),
    (hours(5, (1,), (1,)), hours(6, (23,), (23,)), Verdict.CONFLICT),
]


@pytest.mark.parametrize(("a", "b", "verdict"), VERDICTS)
def test_verdicts(a, b, verdict):
    assert compare_periods(a, b).verdict is verdict
    assert compare_periods(b, a).verdict is verdict


@pytest.mark.parametrize("unknown", [Period(), days(6, 5), Period(start_time=dt.time(9))])
def test_what_is_unknown_gets_no_verdict(unknown):
    assert compare_periods(unknown, days(5, 5)) is None
    assert compare_periods(days(5, 5), unknown) is None


def test_a_named_zone_counts_where_the_clock_data_is_there():
    one = hours(5, (9,), (9,), "UTC")
    other = hours(5, (9,), (9,), "No/Such_Place")
    assert compare_periods(one, other).verdict is Verdict.COMPATIBLE


def test_reasons_name_the_days():
    assert compare_periods(days(5, 5), days(6, 6)).why == "2031-03-05 lies outside 2031-03-06"
    assert compare_periods(days(4, 6), days(5, 7)).why == "2031-03-04 to 2031-03-06 meets 2031-03-05 to 2031-03-07"
    assert compare_periods(days(5, 5), Period(None, day(9))).why == "2031-03-05 lies within until 2031-03-09"


PERIODS = st.tuples(st.integers(1, 20), st.integers(0, 8), st.booleans(), st.booleans()).map(
    lambda t: Period(None if t[2] else day(t[0]), None if t[3] and not t[2] else day(t[0] + t[1]))
)


@given(PERIODS, PERIODS)
def test_verdicts_are_symmetric_and_conflict_means_disjoint(a, b):
    one, other = compare_periods(a, b), compare_periods(b, a)
    assert one.verdict is other.verdict
    first = max(p.start or dt.date.min for p in (a, b))
    last = min(p.end or dt.date.max for p in (a, b))
    assert (one.verdict is Verdict.CONFLICT) == (first > last)


@given(PERIODS)
def test_everything_agrees_with_itself(a):
    assert compare_periods(a, a).verdict is Verdict.AGREE
