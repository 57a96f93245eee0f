import hashlib

import pytest

from sayso.annotate.parse import load_model, parse
from sayso.annotate.quantity import find_quantities
from sayso.model.document import Block, Document, identify
from sayso.model.enums import BlockKind


def document(*paragraphs):
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block(len(text), len(text) + len(paragraph), BlockKind.PARAGRAPH))
        text += paragraph + "\n\n"
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return Document(id=identify("d", digest), sha256=digest, text=text, blocks=tuple(blocks), publisher="example.org")


@pytest.fixture(scope="session")
def nlp():
    return load_model()


@pytest.fixture(scope="session")
def parsed_of(nlp):
    """The parsed document of some paragraphs."""

    def run(*paragraphs):
        return next(iter(parse([document(*paragraphs)], nlp)))

    return run


@pytest.fixture(scope="session")
def found_in(parsed_of):
    """The document's text and its quantities."""

    def run(*paragraphs, times=()):
        parsed = parsed_of(*paragraphs)
        return parsed.document.text, find_quantities(parsed, times)

    return run
