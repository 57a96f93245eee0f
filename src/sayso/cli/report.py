"""`sayso report`: several reports in, one dossier out."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli import output, status
from sayso.cli.progress import progress
from sayso.config import DEFAULT_MODEL, Settings, settings_from
from sayso.export.formats import Format, choose, render
from sayso.model.document import Skipped
from sayso.model.dossier import Dossier

Paths = Annotated[list[Path], typer.Argument(metavar="PATH", help="Files (.txt .md .html .jsonl) or folders.")]
Form = Annotated[
    Format | None, typer.Option("--format", "-f", help="What to write; else the ending of FILE decides, else terminal.")
]
Outputs = Annotated[
    list[Path] | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, not to standard output; may be repeated."),
]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="Look from this day, YYYY-MM-DD; else from the latest report.")
]
Model = Annotated[str, typer.Option("--model", metavar="NAME", help="An installed spaCy model.")]
Decided = Annotated[
    str | None,
    typer.Option(
        "--corrections", metavar="FILE", help="Corrections to apply; else sayso.corrections.jsonl beside the input."
    ),
]


def report(  # noqa: PLR0913 - one parameter for each thing that the command line takes
    paths: Paths,
    *,
    form: Form = None,
    outputs: Outputs = None,
    as_of: AsOf = None,
    model: Model = DEFAULT_MODEL,
    corrections: Decided = None,
) -> int:
    """Rebuild the one story that all PATHs tell: what is established, changed, disputed, and on whose say-so."""
    targets = [None if name == Path("-") else name for name in outputs or [Path("-")]]
    jobs = [(choose(form, target), target) for target in targets]
    settings = settings_from(as_of=as_of, model=model, corrections=corrections)
    for target in targets:
        if target is not None:
            output.check_writable(target)
    dossier = _run(paths, settings)
    for chosen, target in jobs:
        if target is None:
            output.write(render(dossier, chosen, output.width(), output.colored()), None)
        else:
            output.write(render(dossier, chosen, output.IN_A_PIPE, color=False), target)
    if (Format.TERMINAL, None) not in jobs:  # the summary itself shows what was skipped
        _tell(dossier.skipped)
    return status.SOME_SKIPPED if dossier.skipped else status.DONE


def _run(paths: list[Path], settings: Settings) -> Dossier:
    from sayso import pipeline  # noqa: PLC0415 - spaCy takes seconds to import

    with progress() as told:
        return pipeline.report(paths, settings, told)


def _tell(skipped: tuple[Skipped, ...]) -> None:
    for item in skipped:
        typer.echo(f"sayso: skipped {item.path}: {item.reason} ({item.remedy})", err=True)
