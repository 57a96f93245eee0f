"""Names in the place of pronouns, and words without names."""

import msgspec
import pytest

from sayso.align.lexical import stems
from sayso.align.named import named_texts, nameless_texts
from sayso.model.claim import Participant


@pytest.fixture
def told(claim_of):
    """A claim in which each of (words, entity) takes part."""

    def make(text, *people, start=0):
        claim = claim_of(text, "a", start)
        parts = tuple(
            Participant(entity, "agent", start + text.index(words), start + text.index(words) + len(words))
            for words, entity in people
        )
        return msgspec.structs.replace(claim, participants=parts)

    return make


def test_a_pronoun_gets_the_name_that_is_used_most(told):
    claims = [
        told("Orla Tisk spoke", ("Orla Tisk", "e1")),
        told("Tisk resigned", ("Tisk", "e1"), start=100),
        told("Tisk left", ("Tisk", "e1"), start=200),
        told("it is said that she left her post", ("she", "e1"), ("her", "e1"), start=300),
    ]
    assert named_texts(claims)[3] == "it is said that Tisk left Tisk's post"
    assert named_texts(claims)[:3] == ["Orla Tisk spoke", "Tisk resigned", "Tisk left"]


def test_a_short_description_gets_the_name_and_a_long_one_keeps_what_it_tells(told):
    named = told("Norvel Gas paid", ("Norvel Gas", "e2"))
    short = told("yesterday the company paid", ("the company", "e2"), start=100)
    long = told("yesterday the largest company of the coast paid", ("the largest company of the coast", "e2"), start=200)
    assert named_texts([named, short, long])[1:] == ["yesterday Norvel Gas paid", long.text]


def test_a_name_is_not_told_twice(told):
    claim = told("Tisk said she was ill", ("Tisk", "e1"), ("she", "e1"))
    assert named_texts([claim]) == [claim.text]


def test_without_a_name_nothing_is_changed(told):
    claims = [told("she was ill", ("she", "e1")), told("", start=100)]
    assert named_texts(claims) == ["she was ill", ""]


def test_what_is_told_of_the_named(told):
    claim = told("Orla Tisk attacked the bank of Norvel", ("Orla Tisk", "e1"), ("Norvel", "e2"))
    assert stems(nameless_texts([claim])) == [["attac", "bank"]]
    assert stems(["the attacker's attacks"]) == [["attac", "s", "attac"]]


def test_participants_that_overlap_are_taken_once(told):
    claim = told("the Norvel Bank of Kesh failed", ("the Norvel Bank of Kesh", "e1"), ("Kesh", "e2"))
    assert nameless_texts([claim]) == ["the Norvel Bank of   failed"]
