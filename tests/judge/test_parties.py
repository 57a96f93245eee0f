"""Sources that are one government."""

import pytest

WHOLE = "The ferry ban is a pretext to seize the port of Lund"
LEADER = "Norwegian President Ingrid Solheim visited Oslo on Monday."


def counted(story, words):
    return [o for o in story.finding(words).origins if o.basis.value == "named"]


@pytest.mark.parametrize(
    "second",
    [
        f"Norwegian officials denounced the ferry ban as a pretext to seize the port of Lund. {LEADER}",
        f"{LEADER} Norway said that the ferry ban is a pretext to seize the port of Lund.",
        f"{LEADER} The Norwegian government said that the ferry ban is a pretext to seize the port of Lund.",
    ],
    ids=["officials", "country", "government"],
)
def test_a_country_and_its_leader_are_one(judge, second):
    story = judge(
        {
            "Harbour Post 2031-03-08": f"{LEADER} President Solheim said that the ferry ban is a pretext to seize the port "
            "of Lund.",
            "Coast Herald 2031-03-08": second,
        }
    )
    assert len(counted(story, "pretext")) == 1


def test_officials_who_let_something_be_known_are_the_reporters(judge):
    story = judge({"Coast Herald 2031-03-08": "Norwegian officials said that the ferry ban would end. Norway is calm."})
    (origin,) = counted(story, "would end")
    assert origin.name == "Coast Herald"


def test_two_countries_are_two(judge):
    story = judge(
        {
            "Harbour Post 2031-03-08": f"{LEADER} President Solheim said that the ferry ban at Lund will end in June.",
            "Coast Herald 2031-03-08": "Danish President Ove Holm visited Copenhagen. The ferry ban will end in June at "
            "Lund, according to President Holm.",
        }
    )
    assert len(counted(story, "will end in June")) == 2


def test_who_led_a_country_before_does_not_speak_for_it(judge):
    story = judge(
        {
            "Harbour Post 2031-03-08": "Former Norwegian President Ingrid Solheim visited Oslo. Norway's former president "
            "Ingrid Solheim said that the ferry ban at Lund will end in June.",
            "Coast Herald 2031-03-08": "The Norwegian government said that the ferry ban will end in June at Lund.",
        }
    )
    assert len(counted(story, "will end in June")) == 2
