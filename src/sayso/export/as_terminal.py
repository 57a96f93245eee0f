"""The dossier as a short summary for a terminal."""

import io

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.export.plain import one_line
from sayso.export.summary import FURTHER, QUIET, LineShown, headline, sections
from sayso.model.document import Skipped
from sayso.model.dossier import Dossier

MOST_FURTHER = 8
NARROWEST = 40


def to_terminal(dossier: Dossier, width: int = 80, color: bool = False) -> str:
    """The summary in lines of at most `width` columns (40 at least), with colours only where `color` asks for them."""
    out = io.StringIO()
    console = Console(
        file=out, width=max(width, NARROWEST), force_terminal=color, color_system="standard" if color else None,
        no_color=not color, highlight=False, markup=False, emoji=False, legacy_windows=False,
    )  # fmt: skip
    console.print(Text(one_line(dossier.story.title), style="bold"))
    console.print(Text(headline(dossier), style="dim"))
    shown = sections(dossier)
    for section in shown:
        console.print()
        console.print(Text(section.title.upper(), style="bold"))
        most = MOST_FURTHER if section.title == FURTHER else len(section.lines)
        for line in section.lines[:most]:
            _print_line(console, line)
        if len(section.lines) > most:
            _indented(console, Text(f"and {len(section.lines) - most} more in the full report", style="dim"))
    if not shown:
        console.print()
        console.print(Text(QUIET))
    _print_skipped(console, dossier.skipped)
    return "\n".join(row.rstrip() for row in out.getvalue().splitlines()) + "\n"


def _print_line(console: Console, line: LineShown) -> None:
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=1)
    table.add_column(overflow="fold", ratio=1)
    table.add_row("•", Text(line.text))
    table.add_row("", Text(line.behind + (f" · {one_line(line.id)}" if line.id else ""), style="dim"))
    console.print(Padding(table, (0, 0, 0, 1)))
    if line.sides:
        _print_sides(console, line)


def _print_sides(console: Console, line: LineShown) -> None:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(overflow="fold", ratio=2)
    table.add_column(overflow="fold", ratio=3)
    for side in line.sides:
        table.add_row(Text(side.value, style="yellow"), Text(side.outlets, style="dim"))
    console.print(Padding(table, (0, 0, 0, 5)))


def _print_skipped(console: Console, skipped: tuple[Skipped, ...]) -> None:
    if not skipped:
        return
    console.print()
    console.print(Text("SKIPPED", style="bold"))
    for item in skipped:
        _indented(console, Text(f"{one_line(item.path)}: {one_line(item.reason)} ({one_line(item.remedy)})"))


def _indented(console: Console, text: Text) -> None:
    console.print(Padding(text, (0, 0, 0, 3)))
