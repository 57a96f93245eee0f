"""Writes that may be repeated: the one place where the two databases are told apart for it."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite

Row = Mapping[str, Any]


def insert_new(connection: Connection, table: Table, *rows: Row) -> int:
    """Inserts those rows whose key is not there yet; returns how many that were."""
    insert = _insert_new(connection.dialect.name, table)
    return sum(connection.execute(insert, row).rowcount for row in rows)


def put(connection: Connection, table: Table, row: Row, keys: Sequence[str]) -> None:
    """Inserts a row, or changes the one that has its keys."""
    connection.execute(_put(connection.dialect.name, table, tuple(row), tuple(keys)), row)


@cache
def _insert_new(dialect: str, table: Table) -> "sqlite.Insert | postgresql.Insert":
    # Without these two PostgreSQL hands back the new ids and no count.
    return _insert(dialect, table).on_conflict_do_nothing().inline().execution_options(preserve_rowcount=True)


@cache
def _put(dialect: str, table: Table, columns: tuple[str, ...], keys: tuple[str, ...]) -> "sqlite.Insert | postgresql.Insert":
    insert = _insert(dialect, table)
    changed = {name: insert.excluded[name] for name in columns if name not in keys}
    return insert.on_conflict_do_update(index_elements=list(keys), set_=changed)


def _insert(dialect: str, table: Table) -> "sqlite.Insert | postgresql.Insert":
    if dialect == "sqlite":
        from sqlalchemy.dialects.sqlite import insert  # noqa: PLC0415 - each dialect costs a start a tenth of a second

        return insert(table)
    from sqlalchemy.dialects.postgresql import insert as insert_there  # noqa: PLC0415

    return insert_there(table)
