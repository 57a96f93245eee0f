"""What a number counts, read from sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.judge.counted import counted, partial, plural, singular
from sayso.judge.figures import reads
from sayso.model.enums import QuantityKind
from sayso.model.quantity import Quantity

CASES = {
    # sentence: (number, what befell those counted)
    "Fourteen people were killed in the collapse.": ("Fourteen", "dead"),
    "The storm destroyed the quay, killing 11.": ("11", "dead"),
    "The collapse injured 30 sailors on the quay.": ("30", "hurt"),
    "Nine men were arrested at the mill.": ("Nine", "held"),
    "The death toll rose to 16 in the night.": ("16", "dead"),
    "Forty families were evacuated from the village.": ("Forty", "displaced"),
    "Rescuers pulled out 20 survivors.": ("20", "rescued"),
    "The flu infected 250 pupils.": ("250", "infected"),
    "Police detained seven protesters.": ("seven", "held"),
    "The authority cancelled six sailings.": ("six", None),
    "Three gunmen killed a guard at the gate.": ("Three", None),
    "The bakery employs 90 people.": ("90", None),
    "The mill has five ovens.": ("five", None),
}


@pytest.fixture(scope="module")
def numbers(judge):
    """(sentence, number as told) → what it counts, and the quantity."""
    story = judge({"Harbour Post 2031-03-08": "\n\n".join([*CASES, *PARTS])})
    return {(c.text, q.text): (counted(q, c), q) for c in story.scene.claims.values() for q in c.quantities}


def found(numbers, sentence, number):
    return next(v for (text, told), v in numbers.items() if told == number and text in sentence)


@pytest.mark.parametrize("sentence", CASES)
def test_what_befell_those_who_are_counted(numbers, sentence):
    number, outcome = CASES[sentence]
    key, quantity = found(numbers, sentence, number)
    assert key.outcome == outcome
    assert key.grows == (outcome is not None)
    assert not partial(quantity)


PARTS = {
    "Three of the victims were children.": "Three",
    "Another four sailors were hurt in the port.": "Another four",
}


@pytest.mark.parametrize("sentence", PARTS)
def test_a_part_or_an_addition_is_no_count_of_the_whole(numbers, sentence):
    assert partial(found(numbers, sentence, PARTS[sentence])[1])


def test_a_narrower_count_says_of_whom(numbers):
    sailors, _ = found(numbers, "The collapse injured 30 sailors on the quay.", "30")
    people, _ = found(numbers, "Fourteen people were killed in the collapse.", "Fourteen")
    assert sailors.scope == {"sailor"}
    assert people.scope == frozenset()
    assert "sailors" in sailors.words()


@given(st.text("abcdeghiklmnoprstu", min_size=1, max_size=12))
def test_the_singular_of_a_singular_is_itself(word):
    once = singular(word)
    assert once == word or word == once + "s"
    assert singular(once) == once or once.endswith("s")


NUMBERS = st.integers(0, 10**6)


@given(NUMBERS, NUMBERS, st.booleans(), st.booleans(), st.sampled_from([None, "EUR"]))
def test_an_interval_reads_as_what_it_admits(low, more, low_open, high_open, unit):
    high = low + more
    ends = {"low": low, "high": high, "low_open": low_open, "high_open": high_open}
    told = reads(Quantity(start=0, end=1, text="x", kind=QuantityKind.COUNT, unit=unit, **ends))
    shown, _, named = told.partition(" EUR") if unit else (told, "", "")
    first, last = shown.split(", ")
    assert named == ""
    assert (first[0], last[-1]) == ("(" if low_open else "[", ")" if high_open else "]")
    assert (float(first[1:]), float(last[:-1])) == (low, high)


def test_open_ends_and_alternatives_read_as_such():
    def quantity(**ends):
        return Quantity(**{"start": 0, "end": 1, "text": "x", "kind": QuantityKind.COUNT, "low": None, "high": None, **ends})

    assert reads(quantity(low=80, low_open=True)) == "(80, ∞)"
    assert reads(quantity(high=100)) == "(-∞, 100]"
    assert reads(quantity(low=17, high=21, exact=(17, 21))) == "{17, 21}"


@pytest.mark.parametrize(
    ("noun", "told"),
    [("family", "families"), ("boy", "boys"), ("bus", "buses"), ("child", "children"), ("Quarna", "Quarna")],
)
def test_headings_put_nouns_into_the_plural(noun, told):
    assert plural(noun) == told
