"""What `diff` and `compare` have in common: their options, and how a comparison is written."""

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from sayso.cli import output
from sayso.export.choosing import MOST
from sayso.export.plain_formats import PlainFormat, choose_plain, render_plain
from sayso.export.summary import PageShown

Form = Annotated[
    PlainFormat | None,
    typer.Option("--format", "-f", help="What to write; else the ending of FILE decides, else terminal."),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, not to standard output.")
]
Whole = Annotated[bool, typer.Option("--all", help="Show every line of every section, not the weightiest alone.")]


class Target(msgspec.Struct, frozen=True):
    """Where a comparison goes and in what format; None is standard output."""

    form: PlainFormat
    file: Path | None
    whole: bool

    @property
    def most(self) -> int | None:
        """Lines of a section to show; None for all."""
        return None if self.whole else MOST

    def write(self, record: msgspec.Struct, page: PageShown) -> None:
        """Writes a comparison, and tells the name of the file that holds it."""
        width, color = (output.width(), output.colored()) if self.file is None else (output.IN_A_PIPE, False)
        output.write(render_plain(record, page, self.form, width, color), self.file)
        if self.file is not None:
            typer.echo(f"wrote {self.file}", err=True)


def target(form: PlainFormat | None, file: Path | None, *, whole: bool) -> Target:
    """The target, tried before any work is done; raises as `choose_plain` and `check_writable` do."""
    file = None if file == Path("-") else file
    chosen = choose_plain(form, file)
    if file is not None:
        output.check_writable(file)
    return Target(chosen, file, whole)
