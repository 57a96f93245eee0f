"""Numbers that differ: what excludes, what moves, what can all hold, and what says nothing."""

import pytest

FIXED = {
    "Harbour Post 2031-03-08": "The port authority of Brenholm cancelled six sailings on Saturday after a crane fell.",
    "Coast Herald 2031-03-08": "The port authority of Brenholm cancelled nine sailings on Saturday after a crane fell, the "
    "harbour master said.",
}
MOVING = {
    "Harbour Post 2031-03-08": "A crane collapsed in the harbour of Brenholm on Friday. At least 12 people were "
    "killed in the collapse, police said.",
    "Coast Herald 2031-03-09": "The collapse of a crane in Brenholm killed 14 people, the mayor said on Saturday.",
    "Polar Wire 2031-03-10": "Sixteen people were killed when a crane collapsed in the harbour of Brenholm, police said.",
}
BOUNDS = {
    "Harbour Post 2031-03-08": MOVING["Harbour Post 2031-03-08"],
    "Coast Herald 2031-03-09": "The collapse of a crane in Brenholm killed more than 10 people, the mayor said.",
    "Polar Wire 2031-03-10": "At least 14 people were killed when a crane collapsed in Brenholm, police said.",
}


def undated(texts):
    return {name.rpartition(" ")[0]: text for name, text in texts.items()}


def test_two_fixed_counts_of_one_deed_are_a_conflict(judge):
    story = judge(FIXED)
    (found,) = story.of("number")
    assert found.verdict.value == "conflict"
    assert story.values(found) == {"six", "nine"}
    assert {s.value: story.publishers(s) for s in found.sides} == {"six": {"Harbour Post"}, "nine": {"Coast Herald"}}
    assert "sailings" in found.about
    assert found.between.value == "outlets"


def test_a_count_that_moves_is_one_update_with_every_value(judge):
    story = judge(MOVING)
    (found,) = story.of("number")
    assert found.verdict.value == "update"
    assert found.order.value == "known"
    assert [s.value for s in found.sides] == ["At least 12", "14", "Sixteen"], "in the order of telling"
    assert [s.reads for s in found.sides] == ["[12, ∞)", "[14, 14]", "[16, 16]"]


def test_a_count_that_moves_disputes_nothing(judge):
    assert "disputed" not in {f.status.value for f in judge(MOVING).findings}


def test_without_days_of_publication_the_order_of_telling_is_unknown(judge):
    (found,) = judge(undated(MOVING)).of("number")
    assert (found.verdict.value, found.order.value) == ("update", "unknown")


def test_bounds_that_can_all_hold_are_compatible(judge):
    story = judge(BOUNDS)
    (found,) = story.of("number")
    assert found.verdict.value == "compatible"
    assert story.values(found) == {"At least 12", "more than 10", "At least 14"}


def test_hurt_and_dead_are_two_counts(judge):
    story = judge(
        {
            "Harbour Post 2031-03-08": "A crane collapsed in Brenholm on Friday. It killed 14 people and injured 30.",
            "Coast Herald 2031-03-09": "A crane collapsed in Brenholm on Friday. It killed 16 people and injured 41.",
        }
    )
    assert {frozenset(story.values(d)) for d in story.of("number", "update")} == {
        frozenset({"14", "16"}),
        frozenset({"30", "41"}),
    }


def test_prices_of_one_purchase_are_a_conflict(judge):
    bought = "The bakery chain Millrose bought the mill at Brenholm for {} million euros on Thursday."
    story = judge({"Harbour Post 2031-03-08": bought.format(40), "Coast Herald 2031-03-08": bought.format(55)})
    (found,) = story.of("number")
    assert found.verdict.value == "conflict"
    assert story.values(found) == {"40 million euros", "55 million euros"}
    assert all(s.reads.endswith("EUR") for s in found.sides)


def test_two_ages_of_one_man_are_a_conflict(judge):
    held = "Police in Brenholm arrested Karl Lindqvist, {}, on Saturday on suspicion of theft. He was questioned for hours."
    (found,) = judge({"Harbour Post 2031-03-08": held.format(34), "Coast Herald 2031-03-08": held.format(36)}).of("number")
    assert found.verdict.value == "conflict"


def test_a_measure_and_its_rounding_in_another_unit_agree(judge):
    fell = "The crane fell {} onto the quay of Brenholm on Friday, inspectors said."
    near, far = (
        judge({"Harbour Post": fell.format("100 feet"), "Coast Herald": fell.format(f"{n} metres")}) for n in (30, 90)
    )
    assert near.of("number") == []
    assert len(far.of("number", "conflict")) == 1


