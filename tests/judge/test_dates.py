"""Dates that differ."""

import pytest

CLOSED = "The council of Brenholm closed the old bridge {} after engineers found cracks in it."


def closed(*days):
    names = ("Harbour Post", "Coast Herald", "Polar Wire")
    return {f"{name} 2031-03-08": CLOSED.format(day) for name, day in zip(names, days, strict=False)}


def test_one_deed_on_two_days_is_a_conflict(judge):
    story = judge(closed("on Wednesday", "on Thursday"))
    (found,) = story.of("date")
    assert found.verdict.value == "conflict"
    assert {s.value: s.reads for s in found.sides} == {"Wednesday": "2031-03-05", "Thursday": "2031-03-06"}
    assert {f.status.value for f in story.findings if set(f.claims) & {c for s in found.sides for c in s.claims}} == {
        "disputed"
    }


def test_a_weekday_and_the_date_it_falls_on_agree(judge):
    assert judge(closed("on Wednesday", "on March 5")).of("date") == []


def test_intervals_that_meet_are_compatible(judge):
    (found,) = judge(closed("on Wednesday", "around March 4")).of("date")
    assert found.verdict.value == "compatible"
    assert {s.reads for s in found.sides} == {"2031-03-05", "2031-03-03/2031-03-05"}


def test_a_wide_interval_that_holds_the_day_is_not_worth_showing(judge):
    assert judge(closed("on Wednesday", "this year")).of("date") == []


def test_background_years_of_one_deed_are_a_conflict(judge):
    text = "The council of Brenholm closed the old bridge on Wednesday. The bridge was built in {} by Norbau."
    story = judge({"Harbour Post 2031-03-08": text.format(1962), "Coast Herald 2031-03-08": text.format(1958)})
    (found,) = story.of("date")
    assert found.verdict.value == "conflict"
    assert {s.reads for s in found.sides} == {"1962-01-01/1962-12-31", "1958-01-01/1958-12-31"}


def test_a_year_and_a_day_in_it_do_not_clash(judge):
    text = "The council of Brenholm closed the old bridge on Wednesday. Norbau completed the bridge {}."
    story = judge(
        {"Harbour Post 2031-03-08": text.format("in 1962"), "Coast Herald 2031-03-08": text.format("on May 4, 1962")}
    )
    assert story.of("date", "conflict") == []


SPOKEN = ["warned", "announced", "promised", "said"]


@pytest.mark.parametrize("verb", SPOKEN)
def test_the_same_can_be_said_on_two_days(judge, verb):
    text = f"Engineer Karl Lindqvist {verb} on {{}} that the old bridge of Brenholm would not last."
    story = judge({"Harbour Post 2031-03-08": text.format("Wednesday"), "Coast Herald 2031-03-08": text.format("Thursday")})
    assert {d.verdict.value for d in story.of("date")} <= {"compatible"}


def test_two_deeds_of_one_council_have_their_own_days(judge):
    story = judge(
        {
            "Harbour Post 2031-03-08": "The council of Brenholm closed the old bridge on Wednesday.",
            "Coast Herald 2031-03-08": "The council of Brenholm elected a new treasurer on Thursday.",
        }
    )
    assert story.of("date") == []


def test_what_happened_and_what_is_planned_have_their_own_days(judge):
    story = judge(
        {
            "Harbour Post 2031-03-08": "The council of Brenholm closed the old bridge on Wednesday.",
            "Coast Herald 2031-03-08": "The council of Brenholm will close the old bridge on March 20.",
        }
    )
    assert story.of("date", "conflict") == []


def test_hours_of_one_deed_are_compared_by_the_clock_alone(judge):
    (found,) = judge(closed("at 6 pm", "at 8 pm")).of("date")
    assert found.verdict.value == "conflict"
    assert {s.reads for s in found.sides} == {"18:00", "20:00"}
    assert found.why.endswith("are 2 hours apart")


def test_a_few_minutes_are_a_rounding(judge):
    assert judge(closed("at 6 pm", "at 6.05 pm")).of("date") == []


def test_an_hour_of_an_unlike_deed_is_none_of_this_one(judge):
    other = "The council of Brenholm met engineers at 8 pm to hear about the cracks in the old bridge."
    story = judge({"Harbour Post 2031-03-08": CLOSED.format("at 6 pm"), "Coast Herald 2031-03-08": other})
    assert story.of("date") == []


def test_meetings_with_two_people_have_their_own_days(judge):
    met = "Mayor Ilse Navratil signed the lease of the old harbour with {} on {}."
    told = [met.format("David Miller", "Wednesday"), met.format("Anna Schmidt", "Thursday")]
    assert judge({"Harbour Post 2031-03-08": told[0], "Coast Herald 2031-03-08": told[1]}).of("date") == []
    same = [met.format("David Miller", day) for day in ("Wednesday", "Thursday")]
    assert judge({"Harbour Post 2031-03-08": same[0], "Coast Herald 2031-03-08": same[1]}).of("date")
