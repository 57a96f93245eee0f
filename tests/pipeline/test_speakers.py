"""Who a source is that no name tells."""

import pytest

from sayso.pipeline.speakers import (
    BodyKind,
    Standing,
    body_spoken_for,
    is_institution,
    kind_of_body,
    owned_thing,
    seated,
    some_of,
    standing,
)

TEXT = "The pump broke on Monday, and Halvorn said so. In May the firm Halvorn paid. Precedent suggests patience."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the fire brigade", Standing.BODY),
        ("The opposition", Standing.BODY),
        ("Tarnish state television", Standing.BODY),
        ("the inspectorate of mines", Standing.BODY),
        ("Halvorn", Standing.BODY),
        ("the auditors", Standing.PEOPLE),
        ("The investigators at the quay", Standing.PEOPLE),
        ("one of them", Standing.PEOPLE),
        ("One newspaper", Standing.PEOPLE),
        ("Precedent", Standing.THING),
        ("May", Standing.THING),
        ("mistake", Standing.THING),
        ("no group", Standing.THING),
        ("the finger", Standing.THING),
        ("our correspondent", Standing.THING),
        ('false and defamatory" newspaper', Standing.THING),
    ],
)
def test_standing(words, expected):
    assert standing(words, TEXT) is expected


def test_kinds_of_bodies():
    assert kind_of_body("The company") is BodyKind.FIRM
    assert kind_of_body("the daily newspaper") is BodyKind.PAPER
    assert kind_of_body("the paper trail") is None
    assert is_institution("the Tarn Port Authority")
    assert not is_institution("Halvorn")


@pytest.mark.parametrize(
    "before", ["a court in ", "judges in the ", "judges in the capital, ", "Inspectors looking into the "]
)
def test_a_place_where_a_body_only_sits(before):
    assert seated(before)


@pytest.mark.parametrize("before", ["The mayor of ", "a spokesman for the ", "a person close to ", ""])
def test_a_place_that_is_whose_speaker_he_is(before):
    assert not seated(before)


def test_a_body_behind_of_is_whose_officials_they_are():
    assert seated("officials of the ")
    assert not seated("officials of the ", place=False)


def test_some_of_many_are_nobody_in_particular():
    assert some_of("Three of the girls")
    assert some_of("seventeen of its members")
    assert not some_of("One of the Tarn Four")
    assert not some_of("the girls")


def test_what_somebody_has_says_nothing():
    assert owned_thing("Her B sample")
    assert owned_thing("His plan")
    assert not owned_thing("her lawyer")
    assert not owned_thing("its director")
    assert not owned_thing("the plan")


def test_whom_a_spokeswoman_speaks_for():
    assert body_spoken_for("A spokeswoman for the bank") == "the bank"
    assert body_spoken_for("A spokeswoman for Ms Roe") is None
    assert body_spoken_for("the bank") is None


def test_a_court_speaks_for_itself_and_a_company_does_not():
    assert standing("a court", TEXT) is Standing.BODY
    assert standing("a company", TEXT) is Standing.THING
