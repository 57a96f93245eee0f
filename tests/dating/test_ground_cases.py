import datetime as dt
import json
from pathlib import Path

import pytest

from sayso.annotate.temporal.holidays import NAMES as PRINTED
from sayso.dating.holidays import NAMES, easter, holiday
from sayso.model.time import Period

ROWS = [json.loads(line) for line in (Path(__file__).parent / "grounded.jsonl").read_text("utf8").splitlines()]


def shown(day):
    return day.isoformat() if day else None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['text'][:40]} {row['on']}")
def test_periods_and_values(grounded, row):
    found = grounded(row["text"], row["on"])
    assert [[g.text, shown(g.period.start), shown(g.period.end), g.value] for g in found] == row["times"]
    assert all(g.basis for g in found)


def test_time_of_day_and_zone(grounded):
    (found,) = grounded("Polls close at 9 p.m. Lima time.", "2016-03-17")
    assert found.value == "2016-03-17T21:00"
    assert found.period == Period(dt.date(2016, 3, 17), dt.date(2016, 3, 17), dt.time(21), dt.time(21), "America/Lima")


def test_a_little_after_noon_is_about_noon(grounded):
    (found,) = grounded("The mill blew up a little after noon Wednesday.", "2016-03-17")
    assert (found.period.start, found.period.end) == (dt.date(2016, 3, 16),) * 2
    assert found.period.start_time < dt.time(12) < found.period.end_time


def test_from_an_event_dated_in_its_own_words(grounded):
    found, _ = grounded("The captain fled 12 days after the fire of May 4, 2011.", "2016-03-17")
    assert (found.period.start, found.period.end) == (dt.date(2011, 5, 16),) * 2


def test_from_an_event_dated_elsewhere(grounded, times_of):
    text = "The captain fled 12 days after the harbour fire."
    (open_,) = grounded(text, "2016-03-17")
    assert not open_.period.known
    assert "not dated" in open_.basis
    start = text.index("the harbour")
    fire = Period(dt.date(2016, 3, 1), dt.date(2016, 3, 2))
    (found,) = grounded(text, "2016-03-17", {(start, len(text) - 1): fire})
    assert (found.period.start, found.period.end) == (dt.date(2016, 3, 13), dt.date(2016, 3, 14))


def test_every_printed_holiday_has_a_day():
    assert {holiday(key, 2015) is None for key in PRINTED.values()} == {False}
    assert set(PRINTED.values()) <= NAMES


@pytest.mark.parametrize(
    ("year", "day"), [(1961, (4, 2)), (2000, (4, 23)), (2008, (3, 23)), (2014, (4, 20)), (2038, (4, 25))]
)
def test_easter(year, day):
    assert easter(year) == dt.date(year, *day)
