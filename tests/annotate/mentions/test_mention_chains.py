import json
from pathlib import Path

import pytest

from sayso.model.enums import CountryForm, EntityType, MentionKind

HERE = Path(__file__).parent


def cases(name):
    rows = [json.loads(line) for line in (HERE / name).read_text("utf-8").splitlines()]
    return [pytest.param(row, id=row["why"]) for row in rows]


@pytest.mark.parametrize("case", cases("chains.jsonl"))
def test_chain(case, mentions_of):
    found = mentions_of(*case["text"])
    first = next(m for m in found if m.text == case["chain"][0])
    chain = [m for m in found if m.chain == first.chain and m.form is not CountryForm.ADJECTIVE]
    assert [m.text for m in chain] == case["chain"]
    assert {m.type for m in chain if m.kind is not MentionKind.PRONOUN} == {EntityType(case["type"])}
    if "title" in case:
        assert first.title == case["title"]


@pytest.mark.parametrize("case", cases("apart.jsonl"))
def test_apart(case, mentions_of):
    found = mentions_of(*case["text"])
    if case.get("absent"):
        assert case["b"] not in [m.text for m in found]
        return
    a = next(m for m in found if m.text == case["a"])
    b = [m for m in found if m.text == case["b"]][case.get("nth", 0)]
    assert a.chain != b.chain


def test_former_office_stays_in_the_title(mentions_of):
    (name,) = [m for m in mentions_of("The former Polish president Jan Wilk arrived.") if m.text == "Jan Wilk"]
    assert name.title == "former Polish president"


def test_country_and_its_adjective_carry_one_code(mentions_of):
    found = {m.text: m for m in mentions_of("Kenyan ministers left Kenya for the U.S. on Monday.")}
    assert (found["Kenyan"].country, found["Kenyan"].form) == ("KE", CountryForm.ADJECTIVE)
    assert (found["Kenya"].country, found["Kenya"].form) == ("KE", CountryForm.NAME)
    assert found["U.S."].country == "US"
    assert found["Kenyan"].chain == found["Kenya"].chain


def test_the_first_word_of_a_compound_is_no_name(mentions_of):
    assert "Shell" not in [m.text for m in mentions_of("Shell-shocked residents fled the fire.")]


def test_what_stands_in_another_name_is_no_title(mentions_of):
    found = {
        m.text: m for m in mentions_of("She studied at the University of Oslo Hospital, the Bank of Norway and a school.")
    }
    assert found["Bank of Norway"].title is None


def test_a_bishop_is_a_man_with_a_title(mentions_of):
    found = mentions_of("Bishop Pavel Orlic and Archbishop Tomas Brandt met Imam Ali Reza.")
    assert next((m.text, m.title, m.type) for m in found) == ("Pavel Orlic", "Bishop", EntityType.PERSON)
