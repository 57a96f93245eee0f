"""A count of a part says nothing against a whole that is not smaller, nor against another part."""

import pytest

DAYS = ("2031-03-08", "2031-03-09")
SET_APART = {
    "patients of one house": (
        "Nineteen people were treated at Marrow Hospital after the tram crash in Ostrel, its director said.",
        "Twenty-eight people were injured in the tram crash in Ostrel, police said.",
    ),
    "two houses": (
        "Nine people injured in the tram crash were taken to Marrow Hospital.",
        "Twelve people injured in the tram crash were taken to Quill Clinic.",
    ),
    "the dead of one side": (
        "Nine of its soldiers were killed in the battle at Ostrel, the defence ministry of Velmark said.",
        "Five of its soldiers were killed in the battle at Ostrel, the army of Ostaria said.",
    ),
    "one side and both": (
        "At least 14 people were killed in the battle at Ostrel on Friday, officials of both countries said.",
        "Velmark admits to twelve dead in the battle at Ostrel.",
    ),
}
SET_AGAINST = {
    "wholes": (
        "Nineteen people were injured in the tram crash in Ostrel, its mayor said.",
        "Twenty-eight people were injured in the tram crash in Ostrel, police said.",
    ),
    "a part larger than the whole": (
        "Marrow Hospital received thirty people who were injured in the tram crash in Ostrel.",
        "Twenty people were injured in the tram crash in Ostrel, police said.",
    ),
    "a whole told by a doctor": (
        "Nineteen people were injured in the tram crash in Ostrel, a doctor at the Marrow Hospital said.",
        "Twenty-eight people were injured in the tram crash in Ostrel, police said.",
    ),
}


def serious(judge, texts):
    story = judge(
        {f"{name} {day}": text for name, day, text in zip(("Harbour Post", "Coast Herald"), DAYS, texts, strict=True)}
    )
    return [d for d in story.of("number") if d.verdict.value in {"conflict", "update"}]


@pytest.mark.parametrize("case", SET_APART)
def test_a_part_is_not_set_against_what_can_hold_beside_it(judge, case):
    assert serious(judge, SET_APART[case]) == []


@pytest.mark.parametrize("case", SET_AGAINST)
def test_wholes_and_parts_that_overflow_are_set_against_each_other(judge, case):
    assert len(serious(judge, SET_AGAINST[case])) == 1
