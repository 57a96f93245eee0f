"""Tables as pandas data frames; pandas is imported here alone, and only when a frame is asked for."""

from typing import TYPE_CHECKING

from sayso.errors import ConfigurationError
from sayso.model.dossier import Dossier
from sayso.notebook.tables import ColumnType, Table

if TYPE_CHECKING:
    import pandas as pd

DTYPES = {
    ColumnType.TEXT: "string",
    ColumnType.WHOLE: "Int64",
    ColumnType.NUMBER: "Float64",
    ColumnType.TRUTH: "boolean",
    ColumnType.LIST: "object",
}


def frame(table: Table, dossier: Dossier) -> "pd.DataFrame":
    """The rows of a table; every column has the same dtype whatever it holds, and an unknown value is `pandas.NA`."""
    try:
        import pandas as pd  # noqa: PLC0415 - an extra, and slow to import
    except ImportError as error:
        remedy = "pip install 'sayso[tables]', or use dossier.rows(...), which needs nothing"
        raise ConfigurationError("table", "a data frame needs pandas, which is not installed", remedy) from error
    rows = table.rows(dossier)
    return pd.DataFrame({c.name: pd.Series([row[c.name] for row in rows], dtype=DTYPES[c.type]) for c in table.columns})
