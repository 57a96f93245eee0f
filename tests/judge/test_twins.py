"""What is found between two outlets that tell one thing in nearly the same words, and what is left alone."""

import json
from pathlib import Path

import pytest

KILN = "A kiln in the village of Ostrel burst on Friday, and its owner said that it had passed every check."
CASES = [json.loads(line) for line in Path(__file__).with_name("twins.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=[f"{c['kind']}-{n}" for n, c in enumerate(CASES)])
def test_one_fact_told_otherwise_is_found_with_its_kind_and_nothing_else(judge, case):
    told = {"Harbour Post 2031-05-14": case["left"], "Coast Herald 2031-05-14": case["right"]}
    found = judge({outlet: f"{KILN}\n\n{text}" for outlet, text in told.items()}).of(case["kind"])
    verdicts = [d.verdict.value for d in found if d.verdict.value in {"conflict", "update"}]
    assert verdicts == ([case["verdict"]] if case["verdict"] else [])
