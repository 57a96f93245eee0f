"""An evaluation in lines for a terminal: figures, seconds, the commonest errors, the worst documents."""

import io

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.evaluate.records import Evaluation, Figure, KindOfError
from sayso.evaluate.summary import EXAMPLES

NARROWEST = 40
WORST_SHOWN = 5
ABOUT_SHOWN = 5


def to_lines(evaluation: Evaluation, width: int = 80, color: bool = False) -> str:
    """The evaluation in lines of at most `width` columns (40 at least), with colours only where `color` asks for them."""
    out = io.StringIO()
    console = Console(
        file=out, width=max(width, NARROWEST), force_terminal=color, color_system="standard" if color else None,
        no_color=not color, highlight=False, markup=False, emoji=False, legacy_windows=False,
    )  # fmt: skip
    console.print(Text(f"{evaluation.task} on {', '.join(evaluation.gold)}", style="bold"))
    console.print(Text(_size(evaluation), style="dim"))
    console.print()
    console.print(_figures(evaluation))
    if evaluation.kinds:
        _heading(console, "Errors")
        for kind in evaluation.kinds:
            _kind(console, kind)
        _heading(console, "Worst documents")
        console.print(_worst(evaluation))
    if evaluation.skipped:
        _heading(console, "Failed")
        for item in evaluation.skipped:
            _indented(console, Text(f"{item.path}: {item.reason} ({item.remedy})"))
    return "\n".join(row.rstrip() for row in out.getvalue().splitlines()) + "\n"


def _size(evaluation: Evaluation) -> str:
    """How much was read, and how long that took."""
    seconds = ", ".join(f"{step} {s:.1f} s" for step, s in evaluation.seconds.items() if s >= 0.05)
    told = [f"{evaluation.rows} documents", f"{evaluation.words} words" if evaluation.words else "", seconds]
    return "; ".join(filter(None, told))


def _figures(evaluation: Evaluation) -> Table:
    table = Table.grid(padding=(0, 3, 0, 0))
    table.add_column()
    for _ in evaluation.figures:
        table.add_column(justify="right")
    table.add_row("", *(Text(part, style="dim") for part in evaluation.figures))
    for name in next(iter(evaluation.figures.values()), {}):
        table.add_row(name.replace("_", " "), *(_figure(f.get(name)) for f in evaluation.figures.values()))
    return table


def _figure(value: Figure) -> str:
    if value is None:
        return "-"
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def _kind(console: Console, kind: KindOfError) -> None:
    about = ", ".join(f"{about} {count}" for about, count in kind.about[:ABOUT_SHOWN])
    _indented(console, Text.assemble((f"{kind.count} {kind.kind}", "bold"), f": {about}"))
    for example in kind.examples[:EXAMPLES]:
        console.print(Padding(Text.assemble((f"{example.document}  ", "dim"), example.text), (0, 0, 0, 5)))


def _worst(evaluation: Evaluation) -> Padding:
    table = Table.grid(padding=(0, 3, 0, 0))
    for document in evaluation.worst[:WORST_SHOWN]:
        table.add_row(document.document, f"{document.errors} errors", f"{document.gold} in the gold")
    return Padding(table, (0, 0, 0, 3))


def _heading(console: Console, title: str) -> None:
    console.print()
    console.print(Text(title.upper(), style="bold"))


def _indented(console: Console, text: Text) -> None:
    console.print(Padding(text, (0, 0, 0, 3)))
