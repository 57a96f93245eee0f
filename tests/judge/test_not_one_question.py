"""Numbers, hours and states that look alike and answer two questions."""

import pytest

OSTREL = "A ferry ran aground off the port of Ostrel on Friday, and its owner said that it had passed every check."
NUMBERS = {
    "an age": ("A man of 70 died of his wounds.", "Some 38 people died in the wreck."),
    "an hour": (
        "No survivor has been seen since ten, and nobody was killed.",
        "At least nine people were killed in the wreck.",
    ),
    "the hour of a ticker": (
        "09.10 Seven people are still missing, the coastguard says.",
        "Seven people are still missing.",
    ),
    "as much": ("By noon bananas cost four times as much.", "A kilo of tomatoes costs three times as much."),
    "upwards and along": (
        "The nine divers were trapped more than 400 metres underground.",
        "The nine divers were trapped 300 metres further in.",
    ),
    "parts that add up": (
        "The two countries exchanged fourteen prisoners on Friday.",
        "Nine prisoners were exchanged for five held by the other country.",
    ),
    "a base": (
        "According to the union, 19 of the 41 fire engines were out of use.",
        "A paper lists 17 fire engines as out of use.",
    ),
    "long ago": (
        "Two nurses who were taken hostage in 2019 were freed after 74 days.",
        "Four nurses who were taken hostage were freed on Friday.",
    ),
    "two squares": ("In Ostrel about 4,000 people marched on Friday.", "In Tarva some 6,000 people gathered on Friday."),
    "those beside": ("A curfew was set in the capital and in three other towns.", "A curfew was set in four towns."),
}


def told(judge, texts, kind, days=("2031-03-08", "2031-03-09")):
    names = ("Harbour Post", "Coast Herald")
    story = judge({f"{n} {d}": f"{OSTREL}\n\n{t}" for n, d, t in zip(names, days, texts, strict=True)})
    return [d for d in story.of(kind) if d.verdict.value in {"conflict", "update"}]


@pytest.mark.parametrize("case", NUMBERS)
def test_numbers_that_answer_two_questions_are_not_set_against_each_other(judge, case):
    assert told(judge, NUMBERS[case], "number") == []


def test_how_many_wait_changes_with_the_day(judge):
    texts = ("Nineteen ships were waiting in the roads of Ostrel.", "Thirty-four ships were waiting in the roads of Ostrel.")
    (found,) = told(judge, texts, "number")
    assert found.verdict.value == "update"


@pytest.mark.parametrize("raised", ["doubled the reward to 50,000 crowns", "raised the sum for the finder to 50,000 crowns"])
def test_what_is_raised_is_updated(judge, raised):
    texts = ("The minister announced a reward of 25,000 crowns.", f"The minister {raised}, a reward for information.")
    (found,) = told(judge, texts, "number")
    assert found.verdict.value == "update"


def test_a_raised_value_is_an_update_in_every_text_that_tells_it(judge):
    story = judge(
        {
            "Harbour Post 2031-03-08": "The police offered a reward of 25,000 crowns.",
            "Coast Herald 2031-03-09": "The reward has been doubled to 50,000 crowns.",
            "Polar Wire 2031-03-10": "Mr Aske does not want the reward of 50,000 crowns for himself.",
        }
    )
    assert {d.verdict.value for d in story.of("number")} == {"update"}


def test_how_many_had_to_leave_is_one_question_in_many_words(judge):
    texts = ("Around 4,500 residents had to leave their homes.", "The fire forced more than 7,000 people to flee.")
    (found,) = told(judge, texts, "number")
    assert found.verdict.value == "update"
    assert found.about == "how many had to leave their homes"


def test_an_age_that_reads_like_a_count_is_an_age(judge):
    texts = ("Agda Lindmar, of Quay Street, who died on Monday, was 74.", "Agda Lindmar, 76, had a stroke in her kitchen.")
    (found,) = told(judge, texts, "number")
    assert found.about == "age of Agda Lindmar"
    assert found.verdict.value == "conflict"


@pytest.mark.parametrize(
    "texts",
    [
        (
            "The premier's office denies that any money is part of the agreement.",
            "The ambassador had handed her money in May.",
        ),
        ("There had been no guards on the mountain road.", "Velmark has sent forty guards to the capital."),
        ("There was no tender.", "The minister tendered her resignation."),
        ("There had been no blasting since January.", "The director said that blasting had stopped in January."),
        ("There was no siren, he said.", "The siren was silent."),
    ],
)
def test_a_denial_says_no_more_than_its_words(judge, texts):
    assert told(judge, texts, "polarity") == []


def test_a_thing_denied_without_more_is_denied_wherever_it_is_told(judge):
    texts = ('"There was no cyberattack," the chairman of the board said.', "The failure had been caused by a cyberattack.")
    (found,) = told(judge, texts, "polarity")
    assert found.verdict.value == "conflict"


def test_who_does_not_contradict_rejects_nothing(judge):
    text = (
        "Half of those asked think that he was pushed, a pollster said. The captain says the film does not contradict this."
    )
    assert told(judge, (text, "The ship lies still."), "polarity") == []


def test_who_acts_for_another_holds_his_own_office_too(judge):
    texts = (
        "Interior Minister Jan Petrak visited the port.",
        "Acting defence minister Jan Petrak visited the port on Saturday.",
    )
    assert told(judge, texts, "label") == []


def test_what_works_again_worked_not_before(judge):
    texts = (
        "The landing system at the port had not been working for two weeks.",
        "The landing system at the port has been working since Sunday.",
    )
    assert {d.verdict.value for d in told(judge, texts, "polarity")} <= {"update"}


def test_what_had_to_be_explained_is_older_than_what_it_explains(judge):
    texts = (
        "Marek Osolin was taken into custody at the port on Friday.",
        "Marek Osolin is called the Boot Banker because he escaped from Talvia in a boot.",
    )
    assert told(judge, texts, "polarity") == []


def test_one_change_of_state_is_told_once(judge):
    story = judge(
        {
            "Harbour Post 2031-03-08": "Ruth Adane has gone missing off Ostrel. Ruth Adane has been missing since Monday.",
            "Coast Herald 2031-03-09": "Ruth Adane was freed from her captors off Ostrel on Friday.",
        }
    )
    changes = [d for d in story.of("polarity", "update") if {s.reads for s in d.sides} & {"missing", "miss", "free"}]
    assert len(changes) == 1
