"""`sayso diff`: what changed from one dossier of a story to another."""

from pathlib import Path
from typing import Annotated

import typer

from sayso import load
from sayso.cli import status
from sayso.cli.comparing import Form, Output, Whole, target

Old = Annotated[Path, typer.Argument(metavar="OLD", help="The earlier dossier, in JSON.")]
New = Annotated[Path, typer.Argument(metavar="NEW", help="The later dossier of the same story, in JSON.")]


def diff(old: Old, new: New, form: Form = None, file: Output = None, *, whole: Whole = False) -> int:
    """Show what changed between two dossiers: figures, conflicts, deadlines, what is new, withdrawn or better borne."""
    from sayso.between import diff as compared  # noqa: PLC0415 - keeps the start quick
    from sayso.export.diff_page import diff_page  # noqa: PLC0415

    to = target(form, file, whole=whole)
    found = compared(load(old), load(new))
    to.write(found, diff_page(found, to.most))
    return status.DONE
