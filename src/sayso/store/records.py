"""What a store is asked by and what it answers with."""

import datetime as dt
from enum import Enum

from msgspec import Struct

from sayso.model.document import Document


class Kept(Enum):
    """What became of an arrival: new, the same as before, the same bytes as another, read anew, or not to be read."""

    NEW = "new"
    KNOWN = "known"
    COPY = "copy"
    RENEWED = "renewed"
    SKIPPED = "skipped"


class Selection(Struct, frozen=True, kw_only=True):
    """Which documents are meant; every field narrows, None does not.

    `outlet` and `entity` match whatever their case; an entity by a name or part of a name that the text bears. `since` and
    `until` are days, both inclusive; a document without a known day lies in no span of days. `query` is full text.
    """

    story: str | None = None
    outlet: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    language: str | None = None
    entity: str | None = None
    query: str | None = None


EVERYTHING = Selection()


class Annotated(Struct, frozen=True):
    """The annotations of one document, encoded, with the key and the team that they hang on, and the names they bear."""

    key: str
    team: str
    record: bytes
    names: tuple[str, ...]


class Listed(Struct, frozen=True, kw_only=True):
    """One document in a list: what its columns say, and when it appeared, was changed and came here, as far as known.

    `published` and `published_until` are days; `published_at`, `modified`, `collected` and `collected_again` are moments as
    they were told, with their zone where that is known (`zone` names the one of publication). `added` is when it was written
    into the store. `sha256` is the hash of the bytes, `digest` that of all that was read from them.
    """

    id: str
    publisher: str
    published: dt.date | None
    published_until: dt.date | None
    language: str | None
    title: str | None
    address: str | None
    path: str | None
    sha256: str
    digest: str
    published_at: str | None = None
    zone: str | None = None
    modified: str | None = None
    collected: str | None = None
    collected_again: str | None = None
    added: str | None = None
    stories: tuple[str, ...] = ()


class Hit(Struct, frozen=True):
    """A document that answers a query: how well (higher is better, within one answer), and its words there."""

    document: Listed
    score: float
    passage: str


class Held(Struct, frozen=True, kw_only=True):
    """How one original came to be here: the record of custody of one arrival."""

    number: int
    sha256: str
    source: str
    name: str
    address: str | None
    media_type: str | None
    headers: tuple[tuple[str, str], ...]
    collected: str | None
    collected_again: str | None
    reader: str
    added: str


class Version(Struct, frozen=True):
    """One state of an article: the document, with the first arrival of its bytes."""

    document: Document
    held: Held
