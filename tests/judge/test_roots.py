"""Names of publishers and of those who are cited, made alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.judge.outlets import plain_name
from sayso.judge.roots import source_id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Harbour Post", "harbour post"),
        ("www.harbourpost.com", "Harbour Post"),
        ("Førde Avis", "førde  avis"),
        ("El País", "El Pais"),
        ("Coast News Online", "Coast"),
        ("harbourpost.co.uk", "The Harbour-Post"),
    ],
)
def test_spellings_of_one_outlet(one, other):
    assert plain_name(one) == plain_name(other) != ""


@pytest.mark.parametrize(("one", "other"), [("Harbour Post", "Harbour Mail"), ("Coast Herald", "West Coast Herald")])
def test_outlets_that_are_two(one, other):
    assert plain_name(one) != plain_name(other)


@given(st.lists(st.sampled_from("The harbour Post Coast News Herald Lantern Avis Ærø Zürich".split()), min_size=1))
def test_a_plain_name_stays_as_it_is(words):
    plain = plain_name(" ".join(words))
    assert plain_name(plain) == plain


@given(st.text())
def test_any_text_has_a_plain_name_without_case(text):
    assert plain_name(text) == plain_name(f" {text} ".replace("\n", " ")) or text != text.strip()
    assert plain_name(text).isascii()


@given(st.text(), st.text())
def test_ids_of_sources_tell_keys_apart(one, other):
    assert (source_id(one) == source_id(other)) == (one == other)
