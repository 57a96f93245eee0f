"""Times of the clock, in figures and in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.judge.clocks import Clock, apart, clocks


@pytest.mark.parametrize(
    ("text", "low", "high", "half"),
    [
        ("The ferry left at 8:40 a.m. in fog.", 520, 520, False),
        ("The ferry left at 20:31, the log says.", 1231, 1231, False),
        ("The ferry left at twenty to nine.", 520, 520, True),
        ("At half past one a crew went in.", 90, 90, True),
        ("At ten past six in the evening the bell rang.", 1090, 1090, False),
        ("They came shortly before nine, as the stalls opened.", 520, 540, True),
        ("The gates shut just after 10am on Friday.", 600, 620, False),
        ("She telephoned around six in the evening and hung up.", 1060, 1100, False),
        ("That was at 7.50, ten minutes late.", 470, 470, True),
        ("The vote is at noon.", 720, 720, False),
        ("The storm came ashore 40 minutes before midnight.", 1400, 1400, False),
        ("It went off 12 minutes after three.", 192, 192, True),
    ],
)
def test_a_time_of_the_clock_is_read(text, low, high, half):
    (found,) = clocks(text)
    assert (found.low, found.high, found.half) == (low, high, half)


@pytest.mark.parametrize(
    "text",
    [
        "The council voted ten to two.",
        "It cost 7.50 crowns.",
        "Four of the seven.",
        "It must be done by nine, he said.",
        "It has been quiet since eleven.",
        "She sold twenty to nine shops.",
        "The plane took off at 6 p.m. Norland time.",
        "Rates rose to 10.5%.",
        "",
    ],
)
def test_what_is_a_count_a_bound_or_of_another_zone_is_left_out(text):
    assert not list(clocks(text))


@given(st.text(alphabet="0123456789:. apmtonineshortlybefore’'", max_size=60))
def test_any_text_is_read_and_every_span_lies_in_it(text):
    for clock in clocks(text):
        assert 0 <= clock.start < clock.end <= len(text)
        assert clock.low <= clock.high


def test_half_a_day_is_no_difference_where_a_text_leaves_it_open():
    morning, evening = Clock(0, 1, 520, 520, False), Clock(0, 1, 1240, 1240, False)
    open_one = Clock(0, 1, 520, 520, True)
    assert apart(morning, evening) == 720
    assert apart(open_one, evening) == 0


def test_what_lies_within_a_hedge_is_not_apart():
    assert apart(Clock(0, 1, 520, 540, True), Clock(0, 1, 530, 530, False)) == 0
    assert apart(Clock(0, 1, 520, 540, True), Clock(0, 1, 600, 600, False)) == 60


minutes = st.integers(0, 1439)


told = st.builds(lambda at, wide, half: Clock(0, 1, at, at + wide, half), minutes, st.integers(0, 40), st.booleans())


@given(told, told)
def test_distance_is_one_whichever_comes_first(one, other):
    assert apart(one, other) == apart(other, one) >= 0
