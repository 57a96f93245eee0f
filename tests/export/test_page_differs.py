import msgspec

from sayso.export.lookup import Lookup
from sayso.export.page_differs import differing


def marks(sample, apart, number, claim):
    parts = differing(Lookup(sample), apart, apart.sides[number], claim)
    assert "".join(text for text, _ in parts) == " ".join(claim.text.split())
    return [text for text, differs in parts if differs]


def with_value(apart, number, value):
    sides = list(apart.sides)
    sides[number] = msgspec.structs.replace(sides[number], value=value)
    return msgspec.structs.replace(apart, sides=tuple(sides))


def claim(sample, identifier):
    return next(c for c in sample.claims if c.id == identifier)


def test_the_value_is_marked_where_its_words_stand(sample):
    _, _, hurt = sample.discrepancies
    assert marks(sample, hurt, 0, claim(sample, "c3")) == ["Seven"]
    assert marks(sample, hurt, 1, claim(sample, "c6")) == ["At least nine"]


def test_a_value_in_other_words_is_marked_by_figure_or_day(sample):
    _, day, hurt = sample.discrepancies
    assert marks(sample, with_value(hurt, 0, "7"), 0, claim(sample, "c3")) == ["Seven people"]
    assert marks(sample, with_value(day, 1, "3 March"), 1, claim(sample, "c9")) == ["Monday night"]


def test_of_several_places_the_one_before_the_subject_is_marked(sample):
    _, _, hurt = sample.discrepancies
    told = msgspec.structs.replace(claim(sample, "c3"), text="Among two crews, two people were hurt")
    chosen = with_value(hurt, 0, "two")
    parts = differing(Lookup(sample), chosen, chosen.sides[0], told)
    assert parts == (("Among two crews, ", False), ("two", True), (" people were hurt", False))


def test_else_the_words_that_the_other_side_lacks_are_marked(sample):
    relieved, _, _ = sample.discrepancies
    assert marks(sample, with_value(relieved, 1, "denied"), 1, claim(sample, "c8")) == ["has not been"]


def test_a_sentence_that_is_all_different_has_no_marks(sample):
    relieved, _, _ = sample.discrepancies
    told = msgspec.structs.replace(claim(sample, "c8"), text="Nobody knows anything")
    assert marks(sample, with_value(relieved, 1, "denied"), 1, told) == []
