"""`sayso compare`: two outlets of one story side by side."""

from pathlib import Path
from typing import Annotated

import typer

from sayso import load
from sayso.cli import output, status
from sayso.cli.comparing import Form, Output, Whole, target
from sayso.cli.progress import progress
from sayso.config import DEFAULT_MODEL, settings_from
from sayso.errors import ConfigurationError
from sayso.model.dossier import Dossier

A = Annotated[str, typer.Argument(metavar="A", help="An outlet; the beginning of its name or a word of it will do.")]
B = Annotated[str, typer.Argument(metavar="B", help="Another outlet.")]
Paths = Annotated[list[Path], typer.Argument(metavar="PATH", help="One dossier in JSON, or the reports: files and folders.")]
Model = Annotated[str, typer.Option("--model", metavar="NAME", help="An installed spaCy model, for reports.")]


def compare(  # noqa: PLR0913 - one parameter for each thing that the command line takes
    a: A, b: B, paths: Paths, form: Form = None, file: Output = None, *, whole: Whole = False, model: Model = DEFAULT_MODEL
) -> int:  # fmt: skip
    """Set two outlets side by side: what both tell, tell otherwise, word otherwise, or tell alone, and on whose word."""
    from sayso.between import compare as compared  # noqa: PLC0415 - keeps the start quick
    from sayso.export.compare_page import compare_page  # noqa: PLC0415

    to = target(form, file, whole=whole)
    dossier, skipped = _dossier(paths, model)
    found = compared(dossier, a, b)
    to.write(found, compare_page(found, to.most))
    return status.SOME_SKIPPED if skipped else status.DONE


def _dossier(paths: list[Path], model: str) -> tuple[Dossier, bool]:
    """The dossier that is named or made, and whether reports were skipped in making it."""
    if any(p.suffix.lower() == ".json" for p in paths):
        if len(paths) > 1:
            raise ConfigurationError("compare", "a dossier in JSON stands alone", "name one dossier, or reports and folders")
        return load(paths[0]), False
    from sayso.pipeline.report import report as rebuild  # noqa: PLC0415 - spaCy takes seconds to import

    with progress() as told:
        dossier = rebuild(paths, settings_from(model=model), told)
    output.tell_skipped(dossier.skipped)
    return dossier, bool(dossier.skipped)
