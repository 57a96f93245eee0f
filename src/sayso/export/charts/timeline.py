"""The timeline as a chart: what took place when, how sure its day is, and how many stand behind it."""

from collections import Counter
from datetime import date

from sayso.export import anchors
from sayso.export.charts.chart import Cell, Chart, drawn
from sayso.export.charts.days import short_day
from sayso.export.charts.svg import plain
from sayso.export.charts.timeline_draw import Timeline
from sayso.export.charts.timeline_pick import Group, Picked, Placed, pick
from sayso.export.lookup import Lookup
from sayso.export.words import count, days, listed

TITLE = "What took place when"
COLUMNS = ("When", "What", "Outlets", "Named sources", "Disputed")


def timeline_chart(look: Lookup) -> Chart | None:
    """The timeline drawn along the days of the story, or None where no entry has a day."""
    picked = pick(look)
    if picked is None:
        return None
    summary = _summary(picked)
    svg = drawn(TITLE, summary, lambda form: Timeline(look, picked, form).draw())
    return Chart(TITLE, summary, svg, COLUMNS, tuple(_rows(look, picked)))


def _summary(picked: Picked) -> str:
    """How many entries are told for which days, most for which day, how many are well supported, disputed, drawn."""
    shown = [p for g in _groups(picked) for p in g.shown]
    every = [*shown, *(p for g in _groups(picked) for _, rest in g.left_out for p in rest)]
    along = [p for p in every if p.start is not None and int(p.start) >= picked.first and p.start < picked.last + 1]
    span = days(date.fromordinal(picked.first).isoformat(), date.fromordinal(picked.last).isoformat())
    within = f"{len(along)} of them {'on' if picked.first == picked.last else 'from'} {span}"
    parts = [f"{count(len(every), 'event')} told, {within}"]
    starts = Counter(int(p.start) for p in along if p.start is not None)
    day, most = min(starts.items(), key=lambda s: (-s[1], s[0]), default=(0, 0))
    if most > 1 and len(starts) > 1:
        parts.append(f"most on {short_day(day)} ({most})")
    parts.append(f"{sum(p.entry.origins > 1 for p in every) or 'none'} told with two or more named sources")
    parts.append(f"{sum(p.disputed for p in every) or 'none'} disputed")
    if len(shown) < len(every):
        parts.append(f"the {len(shown)} most widely told are drawn")
    return "; ".join(parts) + "."


def _groups(picked: Picked) -> tuple[Group, Group, Group]:
    return picked.before, picked.along, picked.after


def _rows(look: Lookup, picked: Picked) -> list[tuple[Cell, ...]]:
    return [_row(look, p) for g in _groups(picked) for p in g.shown]


def _row(look: Lookup, p: Placed) -> tuple[Cell, ...]:
    entry = p.entry
    return (
        Cell(days(entry.date.start, entry.date.end)),
        Cell(p.label, f"#{anchors.event(entry.claims)}"),
        Cell(listed([plain(o) for o in look.outlets(entry.claims)])),
        Cell(str(entry.origins) if entry.origins else "no source found"),
        Cell("disputed" if p.disputed else ""),
    )
