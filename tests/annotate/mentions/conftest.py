import hashlib

import pytest

from sayso.annotate.mentions import find_mentions
from sayso.annotate.parse import Parsed, load_model, parse
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
    def run(*paragraphs) -> Parsed:
        return next(iter(parse([document(*paragraphs)], nlp)))

    return run


@pytest.fixture(scope="session")
def mentions_of(parsed_of):
    return lambda *paragraphs: find_mentions(parsed_of(*paragraphs))
