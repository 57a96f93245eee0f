"""The outlets of figures that have no room for them in the picture, as a list under it."""

from collections.abc import Sequence

from sayso.export import anchors
from sayso.export.charts.chart import Format
from sayso.export.charts.days import short_day
from sayso.export.charts.legend import PAD
from sayso.export.charts.lettering import cut, width
from sayso.export.charts.series_points import Told
from sayso.export.charts.svg import Canvas, element, linked
from sayso.export.words import listed

MOST = 12  # rows; the table behind the picture holds all
_ROW = 18


def listing(canvas: Canvas, form: Format, told: Sequence[Told], y: float) -> float:
    """Draws a row for each figure from `y` downwards: figure, day, outlets; says where the last row ends."""
    shown = told[:MOST]
    values = max((width(_cut(t.words, form), form.font, bold=True) for t in shown), default=0.0)
    days = max((width(_day(t), form.font) for t in shown), default=0.0)
    when, who = PAD + values + 10, PAD + values + days + 20
    for t in shown:
        y += _ROW
        parts = [
            element("text", _cut(t.words, form), class_="head", x=PAD, y=y),
            element("text", _day(t), class_="dim", x=when, y=y),
            element("text", cut(listed(t.outlets, most=3), form.width - PAD - who, form.font), x=who, y=y),
        ]
        title = f"{t.words}: {', '.join(t.outlets)}"
        canvas.add(linked(f"#{anchors.claim(t.claims[0])}", title, *parts, class_="clash" if t.clash else None))
    if len(told) > MOST:
        y += _ROW
        canvas.add(element("text", f"and {len(told) - MOST} more in the table", class_="dim", x=PAD, y=y))
    return y + 6


def _cut(text: str, form: Format) -> str:
    return cut(text, form.width * 0.4, form.font, bold=True)


def _day(t: Told) -> str:
    return short_day(t.day) if t.day is not None else "no day"
