"""`sayso report`: several reports in, one dossier out."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli import output, status
from sayso.cli.formats import Format, choose, render
from sayso.cli.progress import progress
from sayso.config import DEFAULT_MODEL, Settings, settings_from
from sayso.model.document import Skipped
from sayso.model.dossier import Dossier

Paths = Annotated[
    list[Path], typer.Argument(metavar="PATH", show_default=False, help="Files (.txt .md .html .jsonl) or folders.")
]
Form = Annotated[
    Format | None, typer.Option("--format", "-f", help="What to write; else the ending of -o decides, else terminal.")
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE instead of standard output.")
]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="Look from this day, YYYY-MM-DD; else the latest report.")
]
Model = Annotated[str, typer.Option("--model", metavar="NAME", help="An installed spaCy model.")]


def report(
    paths: Paths, form: Form = None, output_file: Output = None, as_of: AsOf = None, model: Model = DEFAULT_MODEL
) -> int:
    """Rebuild the one story that all PATHs tell: what is established, changed, disputed, and on whose say-so."""
    if output_file == Path("-"):
        output_file = None
    chosen = choose(form, output_file)
    settings = settings_from(as_of=as_of, model=model)
    if output_file is not None:
        output.check_writable(output_file)
    dossier = _run(paths, settings)
    plain = output_file is not None
    data = render(dossier, chosen, output.IN_A_PIPE if plain else output.width(), not plain and output.colored())
    output.write(data, output_file)
    if plain or chosen is not Format.TERMINAL:
        _tell(dossier.skipped)
    return status.SOME_SKIPPED if dossier.skipped else status.DONE


def _run(paths: list[Path], settings: Settings) -> Dossier:
    from sayso import pipeline  # noqa: PLC0415 - spaCy takes seconds to import

    with progress() as told:
        return pipeline.report(paths, settings, told)


def _tell(skipped: tuple[Skipped, ...]) -> None:
    for item in skipped:
        typer.echo(f"sayso: skipped {item.path}: {item.reason} ({item.remedy})", err=True)
