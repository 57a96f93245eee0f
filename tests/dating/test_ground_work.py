"""Grounding looks back at a bounded number of times, so that its work grows with the text and not with its square."""

import datetime as dt

import pytest
from msgspec.structs import replace

from sayso.annotate.parse import Parsed, Part
from sayso.annotate.temporal import find_times
from sayso.dating.ground import ground
from sayso.model.document import Block, Document, Publication
from sayso.model.enums import Basis, BlockKind

DAY = dt.date(2031, 3, 12)
PHRASES = ["two days later, ", "that night, ", "a year earlier, ", "the same day, ", "every day at noon, "]


class Counted(list):
    """A list that counts how often it is looked into."""

    looks = 0

    def __getitem__(self, at):
        Counted.looks += 1
        return super().__getitem__(at)


def looks(blank, text):
    document = Document(id="d", sha256="", text=text, blocks=(Block(0, len(text), BlockKind.PARAGRAPH),), publisher="p")
    times = Counted(find_times(Parsed(document, (Part(0, blank(text)),))))
    Counted.looks = 0
    document = replace(document, published=Publication(DAY, DAY, basis=Basis.STATED))
    assert len(ground([document], {"d": times})["d"]) == len(times) > 100
    return Counted.looks


@pytest.mark.parametrize("phrase", [*PHRASES, "“yesterday” ", "“yesterday” he said on Monday. "])
def test_eight_times_the_text_is_about_eight_times_the_work(blank, phrase):
    assert looks(blank, phrase * 4000) <= 10 * looks(blank, phrase * 500)
