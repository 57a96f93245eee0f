"""How a store is opened: SQLite as one file by default, PostgreSQL by its address; made or brought up to date as needed."""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from sayso.errors import ConfigurationError, RunError
from sayso.store.failures import STAGE, told
from sayso.store.postgres import postgres_engine, shown_address
from sayso.store.tables import METADATA, VERSIONS
from sayso.store.waiting import Patience, Tell

HEAD = "0001"  # the last migration; a test holds it against the files
KNOWN = frozenset({"0001"})
PATIENCE = 30.0
_MARK = 0x53415953  # "SAYS", written into the file of an SQLite store
_CREATION = 0x5341_5953_4F00  # the advisory lock under which PostgreSQL stores are made
_WRITES = "sayso_writes"
_NO_STORE = "name another with --store, or start a new one: sayso add SOURCE --store NEW.db"


class Store:
    """An open store. `reading` and `writing` give a connection within one transaction, which ends with the block."""

    def __init__(self, engine: Engine, shown: str, file: Path | None, patience: Patience) -> None:
        self.engine, self.shown, self.file, self._patience = engine, shown, file, patience

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that sees one state of the store."""
        return self._transaction(writes=False)

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction that is written whole or not at all; waits for other writers."""
        return self._transaction(writes=True)

    @contextmanager
    def _transaction(self, *, writes: bool) -> Iterator[Connection]:
        with told(self.shown), ExitStack() as stack:
            with self._patience.waiting(self.shown):
                connection = stack.enter_context(self.engine.connect())
                connection.execution_options(**{_WRITES: writes})
                stack.enter_context(connection.begin())
            yield connection

    @property
    def postgres(self) -> bool:
        """True where the store is a PostgreSQL database."""
        return self.engine.dialect.name == "postgresql"

    def close(self) -> None:
        """Gives back every connection."""
        self.engine.dispose()

    def remove(self) -> None:
        """Removes the file of an SQLite store, and what stands beside it while it is open."""
        self.close()
        for suffix in ("", "-wal", "-shm") if self.file else ():
            Path(f"{self.file}{suffix}").unlink(missing_ok=True)

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_store(
    place: str | Path, *, create: bool = False, patience: float = PATIENCE, tell: Tell | None = None
) -> Store:  # fmt: skip
    """The store at `place`: a file, or the address of a PostgreSQL database (`postgresql://user@host/name`).

    A store of an older version is brought up to date. `create` makes one where there is none; `patience` are the seconds
    to wait for another process, which `tell` is told once where it takes a while. Raises RunError where it cannot be
    opened, ConfigurationError for an unknown address.
    """
    store = connected(place, patience, tell)
    if store.file is not None and not store.file.exists() and not create:
        raise RunError(STAGE, f"there is no store {store.shown}", _NO_STORE)
    try:
        _prepare(store, create=create)
    except (RunError, ConfigurationError):
        store.close()
        raise
    return store


def connected(place: str | Path, patience: float = PATIENCE, tell: Tell | None = None) -> Store:
    """What shall be a store at `place`, before anybody has looked at it; raises ConfigurationError as `open_store` does."""
    url = _url(place)
    file = Path(str(url.database)) if url.get_backend_name() == "sqlite" else None
    shown = str(file) if file else shown_address(url)
    patient = Patience(patience, tell)
    store = Store(_engine(url, patience), shown, file, patient)
    if store.postgres:
        patient.listen(store.engine, shown)
    return store


def _url(place: str | Path) -> URL:
    if "://" not in str(place):
        return URL.create("sqlite", database=str(place))
    remedy = "name a file, or postgresql://USER@db.example/NAME"
    try:
        url = make_url(str(place))
    except ArgumentError as error:
        raise ConfigurationError(STAGE, f"{place} is no address of a database", remedy) from error
    if url.get_backend_name() in {"postgresql", "postgres"}:
        return url
    if url.get_backend_name() == "sqlite" and url.database:
        return url
    raise ConfigurationError(STAGE, f"a store cannot be kept in {url.get_backend_name()}", remedy)


def _engine(url: URL, patience: float) -> Engine:
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, connect_args={"timeout": patience, "isolation_level": None})
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin)
        return engine
    try:
        import pg8000  # noqa: F401, PLC0415 - an extra
    except ImportError as error:
        remedy = "pip install 'sayso[postgres]'"
        raise ConfigurationError(STAGE, "a PostgreSQL store needs pg8000, which is not installed", remedy) from error
    return postgres_engine(url, patience)


def _prepare_sqlite(connection: sqlite3.Connection, _: Any) -> None:  # noqa: ANN401 - a record of the pool
    with closing(connection.cursor()) as cursor:
        if cursor.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            _write_ahead(cursor)
        cursor.execute("PRAGMA synchronous=NORMAL")  # a killed process loses nothing; a power cut the last moments
        cursor.execute("PRAGMA foreign_keys=ON")


def _write_ahead(cursor: sqlite3.Cursor) -> None:
    """Readers and one writer at a time; where another process is just about the same, its setting holds."""
    try:
        cursor.execute("PRAGMA journal_mode=WAL")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise


def _begin(connection: Connection) -> None:
    """Takes the lock of the writer at once: one that is taken later cannot be waited for."""
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _prepare(store: Store, *, create: bool) -> None:
    """Sees that the store is one, and of this version. Most often a single look."""
    with store.reading() as connection:
        state = _state(connection, store.shown)
    if state == HEAD:
        return
    if state is None and not create:
        raise RunError(STAGE, f"{store.shown} is no store", _NO_STORE)
    with store.writing() as connection:
        make(store, connection)


def make(store: Store, connection: Connection) -> None:
    """Makes the tables where there are none, and brings older ones up to date; within a transaction that writes."""
    if store.postgres:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _CREATION})
    if _state(connection, store.shown) != HEAD:  # another process may have been first
        _migrate(connection)
        if not store.postgres:
            connection.exec_driver_sql(f"PRAGMA application_id={_MARK}")


def _state(connection: Connection, shown: str) -> str | None:
    """The last migration that the store has seen, None for an empty database; raises RunError where it is no store."""
    tables = set(inspect(connection).get_table_names())
    if VERSIONS not in tables:
        foreign = tables if connection.dialect.name == "sqlite" else tables & set(METADATA.tables)
        if foreign:
            raise RunError(STAGE, f"{shown} is a database, but no store of sayso", _NO_STORE)
        return None
    version = connection.execute(text(f"SELECT version_num FROM {VERSIONS}")).scalar()
    if version is not None and version not in KNOWN:
        reason = f"the store {shown} was written by a newer sayso (its version is {version}, this one knows {HEAD})"
        raise RunError(STAGE, reason, "install the newer one: pip install --upgrade sayso")
    return version


def _migrate(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - only where a store is made or brought up to date
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
