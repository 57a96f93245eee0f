import json
from pathlib import Path

import pytest

CASES = [json.loads(line) for line in (Path(__file__).parent / "read.jsonl").read_text("utf8").splitlines()]


def field(quantity, name):
    value = getattr(quantity, name)
    if name == "kind":
        return value.value
    return list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:50] for c in CASES])
def test_reads_values_units_and_what_is_counted(found_in, case):
    text, found = found_in(case["text"])
    assert [text[q.start : q.end] for q in found] == [e["text"] for e in case["quantities"]]
    for quantity, expected in zip(found, case["quantities"], strict=True):
        assert {name: field(quantity, name) for name in expected} == expected


def test_a_number_in_a_date_is_left_out_and_a_length_of_time_kept(found_in):
    from sayso.model.enums import Anchor, TimeKind
    from sayso.model.time import TimeExpression

    sentence = "On day 40 the siege ended after 12 hours."

    def time(words, kind):
        start = sentence.index(words)
        return TimeExpression(start=start, end=start + len(words), text=words, kind=kind, value="X", anchor=Anchor.NONE)

    _, found = found_in(sentence, times=(time("day 40", TimeKind.DATE), time("12 hours", TimeKind.DURATION)))
    assert [q.text for q in found] == ["12 hours"]
    _, found = found_in(sentence, times=(time("12 hours", TimeKind.DATE),))
    assert "12 hours" not in [q.text for q in found]


def test_a_bare_number_goes_back_to_what_was_counted_in_the_paragraph_before(found_in):
    _, found = found_in("The clinic took in 28 patients on Sunday.", "Of these, three had surgery.")
    assert (found[1].of, found[1].partitive, found[1].governor) == ("patient", True, "have")


def test_spans_of_the_counted_phrase_are_exact(found_in):
    text, found = found_in("Police freed 12 young hostages of the northern clan.")
    assert text[found[0].of_start : found[0].of_end] == "young hostages of the northern clan"
    assert found[0].of_words == ("young", "northern", "clan")