ABSTAINS = {
    "the same number": [
        "The port authority of Brenholm cancelled six sailings on Saturday after a crane fell onto the quay.",
        "The port authority of Brenholm cancelled six sailings on Saturday when a crane fell onto the quay.",
    ],
    "a number in words and in figures": [
        "The port authority of Brenholm cancelled twelve sailings on Saturday after a crane fell onto the quay.",
        "The port authority of Brenholm cancelled 12 sailings on Saturday when a crane fell onto the quay.",
    ],
    "a part against the whole of a toll": [
        "A crane collapsed in the harbour of Brenholm on Friday and killed 14 people, police said.",
        "Three of the people killed when a crane collapsed in the harbour of Brenholm on Friday were sailors, police said.",
    ],
    "a part against the whole of a fixed count": [
        "The port authority of Brenholm cancelled 12 sailings on Saturday after a crane fell onto the quay.",
        "The port authority of Brenholm cancelled three of the sailings on Saturday after a crane fell onto the quay.",
    ],
    "what is added to a count": [
        "The port authority of Brenholm cancelled 12 sailings on Saturday after a crane fell onto the quay.",
        "The port authority of Brenholm cancelled three more sailings on Saturday after a crane fell onto the quay.",
    ],
    "another year's event": [
        "The port authority of Brenholm cancelled 12 sailings on Saturday after a crane fell onto the quay.",
        "The port authority of Brenholm cancelled seven sailings in March 2024 after a crane fell onto the quay.",
    ],
    "another year's toll": [
        "A crane collapsed in the harbour of Brenholm on Friday and killed 14 people, police said.",
        "A crane killed nine people in Brenholm in 2024.",
    ],
    "tolls too far apart to be of one scope": [
        "A storm over Brenholm on Friday killed 14 people, police said.",
        "Storms along the coast on Friday killed 90 people, the government said.",
    ],
    "a percentage against a count": [
        "The port authority of Brenholm cancelled 12 sailings on Saturday after a crane fell onto the quay.",
        "The port authority of Brenholm cancelled 40 percent of its sailings on Saturday after a crane fell onto the quay.",
    ],
    "the ages of two people": [
        "Police in Brenholm arrested Karl Lindqvist, 34, on Saturday on suspicion of theft. He was questioned for hours.",
        "Police in Brenholm arrested Maria Osterlund, 52, on Saturday on suspicion of theft. She was questioned for hours.",
    ],
    "a threat against what happened": [
        "The port authority of Brenholm cancelled six sailings on Saturday.",
        "The port authority of Brenholm would cancel nine sailings on Saturday if the crane fell.",
    ],
}


@pytest.mark.parametrize("texts", ABSTAINS.values(), ids=ABSTAINS)
def test_numbers_that_answer_other_questions_are_left_alone(judge, texts):
    one, other = texts
    story = judge({"Harbour Post 2031-03-08": one, "Coast Herald 2031-03-08": other})
    assert [(d.verdict.value, story.values(d)) for d in story.of("number")] == []


def test_one_document_does_not_contradict_itself_by_two_numbers(judge):
    text = "The collapse killed 14 people in Brenholm on Friday. A second collapse killed 11 people in Lundby on Saturday."
    assert judge({"Harbour Post 2031-03-08": text}).of("number") == []


def test_what_stands_beside_a_count_that_moved_has_moved_with_it(judge):
    told = "By {} {} people had fallen ill in {} villages."
    story = judge(
        {
            "Harbour Post 2031-05-12": told.format("Monday", 23, "three"),
            "Coast Herald 2031-05-14": told.format("Wednesday", 31, "five"),
        }
    )
    assert {d.verdict.value for d in story.of("number")} == {"update"}
    assert len(story.of("number")) == 2


def test_the_dead_of_one_province_are_no_part_of_the_series_of_all(judge):
    story = judge(
        {
            "Harbour Post 2031-05-14": "Thirty-eight people have died in our province, the governor said.",
            "Coast Herald 2031-05-14": "The storm killed 66 people.",
        }
    )
    assert story.of("number") == []


def test_the_dead_of_two_countries_are_not_those_of_one(judge):
    story = judge(
        {
            "Harbour Post 2031-03-08": "The flood killed 58 people in Ostland.",
            "Coast Herald 2031-03-09": "With the five who perished in neighbouring Norland, the flood has killed 79 people.",
        }
    )
    assert story.of("number", "update") == []


def test_what_both_tell_of_one_day_does_not_move_from_day_to_day(judge):
    story = judge(
        {
            "Harbour Post 2031-03-09": "Norline cancelled eight crossings on Saturday, the operator said.",
            "Coast Herald 2031-03-11": "Norline cancelled six crossings on Saturday, the operator said.",
        }
    )
    assert [d.verdict.value for d in story.of("number")] == ["conflict"]
