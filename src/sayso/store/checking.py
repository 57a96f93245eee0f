"""Is a store whole? Everything that it holds is held against everything else."""

import hashlib
import zlib
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, func, select, text
from sqlalchemy.exc import DatabaseError

from sayso.errors import RunError
from sayso.model.document import Document, identify
from sayso.store.coding import decode_annotations, digest_as_kept, document_columns, document_from
from sayso.store.connect import Store
from sayso.store.tables import ANNOTATIONS, CUSTODY, DOCUMENTS, METADATA, ORIGINALS, SKIPPED

_AT_ONCE = 200


class Checked(msgspec.Struct, frozen=True):
    """How many rows each table has, and what is wrong, in words."""

    rows: dict[str, int]
    problems: tuple[str, ...]


def check(store: Store) -> Checked:
    """Looks at every original, document and annotation; raises RunError where the store cannot be read at all."""
    with store.reading() as connection:
        rows = {t.name: connection.execute(select(func.count()).select_from(t)).scalar_one() for t in METADATA.sorted_tables}
        found = [*_database(connection), *_originals(connection), *_documents(connection), *_annotations(connection)]
        found += [*_left_over(connection), *_fulltext(connection)]
    return Checked(rows, tuple(found))


def _database(connection: Connection) -> Iterator[str]:
    """What SQLite finds in its file; PostgreSQL looks after its own."""
    if connection.dialect.name == "sqlite":
        told = connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars().all()
        yield from (f"the file is damaged: {line}" for line in told if line != "ok")
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        yield from (f"table {row[0]}: a row refers to one of {row[2]} that is gone" for row in broken)


def _each(connection: Connection, rows: "Select[Any]") -> "Iterator[Row[Any]]":
    """Rows without holding them all."""
    yield from connection.execution_options(yield_per=_AT_ONCE).execute(rows)


def _originals(connection: Connection) -> Iterator[str]:
    for row in _each(connection, select(ORIGINALS)):
        try:
            data = zlib.decompress(row.data)
        except zlib.error:
            yield f"original {row.sha256}: its bytes cannot be unpacked"
            continue
        if hashlib.sha256(data).hexdigest() != row.sha256 or len(data) != row.size:
            yield f"original {row.sha256}: its bytes are not those that arrived"


def _documents(connection: Connection) -> Iterator[str]:
    for row in _each(connection, select(DOCUMENTS)):
        try:
            document = document_from(row.record, row.text)
            digest = digest_as_kept(row.record, row.text)
        except RunError as error:
            yield f"document {row.id}: {error.reason}"
            continue
        if not (document.id == row.id == identify("d", row.sha256) and document.sha256 == row.sha256):
            yield f"document {row.id}: it is not the one of its original"
        elif digest != row.digest:
            yield f"document {row.id}: it is not the one that was read, its digest is another"
        elif _columns(document) != tuple(getattr(row, name) for name in _SAID):
            yield f"document {row.id}: its columns and its record differ"


_SAID = ("publisher", "published", "published_until", "language", "title", "address", "path")


def _columns(document: Document) -> tuple[object, ...]:
    """What the columns `_SAID` must hold."""
    known, title = document.published, document_columns(document)["title"]
    return document.publisher, known.start, known.end, document.language, title, document.url, document.path


def _annotations(connection: Connection) -> Iterator[str]:
    for row in _each(connection, select(ANNOTATIONS.c.document, ANNOTATIONS.c.record)):
        try:
            if decode_annotations(row.record).document != row.document:
                yield f"document {row.document}: annotations of another one hang on it"
        except RunError as error:
            yield f"document {row.document}: {error.reason}"


def _left_over(connection: Connection) -> Iterator[str]:
    known = select(CUSTODY.c.sha256)
    for sha256 in connection.execute(select(ORIGINALS.c.sha256).where(ORIGINALS.c.sha256.not_in(known))).scalars():
        yield f"original {sha256}: nothing tells how it came here"
    read, unread = select(DOCUMENTS.c.sha256), select(SKIPPED.c.sha256).where(SKIPPED.c.sha256.is_not(None))
    rows = select(ORIGINALS.c.sha256).where(ORIGINALS.c.sha256.not_in(read), ORIGINALS.c.sha256.not_in(unread))
    for sha256 in connection.execute(rows).scalars():
        yield f"original {sha256}: it was neither read nor skipped"


def _fulltext(connection: Connection) -> Iterator[str]:
    """The index of SQLite stands beside the documents, that of PostgreSQL in their rows."""
    if connection.dialect.name == "sqlite":
        try:
            connection.execute(text("INSERT INTO fulltext(fulltext, rank) VALUES ('integrity-check', 1)"))
        except DatabaseError as error:
            yield f"the full-text index is not that of the documents: {error.orig}"
