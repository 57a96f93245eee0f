"""Every annotator of the project keeps what every annotator must keep; so does the one that the documentation shows."""

import re
from pathlib import Path

import pytest

from sayso.annotate import conformance
from sayso.annotate.annotator import NOTHING
from sayso.annotate.conformance import AnnotatorConformance
from sayso.annotate.own import Attributions, Clauses, Mentions, Quantities, Times
from sayso.annotate.team import installed, ordered
from sayso.errors import SkipDocument
from sayso.model.annotations import Note

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to" / "add-an-annotator.md"


class TestTimes(AnnotatorConformance):
    annotator = Times()


class TestQuantities(AnnotatorConformance):
    annotator = Quantities()


class TestAttributions(AnnotatorConformance):
    annotator = Attributions()


class TestMentions(AnnotatorConformance):
    annotator = Mentions()


class TestClauses(AnnotatorConformance):
    annotator = Clauses()


def _shown():
    """The annotator of the how-to page, made from the code that stands there."""
    code = re.search(r"```python\n(.*?)```", HOW_TO.read_text("utf-8"), re.DOTALL)[1]
    names = {}
    exec(compile(code, HOW_TO.name, "exec"), names)
    return names["Vessels"]()


class TestTheShownOne(AnnotatorConformance):
    annotator = _shown()
    texts = ("The tug MV Halcyon, registered in Sassnitz, met the SS Orpheus.",)


class MyTimes:
    """One that takes the place of the project's own."""

    name, version, reads, writes, replaces = "test.times", "1", NOTHING, "times", "sayso.times"

    def annotate(self, parsed, found):
        return Times().annotate(parsed, found)


class TestAReplacement(AnnotatorConformance):
    annotator = MyTimes()


class Shifted:
    name, version, reads, writes, replaces = "test.shifted", "1", NOTHING, "shifted", None

    def annotate(self, parsed, found):
        del found
        return [Note(start=0, end=len(parsed.document.text) + 1, label="too far")]


class Marking(AnnotatorConformance):
    annotator = Shifted()


@pytest.mark.parametrize("check", ["test_every_offset_is_exact", "test_odd_text_never_raises", "test_it_finds_something"])
def test_the_suite_sees_what_is_wrong(check):
    with pytest.raises(SkipDocument, match=r"test\.shifted 1 marks \[0:"):
        getattr(Marking(), check)()


def test_a_replacement_is_tested_in_its_place_when_it_is_installed(monkeypatch):
    suite = TestAReplacement()
    before = [a.name for a in suite._team()]
    assert "test.times" in before and "sayso.times" not in before
    there = ordered([*installed(), MyTimes()])
    monkeypatch.setattr(conformance, "installed", lambda: there)
    assert [a.name for a in suite._team()] == before
