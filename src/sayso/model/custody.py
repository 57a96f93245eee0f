"""Custody: the bytes of an article as they arrived, with whence and when, beside what was made of them."""

from msgspec import Struct

from sayso.model.document import Document, Skipped


class Original(Struct, frozen=True, kw_only=True):
    """The bytes of one article as they arrived: the evidence that a store keeps.

    `source` is what a person named (a path or an address), `name` the place within it ("news.warc.gz#17", the address
    of a page), `address` where the bytes finally came from, after redirects. `collected` is a moment in ISO 8601 with
    its zone, None for a plain file; an archive tells its own.
    """

    sha256: str
    data: bytes
    source: str
    name: str
    address: str | None = None
    media_type: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    collected: str | None = None
    reader: str = ""


class Arrival(Struct, frozen=True):
    """One article that arrived, and the document that was read from it, or why none could be.

    `same_as` is the name under which the same bytes arrived before; they are not read again.
    """

    original: Original
    outcome: Document | Skipped
    same_as: str | None = None
