"""The public dossier: the record of the contract with what a person at a Python prompt expects of it."""

from pathlib import Path
from typing import TYPE_CHECKING, Self

from sayso.model import dossier as model

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from sayso.notebook.tables import Value

_SHOWN = 60


class Dossier(model.Dossier, frozen=True, kw_only=True, tag_field="schema", tag=model.SCHEMA):
    """One story, rebuilt across the documents that report it; its fields are the keys of the dossier in JSON.

    In a notebook it shows itself. `table` gives data frames, `rows` the same without pandas, `save` writes a file.
    """

    @classmethod
    def of(cls, plain: model.Dossier) -> Self:
        """The same dossier with these methods."""
        return cls(**{name: getattr(plain, name) for name in plain.__struct_fields__})

    def table(self, name: str) -> "pd.DataFrame":
        """One of the tables of docs/reference/tables.md as a data frame, such as `"claims"`: one row a thing.

        Raises ConfigurationError for a name that no table bears, and where pandas is not installed.
        """
        from sayso.notebook.frames import frame  # noqa: PLC0415 - keeps `import sayso` small
        from sayso.notebook.tables import table  # noqa: PLC0415

        return frame(table(name), self)

    def rows(self, name: str) -> "list[dict[str, Value]]":
        """The rows of a table as plain records, by column; raises ConfigurationError for a name that no table bears."""
        from sayso.notebook.tables import table  # noqa: PLC0415 - keeps `import sayso` small

        return table(name).rows(self)

    def save_tables(self, folder: str | Path, form: str, names: "Sequence[str] | None" = None) -> tuple[Path, ...]:
        """Writes tables into a folder, one file a table, as `"csv"`, `"jsonl"` or `"parquet"`; all where none is named.

        Raises ConfigurationError for another form, a name that no table bears, and Parquet where pyarrow is not installed;
        RunError where a file cannot be written.
        """
        from sayso.notebook.files import save_tables  # noqa: PLC0415 - keeps `import sayso` small

        return save_tables(self, Path(folder), form, names)

    def save(self, path: str | Path) -> None:
        """Writes the dossier to a file, whole or not at all, in the form that its ending tells: .json .html .md .txt.

        Raises ConfigurationError for any other ending and RunError where the file cannot be written.
        """
        from sayso.export import formats, saving  # noqa: PLC0415 - keeps `import sayso` small

        target = Path(path)
        saving.save(formats.render(self, formats.choose(None, target), formats.IN_A_FILE, color=False), target)

    def __repr__(self) -> str:
        """One line: the title, cut where it is long, and how much there is."""
        from sayso.export.plain import one_line  # noqa: PLC0415 - keeps `import sayso` small
        from sayso.export.summary import headline  # noqa: PLC0415
        from sayso.export.words import count  # noqa: PLC0415

        title = one_line(self.story.title)
        title = title if len(title) <= _SHOWN else title[: _SHOWN - 1].rstrip() + "…"
        found = f"{count(len(self.findings), 'finding')}, {count(len(self.discrepancies), 'discrepancy', 'discrepancies')}"
        return f"<sayso.Dossier “{title}”: {one_line(headline(self))}; {found}>"

    def _repr_html_(self) -> str:
        from sayso.notebook.card import card  # noqa: PLC0415 - keeps `import sayso` small

        return card(self)
