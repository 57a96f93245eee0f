"""States of one person that follow on each other."""

TAKEN = "Gunmen kidnapped the engineer Karl Lindqvist near Brenholm on Thursday."
LET_GO = "The gang released the engineer Karl Lindqvist on Sunday."


def told(one, other, first="2031-03-08", then="2031-03-10"):
    return {f"Harbour Post {first}": one, f"Polar Wire {then}": other}


def test_taken_and_then_released_is_an_update(judge):
    story = judge(told(TAKEN, LET_GO))
    (found,) = story.of("polarity")
    assert (found.verdict.value, found.order.value) == ("update", "known")
    assert [s.reads for s in found.sides] == ["missing", "free"]
    assert [story.publishers(s) for s in found.sides] == [{"Harbour Post"}, {"Polar Wire"}]
    assert "Karl Lindqvist" in found.about
    assert "“kidnapped”" in found.why  # the words of the texts, not their lemmas
    assert "“released”" in found.why


def test_missing_and_then_rescued_is_an_update(judge):
    missing = "The engineer Karl Lindqvist disappeared near Brenholm on Thursday."
    rescued = "Climbers rescued the engineer Karl Lindqvist on Sunday."
    (found,) = judge(told(missing, rescued)).of("polarity")
    assert found.verdict.value == "update"


def test_two_people_have_two_fates(judge):
    assert judge(told(TAKEN, "The gang released the teacher Maria Osterlund on Sunday.")).of("polarity") == []


def test_who_is_not_released_is_still_missing(judge):
    assert judge(told(TAKEN, "The gang has not released the engineer Karl Lindqvist.")).of("polarity") == []


def test_who_may_yet_be_released_is_still_missing(judge):
    assert judge(told(TAKEN, "The gang could release the engineer Karl Lindqvist on Sunday.")).of("polarity") == []


def test_a_state_that_was_told_before_the_one_it_follows_is_no_update(judge):
    held = judge(
        {
            "Harbour Post 2031-03-10": "The police of Brenholm charged the painter Karl Lindqvist with forgery.",
            "Polar Wire 2031-03-14": "The police of Brenholm arrested the painter Karl Lindqvist on suspicion of forgery.",
        }
    )
    assert held.of("polarity") == []


def test_arrested_and_then_charged_is_an_update(judge):
    arrested = "The police of Brenholm arrested the painter Karl Lindqvist on suspicion of forgery."
    charged = "The police of Brenholm charged the painter Karl Lindqvist with forgery."
    story = judge(told(arrested, charged))
    (found,) = story.of("polarity")
    assert [s.reads for s in found.sides] == ["held", "charged"]
