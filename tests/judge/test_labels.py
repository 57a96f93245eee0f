"""Offices of one person that cannot both be held."""

import pytest

OPENED = "{} opened the new library of Bergen on Friday, and thousands came to see it."


def opened(*subjects):
    names = ("Harbour Post", "Coast Herald", "Polar Wire")
    return {f"{name} 2031-03-08": OPENED.format(who) for name, who in zip(names, subjects, strict=False)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Former Prime Minister Ingrid Solheim", "Prime Minister Ingrid Solheim"),
        ("Ingrid Solheim, the former governor of Norland,", "Governor Ingrid Solheim"),
        ("Finance Minister Ingrid Solheim", "Health Minister Ingrid Solheim"),
    ],
)
def test_offices_that_exclude_each_other_are_a_conflict(judge, one, other):
    story = judge(opened(one, other))
    (found,) = story.of("label")
    assert found.verdict.value == "conflict"
    assert "Ingrid Solheim" in found.about
    assert [story.publishers(s) for s in found.sides].count({"Harbour Post"}) == 1
    assert len({s.reads for s in found.sides}) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Finance Minister Ingrid Solheim", "Finance Minister Ingrid Solheim"),
        ("Norwegian Finance Minister Ingrid Solheim", "Finance Minister Ingrid Solheim"),
        ("Norway’s Finance Minister Ingrid Solheim", "Norwegian Finance Minister Ingrid Solheim"),
        ("Minister Ingrid Solheim", "Finance Minister Ingrid Solheim"),
        ("Former Prime Minister Ingrid Solheim", "Former Finance Minister Ingrid Solheim"),
        ("Mayor Ingrid Solheim", "Engineer Ingrid Solheim"),
        ("Law Professor Ingrid Solheim", "Physics Professor Ingrid Solheim"),
        ("Dr Ingrid Solheim", "Finance Minister Ingrid Solheim"),
        ("Former Prime Minister Ingrid Solheim", "Mayor Ingrid Solheim"),
        ("Finance Minister Ingrid Solheim", "Health Minister Peter Lunde"),
    ],
)
def test_offices_that_one_can_hold_or_two_people_hold_are_left_alone(judge, one, other):
    assert judge(opened(one, other)).of("label") == []


def test_where_one_text_has_both_offices_the_reason_says_so(judge):
    told = {
        "Harbour Post 2031-03-08": OPENED.format("Former Governor Ingrid Solheim")
        + " Later Governor Ingrid Solheim cut a ribbon of red silk in the reading room.",
        "Coast Herald 2031-03-08": OPENED.format("Governor Ingrid Solheim"),
    }
    (found,) = judge(told).of("label")
    assert found.why.endswith("one of these texts has both")
    (found,) = judge(opened("Former Governor Ingrid Solheim", "Governor Ingrid Solheim")).of("label")
    assert "both" not in found.why
