"""The tables of the page on values are what the algebra says of the words in them."""

import datetime as dt
import re
from pathlib import Path

import pytest

from sayso.annotate.annotators import annotate
from sayso.annotate.parse import load_model
from sayso.dating import ground
from sayso.judge.algebra import compare_periods, compare_quantities
from sayso.judge.algebra.periods import say
from sayso.judge.figures import reads
from sayso.model.document import Block, Document, Publication
from sayso.model.enums import Basis, BlockKind

PAGE = (Path(__file__).parents[2] / "docs" / "explanation" / "values.md").read_text("utf-8")
TABLE = re.compile(r"^(\|.*\|)\n\|[-|]+\|\n((?:\|.*\|\n)+)", re.MULTILINE)


def cells(row):
    return tuple(cell.strip() for cell in row.strip("|").split("|"))


TABLES = [(cells(head), [cells(row) for row in body.splitlines()]) for head, body in TABLE.findall(PAGE)]


NUMBERS, PAIRS, TIMES, PAIRS_OF_TIMES = (body for _, body in TABLES)


@pytest.fixture(scope="module")
def nlp():
    return load_model()


@pytest.fixture(scope="module")
def document():
    def build(text, published=None):
        day = dt.date.fromisoformat(published) if published else None
        dated = Publication(day, day, basis=Basis.STATED) if day else Publication()
        body = Block(0, len(text), BlockKind.PARAGRAPH)
        return Document(id="d", sha256="", text=text, blocks=(body,), publisher="p", published=dated)

    return build


@pytest.fixture(scope="module")
def number(document, nlp):
    return lambda text: annotate([document(text)], nlp).annotations[0].quantities[0]


@pytest.fixture(scope="module")
def period(document, nlp):
    def read(text, published):
        one = document(text, published)
        return ground([one], {"d": annotate([one], nlp).annotations[0].times})["d"][0].period

    return read


def test_every_table_is_tested():
    heads = [(head[0], head[2]) for head, _ in TABLES]
    assert heads == [
        ("a report says", "makes one expect"),
        ("one report", "verdict"),
        ("a report says", "means"),
        ("one report, published 2031-05-09", "verdict"),
    ]


@pytest.mark.parametrize(("words", "admits", "likely"), NUMBERS)
def test_what_numbers_admit(number, words, admits, likely):
    read = number(words)
    assert f"`{reads(read)}`" == admits
    ends = [f"{end:g}" for end in (read.likely_low, read.likely_high)]
    assert " to ".join(dict.fromkeys(ends)) == likely


@pytest.mark.parametrize(("one", "other", "verdict", "why"), PAIRS)
def test_what_two_numbers_say_of_each_other(number, one, other, verdict, why):
    told = compare_quantities(number(one), number(other))
    assert (told.verdict.value if told else "none", told.why if told else "") == (verdict, why)


@pytest.mark.parametrize(("words", "published", "means"), TIMES)
def test_what_times_mean(period, words, published, means):
    read = period(words, None if published == "unknown" else published)
    assert (say(read) if read.known else "open") == means


@pytest.mark.parametrize(("one", "other", "verdict", "why"), PAIRS_OF_TIMES)
def test_what_two_times_say_of_each_other(period, one, other, verdict, why):
    told = compare_periods(period(one, "2031-05-09"), period(other, "2031-05-10"))
    assert (told.verdict.value, told.why) == (verdict, why)
