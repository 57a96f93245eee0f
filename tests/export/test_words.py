import msgspec
import pytest

from sayso.export.words import count, days, interval, listed, spelled, told_value


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
        ("2031-03-04T06:10:59+01:00", "2031-03-04T06:10:59+01:00", "4 March 2031, 06:10+01:00"),
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
    assert listed(["A", "B"]) == "A and B"
    assert [listed([]), listed(["A"]), listed(["A", "B", "C"])] == ["", "A", "A, B and C"]
    assert [spelled(1, "origin"), spelled(3, "origin"), spelled(1200, "origin")] == [
        "one origin",
        "three origins",
        "1,200 origins",
    ]
    assert listed(["A", "B", "C", "D", "E"], most=3) == "A, B and 3 more"


@pytest.mark.parametrize(
    ("text", "hedge", "bounds", "told"),
    [
        ("At least nine people", "at least", (9, None), "at least 9"),
        ("more than 20", "more than", (20, None), "more than 20"),
        ("some 60 sheep", "some", (54, 66), "some 60"),
        ("up to 17 or 21", "up to", (0, 21), "up to 17 or 21"),
        ("17", None, (17, 17), "17"),
        ("dozens", None, (24, None), "at least 24"),
    ],
)
def test_a_value_keeps_the_hedge_of_its_claim(sample, text, hedge, bounds, told):
    low, high = bounds
    claim = next(c for c in sample.claims if c.quantities)
    quantity = msgspec.structs.replace(claim.quantities[0], start=0, end=len(text), low=low, high=high, hedge=hedge)
    point = msgspec.structs.replace(sample.series[0].points[0], low=low, high=high)
    assert told_value(point, msgspec.structs.replace(claim, quantities=(quantity,)), text) == told
