"""The parse that all annotators read."""

import pytest

from sayso.annotate.parse import DEFAULT_MODEL, end_of, load_model, parse, start_of
from sayso.errors import ConfigurationError
from sayso.model.document import Block, Document
from sayso.model.enums import BlockKind

TEXT = "Mill burns\n\nThe mill burned. Nobody was hurt.\n\n   \n\nThe wheel turned again on Friday."
KINDS = {"Mill burns": BlockKind.HEADING, "   ": BlockKind.PARAGRAPH}


@pytest.fixture(scope="module")
def nlp():
    return load_model()


def document(text, name="d"):
    blocks, at = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(at, at + len(line), KINDS.get(line, BlockKind.PARAGRAPH)))
        at += len(line) + 1
    return Document(id=name, sha256="", text=text, blocks=tuple(blocks), publisher="The Lantern")


def test_only_the_body_is_parsed_and_offsets_count_in_the_document(nlp):
    (parsed,) = parse([document(TEXT)], nlp)
    said = [TEXT[offset + s.start_char : offset + s.end_char] for offset, s in parsed.sentences()]
    assert said == ["The mill burned.", "Nobody was hurt.", "The wheel turned again on Friday."]
    for part in parsed.parts:
        for token in part.doc:
            assert TEXT[start_of(part.offset, token) : end_of(part.offset, token)] == token.text
        whole = part.doc[:]
        assert TEXT[start_of(part.offset, whole) : end_of(part.offset, whole)] == whole.text


def test_documents_keep_their_order_and_their_own_parts(nlp):
    texts = [f"Barge {n} sank.\n\nBarge {n} was raised." for n in range(5)]
    found = list(parse([document(t, f"d{n}") for n, t in enumerate(texts)], nlp))
    assert [p.document.id for p in found] == [f"d{n}" for n in range(5)]
    assert [[part.doc.text for part in p.parts] for p in found] == [t.split("\n\n") for t in texts]


def test_a_document_does_not_change_with_its_neighbours(nlp):
    alone = next(iter(parse([document(TEXT)], nlp)))
    among = list(parse([document("The pier fell."), document(TEXT), document("A gull landed.\n" * 80)], nlp))[1]
    assert [[(t.text, t.dep_, t.tag_) for t in p.doc] for p in alone.parts] == [
        [(t.text, t.dep_, t.tag_) for t in p.doc] for p in among.parts
    ]


def test_a_document_without_body_has_no_sentences(nlp):
    assert [list(p.sentences()) for p in parse([document("Mill burns")], nlp)] == [[]]
    assert list(parse([], nlp)) == []


def test_an_unknown_model_is_told_with_the_remedy():
    with pytest.raises(ConfigurationError, match="no installed spaCy model named 'en_missing'.*--model " + DEFAULT_MODEL):
        load_model("en_missing")
