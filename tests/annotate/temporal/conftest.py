import pytest

from sayso.annotate.parse import load_model, parse
from sayso.model.document import Block, Document
from sayso.model.enums import BlockKind


@pytest.fixture(scope="session")
def nlp():
    return load_model()


@pytest.fixture(scope="session")
def parsed(nlp):
    """A parsed document with one paragraph per line."""

    def build(text):
        blocks, start = [], 0
        for line in text.splitlines(keepends=True):
            if line.strip():
                blocks.append(Block(start, start + len(line.rstrip("\r\n")), BlockKind.PARAGRAPH))
            start += len(line)
        document = Document(id="d", sha256="", text=text, blocks=tuple(blocks), publisher="p")
        return next(iter(parse([document], nlp)))

    return build
