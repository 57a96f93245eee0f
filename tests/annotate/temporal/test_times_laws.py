import itertools

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotate.parse import Parsed, Part
from sayso.annotate.temporal import find_times
from sayso.annotate.temporal.measure import duration
from sayso.annotate.temporal.numbers import parse_amount
from sayso.model.document import Block, Document
from sayso.model.enums import BlockKind

BLANK = spacy.blank("en")  # what the rules find must not hang on the quality of a parse
MARKS = [",", "-", "/", '"', "“", "’s", "\n", "\x07", " "]
WORDS = "from Monday March 3 31 25 2014 the last two weeks ago after a '90s noon 9 p.m. and year early Easter quarter since"
PIECES = st.sampled_from(MARKS) | st.sampled_from(WORDS.split()).map(lambda word: word + " ")
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map("".join))


def read(text, offset=0):
    whole = "." * offset + text
    document = Document(
        id="d", sha256="", text=whole, blocks=(Block(offset, len(whole), BlockKind.PARAGRAPH),), publisher="p"
    )
    return find_times(Parsed(document, (Part(offset, BLANK(text)),))), whole


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_offsets_are_exact_ordered_and_disjoint(text):
    found, whole = read(text)
    assert all(whole[t.start : t.end] == t.text and t.text.strip() for t in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(0 <= t.start < t.end <= len(whole) for t in found)


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.integers(1, 40))
def test_a_block_is_read_alike_wherever_it_stands(text, offset):
    here, _ = read(text)
    there, _ = read(text, offset)
    assert [(t.start + offset, t.value, t.modifier) for t in here] == [(t.start, t.value, t.modifier) for t in there]


@given(st.integers(1, 99), st.sampled_from(["day", "week", "month", "year", "hour"]))
def test_numbers_in_figures_keep_their_value(number, unit):
    assert parse_amount(str(number)) == number
    assert str(number) in duration(number, unit)


def test_numbers_in_words():
    words = [
        "twenty-one",
        "a hundred",
        "two thousand",
        "couple",
        "a dozen",
        "2 1/2",
        "three hundred and five",
        "several",
        "half a",
    ]
    assert [parse_amount(w) for w in words] == [21, 100, 2000, 2, 12, 2.5, 305, None, 0.5]
    assert [duration(2.5, "year"), duration(0.5, "hour"), duration(None, "week"), duration(2, "decade")] == [
        "P2Y6M",
        "PT30M",
        "PXW",
        "P20Y",
    ]
