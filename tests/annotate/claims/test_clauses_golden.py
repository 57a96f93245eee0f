"""What each clause of a sentence asserts, over the parses of the model: one case a line of `clauses.jsonl`.

A case lists all clauses of its sentence in order. `speech`, `modified` and `nominal` are told where they hold.
"""

import json
from pathlib import Path

import pytest
from msgspec import structs

from sayso.annotate.annotators import annotate
from sayso.model.document import Block
from sayso.model.enums import BlockKind

CASES = [json.loads(line) for line in (Path(__file__).parent / "clauses.jsonl").read_text("utf-8").splitlines()]
MARKS = ("speech", "modified", "nominal")


def told(annotations, clause):
    time = None if clause.time is None else annotations.times[clause.time].text
    sources = [annotations.attributions[n].source for n in clause.voices]
    return {
        "text": clause.text,
        "predicate": clause.predicate,
        "modality": clause.modality.value,
        "negated": clause.negated,
        "tense": clause.tense,
        "time": time,
        "voices": [source and source.text for source in sources],
    } | {mark: True for mark in MARKS if getattr(clause, mark)}


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:40])
def test_clauses(annotations_of, case):
    found = annotations_of(case["text"])
    assert [told(found, clause) for clause in found.clauses] == case["clauses"]


def roles(annotations_of, text):
    (clause,) = annotations_of(text).clauses
    return {(text[r.start : r.end], r.role) for r in clause.roles}


def test_who_does_what_to_whom(annotations_of):
    assert {("Divers", "agent"), ("the black box", "patient")} <= roles(annotations_of, "Divers recovered the black box.")
    passive = roles(annotations_of, "The reactor was switched off by its operator.")
    assert {("The reactor", "patient"), ("its operator", "agent")} <= passive
    given = roles(annotations_of, "The council gave the farmers seed.")
    assert {("The council", "agent"), ("the farmers", "recipient"), ("seed", "patient")} <= given


def test_a_participle_keeps_the_subject_that_stands_outside(annotations_of):
    text = "The train derailed, killing three passengers."
    last = annotations_of(text).clauses[-1]
    assert (last.text, last.words[0]) == ("killing three passengers", "train")
    assert {(text[r.start : r.end], r.role) for r in last.roles} == {("The train", "agent"), ("three passengers", "patient")}


def test_a_chain_of_voices_is_told_outermost_first(annotations_of):
    text = "According to the Hill Gazette, officials believe that the tunnel flooded in March."
    found = annotations_of(text)
    inner = found.clauses[-1]
    assert inner.text == "the tunnel flooded in March"
    assert [found.attributions[n].source.text for n in inner.voices] == ["the Hill Gazette", "officials"]


def test_an_act_of_speech_is_not_its_own_content(annotations_of):
    found = annotations_of("The mayor denied that the bridge had collapsed.")
    act, content = found.clauses
    assert act.speech and act.voices == ()
    assert not content.speech
    assert [found.attributions[n].negated for n in content.voices] == [True]


def test_headings_and_captions_are_not_read(parsed_of, nlp):
    text = "The dam burst on Tuesday.\n\nThe mill flooded."
    document = parsed_of(text).document
    kinds = (BlockKind.CAPTION, BlockKind.PARAGRAPH)
    blocks = tuple(Block(b.start, b.end, kind) for b, kind in zip(document.blocks, kinds, strict=True))
    (found,) = annotate([structs.replace(document, blocks=blocks)], nlp).annotations
    assert [c.text for c in found.clauses] == ["The mill flooded"]


@pytest.mark.parametrize(
    ("text", "inner", "denied"),
    [
        ("The mayor rejected the accusation that he had sold the bridge.", "he had sold the bridge", True),
        ("The mayor dismissed reports that the bridge had cracked.", "the bridge had cracked", True),
        ("The claim that the ferry had sunk was false, said Ada Brindle.", "the ferry had sunk", True),
        ("The accusation that he took bribes was rejected by the court.", "he took bribes", True),
        ("The accusation that he took bribes was made by an unnamed prosecutor.", "he took bribes", False),
        (
            "She feared that the ferry had sunk, but did not believe that anyone had left the ship.",
            "anyone had left the ship",
            True,
        ),
    ],
)
def test_what_is_told_as_rejected_is_denied_and_never_the_outlets(annotations_of, text, inner, denied):
    found = annotations_of(text)
    (clause,) = [c for c in found.clauses if c.text == inner]
    over = [found.attributions[n] for n in clause.voices]
    assert any(a.source for a in over)
    assert (clause.negated + sum(a.negated for a in over if a.source)) % 2 == denied


@pytest.mark.parametrize(
    "text", ["The panel has yet to rule on the dam.", "The firm is yet to reply.", "The court had yet to hear the pilot."]
)
def test_what_has_yet_to_be_done_is_denied_and_no_command(annotations_of, text):
    (clause,) = annotations_of(text).clauses
    assert (clause.negated, clause.modality.value) == (True, "asserted")


def test_who_has_to_pay_is_still_told_to(annotations_of):
    (clause,) = annotations_of("The firm has to repay the loan.").clauses
    assert (clause.negated, clause.modality.value) == (False, "directive")


@pytest.mark.parametrize("text", ["He hopes to win the seat.", "The firm hoped to reopen the mill."])
def test_hopes_are_intentions(annotations_of, text):
    (clause,) = annotations_of(text).clauses
    assert clause.modality.value == "intended"


@pytest.mark.parametrize(
    "text",
    [
        "Two weeks earlier, on 29 September, the union had called off its strike.",
        "He left two weeks earlier, on 29 September.",
    ],
)
def test_a_day_that_is_told_dates_a_claim_before_one_that_is_counted(annotations_of, text):
    found = annotations_of(text)
    (clause,) = found.clauses
    assert found.times[clause.time].text == "29 September"
