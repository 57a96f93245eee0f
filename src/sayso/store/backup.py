"""Backups: a copy of an SQLite store, or every row in JSON Lines, which either database can take in again."""

import base64
import datetime as dt
import gzip
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
from sqlalchemy import Connection, Date, LargeBinary, Table, select, text

from sayso.errors import ConfigurationError, RunError
from sayso.store.connect import HEAD, Store, make, open_store
from sayso.store.failures import STAGE
from sayso.store.tables import METADATA

FORMAT = "sayso-store"
_DATABASES = (".db", ".sqlite", ".sqlite3")
_PLAIN = (".jsonl", ".jsonl.gz")
_AT_ONCE = 200


def backup(store: Store, file: Path) -> None:
    """Writes a backup of an open store, which may be in use: whole, or not at all.

    A name that ends in .db gives a copy (SQLite alone), .jsonl or .jsonl.gz rows that both databases read. Raises
    ConfigurationError for another ending, RunError where the file is there already or cannot be written.
    """
    name = file.name.lower()
    if not name.endswith((*_DATABASES, *_PLAIN)):
        raise ConfigurationError(STAGE, f"{file} tells no form of backup", f"let it end in {', '.join(_DATABASES + _PLAIN)}")
    if file.exists():
        raise RunError(STAGE, f"{file} is there already", "name a new file, or remove it")
    if name.endswith(_DATABASES) and store.file is None:
        raise ConfigurationError(STAGE, "a PostgreSQL store cannot be copied to a file", "let the backup end in .jsonl.gz")
    draft = file.with_name(f".{file.name}.draft")
    try:
        (_copy if name.endswith(_DATABASES) else _dump)(store, draft)
        draft.replace(file)
    except (OSError, sqlite3.Error) as error:
        raise RunError(STAGE, f"cannot write {file}: {error}", "free some space, or choose another place") from error
    finally:
        draft.unlink(missing_ok=True)


def restore(file: Path, store: Store) -> int:
    """Takes a backup of either form into an empty store, or one that is not made yet; returns how many rows that are.

    All or nothing: where it fails, what was there is there, and nothing else. Raises RunError where the store is not empty,
    or the file is no backup of a version that is known.
    """
    if not file.is_file():
        raise RunError(STAGE, f"there is no file {file}", "name a backup, as sayso store backup wrote it")
    taken, fresh = None, store.file is not None and not store.file.exists()
    try:
        with store.writing() as connection:
            make(store, connection)
            taken = _fill(connection, file, store)
    finally:
        if taken is None and fresh:
            store.remove()
    return taken


def _fill(connection: Connection, file: Path, store: Store) -> int:
    for table in METADATA.sorted_tables:
        if connection.execute(select(table).limit(1)).first() is not None:
            remedy = "name a new one with --store"
            raise RunError(STAGE, f"{store.shown} is not empty, and a backup takes an empty store", remedy)
    taken = 0
    for table, row in _rows_of(file):
        connection.execute(table.insert().inline(), row)
        taken += 1
    if store.postgres:
        for name in ("custody", "documents"):
            last = f"SELECT setval(pg_get_serial_sequence('{name}', 'number'), max(number)) FROM {name}"
            connection.execute(text(last))
    return taken


def _copy(store: Store, draft: Path) -> None:
    with store.reading() as connection, closing(sqlite3.connect(draft)) as target:
        driver = connection.connection.driver_connection
        if isinstance(driver, sqlite3.Connection):
            driver.commit()  # a copy is of one state by itself, and waits for an open transaction
            driver.backup(target, pages=4096)
            target.execute("PRAGMA journal_mode=DELETE")
            driver.execute("BEGIN")


def _dump(store: Store, draft: Path) -> None:
    with _written(draft) as target, store.reading() as connection:
        if store.postgres:
            connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))
        target.write(msgspec.json.encode({"format": FORMAT, "version": HEAD}) + b"\n")
        count = 0
        for table in METADATA.sorted_tables:
            rows = connection.execution_options(yield_per=_AT_ONCE).execute(select(table).order_by(*table.primary_key))
            for row in rows.mappings():
                plain = {str(name): value for name, value in row.items()}
                target.write(msgspec.json.encode([str(table.name), plain]) + b"\n")  # bytes as base64, days as ISO 8601
                count += 1
        target.write(msgspec.json.encode({"rows": count}) + b"\n")


def _written(draft: Path) -> BinaryIO:
    if draft.name.endswith(".gz.draft"):
        return gzip.GzipFile(draft, "wb", 6, mtime=0)  # type: ignore[return-value]
    return draft.open("wb")


def _rows_of(file: Path) -> Iterator[tuple[Table, Mapping[str, Any]]]:
    if file.name.lower().endswith(_PLAIN):
        yield from _read_dump(file)
        return
    with open_store(file) as source, source.reading() as connection:
        for table in METADATA.sorted_tables:
            for row in connection.execution_options(yield_per=_AT_ONCE).execute(select(table)).mappings():
                yield table, dict(row)


def _read_dump(file: Path) -> Iterator[tuple[Table, Mapping[str, Any]]]:
    try:
        with gzip.open(file) if file.name.lower().endswith(".gz") else file.open("rb") as lines:
            head = msgspec.json.decode(next(lines, b"{}"))
            if not isinstance(head, dict) or head.get("format") != FORMAT:
                raise _no_backup(file, "its first line is not that of one")
            if head.get("version") != HEAD:
                raise _no_backup(file, f"it is of version {head.get('version')}, and this sayso knows {HEAD}")
            for count, line in enumerate(lines):
                told = msgspec.json.decode(line)
                if isinstance(told, dict):
                    if told.get("rows") == count:
                        return
                    break
                yield METADATA.tables[told[0]], _values(METADATA.tables[told[0]], told[1])
    except (OSError, EOFError, ValueError, KeyError, IndexError, TypeError) as error:
        raise _no_backup(file, f"it cannot be read: {error}") from error
    raise _no_backup(file, "it is cut off")


def _values(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with its bytes and days."""
    made = dict(row)
    for column in table.columns:
        value = made[column.name]
        if value is not None and isinstance(column.type, LargeBinary):
            made[column.name] = base64.b64decode(value, validate=True)
        elif value is not None and isinstance(column.type, Date):
            made[column.name] = dt.date.fromisoformat(value)
    return made


def _no_backup(file: Path, reason: str) -> RunError:
    return RunError(STAGE, f"{file} is no whole backup: {reason}", "name another backup")
