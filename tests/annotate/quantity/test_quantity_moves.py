import pytest

from sayso.annotate.quantity.clocks import clock_spans
from sayso.annotate.quantity.figures import read_figures
from sayso.annotate.quantity.fractions import read_fractions
from sayso.annotate.quantity.moves import compared_after, moved_by, moved_right_before, particle_before
from sayso.annotate.quantity.spans import Form

UP, DOWN = "up", "down"


def way(found):
    return found.value if found is not None else None


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("The toll rose by ", UP),
        ("It was cut again on Monday by about ", DOWN),
        ("Rents rose; the street was lined by ", None),
        ("Prices rose after a raid led by ", None),
        ("It was painted by ", None),
    ],
)
def test_by_tells_a_change_where_something_moved(before, expected):
    assert way(moved_by(before)) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [("Shares fell sharply ", DOWN), ("It rose to ", None), ("He cut ", None), ("It grew another ", UP)],
)
def test_a_verb_without_object_stands_right_before_its_change(before, expected):
    assert way(moved_right_before(before)) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [("She had 58, up ", UP), ("It was down ", DOWN), ("They gunned down ", None), ("It made up ", None)],
)
def test_a_particle_of_another_verb_tells_no_change(before, expected):
    assert way(particle_before(before)) == expected


@pytest.mark.parametrize(
    ("after", "expected"), [(" more than on Monday", UP), (" fewer boats than in May", DOWN), (" more were lost", None)]
)
def test_a_difference_is_told_by_than(after, expected):
    assert way(compared_after(after, 0)) == expected


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("It rose by 3 to 41.", [Form.SINGLE] * 2),
        ("It rose from 12 to 15.", [Form.SINGLE] * 2),
        ("It rose by 5 to 10 percent.", [Form.RANGE]),
        ("They cut 10 to 15 jobs.", [Form.RANGE]),
        ("It holds 3 to 41.", [Form.RANGE]),
    ],
)
def test_to_joins_a_range_and_parts_a_change_from_its_level(text, forms):
    assert [f.form for f in read_figures(text)] == forms


def test_both_levels_share_the_unit_behind_the_second():
    first, second = read_figures("It fell from 4 to 3 million euros.")
    assert (first.unit, first.numerals[0].value) == (second.unit, 4e6)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("half an hour", 0.5),
        ("a quarter-point cut", 0.25),
        ("two tenths of a mile", 0.2),
        ("three quarters of an hour", 0.75),
    ],
)
def test_parts_of_a_unit(text, value):
    assert [n.value for n in read_fractions(text)] == [value]


@pytest.mark.parametrize("text", ["a third mile marker", "half the hour", "the quarter ended", "two halves"])
def test_no_parts_of_a_unit(text):
    assert list(read_fractions(text)) == []


def test_an_hour_with_a_full_stop_is_a_clock_except_among_prices():
    text = "It sails at 10.30 or from 9.15 to 17.40."
    assert [text[s:e] for s, e in clock_spans(text)] == ["at 10.30", "from 9.15 to 17.40"]
    assert not list(clock_spans("Shares opened at 10.30."))
    assert not list(clock_spans("He ran at 10.30 per cent."))
