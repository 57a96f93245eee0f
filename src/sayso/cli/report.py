"""`sayso report`: several reports in, one dossier out."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli import output, status, stored
from sayso.cli.hints import hints
from sayso.cli.progress import progress
from sayso.config import DEFAULT_MODEL, Settings, settings_from
from sayso.errors import ConfigurationError
from sayso.export.formats import Format, choose, render
from sayso.export.words import count
from sayso.model.dossier import Dossier

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH",
        help="Files or folders: texts, pages, PDF, mail, feeds, web archives …; else --story or --query of the store.",
    ),
]
Form = Annotated[
    Format | None, typer.Option("--format", "-f", help="What to write; else the ending of FILE decides, else terminal.")
]
Outputs = Annotated[
    list[Path] | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, not to standard output; may be repeated."),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="The day, YYYY-MM-DD, from which to see what is still to come and what is background; else that of the latest "
        "report. All reports stay in.",
    ),
]
Model = Annotated[str, typer.Option("--model", metavar="NAME", help="An installed spaCy model.")]
Decided = Annotated[
    str | None,
    typer.Option(
        "--corrections", metavar="FILE", help="Corrections to apply; else sayso.corrections.jsonl beside the input."
    ),
]

Houses = Annotated[
    str | None,
    typer.Option("--publishers", metavar="FILE", help="Publishers that are one house, beside those that sayso knows."),
]
Told = Annotated[str | None, typer.Option("--story", metavar="NAME", help="A story of the store, in place of PATH.")]
Query = Annotated[
    str | None,
    typer.Option("--query", metavar="TEXT", help="Documents of the store that bear these words, in place of PATH."),
]


def report(  # noqa: PLR0913 - one parameter for each thing that the command line takes
    context: typer.Context,
    paths: Paths = None,
    *,
    form: Form = None,
    outputs: Outputs = None,
    as_of: AsOf = None,
    model: Model = DEFAULT_MODEL,
    corrections: Decided = None,
    publishers: Houses = None,
    story: Told = None,
    query: Query = None,
    place: stored.Place = stored.DEFAULT_PLACE,
    wait: stored.Wait = stored.DEFAULT_WAIT,
) -> int:
    """Rebuild the one story that all PATHs tell: what is established, changed, disputed, and on whose say-so.

    Without a PATH the documents of the store are read: those of a --story, those that answer a --query, or both.
    """
    if web := next((p for p in paths or () if p.parts[:1] in (("http:",), ("https:",))), None):
        remedy = "sayso add ADDRESS --story NAME keeps the page, sayso report --story NAME reports from it"
        raise ConfigurationError("report", f"{str(web).replace(':/', '://', 1)} is a web address", remedy)
    if bool(paths) == bool(story or query):
        remedy = "name files or folders, or a --story or --query of the store, not both"
        raise ConfigurationError("report", "it is not clear what to report", remedy)
    targets = [None if name == Path("-") else name for name in outputs or [Path("-")]]
    jobs = [(choose(form, target), target) for target in targets]
    settings = settings_from(as_of=as_of, model=model, corrections=corrections, publishers=publishers)
    for target in targets:
        if target is not None:
            output.check_writable(target)
    dossier = _run(paths, settings) if paths else _stored((place, wait), settings, story=story, query=query)
    told = hints(context.find_root().info_name or "sayso", jobs)
    for chosen, target in jobs:
        if target is None:
            output.write(render(dossier, chosen, output.width(), output.colored(), told), None)
        else:
            output.write(render(dossier, chosen, output.IN_A_PIPE, color=False, hints=told), target)
    if (Format.TERMINAL, None) not in jobs:  # the summary itself shows what was skipped
        output.tell_skipped(dossier.skipped)
    if None not in targets or output.watched(sys.stderr):
        _written([t for t in targets if t is not None], dossier)
    return status.SOME_SKIPPED if dossier.skipped else status.DONE


def _written(files: list[Path], dossier: Dossier) -> None:
    counts = f"{count(len(dossier.documents), 'report')}, {len(dossier.skipped)} skipped"
    for file in files:
        typer.echo(f"wrote {file} ({counts})", err=True)


def _run(paths: list[Path], settings: Settings) -> Dossier:
    from sayso.pipeline.report import report as rebuild  # noqa: PLC0415 - spaCy takes seconds to import

    with progress() as told:
        return rebuild(paths, settings, told)


def _stored(where: tuple[str, float], settings: Settings, **named: str | None) -> Dossier:
    from sayso.pipeline.stored_report import stored_report  # noqa: PLC0415 - spaCy takes seconds to import

    with stored.opened(*where) as store, progress() as told:
        return stored_report(store, stored.selection(**named), settings, told)
