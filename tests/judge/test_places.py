"""Places and doers of one deed."""

ARRESTED = "Police arrested the painter Karl Lindqvist in {} on Friday on suspicion of forgery."
BOUGHT = "{} bought the mill of Brenholm on Thursday."


def two(text, one, other, more=""):
    return {"Harbour Post 2031-03-08": text.format(one), "Coast Herald 2031-03-08": text.format(other) + more}


def test_one_deed_in_two_places_is_a_conflict(judge):
    story = judge(two(ARRESTED, "Bergen", "Trondheim"))
    (found,) = story.of("place")
    assert found.verdict.value == "conflict"
    assert {s.value: story.publishers(s) for s in found.sides} == {"Bergen": {"Harbour Post"}, "Trondheim": {"Coast Herald"}}


def test_the_same_place_is_no_difference(judge):
    assert judge(two(ARRESTED, "Bergen", "Bergen", " He smiled.")).of("place") == []


def test_places_that_a_text_puts_together_may_be_one_within_the_other(judge):
    held = judge(two(ARRESTED, "Trondheim", "Norway", " He had lived in Trondheim, Norway, for years."))
    assert held.of("place") == []


def test_two_deeds_have_two_places(judge):
    story = judge(
        {
            "Harbour Post 2031-03-08": ARRESTED.format("Bergen"),
            "Coast Herald 2031-03-08": "The painter Karl Lindqvist showed his pictures in Trondheim in January.",
        }
    )
    assert story.of("place") == []


def test_two_doers_of_one_deed_are_a_conflict(judge):
    story = judge(two(BOUGHT, "Norbau", "The Millrose Group"))
    (found,) = story.of("identity")
    assert found.verdict.value == "conflict"
    assert len(found.sides) == 2


def test_doers_that_a_text_names_together_may_be_one(judge):
    more = " The Millrose Group belongs to Norbau."
    assert judge(two(BOUGHT, "Norbau", "The Millrose Group", more)).of("identity") == []
