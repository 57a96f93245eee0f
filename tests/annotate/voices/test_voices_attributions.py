import json
from pathlib import Path

import pytest

CASES = [json.loads(line) for line in Path(__file__).with_name("said.jsonl").read_text("utf-8").splitlines()]


def fits(case, text, found, attribution):
    source = attribution.source.text if attribution.source else None
    content = [text[a:b] for a, b in attribution.content]
    checks = [source == case["source"], case["kind"] == attribution.kind.value]
    checks += [content == case["content"]] if "content" in case else [any(case["holds"] in piece for piece in content)]
    checks += [bool(attribution.negated) == case.get("negated", False)]
    if "anonymous" in case:
        checks += [attribution.anonymous == case["anonymous"]]
    if "cue" in case:
        checks += [attribution.cue is not None and attribution.cue.text == case["cue"]]
    if "recipient" in case:
        checks += [attribution.recipient is not None and attribution.recipient.text == case["recipient"]]
    if "parent" in case:
        checks += [attribution.parent is not None and found[attribution.parent].source.text == case["parent"]]
    return all(checks)


@pytest.mark.parametrize("case", CASES, ids=[c["why"] for c in CASES])
def test_who_said_what(case, attribute):
    found = attribute(case["text"])
    assert any(fits(case, case["text"], found, a) for a in found), [
        (a.source and a.source.text, a.cue and a.cue.text, [case["text"][x:y] for x, y in a.content], a.kind.value, a.parent)
        for a in found
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “quiet zone” opened on Monday.",
        "The Lantern, a “free” newspaper, is printed in Brindle.",
        "The bridge is 6'2\" wide and it rained.",
        "It rained all day and the ferry left at noon.",
        "Ada Moor, who commands the harbour guard, opened the gate.",
        "The mayor, a baker, reports to the council, and it rained.",
        "",
        "   \n \n",
    ],
)
def test_nothing_is_said(text, attribute):
    assert attribute(text) == ()


def test_a_paper_that_is_told_is_no_source(attribute):
    found = attribute("“It works for both sides,” one engineer told the Lantern.")
    assert {a.source.text for a in found} == {"one engineer"}


def test_an_unclosed_mark_ends_with_its_paragraph(attribute):
    text = "Moor said: “We saw the ship go down.\n\nThe ferry left at noon.\n\nIt rained."
    (attribution,) = attribute(text)
    assert [text[a:b] for a, b in attribution.content] == ["“We saw the ship go down."]


def test_the_speaker_inside_a_quotation_stands_in_it(attribute):
    found = attribute("“The guards said that he had drowned,” the widow told reporters.")
    inner = next(a for a in found if a.source and a.source.text == "The guards")
    assert found[inner.parent].source.text == "the widow"


def test_a_relay_says_nothing_about_its_speaker(attribute):
    text = "Analysts quoted by the Lantern say the loans could help."
    assert [[text[a:b] for a, b in found.content] for found in attribute(text)] == [["the loans could help"]] * 2


def test_who_saw_a_letter_says_nothing_of_it(attribute):
    found = attribute("A letter seen by the Courier says that the board was warned.")
    assert [(a.source.text, a.cue.text) for a in found] == [("A letter", "says")]


@pytest.mark.parametrize("case", CASES, ids=[c["why"] for c in CASES])
def test_an_outer_voice_stands_before_its_inner_one(case, attribute):
    assert all(a.parent is None or a.parent < n for n, a in enumerate(attribute(case["text"])))


def test_costs_are_no_source(attribute):
    found = attribute("The mill will close in June, the Lantern reported, citing costs.")
    assert not any(a.source and "costs" in a.source.text for a in found)


def test_an_order_is_no_word_of_who_gave_it(attribute):
    found = attribute(
        "The Lantern reported that two inspectors had said they were told by their bosses to soften a finding."
    )
    assert not any(a.source and "bosses" in a.source.text for a in found)


def test_a_word_of_the_quotation_is_not_its_speaker(attribute):
    quoted = "“Eight thousand five hundred houses are destroyed or damaged,”"
    text = f"{quoted} its co-ordinator in Tarn, Henrik Moor, told the Lantern."
    assert {a.source.text for a in attribute(text) if a.cue.text == "told"} == {"Henrik Moor"}
