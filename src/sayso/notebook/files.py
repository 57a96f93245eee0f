"""Tables as files: CSV, JSON Lines and Parquet, each with the same columns."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from pathlib import Path

import msgspec

from sayso.errors import ConfigurationError
from sayso.export.saving import save, unwritable
from sayso.model.dossier import Dossier
from sayso.notebook.tables import TABLES, Column, ColumnType, Table, Value, table

Row = Mapping[str, Value]


class TableFormat(Enum):
    """The forms of a table; each is the ending of its files."""

    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"


def save_tables(dossier: Dossier, folder: Path, form: str, names: Sequence[str] | None = None) -> tuple[Path, ...]:
    """Writes tables into a folder, which is made where it is not; see `sayso.Dossier.save_tables`."""
    try:
        chosen = TableFormat(form)
    except ValueError as error:
        known = ", ".join(f.value for f in TableFormat)
        raise ConfigurationError("table", f"a table cannot be written as {form!r}", f"choose one of {known}") from error
    tables = [table(name) for name in names or TABLES]
    files = {folder / f"{t.name}.{chosen.value}": table_file(t, dossier, chosen) for t in tables}
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error.strerror or str(error)) from error
    for file, data in files.items():
        save(data, file)
    return tuple(files)


def table_file(of: Table, dossier: Dossier, form: TableFormat) -> bytes:
    """The rows of a table as one file; raises ConfigurationError for Parquet where pyarrow is not installed."""
    makers: dict[TableFormat, Callable[[Sequence[Column], Sequence[Row]], bytes]] = {
        TableFormat.CSV: _csv, TableFormat.JSONL: _jsonl, TableFormat.PARQUET: _parquet
    }  # fmt: skip
    return makers[form](of.columns, of.rows(dossier))


def _csv(columns: Sequence[Column], rows: Sequence[Row]) -> bytes:
    """RFC 4180 in UTF-8; what is unknown is empty, truth is true or false, the items of a list stand between semicolons."""
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow([c.name for c in columns])
    writer.writerows([_cell(row[c.name]) for c in columns] for row in rows)
    return made.getvalue().encode()


def _cell(value: Value) -> str | int | float | None:
    if isinstance(value, tuple):
        return "; ".join(value)
    return str(value).lower() if isinstance(value, bool) else value


def _jsonl(_: Sequence[Column], rows: Sequence[Row]) -> bytes:
    return b"".join(msgspec.json.encode(row) + b"\n" for row in rows)


def _parquet(columns: Sequence[Column], rows: Sequence[Row]) -> bytes:
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra, and large
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        remedy = "pip install 'sayso[parquet]', or write csv or jsonl, which need nothing"
        raise ConfigurationError("table", "Parquet needs pyarrow, which is not installed", remedy) from error
    types = {
        ColumnType.TEXT: pa.string(), ColumnType.WHOLE: pa.int64(), ColumnType.NUMBER: pa.float64(),
        ColumnType.TRUTH: pa.bool_(), ColumnType.LIST: pa.list_(pa.string()),
    }  # fmt: skip
    schema = pa.schema([(c.name, types[c.type]) for c in columns])
    made = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist([dict(row) for row in rows], schema=schema), made)
    return made.getvalue()
