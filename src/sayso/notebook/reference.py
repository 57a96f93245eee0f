"""The reference of the tables, written from the code: `python -m sayso.notebook.reference` prints it."""

from sayso.notebook.frames import DTYPES
from sayso.notebook.tables import TABLES, Table

_HEAD = """# Tables

`dossier.table(NAME)` gives these tables as pandas data frames (`pip install 'sayso[tables]'`), `dossier.rows(NAME)` as plain
records. Rows stand in the order of the dossier. A column named after a thing holds its id, so that tables join:
`claims.merge(documents, left_on="document", right_on="id")`.

This page is written from the code by `python -m sayso.notebook.reference`; a test holds the two together.

"""
_FOOT = """
An unknown value is `None` in records and `pandas.NA` in frames; a list is a tuple, empty where there is nothing.

Moments and days are ISO 8601 texts, since texts tell some to the day and some to the minute, with zone or without; as
texts they sort by day. Where a column holds days only, `pandas.to_datetime(frame["as_of"])` makes dates of them; else
`pandas.to_datetime(frame["time_start"], format="ISO8601")` does. `frame.explode("claims")` gives one row a claim.
"""


def reference() -> str:
    """The page, in Markdown."""
    types = [f"| {kind.value} | `{dtype}` |" for kind, dtype in DTYPES.items()]
    index = [f"- [{t.name}](#{t.name}): {t.doc[0].lower()}{t.doc[1:]}" for t in TABLES.values()]
    head = "| type | dtype in pandas |\n|---|---|\n" + "\n".join(types) + "\n"
    return _HEAD + "\n".join(index) + "\n\n" + head + _FOOT + "".join(map(_section, TABLES.values()))


def _section(table: Table) -> str:
    rows = "".join(f"| `{c.name}` | {c.type.value} | {c.doc} |\n" for c in table.columns)
    return f"\n## {table.name}\n\n{table.doc}\n\n| column | type | what it holds |\n|---|---|---|\n{rows}"


if __name__ == "__main__":
    print(reference(), end="")
