"""Whether one who did it was alone."""

import pytest

LONE = "The man who threw the bomb was a lone attacker, officials said."
CASES = [
    (LONE, "The attack was planned by members of the Weavers, the police said.", True),
    (LONE, "The attack was condemned by members of the guild.", False),
    (LONE, "The attack was planned by members of the Weavers. The bomber may have acted alone.", False),
]


@pytest.mark.parametrize(("left", "right", "differ"), CASES)
def test_a_lone_doer_against_a_group(judge, left, right, differ):
    story = judge({"Harbour Post 2031-05-14": left, "Coast Herald 2031-05-14": right})
    found = [d for d in story.of("identity", "conflict") if d.about == "whether one did it alone"]
    assert bool(found) is differ
