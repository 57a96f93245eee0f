import datetime as dt

import pytest
import spacy

from sayso.annotate.parse import load_model, parse
from sayso.annotate.temporal import find_times
from sayso.dating import date_documents, ground
from sayso.model.document import Block, Document, Publication
from sayso.model.enums import Basis, BlockKind


@pytest.fixture(scope="session")
def nlp():
    return load_model()


def day(text):
    return dt.date.fromisoformat(text) if text else None


def publication(published):
    if not published:
        return Publication()
    start, _, end = published.partition("/")
    return Publication(day(start), day(end or start), basis=Basis.STATED)


def build(identifier, text, published=None, url=None, first=BlockKind.PARAGRAPH):
    blocks, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            blocks.append(Block(start, start + len(line.rstrip("\n")), first if not blocks else BlockKind.PARAGRAPH))
        start += len(line)
    return Document(
        id=identifier, sha256="", text=text, blocks=tuple(blocks), publisher="p", url=url, published=publication(published)
    )


@pytest.fixture(scope="session")
def blank():
    """Words without a parse."""
    return spacy.blank("en")


@pytest.fixture(scope="session")
def document():
    """Builds a document with one paragraph per line."""
    return build


@pytest.fixture(scope="session")
def times_of(nlp):
    def read(documents):
        return {p.document.id: find_times(p) for p in parse(documents, nlp)}

    return read


@pytest.fixture(scope="session")
def grounded(times_of):
    """The grounded times of one text, published on a day or between two ("2014-04-24/2014-04-25")."""

    def run(text, published=None, events=None):
        documents = [build("d", text, published)]
        return ground(documents, times_of(documents), events and {"d": events})["d"]

    return run


@pytest.fixture(scope="session")
def dated(times_of):
    def run(*documents):
        return {d.id: d.published for d in date_documents(documents, times_of(documents))}

    return run
