"""The parts of reuse detection: folding, quotations, names of outlets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.document import Document
from sayso.reuse.naming import credits_publisher, names_publisher
from sayso.reuse.sentences import fold, quoted_spans


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="ab “”\"«»‘’„ .'"))
def test_quotations_are_ordered_and_inside(text: str) -> None:
    last = 0
    for start, end in quoted_spans(text):
        assert last < start <= end <= len(text)
        last = end


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said “no” and left.", ["no"]),
        ('"Yes," she said, "of course."', ["Yes,", "of course."]),
        ("«Ja», so sprach er", ["Ja"]),
        ("‘It wasn’t us,’ they said", ["It wasn’t us,"]),
        ("the miners’ union and the owners’ club", []),
        ("“The first paragraph goes on in the next", ["The first paragraph goes on in the next"]),
        ('A board of 6" by 4 was found', []),
    ],
)
def test_quotations(text: str, inside: list[str]) -> None:
    assert [text[a:b] for a, b in quoted_spans(text)] == inside


def document(text: str = "", credits: tuple[str, ...] = ()) -> Document:
    return Document(id="d", sha256="", text=text, blocks=(), publisher="own.example", credits=credits)


@pytest.mark.parametrize(
    ("text", "publisher", "named"),
    [
        ("as The Dell Post reported", "The Dell Post", True),
        ("as the Dell Post reported", "www.dellpost.co.uk", True),
        ("LONDON (Reuters) - A man", "https://www.reuters.com/article/x", True),
        ("the Associated Press said", "apnews.com", True),
        ("a post in the dell", "The Dell Post", False),
        ("an apple a day", "AP", False),
        ("", "", False),
    ],
)
def test_names_in_texts(text: str, publisher: str, named: bool) -> None:
    assert names_publisher(document(text), publisher) is named


def test_credits() -> None:
    assert credits_publisher(document(credits=("Agence France-Presse",)), "AFP")
    assert not credits_publisher(document("AFP said so"), "AFP")
