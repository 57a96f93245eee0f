"""Nobody hurt in one account, somebody hurt in another."""

import pytest

CASES = [
    ("The hostages were freed unharmed.", "One hostage was beaten with a gun.", "conflict"),
    (
        "Boys went to the mill in the valley. Nobody was hurt.",
        "Stones flew at the mill. A guard was injured by a stone.",
        "conflict",
    ),
    ("They were found uninjured.", "Nine people were injured in the attack.", None),
    ("Boys went to the mill in the valley. Nobody was hurt.", "In the harbour a guard was injured by a stone.", None),
    ("The hostages were freed unharmed.", "One policeman was beaten with a gun.", None),
]


@pytest.mark.parametrize(("whole", "hurt", "verdict"), CASES)
def test_nobody_against_somebody(judge, whole, hurt, verdict):
    story = judge({"Harbour Post 2031-05-14": whole, "Coast Herald 2031-05-14": hurt})
    found = [d for d in story.of("polarity") if d.about == "whether anybody was hurt"]
    assert [d.verdict.value for d in found] == ([verdict] if verdict else [])
