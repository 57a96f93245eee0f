"""Figures that answer one question in unlike words."""

from sayso.judge.matched import matched_differences, matches
from sayso.judge.surroundings import figures

OLD = "In 2011 five people were killed in an attack on the customs house of Varnholt, the last of its kind."
BAN = {
    "Harbour Post 2031-03-08": "The mayor of Brenholm, Ada Quist, was convicted on Saturday. The court also barred "
    "Quist from public office for eight years.",
    "Coast Herald 2031-03-08": "Ada Quist lost her case on Saturday. Her appeal puts off a ten-year ban from public office.",
}
REWARD = {
    "Harbour Post 2031-03-08": "The theft shocked Brenholm. The museum has put up a reward of 25,000 crowns.",
    "Coast Herald 2031-03-08": "The museum of Brenholm is offering a reward of 50,000 crowns for information on the theft.",
}
CORRECTED = {
    "Harbour Post 2031-03-08": "The tram went off the rails in Brenholm with 43 people on board.",
    "Coast Herald 2031-03-09": "The operator said on Sunday that there had been 48 people on board the tram, and not 43 "
    "as it had stated before.",
}


def told(story):
    return {frozenset((m.left.quantity.text, m.right.quantity.text)) for m in matches(story.scene)}


def test_one_length_of_time_in_unlike_words_is_a_conflict(judge):
    (found,) = judge(BAN).of("number", "conflict")
    assert judge(BAN).values(found) == {"eight years", "ten-year"}


def test_one_sum_in_unlike_words_is_a_conflict(judge):
    (found,) = judge(REWARD).of("number", "conflict")
    assert judge(REWARD).values(found) == {"25,000", "50,000"}


def test_a_value_that_takes_the_place_of_another_is_an_update(judge):
    (found,) = judge(CORRECTED).of("number", "update")
    assert judge(CORRECTED).values(found) == {"43", "48"}


def test_how_many_are_in_a_state_today_is_an_update(judge):
    texts = {
        "Harbour Post 2031-03-08": "After the flood in Brenholm 620 people are sleeping in schools.",
        "Coast Herald 2031-03-10": "After the flood in Brenholm 410 people are sleeping in schools.",
    }
    assert [d.verdict.value for d in matched_differences(judge(texts).scene)] == ["update"]


def test_a_value_that_the_other_text_tells_as_well_answers_another_question(judge):
    texts = dict(REWARD)
    texts["Harbour Post 2031-03-08"] += " The city has put up a reward of 50,000 crowns."
    assert frozenset(("25,000", "50,000")) not in told(judge(texts))


def test_what_befell_people_long_ago_is_no_toll_that_moves(judge):
    texts = {
        "Harbour Post 2031-03-08": f"A shot was fired in Brenholm on Saturday. {OLD}",
        "Coast Herald 2031-03-08": "A shot was fired in Brenholm on Saturday. It was the first since the attack on the "
        "customs house of Varnholt in 2011, in which six people were killed.",
    }
    (found,) = judge(texts).of("number", "conflict")
    assert judge(texts).values(found) == {"five", "six"}


def test_one_number_rounded_is_no_other_number(judge):
    texts = {
        "Harbour Post 2031-03-08": "The robbers took 340,000 crowns from the bank in Brenholm.",
        "Coast Herald 2031-03-08": "The robbers took 342,600 crowns from the bank in Brenholm.",
    }
    assert not matches(judge(texts).scene)


def test_years_and_months_are_one_length_of_time(judge):
    texts = {"Harbour Post 2031-03-08": "Quist was sentenced to four years and six months in prison on Saturday."}
    (held,) = figures(judge(texts).scene).values()
    assert [(f.quantity.text, f.quantity.low, f.quantity.unit) for f in held] == [("four years and six months", 4.5, "year")]


def test_some_of_those_told_before_are_no_figure_of_their_own(judge):
    texts = {"Harbour Post 2031-03-08": "Of the nine wounded, four remain in hospital in Brenholm."}
    assert "four" not in {f.quantity.text for held in figures(judge(texts).scene).values() for f in held}
