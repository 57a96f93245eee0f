import hashlib

import pytest

from sayso.model.annotations import Annotations
from sayso.model.document import Block, Document, identify
from sayso.model.enums import BlockKind, EntityType, MentionKind
from sayso.model.mention import Mention


def told(number, rows):
    """A document that holds each name in a sentence of its own, and its mentions; a row is text, type, chain, more."""
    text, mentions = f"Report {number}. ", []
    for name, kind, chain, *more in rows:
        start = len(text) + len("here is ")
        text += f"here is {name} again. "
        extra = dict(more[0]) if more else {}
        extra.setdefault("kind", MentionKind.NAME)
        found = Mention(start=start, end=start + len(name), text=name, type=EntityType(kind), chain=chain, **extra)
        mentions.append(found)
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(
        id=identify("d", digest),
        sha256=digest,
        text=text,
        blocks=(Block(0, len(text), BlockKind.PARAGRAPH),),
        publisher="example.org",
    )
    annotations = Annotations(
        document=document.id, sentences=(), mentions=tuple(mentions), times=(), quantities=(), attributions=(), clauses=()
    )
    return document, annotations


@pytest.fixture
def story():
    """A function from lists of rows, one list a document, to documents and annotations."""
    return lambda texts: tuple(zip(*(told(n, rows) for n, rows in enumerate(texts)), strict=True))
