"""The dossier as a short summary for a terminal, set like a page: one column of lines, ids at its right edge."""

import io
from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.export.decisions import LEAD, TITLE, standing
from sayso.export.plain import one_line
from sayso.export.summary import (
    ESTABLISHED,
    FURTHER,
    QUIET,
    UNBORNE,
    LineShown,
    PageShown,
    PointShown,
    SectionShown,
    alone,
    headline,
    sections,
)
from sayso.model.document import Skipped
from sayso.model.dossier import Dossier

MOST_FURTHER = 8
NARROWEST = 40
ROOMY = 72  # columns from which values get bars and ids stand beside what is behind a line
ABREAST = 60  # columns from which values and their outlets stand side by side
BAR = 12  # columns of the longest bar
COLOURS = {
    ESTABLISHED: "green", "Changed": "cyan", "Disputed": "red", "One origin": "yellow", "Outlook": "blue", "Gaps": "magenta",
    FURTHER: "red", "Now disputed": "red", "No longer disputed": "green", "Moved figures": "cyan",
    "Now corroborated": "green",
    "No longer corroborated": "yellow", "Deadlines": "blue", "Newly foretold": "blue", "Withdrawn": "magenta",
    "Reworded": "magenta", "Told otherwise": "red", "Worded otherwise": "magenta", "Told by both": "green",
}  # fmt: skip
HINTS = (
    "Why any of this: sayso report … -o story.json, then sayso explain ID story.json",
    "Every report with its words marked: sayso report … -o story.html",
)  # for whoever shows the summary and knows no better
_EIGHTHS = " ▏▎▍▌▋▊▉█"


def to_terminal(dossier: Dossier, width: int = 80, color: bool = False, hints: Sequence[str] = HINTS) -> str:
    """The summary in lines of at most `width` columns (40 at least), with colours only where `color` asks for them.

    `hints` are the last lines: what to do next.
    """
    shown, single = sections(dossier), alone(dossier)
    if shown and not single and ESTABLISHED not in {s.title for s in shown}:
        shown.insert(0, SectionShown(ESTABLISHED, UNBORNE, ()))
    console, out = _console(width, color)
    _print_page(console, PageShown(dossier.story.title, (headline(dossier),), ()))
    if single or not shown:
        console.print()
        console.print(Text(single or QUIET))
    for section in shown:
        _print_section(console, section)
    _print_corrections(console, dossier)
    _print_skipped(console, dossier.skipped)
    if shown:
        _print_hints(console, hints)
    return _rows(out)


def set_page(page: PageShown, width: int = 80, color: bool = False) -> str:
    """A page in lines of at most `width` columns (40 at least), with colours only where `color` asks for them."""
    console, out = _console(width, color)
    _print_page(console, page)
    if page.hints:
        _print_hints(console, page.hints)
    return _rows(out)


def _console(width: int, color: bool) -> tuple[Console, io.StringIO]:
    out = io.StringIO()
    console = Console(
        file=out, width=max(width, NARROWEST), force_terminal=color, color_system="standard" if color else None,
        no_color=not color, highlight=False, markup=False, emoji=False, legacy_windows=False,
    )  # fmt: skip
    return console, out


def _rows(out: io.StringIO) -> str:
    return "\n".join(row.rstrip() for row in out.getvalue().splitlines()) + "\n"


def _print_page(console: Console, page: PageShown) -> None:
    console.print(Text(one_line(page.title), style="bold"))
    for line in page.under:
        console.print(Text(line, style="dim"))
    for section in page.sections:
        _print_section(console, section)


def _print_hints(console: Console, hints: Sequence[str]) -> None:
    console.print()
    for hint in hints:
        console.print(Text(hint, style="dim"))


def _print_section(console: Console, section: SectionShown) -> None:
    console.print()
    console.print(Text(section.title.upper(), style=f"bold {COLOURS.get(section.title, '')}".strip()))
    if section.lead:
        console.print(Text(section.lead, style="dim italic"))
    most = MOST_FURTHER if section.title == FURTHER else len(section.lines)
    for line in section.lines[:most]:
        _print_line(console, line)
    if len(section.lines) > most:
        _indented(console, Text(f"and {len(section.lines) - most} more in the full report", style="dim"))
    if section.more:
        _indented(console, Text(section.more, style="dim"))


