"""A series of figures as a chart: each told value with its hedge, on the day for which it was told."""

from datetime import date

from sayso.export import anchors
from sayso.export.charts.chart import Cell, Chart, drawn
from sayso.export.charts.series_draw import Figures
from sayso.export.charts.series_points import Told, figures, in_words
from sayso.export.charts.svg import plain
from sayso.export.lookup import Lookup
from sayso.export.words import day, listed
from sayso.model.dossier_findings import Series

COLUMNS = ("As of", "Told", "Outlet")


def series_chart(look: Lookup, series: Series) -> Chart | None:
    """One series drawn, or None where fewer than two different figures have a bound."""
    told = figures(look, series)
    if len(told) < 2:
        return None
    title = _title(series)
    summary = _summary(told)
    svg = drawn(title, summary, lambda form: Figures(told, series.unit or "", form).draw())
    return Chart(title, summary, svg, COLUMNS, tuple(_rows(look, series)))


def _title(series: Series) -> str:
    about = plain(series.about)
    return about[:1].upper() + about[1:]


def _summary(told: list[Told]) -> str:
    """The first and the last figure of a known day, days on which figures differ, figures without a day."""
    dated = [t for t in told if t.day is not None]
    if _agree(told):
        return f"Nothing need have changed: {_all([t.words for t in told])} can all hold at once."
    parts = [_course(dated)] if dated else []
    differing = sorted({t.day for t in dated if sum(1 for o in dated if o.day == t.day) > 1 and t.day is not None})
    if len(differing) == 1 and len({t.day for t in dated}) > 1:
        there = [t.words for t in dated if t.day == differing[0]]
        parts.append(f"for {_day(differing[0])}, {_all(there)} stand side by side")
    elif len(differing) > 1:
        parts.append(f"for {len(differing)} days more than one figure is told")
    undated = [t.words for t in told if t.day is None]
    if undated:
        many = f"{len(undated)} figures told" if len(undated) > 1 else "one figure told"
        parts.append(f"{many} ({_all(undated)}) {'have' if len(undated) > 1 else 'has'} no known day")
    text = "; ".join(parts)
    return text[:1].upper() + text[1:] + "."


def _agree(told: list[Told]) -> bool:
    """Whether one number lies within the bounds of every figure."""
    lows, highs = ([b for b in bounds if b is not None] for bounds in zip(*((t.low, t.high) for t in told), strict=True))
    return not lows or not highs or max(lows) <= min(highs)


def _all(words: list[str]) -> str:
    told = list(dict.fromkeys(words))
    return f"{', '.join(told[:-1])} and {told[-1]}" if 1 < len(told) <= 4 else listed(told)


def _course(dated: list[Told]) -> str:
    first, last = dated[0], dated[-1]
    if first.day == last.day:
        return f"{_all([t.words for t in dated])} {'are' if len(dated) > 1 else 'is'} told for {_day(last.day, year=True)}"
    if first.words == last.words:
        return f"the figures told begin and end at {first.words}, from {_day(first.day)} to {_day(last.day, year=True)}"
    verb = "rise" if first.value < last.value else "fall" if first.value > last.value else "run"
    apart = _day(first.day, year=True)[-4:] != _day(last.day, year=True)[-4:]
    start, end = _day(first.day, year=apart), _day(last.day, year=True)
    return f"the figures told {verb} from {first.words} on {start} to {last.words} on {end}"


def _day(ordinal: int | None, year: bool = False) -> str:
    told = day(date.fromordinal(ordinal).isoformat()) if ordinal else ""
    return told if year else told.rpartition(" ")[0]


def _rows(look: Lookup, series: Series) -> list[tuple[Cell, ...]]:
    points = sorted(series.points, key=lambda p: (p.as_of is None, p.as_of or "", p.claim))
    return [
        (
            Cell(day(p.as_of)),
            Cell(in_words(look, p), f"#{anchors.claim(p.claim)}"),
            Cell(listed([plain(o) for o in look.outlets([p.claim])])),
        )
        for p in points
    ]
