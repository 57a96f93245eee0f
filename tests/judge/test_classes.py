"""Classes of differences between accounts in their own words, and what lies near each and is none."""

import json
from pathlib import Path

import pytest

KILN = "A kiln in the village of Ostrel burst on Friday, and its owner said that it had passed every check."
CASES = [json.loads(line) for line in Path(__file__).with_name("differences.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=[f"{c['kind']}-{n}" for n, c in enumerate(CASES)])
def test_a_difference_is_found_with_its_kind_and_verdict(judge, case):
    told = {"Harbour Post 2031-05-14": case["left"], "Coast Herald 2031-05-14": case["right"]}
    found = judge({outlet: f"{KILN}\n\n{text}" for outlet, text in told.items()}).of(case["kind"])
    verdicts = [d.verdict.value for d in found if d.verdict.value in {"conflict", "update"}]
    assert verdicts == ([case["verdict"]] if case["verdict"] else [])


def test_no_such_order_denies_the_order_told_before_it_and_its_like(judge):
    ordered = "Two clerks said that they had been ordered to burn the letters."
    denied = f"{ordered} Mayor Maria Osterlund said that no such order was ever given."
    story = judge({"Harbour Post 2031-05-14": ordered, "Coast Herald 2031-05-14": denied})
    found = [d for d in story.of("polarity", "conflict") if d.between.value == "voices"]
    assert found
    assert any("Maria Osterlund" in d.why for d in found)


def test_a_man_and_a_woman_whom_the_police_seek_may_be_two(judge):
    story = judge(
        {
            "Harbour Post 2031-05-14": "Police were looking for a woman who had left the kiln.",
            "Coast Herald 2031-05-14": "On Friday night detectives were still on the hunt for a man.",
        }
    )
    (found,) = [d for d in story.of("identity") if d.about == "whom the police seek"]
    assert found.verdict.value == "compatible"


def test_a_quality_denied_is_told_as_one(judge):
    (case,) = [c for c in CASES if "roofless" in c["left"]]
    told = {"Harbour Post 2031-05-14": case["left"], "Coast Herald 2031-05-14": case["right"]}
    (found,) = judge({outlet: f"{KILN}\n\n{text}" for outlet, text in told.items()}).of("polarity", "compatible")
    assert found.about == "whether the shed was roofless"
    assert "Coast Herald has the shed roofless" in found.why
