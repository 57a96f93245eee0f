"""The words beside the marks of a timeline."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from sayso.export.charts.chart import Format
from sayso.export.charts.days import brief
from sayso.export.charts.lettering import width, wrapped
from sayso.export.charts.svg import element
from sayso.export.charts.timeline_pick import Placed
from sayso.export.words import count, days

LINE = 15
_FLAG = "≠ "


@dataclass(frozen=True)
class Words:
    """An entry in one or two lines: when (where wanted), a sign where it is disputed, what, and by how many it is told."""

    lines: tuple[str, ...]
    when: str
    told: str

    @property
    def height(self) -> float:
        """How far down the lines reach."""
        return len(self.lines) * LINE

    def width(self, form: Format) -> float:
        """How far the longest line runs."""
        ends = [*[""] * (len(self.lines) - 1), self.told]
        return max(width(line + end, form.font) for line, end in zip(self.lines, ends, strict=True)) + 5

    def drawn(self, x: float, y: float, to_left: bool = False) -> list[Markup]:
        """The lines as text, from `x` to the right, or ending at `x`."""
        return [
            element("text", self._line(n), x=x, y=y + 12 + LINE * n, text_anchor="end" if to_left else None)
            for n in range(len(self.lines))
        ]

    def _line(self, n: int) -> Markup:
        line, parts = self.lines[n], []
        if n == 0 and self.when and line.startswith(self.when):
            parts.append(element("tspan", self.when, class_="when"))
            line = line.removeprefix(self.when)
        if n == 0 and line.lstrip(" ").startswith(_FLAG):
            parts.append(element("tspan", "≠", class_="flag", dx=4 if parts else None))
            line = line.lstrip(" ").removeprefix("≠")
        parts.append(escape(line))
        if self.told and n + 1 == len(self.lines):
            parts.append(element("tspan", self.told, class_="dim", dx=5))
        return Markup("").join(parts)


def words(p: Placed, room: float, form: Format, dated: bool) -> Words:
    """The words of an entry for a place `room` wide."""
    when = brief(p.entry.date.start, p.entry.date.end) if dated else ""
    text = f"{when} {_FLAG if p.disputed else ''}{p.label}"
    spare = 0.07 * width(when, form.font) + 5  # the time is bold
    lines = wrapped(text.strip(), room - spare, form.font, most=2) or ["…"]
    told = count(p.outlets, "outlet") if p.outlets > 1 else ""
    fits = width(lines[-1] + told, form.font) + spare + 5 <= room
    return Words(tuple(lines), when, told if fits else "")


def title(p: Placed) -> str:
    """All that the picture knows of an entry, to show on hovering."""
    entry = p.entry
    sources = count(entry.origins, "source") if entry.origins else "no source found"
    behind = f"{count(p.outlets, 'outlet')}, {sources}{', disputed' if p.disputed else ''}"
    return f"{days(entry.date.start, entry.date.end)}: {p.label} ({behind})"


def more(rest: Sequence[Placed], day: str = "") -> str:
    """`+ 4 more on 15 Oct`."""
    return f"+ {len(rest)} more{' on ' if day else ''}{day}"
