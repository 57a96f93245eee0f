"""Documents by hand, one paragraph block for each paragraph of a text, and all that the annotators find in them."""

import re

import pytest

from sayso.annotate.annotators import annotate_one
from sayso.annotate.parse import load_model, parse
from sayso.model.document import Block, Document
from sayso.model.enums import BlockKind


def document(text):
    found = (m for m in re.finditer(r"[^\n]+", text) if m.group().strip())
    blocks = tuple(Block(m.start(), m.end(), BlockKind.PARAGRAPH) for m in found)
    return Document(id="d", sha256="", text=text, blocks=blocks, publisher="The Lantern")


@pytest.fixture(scope="session")
def nlp():
    return load_model()


@pytest.fixture(scope="session")
def parsed_of(nlp):
    return lambda text: next(iter(parse([document(text)], nlp)))


@pytest.fixture(scope="session")
def annotations_of(parsed_of):
    return lambda text: annotate_one(parsed_of(text))
