"""The tables of a dossier, by name; `docs/reference/tables.md` is written from them."""

from sayso.errors import ConfigurationError
from sayso.notebook.tables import findings, reading, texts
from sayso.notebook.tables.column import Column, ColumnType, Table, Value

__all__ = ["TABLES", "Column", "ColumnType", "Table", "Value", "table"]

_ORDER = """documents claims quotes quantities findings origins discrepancies sides series timeline sources reuse
positions outlook framing loaded omissions entities mentions skipped""".split()
_KNOWN = {t.name: t for t in (*texts.TABLES, *findings.TABLES, *reading.TABLES)}
TABLES = {name: _KNOWN[name] for name in _ORDER}


def table(name: str) -> Table:
    """The table of this name; raises ConfigurationError where there is none."""
    if name not in TABLES:
        raise ConfigurationError("table", f"there is no table {name!r}", f"the tables are: {', '.join(TABLES)}")
    return TABLES[name]
