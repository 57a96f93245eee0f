"""Where somebody is at home."""

import pytest

CASES = [
    ("Karl Lindqvist lived in Brenholm.", "Karl Lindqvist lived with his mother in a town called Ostrel.", "conflict"),
    ("Karl Lindqvist was on a trip from his home town of Brenholm.", "Karl Lindqvist lived in Ostrel.", "compatible"),
    (
        "Karl Lindqvist was crushed to death. He lived in Brenholm.",
        "The victim lived in a village called Ostrel.",
        "conflict",
    ),
    ("Karl Lindqvist lived in Brenholm.", "Maria Osterlund lived in Ostrel.", None),
    ("Karl Lindqvist lived in Brenholm.", "Karl Lindqvist lived in Ostrel, near Brenholm.", None),
]


@pytest.mark.parametrize(("left", "right", "verdict"), CASES)
def test_two_homes_of_one_person(judge, left, right, verdict):
    story = judge({"Harbour Post 2031-05-14": left, "Coast Herald 2031-05-14": right})
    found = [d for d in story.of("place") if d.about == "where at home"]
    assert [d.verdict.value for d in found] == ([verdict] if verdict else [])
