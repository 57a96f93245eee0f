"""`sayso export`: the tables of a selection of the store as files."""

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from sayso import Dossier
from sayso.cli import output, status, stored
from sayso.cli.progress import progress
from sayso.config import DEFAULT_MODEL, settings_from
from sayso.export.words import count


class TableForm(Enum):
    """What a table is written as."""

    CSV = "csv"
    PARQUET = "parquet"
    JSONL = "jsonl"


To = Annotated[TableForm, typer.Option("--to", help="What to write; parquet needs sayso[parquet].")]
Folder = Annotated[Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where the files go; made where it is not.")]
Names = Annotated[
    list[str] | None,
    typer.Option("--table", metavar="NAME", help="Only this table, such as claims; may be repeated. Else every one."),
]
Query = Annotated[str | None, typer.Option("--query", metavar="TEXT", help="Only documents that bear these words.")]
Model = Annotated[str, typer.Option("--model", metavar="NAME", help="An installed spaCy model.")]


def export(  # noqa: PLR0913 - one parameter for each thing that the command line takes
    *,
    to: To,
    folder: Folder = Path(),
    names: Names = None,
    story: stored.Story = None,
    query: Query = None,
    outlet: stored.Outlet = None,
    entity: stored.Entity = None,
    since: stored.Since = None,
    until: stored.Until = None,
    place: stored.Place = stored.DEFAULT_PLACE,
    model: Model = DEFAULT_MODEL,
    wait: stored.Wait = stored.DEFAULT_WAIT,
    as_json: stored.AsJson = False,
) -> int:
    """Write documents, claims, findings and the other tables of a report over the store, one file a table."""
    from sayso.pipeline.stored_report import stored_report  # noqa: PLC0415 - spaCy takes seconds to import

    wanted = stored.selection(story=story, query=query, outlet=outlet, entity=entity, since=since, until=until)
    with stored.opened(place, wait) as store, progress() as told:
        dossier = Dossier.of(stored_report(store, wanted, settings_from(model=model), told))
    files = dossier.save_tables(folder, to.value, names)
    if as_json:
        output.write(stored.as_json([str(file) for file in files]), None)
    else:
        of = f"{count(len(files), 'table')} of {count(len(dossier.documents), 'document')}"
        output.write(stored.lines([*map(str, files), of]), None)
    return status.DONE
