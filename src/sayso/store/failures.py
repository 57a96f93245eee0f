"""What a database cannot do, told as errors of the run with a remedy."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, InterfaceError

from sayso.errors import RunError

STAGE = "store"
_CODE = 0xFF  # the primary part of a result code of SQLite
_LOCKED = ("is locked by another process", "wait until that one is done, longer with --wait, or end it, and run again")
_SQLITE = {
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_FULL: ("cannot grow: the disk is full", "free some space and run again: what is written stays"),
    sqlite3.SQLITE_IOERR: ("cannot be read or written: the disk refuses", "check the disk and its free space"),
    sqlite3.SQLITE_READONLY: ("may not be written", "give yourself the right to write the file and its folder"),
    sqlite3.SQLITE_PERM: ("may not be opened", "give yourself the right to read and write the file"),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", "check that its folder exists and may be written"),
    sqlite3.SQLITE_NOTADB: ("is no store", "name another file with --store"),
    sqlite3.SQLITE_CORRUPT: ("is damaged", "restore a backup: sayso store restore BACKUP --store NEW.db"),
}
_POSTGRES = {
    "53100": ("cannot grow: the disk of the server is full", "free some space there and run again: what is written stays"),
    "42501": ("may not be written by this user", "grant the user the right to create tables and write them"),
    "55P03": _LOCKED,
    "40P01": ("was locked by two processes that waited for each other", "run again: what is written stays"),
    "57014": ("took too long to answer", "run again; if that does not help, see what the server is busy with"),
}


@contextmanager
def told(shown: str) -> Iterator[None]:
    """Raises RunError for what the database of the store `shown` refuses; faults of this package pass as they are."""
    try:
        yield
    except DBAPIError as error:
        known = _known(error)
        if known is None:
            raise
        reason, remedy = known
        raise RunError(STAGE, f"the store {shown} {reason}", remedy) from error


def _known(error: DBAPIError) -> tuple[str, str] | None:
    original = error.orig
    if isinstance(original, sqlite3.Error):
        code = getattr(original, "sqlite_errorcode", None)
        return None if code is None else _SQLITE.get(code & _CODE)
    told = original.args[0] if original is not None and original.args else None
    state, said = (told.get("C"), told.get("M")) if isinstance(told, dict) else (None, None)
    if state in _POSTGRES:
        return _POSTGRES[state]
    lost = isinstance(error, InterfaceError)
    if lost or (isinstance(state, str) and state.startswith(("08", "28", "3D", "57P", "53"))):
        why = " ".join(str(said or getattr(original, "__cause__", None) or original).split())[:300]
        return (f"cannot be reached: {why}", "check the address, the user and that the server runs")
    return None
