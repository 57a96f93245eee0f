"""Two counts of one thing that a text itself sets against each other, and numbers that only stand side by side."""

import pytest

RIVALS = {
    "next sentence": ("About 6,000 people marched to the harbour, the organisers said. Police speak of 3,500.", "conflict"),
    "semicolon": (
        "The customs service said 280 lorries were waiting at the bridge; the union put the number at more than 500.",
        "conflict",
    ),
    "the dead": (
        "At least 19 people have been killed, according to a rights group; the authorities put the number at eight.",
        "conflict",
    ),
    "although": ("There are 118 sailors on the list, although the admiralty itself had spoken of 121.", "update"),
}
NONE = {
    "another thing": "About 6,000 people marched to the harbour. Police counted 40 boats.",
    "of them": "The council has 35 members, among whom the opposition counted six.",
    "the same voice": "Police said that 6,000 people marched. Later the police spoke of 7,000.",
    "any of several": "Some 40 people were hurt and 60 arrested, the mayor said. The union speaks of 90.",
    "a pronoun": "The union said that 40 people were hurt. He spoke of 50.",
    "within the rounding": "About 6,000 people marched to the harbour. Police speak of more than 5,000.",
}


def disputed(judge, text):
    story = judge({"Harbour Post 2031-03-08": f"A strike began in the harbour of Ostrel on Friday. {text}"})
    return [d for d in story.of("number") if d.between.value == "voices"]


@pytest.mark.parametrize("case", RIVALS)
def test_a_number_set_against_another_is_a_dispute_between_voices(judge, case):
    text, verdict = RIVALS[case]
    (found,) = disputed(judge, text)
    assert found.verdict.value == verdict
    assert len(found.sides) == 2


@pytest.mark.parametrize("case", NONE)
def test_numbers_of_unlike_things_or_of_one_voice_are_no_dispute(judge, case):
    assert disputed(judge, NONE[case]) == []


def test_a_contested_toll_is_no_later_telling_of_it(judge):
    story = judge(
        {
            "Harbour Post 2031-03-08": "Nineteen people were killed in the riots; the authorities put the number at eight.",
            "Coast Herald 2031-03-09": "The riots have killed 23 people, a rights group said.",
        }
    )
    (moving,) = story.of("number", "update")
    assert story.values(moving) == {"Nineteen", "23"}
    (disputed,) = story.of("number", "conflict")
    assert story.values(disputed) == {"Nineteen", "eight"}
