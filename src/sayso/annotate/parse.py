"""The parse that every annotator reads: spaCy over the body blocks of a document, with offsets into its text."""

import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from sayso.config import DEFAULT_MODEL
from sayso.errors import ConfigurationError
from sayso.model.document import Document


@dataclass(frozen=True, slots=True)
class Part:
    """One body block: its spaCy parse and the offset of its first character in the document's text."""

    offset: int
    doc: Doc


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document with the parses of its body blocks, in order."""

    document: Document
    parts: tuple[Part, ...]

    def sentences(self) -> Iterator[tuple[int, Span]]:
        """Every sentence with the offset of its block: `offset + span.start_char` counts in the document's text."""
        for part in self.parts:
            for sentence in part.doc.sents:
                if sentence.text.strip():
                    yield part.offset, sentence


def start_of(offset: int, item: Token | Span) -> int:
    """First code point of a token or span in the document's text."""
    return offset + (item.idx if isinstance(item, Token) else item.start_char)


def end_of(offset: int, item: Token | Span) -> int:
    """End (exclusive) of a token or span in the document's text."""
    return offset + (item.idx + len(item.text) if isinstance(item, Token) else item.end_char)


def load_model(name: str = DEFAULT_MODEL) -> Language:
    """The installed spaCy model `name`; raises ConfigurationError where there is none."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return spacy.load(name)
    except OSError as error:
        raise ConfigurationError(
            "annotate", f"there is no installed spaCy model named {name!r}", f"install it, or use --model {DEFAULT_MODEL}"
        ) from error


def parse(documents: Sequence[Document], nlp: Language) -> Iterable[Parsed]:
    """Parses the body blocks of all documents in one pass, in order."""
    jobs = [(document.text[b.start : b.end], (n, b.start)) for n, document in enumerate(documents) for b in document.body]
    parts: list[list[Part]] = [[] for _ in documents]
    for doc, (n, offset) in nlp.pipe(jobs, as_tuples=True, batch_size=64):
        parts[n].append(Part(offset, doc))
    return [Parsed(document, tuple(found)) for document, found in zip(documents, parts, strict=True)]
