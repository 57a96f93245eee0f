import json
from pathlib import Path

import pytest

from sayso.annotate.temporal import find_times
from sayso.model.enums import Anchor

ROWS = [json.loads(line) for line in (Path(__file__).parent / "spans.jsonl").read_text("utf8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][:40])
def test_spans_kinds_and_values(parsed, row):
    found = find_times(parsed(row["text"]))
    assert [[t.text, t.kind.value, t.value] for t in found] == row["times"]


def only(parsed, text):
    (found,) = find_times(parsed(text))
    return found


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The barge sank on Wednesday.", "past"),
        ("The barge will sail on Wednesday.", "future"),
        ("The barge is to sail on Wednesday.", "future"),
        ("The barge is meeting the pilot on Wednesday.", "future"),
        ("A sailing planned for Wednesday draws crowds.", "future"),
        ("The crew could not be reached on Wednesday.", "past"),
    ],
)
def test_tense_of_the_governing_verb(parsed, text, tense):
    assert only(parsed, text).tense == tense


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("She has lived here since 2018.", "SINCE"),
        ("She stayed until May 2018.", "UNTIL"),
        ("She left by mid-May 2018.", "BY MID"),
        ("She fell ill after the 2018 flood.", None),
        ("She fell ill around May 4, 2018.", "APPROX"),
        ("She fell ill in early May 2018.", "START"),
    ],
)
def test_modifiers(parsed, text, modifier):
    assert only(parsed, text).modifier == modifier


def test_a_range_has_two_ends(parsed):
    first, second = find_times(parsed("The siege of 2000 to 2005 ruined the port."))
    assert (first.modifier, second.modifier) == ("FROM", "TO")


def test_counting_from_an_event(parsed):
    text = "The pilots were freed on Monday, five days after they were taken prisoner."
    _, found = find_times(parsed(text))
    assert (found.anchor, found.unit, found.amount) == (Anchor.EVENT, "day", 5)
    assert found.event is not None
    assert text[slice(*found.event)] == "they were taken prisoner"


def test_inside_a_quotation_the_anchor_is_the_speaker(parsed):
    text = '"We signed about ten days ago," the reeve said on Friday.'
    quoted, plain = find_times(parsed(text))
    assert (quoted.anchor, quoted.in_quote) == (Anchor.SPEAKING, True)
    assert (quoted.unit, quoted.amount, quoted.modifier) == ("day", -10, "APPROX")
    assert (plain.anchor, plain.in_quote) == (Anchor.PUBLICATION, False)


def test_zones_by_abbreviation_and_place(parsed):
    first, second = find_times(parsed("Polls close at 9 p.m. Lima time (0200 GMT)."))
    assert (first.zone, second.zone) == ("America/Lima", "UTC")


def test_for_months_now_reaches_up_to_the_telling(parsed):
    months, _ = find_times(parsed("For months now, the mill has stood still."))
    assert (months.anchor, months.value, months.modifier) == (Anchor.PUBLICATION, "PXM", "BEFORE")


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Rain is forecast for next Monday and Tuesday.", [1, 1]),
        ("Rain is forecast for this Saturday and Sunday.", [0, 0]),
        ("Rain is forecast for next Friday and Monday.", [1, None]),
        ("They met last Saturday and Sunday.", [-1, None]),
        ("Rain is forecast for next Monday, the mayor said on Tuesday.", [1, None]),
    ],
)
def test_a_weekday_shares_the_word_before_the_one_it_is_joined_to(parsed, text, amounts):
    assert [t.amount for t in find_times(parsed(text))] == amounts
