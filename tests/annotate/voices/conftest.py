"""Documents by hand: one paragraph block for each paragraph of a text."""

import re

import pytest

from sayso.annotate.parse import load_model, parse
from sayso.annotate.voices import find_attributions
from sayso.model.document import Block, Document
from sayso.model.enums import BlockKind


def document(text):
    found = (m for m in re.finditer(r"[^\n]+", text) if m.group().strip())
    blocks = tuple(Block(m.start(), m.end(), BlockKind.PARAGRAPH) for m in found)
    return Document(id="d", sha256="", text=text, blocks=blocks, publisher="The Lantern")


@pytest.fixture(scope="session")
def attribute():
    nlp = load_model()

    def run(text):
        return find_attributions(next(iter(parse([document(text)], nlp))))

    return run
