import datetime as dt

import pytest

from benchmarks.bench_dates import Guessed, row
from sayso.model.document import Publication
from sayso.model.enums import Basis


def guessed(
    start, end, collection="timeline17", why="other reports of the story, 2012-11-20; news of Friday 3; how sure: likely"
):
    """A period inferred for a report of 21 November 2012."""
    first, last = (dt.date.fromisoformat(day) if day else None for day in (start, end))
    return Guessed(collection, False, dt.date(2012, 11, 21), Publication(first, last, basis=Basis.INFERRED, why=why), "")


@pytest.mark.parametrize(
    ("start", "end", "collection", "holds"),
    [
        ("2012-11-20", "2012-11-22", "timeline17", True),
        ("2012-11-22", "2012-11-23", "timeline17", False),
        ("2012-11-23", "2012-11-24", "allsides", True),
        ("2012-11-24", "2012-11-24", "allsides", False),
        (None, None, "allsides", False),
    ],
)
def test_a_period_holds_the_day_within_what_the_set_leaves_open(start, end, collection, holds):
    assert guessed(start, end, collection).holds is holds


def test_a_basis_is_the_last_reason_without_its_figures():
    assert guessed("2012-11-21", "2012-11-21").basis == "news of friday"
    assert guessed(None, None, why=None).basis == "none"


def test_what_has_no_period_counts_neither_for_nor_against():
    told = [guessed("2012-11-21", "2012-11-21"), guessed("2012-11-25", "2012-11-27"), guessed(None, None)]
    assert row("all", told).split() == ["all", "3", "0.67", "0.50", "2"]
