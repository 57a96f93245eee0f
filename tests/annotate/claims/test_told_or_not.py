"""What a text does not tell is no claim, or none that stands: questions, what nobody says, the hour of a live report."""

import pytest

from sayso.model.enums import Modality


def texts(annotations):
    return [clause.text for clause in annotations.clauses]


def world(annotations, text):
    (clause,) = (c for c in annotations.clauses if c.text == text)
    return clause.modality


@pytest.mark.parametrize("question", ["What do we know so far?", "Who is behind the fire?", "How did the fire start?"])
def test_a_question_of_the_outlet_is_no_claim(annotations_of, question):
    assert texts(annotations_of(question)) == []


def test_a_quoted_question_is_told_of_and_asserted_by_who_tells(annotations_of):
    found = annotations_of('Hundreds of miners shouted at the minister: "Where were you?"')
    told = [c for c in found.clauses if c.text.startswith("Hundreds")]
    assert told
    assert all(c.modality is Modality.ASSERTED for c in told)


@pytest.mark.parametrize(
    "unsaid",
    [
        "No group has said that",
        "Nobody has claimed that",
        "None of the rebels said that",
        "The army has not said whether",
        "The governor refused to say whether",
    ],
)
def test_what_nobody_says_is_left_open(annotations_of, unsaid):
    found = annotations_of(f"{unsaid} the rebels planted the bomb.")
    (clause,) = (c for c in found.clauses if c.text.endswith("the rebels planted the bomb") and not c.speech)
    assert clause.modality is Modality.HYPOTHETICAL


@pytest.mark.parametrize("saying", ["The army said that", "A group has claimed that", "The mayor told reporters that"])
def test_what_somebody_says_is_asserted(annotations_of, saying):
    assert (
        world(annotations_of(f"{saying} the rebels planted the bomb."), "the rebels planted the bomb") is Modality.ASSERTED
    )


def test_what_is_not_ruled_out_is_possible_and_what_is_ruled_out_untrue(annotations_of):
    possible, untrue = (
        next(
            c
            for c in annotations_of(f"The minister {v} out that the mine would be sold.").clauses
            if c.text == "the mine would be sold"
        )
        for v in ("did not rule", "ruled")
    )
    assert (possible.modality, possible.negated) == (Modality.POSSIBLE, False)
    assert untrue.negated


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("12:45 Power is back in most of the town.", "Power is back in most of the town"),
        ("11:15 - The union has lodged a complaint.", "The union has lodged a complaint"),
        ("10.00 The road to the harbour is open again.", "The road to the harbour is open again"),
    ],
)
def test_the_hour_of_an_entry_is_no_part_of_its_claim(annotations_of, entry, told):
    assert told in texts(annotations_of(entry))
    assert not any(text[0].isdigit() for text in texts(annotations_of(entry)))


@pytest.mark.parametrize("sentence", ["12:45 was the hour of the blast in the harbour.", "15 miners left the pit."])
def test_an_hour_or_number_that_the_sentence_tells_stays(annotations_of, sentence):
    assert any(text.startswith(sentence[:2]) for text in texts(annotations_of(sentence)))