def _print_line(console: Console, line: LineShown) -> None:
    roomy = console.width >= ROOMY
    inner = console.width - 3
    text, identifier = Text(line.text), Text(one_line(line.id or ""), style="dim")
    behind = Text(line.behind, style="dim")
    if not line.behind and (line.points or line.table):  # the values tell all that is behind it
        rows: list[RenderableType] = [_beside(text, identifier)] if _fits(text, identifier, inner) else [text, identifier]
    elif not (line.behind or line.id):
        rows = [text]
    elif roomy and _fits(behind, identifier, inner):
        rows = [text, _beside(behind, identifier)]
    else:
        rows = [text, behind, identifier]
    for number, row in enumerate(rows):
        table = Table.grid(expand=True)
        table.add_column(width=3)
        table.add_column(overflow="fold", ratio=1)
        table.add_row(Text(" • " if number == 0 else "   "), row)
        console.print(table)
    if line.points:
        _print_points(console, line.points)
    if line.sides:
        _print_rows(
            console, [(Text(s.value, style="bold"), Text(f"{s.outlets} · {s.word}", style="dim")) for s in line.sides]
        )
    if line.table:
        _print_rows(console, [_cells(row, line.table.strong) for row in line.table.rows])


def _cells(row: Sequence[str], strong: int) -> tuple[Text, ...]:
    last = len(row) - 1
    return tuple(Text(cell, style="bold" if n == strong else "dim" if n == last else "") for n, cell in enumerate(row))


def _fits(left: Text, right: Text, width: int) -> bool:
    return cell_len(left.plain) + cell_len(right.plain) + 2 <= width


def _beside(left: Text, right: Text) -> Table:
    table = Table.grid(expand=True)
    table.add_column(ratio=1)
    table.add_column(justify="right", no_wrap=True)
    table.add_row(left, right)
    return table


def _print_points(console: Console, points: tuple[PointShown, ...]) -> None:
    most = max((p.high or p.low or 0 for p in points), default=0)
    rows, before = [], ""
    for point in points:
        bar = (Text(_bar(point, most), style="cyan"),) if console.width >= ROOMY and most > 0 else ()
        who = Text(f"{point.outlets} · {point.word}", style="dim")
        again = point.day == before and console.width >= ABREAST
        rows.append((Text("" if again else point.day), Text(point.value, style="bold"), *bar, who))
        before = point.day
    _print_rows(console, rows)


def _bar(point: PointShown, most: float) -> str:
    """A bar as long as the value; what may be more ends in an arrow."""
    value = point.high if point.high is not None else point.low or 0
    eighths = round(BAR * 8 * min(1.0, max(0, value) / most))
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip() + ("→" if point.high is None else "")


def _print_rows(console: Console, rows: list[tuple[Text, ...]]) -> None:
    """Rows in aligned columns, the last as wide as what is left; where there is little room, it stands below the others."""
    if console.width < ABREAST:
        for row in rows:
            console.print(Padding(Text("  ").join(t for t in row[:-1] if t.plain), (0, 0, 0, 5)))
            console.print(Padding(row[-1], (0, 0, 0, 7)))
        return
    inner = console.width - 5
    fixed = len(rows[0]) - 1
    widest = [max(cell_len(row[n].plain) for row in rows) for n in range(fixed)]
    share = inner // 2 if fixed == 1 else inner * 2 // 3
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for wide in widest:
        table.add_column(overflow="fold", width=wide if sum(widest) <= share else min(wide, share // fixed))
    table.add_column(overflow="fold", ratio=1)
    for row in rows:
        table.add_row(*row)
    console.print(Padding(table, (0, 0, 0, 5)))


def _print_corrections(console: Console, dossier: Dossier) -> None:
    decided, undone = standing(dossier)
    if not dossier.corrections:
        return
    console.print()
    console.print(Text(TITLE.upper(), style="bold"))
    console.print(Text(LEAD, style="dim italic"))
    for sentence in decided:
        _bulleted(console, Text(sentence))
    if undone:
        _indented(console, Text(undone, style="dim"))


def _print_skipped(console: Console, skipped: tuple[Skipped, ...]) -> None:
    if not skipped:
        return
    console.print()
    console.print(Text("SKIPPED", style="bold"))
    for item in skipped:
        _indented(console, Text(f"{one_line(item.path)}: {one_line(item.reason)} ({one_line(item.remedy)})"))


def _bulleted(console: Console, text: Text) -> None:
    table = Table.grid(expand=True)
    table.add_column(width=3)
    table.add_column(overflow="fold", ratio=1)
    table.add_row(Text(" • "), text)
    console.print(table)


def _indented(console: Console, text: Text) -> None:
    console.print(Padding(text, (0, 0, 0, 3)))
