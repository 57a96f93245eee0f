"""`sayso diff`: what changed from one dossier of a story to another."""

from pathlib import Path
from typing import Annotated

import typer

from sayso import load
from sayso.cli import output, status
from sayso.export.plain_formats import PlainFormat, choose_plain, render_plain

Old = Annotated[Path, typer.Argument(metavar="OLD", help="The earlier dossier, in JSON.")]
New = Annotated[Path, typer.Argument(metavar="NEW", help="The later dossier of the same story, in JSON.")]
Form = Annotated[
    PlainFormat | None,
    typer.Option("--format", "-f", help="What to write; else the ending of FILE decides, else terminal."),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, not to standard output.")
]
Whole = Annotated[bool, typer.Option("--all", help="Show every line of every section, not the weightiest alone.")]


def diff(old: Old, new: New, form: Form = None, target: Output = None, *, whole: Whole = False) -> int:
    """Show what changed between two dossiers: figures, conflicts, deadlines, what is new, withdrawn or better borne."""
    from sayso.between import diff as compared  # noqa: PLC0415 - keeps the start quick
    from sayso.export.choosing import MOST  # noqa: PLC0415
    from sayso.export.diff_page import diff_page  # noqa: PLC0415

    target = None if target == Path("-") else target
    chosen = choose_plain(form, target)
    if target is not None:
        output.check_writable(target)
    found = compared(load(old), load(new))
    page = diff_page(found, None if whole else MOST)
    width, color = (output.width(), output.colored()) if target is None else (output.IN_A_PIPE, False)
    output.write(render_plain(found, page, chosen, width, color), target)
    return status.DONE
