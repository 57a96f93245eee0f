"""The timeline as a chart: what took place when, how sure its day is, and how many stand behind it."""

from sayso.export import anchors
from sayso.export.charts.chart import Cell, Chart, drawn
from sayso.export.charts.svg import plain
from sayso.export.charts.timeline_draw import Timeline
from sayso.export.charts.timeline_pick import Picked, Placed, pick
from sayso.export.lookup import Lookup
from sayso.export.words import count, days, listed

TITLE = "What took place when"
COLUMNS = ("When", "What", "Outlets", "Origins", "Disputed")


def timeline_chart(look: Lookup) -> Chart | None:
    """The timeline drawn along the days of the story, or None where no entry has a day."""
    picked = pick(look)
    if picked is None:
        return None
    summary = _summary(look, picked)
    svg = drawn(TITLE, summary, lambda form: Timeline(look, picked, form).draw())
    return Chart(TITLE, summary, svg, COLUMNS, tuple(_rows(look, picked)))


def _summary(look: Lookup, picked: Picked) -> str:
    groups = (picked.before, picked.along, picked.after)
    shown = [p for g in groups for p in g.shown]
    parts = [f"{count(len(look.dossier.timeline), 'event')} told, {len(shown)} of them drawn"]
    return "; ".join(parts) + "."


def _rows(look: Lookup, picked: Picked) -> list[tuple[Cell, ...]]:
    return [_row(look, p) for g in (picked.before, picked.along, picked.after) for p in g.shown]


def _row(look: Lookup, p: Placed) -> tuple[Cell, ...]:
    entry = p.entry
    return (
        Cell(days(entry.date.start, entry.date.end)),
        Cell(plain(entry.summary), f"#{anchors.event(entry.claims)}"),
        Cell(listed([plain(o) for o in look.outlets(entry.claims)])),
        Cell(str(entry.origins) if entry.origins else "no source named"),
        Cell("disputed" if p.disputed else ""),
    )
