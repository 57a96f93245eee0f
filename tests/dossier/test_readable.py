"""What can be read by itself."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.dossier.readable import balanced, noun_only, reads_alone

CASES = [json.loads(line) for line in Path(__file__).with_name("readable.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:40])
def test_a_line_is_understood_without_its_surroundings(case):
    assert reads_alone(case["text"]) is case["reads"]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("The dockers' union, whose strike emptied the harbour on Thursday", True),
        ("The dockers' union, whose strike emptied the harbour, went home", False),
        ("when the silos came down", True),
        ("The silos came down", False),
    ],
)
def test_a_noun_with_its_relative_clause_tells_nothing(text, bare):
    assert noun_only(text) is bare


@given(st.text(st.sampled_from('ab ()[]“”«»"‘’'), max_size=30))
def test_wrapping_in_brackets_changes_no_balance(text):
    assert balanced(f"({text})") == balanced(text)


@given(st.text(max_size=300))
def test_odd_text_is_judged_without_a_fall(text):
    assert reads_alone(text) in {True, False}
