"""How a store is opened: SQLite as one file by default, PostgreSQL by its address; made or brought up to date as needed."""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from sayso.errors import ConfigurationError, RunError
from sayso.store.failures import STAGE, told
from sayso.store.tables import METADATA, VERSIONS

HEAD = "0001"  # the last migration; a test holds it against the files
KNOWN = frozenset({"0001"})
PATIENCE = 30.0
_MARK = 0x53415953  # "SAYS", written into the file of an SQLite store
_CREATION = 0x5341_5953_4F00  # the advisory lock under which PostgreSQL stores are made
_WRITES = "sayso_writes"
_NO_STORE = "name another with --store, or start a new one: sayso add SOURCE --store NEW.db"


class Store:
    """An open store. `reading` and `writing` give a connection within one transaction, which ends with the block."""

    def __init__(self, engine: Engine, shown: str, file: Path | None) -> None:
        self.engine, self.shown, self.file = engine, shown, file

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that sees one state of the store."""
        return self._transaction(writes=False)

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction that is written whole or not at all; waits for other writers."""
        return self._transaction(writes=True)

    @contextmanager
    def _transaction(self, *, writes: bool) -> Iterator[Connection]:
        with told(self.shown), self.engine.connect() as connection:
            connection.execution_options(**{_WRITES: writes})
            with connection.begin():
                yield connection

    @property
    def postgres(self) -> bool:
        """True where the store is a PostgreSQL database."""
        return self.engine.dialect.name == "postgresql"

    def close(self) -> None:
        """Gives back every connection."""
        self.engine.dispose()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_store(place: str | Path, *, create: bool = False, patience: float = PATIENCE) -> Store:
    """The store at `place`: a file, or the address of a PostgreSQL database (`postgresql://user@host/name`).

    A store of an older version is brought up to date. `create` makes one where there is none; `patience` are the seconds
    to wait for another writer. Raises RunError where it cannot be opened, ConfigurationError for an unknown address.
    """
    url = _url(place)
    file = Path(str(url.database)) if url.get_backend_name() == "sqlite" else None
    shown = str(file) if file else url.render_as_string(hide_password=True)
    if file is not None and not file.exists() and not create:
        raise RunError(STAGE, f"there is no store {shown}", _NO_STORE)
    store = Store(_engine(url, patience), shown, file)
    try:
        _prepare(store, create=create)
    except (RunError, ConfigurationError):
        store.close()
        raise
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
        return url.set(drivername="postgresql+psycopg")
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
        import psycopg  # noqa: F401, PLC0415 - an extra
    except ImportError as error:
        remedy = "pip install 'sayso[postgres]'"
        raise ConfigurationError(STAGE, "a PostgreSQL store needs psycopg, which is not installed", remedy) from error
    wait = f"-c lock_timeout={int(patience * 1000)} -c timezone=UTC"
    return create_engine(url, connect_args={"options": wait, "connect_timeout": max(2, int(patience))})


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
