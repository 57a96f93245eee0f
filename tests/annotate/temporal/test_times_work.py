"""What bounds the work: no rule repeats a group without end, so a long row of figures or blanks is read in one pass."""

import re

import pytest

from sayso.annotate.temporal import coordinate, find, frame, merge, share
from sayso.annotate.temporal.find import readings
from sayso.annotate.temporal.numbers import FIGURES
from sayso.annotate.temporal.scan import RULES

_ENDLESS_GROUP = re.compile(r"(?<!\\)\)(?:[*+](?!\+)|\{\d*,\})")
PATTERNS = [r.pattern for r in RULES] + [
    value
    for module in (coordinate, find, frame, merge, share)
    for value in vars(module).values()
    if isinstance(value, re.Pattern)
]


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda p: p.pattern[:30])
def test_no_group_is_repeated_without_end(pattern):
    assert not _ENDLESS_GROUP.search(pattern.pattern)


def test_the_check_sees_a_group_without_end():
    assert _ENDLESS_GROUP.search(r"\d{1,3}(?:,\d{3})+ days")
    assert _ENDLESS_GROUP.search(r"(?:a|b){2,}")
    assert not _ENDLESS_GROUP.search(r"\(+(?:,\d{3}){1,3}+")


def test_figures_of_a_long_row_are_left_alone():
    row = ",".join(["123"] * 20_000)
    assert re.match(FIGURES, row).end() < 20
    assert [r.amount for r in readings(row + " days", 0, len(row) + 5)] == [123]


@pytest.mark.parametrize("fill", [" ", "\n", "\t \u00a0"])
def test_blanks_without_end_change_nothing(fill):
    text = "He wrote" + fill * 7_000 + "two days ago" + fill * 7_000 + "from Dunmere."
    (found,) = readings(text, 0, len(text))
    assert text[found.start : found.end] == "two days ago"


def test_numbers_with_thousands_keep_their_value():
    assert [r.amount for r in readings("after 1,500 days and 2 1/2 years", 0, 32)] == [1500, 2.5]
