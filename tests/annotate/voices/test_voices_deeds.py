"""Deeds told with the verbs of words are nobody's words: one case a line of `deeds.jsonl`."""

import json
from pathlib import Path

import pytest

CASES = [json.loads(line) for line in (Path(__file__).parent / "deeds.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:40])
def test_only_what_can_be_said_is_said(attribute, case):
    assert bool(attribute(case["text"])) is case["says"]
