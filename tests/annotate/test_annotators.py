"""What an annotator does wrong costs one document, or its own notes, and is told."""

import pytest

from sayso.annotate.annotators import annotate, annotate_one
from sayso.annotate.conformance import document
from sayso.annotate.own import Attributions, Clauses, Mentions, Quantities, Times
from sayso.annotate.parse import load_model, parse
from sayso.errors import SkipDocument
from sayso.model.annotations import Layer, Note

OWN = (Times(), Quantities(), Attributions(), Mentions(), Clauses())
BAD, GOOD = document(("The kiln in Arle burst.",), "d1"), document(("Nine boats left Orbost.",), "d2")


class Choosy:
    """Writes what it is given, and raises on texts with a kiln."""

    version, reads, replaces = "2", frozenset(), None

    def __init__(self, writes, items=(), name="test.choosy"):
        self.name, self.writes, self.items = name, writes, items

    def annotate(self, parsed, found):
        if "kiln" in parsed.document.text:
            raise ZeroDivisionError("kilns are not counted")
        return self.items


@pytest.fixture(scope="module")
def nlp():
    return load_model()


def with_one(layer, items=()):
    own = [a for a in OWN if a.writes != layer]
    return [Choosy(layer, items), *own]


def test_one_that_raises_costs_the_document_and_the_rest_goes_on(nlp):
    read = annotate([BAD, GOOD], nlp, team=with_one(Layer.TIMES))
    assert [a.document for a in read.annotations] == ["d2"]
    (told,) = read.skipped
    assert told.path == "d1"
    assert told.reason == "annotator test.choosy 2 failed on it: ZeroDivisionError: kilns are not counted"
    assert "author" in told.remedy


def test_one_that_adds_notes_costs_these(nlp):
    read = annotate([BAD, GOOD], nlp, team=[*OWN, Choosy("kilns", (Note(start=0, end=4, label="x"),))])
    assert [(a.document, len(a.notes["kilns"])) for a in read.annotations] == [("d1", 0), ("d2", 1)]
    assert read.skipped[0].reason.startswith("read, but without its kilns: annotator test.choosy 2 failed")


@pytest.mark.parametrize(
    ("layer", "items", "told"),
    [
        ("kilns", (Note(start=0, end=99, label="x"),), r"marks \[0:99\] in a text of 23"),
        ("kilns", (Note(start=0, end=4.0, label="x"),), r"marks \[0:4.0\]"),
        ("kilns", (Note(start=-1, end=4, label="x"),), r"marks \[-1:4\]"),
        ("kilns", (Note(start=5, end=9, label="x"), Note(start=0, end=4, label="x")), "ordered by their beginnings"),
        ("kilns", ("Nine",), "writes a str where kilns holds records of Note"),
        (Layer.TIMES, (Note(start=0, end=4, label="x"),), "writes a Note where times holds records of TimeExpression"),
    ],
)
def test_what_is_marked_wrongly_is_told(nlp, layer, items, told):
    (parsed,) = parse([GOOD], nlp)
    with pytest.raises(SkipDocument, match=told):
        annotate_one(parsed, with_one(layer, items))
