import pytest

from sayso.export.words import count, days, interval, listed


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("2031-03-04", "2031-03-04", "4 March 2031"),
        ("2031-03-04", "2031-03-09", "4 to 9 March 2031"),
        ("2031-03-30", "2031-04-02", "30 March to 2 April 2031"),
        ("2030-12-30", "2031-01-02", "30 December 2030 to 2 January 2031"),
        (None, "2031-03-09", "by 9 March 2031"),
        ("2031-03-04", None, "from 4 March 2031 on"),
        (None, None, "date unknown"),
        ("2031-03-04T06:10+01:00", "2031-03-04T06:10+01:00", "4 March 2031, 06:10+01:00"),
        ("2031-03", "2031-03", "2031-03"),
    ],
)
def test_days(start, end, told):
    assert days(start, end) == told


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (9, 9, "9"),
        (9, None, "9 or more"),
        (None, 20, "up to 20"),
        (15, 20, "15 to 20"),
        (None, None, "any number"),
        (12000, 12000, "12,000"),
    ],
)
def test_intervals(low, high, told):
    assert interval(low, high) == told


def test_counts_and_lists():
    assert [count(1, "origin"), count(2, "origin"), count(2, "body", "bodies")] == ["1 origin", "2 origins", "2 bodies"]
    assert listed(["A", "B"]) == "A, B"
    assert listed(["A", "B", "C", "D", "E"], most=3) == "A, B and 3 more"
