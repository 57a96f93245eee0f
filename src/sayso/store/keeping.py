"""One arrival into the store: its bytes, how they came, the document or why there is none, and what was made of it."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import msgspec
from sqlalchemy import Connection, delete, or_, select, update

from sayso.model.custody import Arrival, Original
from sayso.model.document import Document, Skipped
from sayso.store.coding import custody_key, digest_of, document_columns, key_of, pack
from sayso.store.connect import Store
from sayso.store.records import Annotated, Kept
from sayso.store.tables import (
    ADDRESSES,
    ANNOTATIONS,
    CUSTODY,
    DOCUMENTS,
    NAMES,
    ORIGINALS,
    SKIPPED,
    STORIES,
    VALIDATORS,
    VECTORS,
)
from sayso.store.upsert import insert_new, put

VALIDATING = ("ETag", "Last-Modified")


def keep(store: Store, arrival: Arrival, annotated: Annotated | None = None, story: str | None = None) -> Kept:
    """Keeps one arrival, whole or not at all; the same one again changes nothing.

    A document that is read anew from the same place replaces what was read there before; the same bytes from elsewhere are
    noted in their custody, and listed as skipped where the story has them already.
    """
    original, outcome = arrival.original, arrival.outcome
    with store.writing() as connection:
        fresh = _original(connection, original)
        if isinstance(outcome, Document):
            kept = _document(connection, original, outcome)
            if annotated is not None:
                annotate(connection, outcome.id, annotated)
            _remember(connection, original)
            return _member(connection, original, outcome.id, story, kept)
        known = _document_of(connection, original.sha256) if arrival.same_as is not None else None
        if known is not None:
            _find_by_address(connection, original, known, None)
            _remember(connection, original)
            return _member(connection, original, known, story, Kept.KNOWN)
        _skip(connection, outcome, story, original.sha256)
        return Kept.SKIPPED if fresh else Kept.KNOWN


def keep_skipped(store: Store, skipped: Skipped, story: str | None = None) -> None:
    """Lists an input of which not even the bytes could be had."""
    with store.writing() as connection:
        _skip(connection, skipped, story, None)


def no_longer_skipped(store: Store, name: str, story: str | None = None) -> None:
    """Takes what could be read at last from the list of what could not: a feed, an archive. A document does so itself."""
    with store.writing() as connection:
        connection.execute(delete(SKIPPED).where(SKIPPED.c.key == _skip_key(name, story)))


def keep_unchanged(store: Store, address: str, story: str | None) -> None:
    """Puts the latest document of an address that says that it has not changed into the story, where one is named."""
    if story is None:
        return
    same = select(DOCUMENTS.c.id).join(ADDRESSES, ADDRESSES.c.document == DOCUMENTS.c.id)
    with store.writing() as connection:
        where = same.where(ADDRESSES.c.address == _plain(address)).order_by(DOCUMENTS.c.number.desc())
        document = connection.execute(where).scalars().first()
        if document is not None:
            insert_new(connection, STORIES, {"story": story, "document": document, "name": address})


def annotate(connection: Connection, document: str, annotated: Annotated) -> None:
    """Keeps the annotations of a document that is kept, and the names in it."""
    row = {"key": annotated.key, "document": document, "team": annotated.team, "record": annotated.record}
    if insert_new(connection, ANNOTATIONS, row) and annotated.names:
        insert_new(connection, NAMES, *({"name": name, "document": document} for name in annotated.names))


def _original(connection: Connection, original: Original) -> bool:
    """Keeps bytes and custody; true where this arrival was not known."""
    data = {"sha256": original.sha256, "data": pack(original.data), "size": len(original.data)}
    insert_new(connection, ORIGINALS, data)
    row = {
        "key": custody_key(original), "sha256": original.sha256, "source": original.source, "name": original.name,
        "address": original.address, "media_type": original.media_type, "collected": original.collected,
        "headers": msgspec.json.encode(original.headers).decode(), "reader": original.reader,
        "added": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
    }  # fmt: skip
    if insert_new(connection, CUSTODY, row):
        return True
    if original.collected is not None:
        later = or_(CUSTODY.c.collected_again.is_(None), CUSTODY.c.collected_again < original.collected)
        connection.execute(
            update(CUSTODY)
            .where(CUSTODY.c.key == row["key"], CUSTODY.c.collected < original.collected, later)
            .values(collected_again=original.collected)
        )
    return False


def _document(connection: Connection, original: Original, document: Document) -> Kept:
    row = {
        "id": document.id, "sha256": original.sha256, "custody": custody_key(original), "digest": digest_of(document),
        "publisher": document.publisher, "published": document.published.start,
        "published_until": document.published.end, "language": document.language, "address": document.url,
        "path": document.path, **document_columns(document),
    }  # fmt: skip
    kept = Kept.NEW if insert_new(connection, DOCUMENTS, row) else Kept.KNOWN
    if kept is Kept.KNOWN:
        same = (DOCUMENTS.c.id == document.id, DOCUMENTS.c.custody == row["custody"], DOCUMENTS.c.digest != row["digest"])
        if connection.execute(update(DOCUMENTS).where(*same).values(row)).rowcount:
            kept = Kept.RENEWED
            for table in (ANNOTATIONS, NAMES, VECTORS):
                connection.execute(delete(table).where(table.c.document == document.id))
    _find_by_address(connection, original, document.id, document.url)
    return kept


def _remember(connection: Connection, original: Original) -> None:
    """Keeps what an address said of the version of its answer, once what it holds could be read."""
    said = {name.lower(): value for name, value in original.headers}
    fields = {name: said[name.lower()] for name in VALIDATING if name.lower() in said}
    if original.address is not None and fields:
        row = {"address": original.address, "fields": msgspec.json.encode(fields).decode()}
        put(connection, VALIDATORS, row, ["address"])


def _document_of(connection: Connection, sha256: str) -> str | None:
    where = select(DOCUMENTS.c.id).where(DOCUMENTS.c.sha256 == sha256)
    return connection.execute(where.order_by(DOCUMENTS.c.number)).scalars().first()


def _find_by_address(connection: Connection, original: Original, document: str, url: str | None) -> None:
    insert_new(connection, ADDRESSES, *({"address": a, "document": document} for a in addresses_of(original, url)))


def addresses_of(original: Original, url: str | None) -> Sequence[str]:
    """Under which addresses an article is known: where it came from and what it says itself, or the path of its file.

    The front page of a house is the address of no article, whatever a page says.
    """
    pages = [a for a in (original.address, url) if a and urlsplit(a).path.strip("/")]
    if not pages:
        return (str(Path(original.name).absolute()),) if original.address is None else (original.name,)
    return tuple(dict.fromkeys(map(_plain, pages)))


def _plain(address: str) -> str:
    """The address without what makes no difference: a fragment, the case of the host, a slash at the end."""
    parts = urlsplit(address)
    path = parts.path.rstrip("/") or "/"
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), path, parts.query, ""))


def _member(connection: Connection, original: Original, document: str, story: str | None, kept: Kept) -> Kept:
    """Puts the document into the story; a second copy there is listed as skipped, as it is where files are read."""
    if story is not None:
        insert_new(connection, STORIES, {"story": story, "document": document, "name": original.name})
        where = select(STORIES.c.name).where(STORIES.c.story == story, STORIES.c.document == document)
    else:
        held = select(CUSTODY.c.name).join(DOCUMENTS, DOCUMENTS.c.custody == CUSTODY.c.key)
        where = held.where(DOCUMENTS.c.id == document)
    first = connection.execute(where).scalar_one()
    if first != original.name:
        told = Skipped(original.name, f"same bytes as {first}", "keep one of the two")
        _skip(connection, told, story, original.sha256)
        return Kept.COPY
    connection.execute(delete(SKIPPED).where(SKIPPED.c.key == _skip_key(original.name, story)))
    return kept


def _skip_key(name: str, story: str | None) -> str:
    return key_of(name, story or "")


def _skip(connection: Connection, skipped: Skipped, story: str | None, sha256: str | None) -> None:
    row = {
        "key": _skip_key(skipped.path, story), "name": skipped.path, "story": story or "", "sha256": sha256,
        "reason": skipped.reason, "remedy": skipped.remedy,
    }  # fmt: skip
    put(connection, SKIPPED, row, ["key"])
