"""Documents: one outlet's text, set apart into blocks, with what is known of its publication."""

import datetime as dt
import hashlib

from msgspec import Struct

from sayso.model.enums import Basis, BlockKind


class Block(Struct, frozen=True):
    """A stretch `text[start:end]` of a document (code points, end exclusive) of one kind; blocks are disjoint, in order."""

    start: int
    end: int
    kind: BlockKind


class Publication(Struct, frozen=True):
    """When a document was published: first and last possible day, both inclusive; None where unknown.

    `at` is the exact moment (ISO 8601) where one is stated; `why` says in words what an inference rests on.
    """

    start: dt.date | None = None
    end: dt.date | None = None
    zone: str | None = None
    basis: Basis = Basis.UNKNOWN
    at: str | None = None
    why: str | None = None


class Document(Struct, frozen=True, kw_only=True):
    """One outlet's text. `text` is the cleaned text that every offset of the project counts in.

    `credits` are agencies or outlets that the document itself names as contributing ("Reuters contributed").
    """

    id: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    path: str | None = None
    url: str | None = None
    publisher: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: Publication = Publication()
    modified: str | None = None
    language: str | None = None
    credits: tuple[str, ...] = ()

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks that are read for claims."""
        return tuple(b for b in self.blocks if b.kind is BlockKind.PARAGRAPH)


class Skipped(Struct, frozen=True):
    """An input that could not be read, with the reason and what to do about it."""

    path: str
    reason: str
    remedy: str


def identify(prefix: str, *parts: object) -> str:
    """A short, stable id: `prefix` and twelve hexadecimal digits of the SHA-256 of the parts."""
    joined = "\x1f".join(map(str, parts)).encode()
    return prefix + hashlib.sha256(joined).hexdigest()[:12]
