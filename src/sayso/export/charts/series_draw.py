"""Draws a series of figures over the days for which they were told."""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise

from markupsafe import Markup

from sayso.export import anchors
from sayso.export.charts.chart import Format
from sayso.export.charts.days import Axis, short_day, ticks
from sayso.export.charts.labels import Box, Labels
from sayso.export.charts.legend import PAD, Sample, legend
from sayso.export.charts.lettering import cut, width
from sayso.export.charts.marks import upright
from sayso.export.charts.series_list import listing
from sayso.export.charts.series_points import Told
from sayso.export.charts.svg import Canvas, Value, element, linked, path, plain
from sayso.export.charts.values import Scale, scale, written
from sayso.export.words import listed

_RADIUS = 4.5
_OPEN = 30  # how far an open end runs out
_NAMED = 9  # figures beside which the outlets are written


@dataclass
class Figures:
    """A drawing of one series; every known day has its column, figures of no known day stand in a column apart."""

    told: list[Told]
    unit: str
    form: Format
    canvas: Canvas = field(default_factory=Canvas)
    y: float = 4

    def draw(self) -> Canvas:
        """The whole picture."""
        height = 300 if self.form.wide else 270
        self.canvas.height = height
        bounds = [b for t in self.told for b in (t.low, t.high) if b is not None]
        self._legend()
        top = self.y
        values = scale(bounds, bottom=height - 42, top=top + 24)
        spare = self._spare(values, down=True), self._spare(values, down=False)
        values = scale(bounds, bottom=height - 42 - spare[0], top=top + 24 + spare[1])
        left = PAD + max(width(written(v), self.form.font) for v in values.ticks) + 8
        frame = Box(left, top, self.form.width - PAD, height - 30)
        axis, apart = self._columns(frame)
        self._ground(values, frame, axis, apart)
        marks = [(t, x, values.y(t.value)) for t, x in self._places(axis, apart)]
        steps = self._line(marks)
        extents = {t: self._extent(t, x, y, values) for t, x, y in marks}
        dated = Labels(Box(left, top - 6, axis.right if axis else left, frame.bottom), [*extents.values()], steps)
        undated = Labels(replace(apart or frame, top=top - 6), [*extents.values()], steps)
        words = {
            t: self._label(undated if t.day is None else dated, t, extents[t]) for t in sorted(self.told, key=self._first)
        }
        for t, x, y in marks:
            self._figure(t, self._mark(t, x, y, values), words[t])
        nameless = [t for t in self.told if len(words[t]) < 2]  # a label has two lines where the outlets have room
        if nameless:
            self.canvas.height = listing(self.canvas, self.form, nameless, height)
        return self.canvas

    def _figure(self, t: Told, mark: list[Markup], words: list[Markup]) -> None:
        as_of = f"as of {short_day(t.day, year=True)}" if t.day else "day not known"
        title = f"{t.words}: {listed(t.outlets)}, {as_of}"
        href, class_ = f"#{anchors.claim(t.claims[0])}", "clash" if t.clash else None
        self.canvas.add(linked(href, title, *mark, *words, class_=class_, label=not words))

    def _legend(self) -> None:
        """What the marks say that are not plain dots, where there are such."""
        entries = []
        if any(t.low is None or t.high is None for t in self.told):
            entries.append(("open", "at least, at most"))
        if any(t.low is not None and t.high is not None and t.low != t.high for t in self.told):
            entries.append(("range", self._ranges()))
        if len({t.day for t in self.told} - {None}) > 1:
            entries.append(("steps", "the latest told"))
        if any(t.clash for t in self.told):
            entries.append(("clash", "in conflict"))
        samples = [Sample(partial(_sample, kind), 20, words) for kind, words in entries]
        self.y = legend(self.canvas, self.form, self.y, samples) + 8 + (14 if self.unit else 0)

    def _ranges(self) -> str:
        """What a band means here."""
        kinds = {t.about for t in self.told if t.low is not None and t.high is not None and t.low != t.high}
        return "about, or a range" if len(kinds) > 1 else "about" if True in kinds else "told as a range"

    def _spare(self, values: Scale, down: bool) -> float:
        """How far ends that run out would run beyond the scale."""
        if down:
            ends = [values.y(t.high) + _OPEN - values.bottom for t in self.told if t.low is None and t.high is not None]
        else:
            ends = [values.top - values.y(t.low) + _OPEN for t in self.told if t.high is None and t.low is not None]
        return max([0.0, *ends])

    def _columns(self, frame: Box) -> tuple[Axis | None, Box | None]:
        """The axis of days, and the column for figures without one."""
        known = [t.day for t in self.told if t.day is not None]
        unknown = len(self.told) - len(known)
        if not unknown:
            return Axis(min(known), max(known), frame.left, frame.right), None
        widest = max(self._wide(t) for t in self.told if t.day is None) + 16
        room = min(max(unknown * 34.0, widest, 92), (frame.right - frame.left) * (0.4 if known else 1))
        if not known:
            return None, frame
        apart = Box(frame.right - room, frame.top, frame.right, frame.bottom)
        return Axis(min(known), max(known), frame.left, apart.left - 10), apart

    def _ground(self, values: Scale, frame: Box, axis: Axis | None, apart: Box | None) -> None:
        """Marks of the scale, days under it, the column of the undated."""
        if apart:
            self.canvas.add(
                element(
                    "rect",
                    class_="ahead",
                    x=apart.left,
                    y=frame.top,
                    width=apart.right - apart.left,
                    height=frame.bottom - frame.top,
                )
            )
            words = "day not known"
            x = min(
                (apart.left + apart.right) / 2 - width(words, self.form.font) / 2, apart.right - width(words, self.form.font)
            )
            self.canvas.add(element("text", words, class_="tick", x=x, y=frame.bottom + 17))
        right = axis.right if axis else frame.left
        for v in values.ticks:
            self.canvas.add(
                element("path", class_="grid", d=path("M", frame.left, values.y(v), "L", frame.right, values.y(v)))
            )
            text = element("text", written(v), class_="tick", x=frame.left - 6, y=values.y(v) + 4.5, text_anchor="end")
            self.canvas.add(text)
        if self.unit:
            self.canvas.add(element("text", plain(self.unit), class_="tick", x=PAD, y=frame.top + 2))
        if axis:
            self.canvas.add(element("path", class_="axis", d=path("M", frame.left, frame.bottom, "L", right, frame.bottom)))
            self._days(axis, frame)

    def _days(self, axis: Axis, frame: Box) -> None:
        end = 0.0
        for day, words in ticks(axis, 46):
            room = width(words, self.form.font)
            middle = axis.x(day + 0.5)
            x = min(max(middle - room / 2, axis.left), axis.right - room)
            if x >= end:
                self.canvas.add(element("text", words, class_="tick", x=x, y=frame.bottom + 17))
                self.canvas.add(*upright([middle], frame.bottom, frame.bottom + 4))
                end = x + room + 6

    def _places(self, axis: Axis | None, apart: Box | None) -> list[tuple[Told, float]]:
        """Where each figure stands from left to right; those of one day stand side by side."""
        days: defaultdict[int | None, list[Told]] = defaultdict(list)
        for t in self.told:
            days[t.day].append(t)
        out: list[tuple[Told, float]] = []
        for day, there in days.items():
            if day is None or axis is None:
                box = apart or Box(PAD, 0, self.form.width - PAD, 0)
                left, room = box.left, box.right - box.left
            else:
                left, room = axis.x(day), axis.day
            step = min(room / (len(there) + 1), 40)
            for n, t in enumerate(there):
                out.append((t, left + room / 2 + (n - (len(there) - 1) / 2) * step))
        return out

    def _line(self, marks: list[tuple[Told, float, float]]) -> list[Box]:
        """Steps along the latest figure of each day; gives the ground that they take."""
        latest = {t.day: (x, y) for t, x, y in marks if t.day is not None}
        points = [latest[d] for d in sorted(d for d in latest if d is not None)]
        if len(points) < 2:
            return []
        ground: list[Box] = []
        steps: list[str | float] = ["M", *points[0]]
        for (before, above), (x, y) in pairwise(points):
            steps += ["L", x, above, "L", x, y]
            ground += [Box(before, above - 2, x, above + 2), Box(x - 2, min(above, y), x + 2, max(above, y))]
        self.canvas.add(element("path", class_="steps", d=path(*steps)))
        return ground

    def _extent(self, t: Told, x: float, y: float, values: Scale) -> Box:
        """The ground of a mark, with a little air."""
        top = values.y(t.high) if t.high is not None else y - _OPEN
        bottom = values.y(t.low) if t.low is not None else y + _OPEN
        return Box(x - 10, top - 7, x + 10, bottom + 7)

    def _mark(self, t: Told, x: float, y: float, values: Scale) -> list[Markup]:
        dot: dict[str, Value] = {"cx": x, "cy": y, "r": _RADIUS}
        if t.low is not None and t.high is not None:
            if t.low == t.high:
                return [element("circle", class_="dot", **dot)]
            top, bottom = values.y(t.high), values.y(t.low)
            band = element("rect", class_="band", x=x - 6, y=top, width=12, height=max(bottom - top, 3), rx=3)
            ends = (element("path", class_="rung", d=path("M", x - 6, at, "L", x + 6, at)) for at in (top, bottom))
            return [band, *ends]
        up = -1 if t.high is None else 1
        fades = (
            element(
                "rect", class_=f"band fade{n + 1}", x=x - 6, y=min(y + up * n * 7, y + up * (n + 1) * 7), width=12, height=7
            )
            for n in range(3)
        )
        tip = y + up * _OPEN
        arrow = path("M", x - 5, tip - up * 6, "L", x, tip, "L", x + 5, tip - up * 6)
        return [
            *fades,
            element("path", class_="arrow", d=arrow),
            element("path", class_="rung", d=path("M", x - 6, y, "L", x + 6, y)),
        ]

    def _first(self, t: Told) -> tuple[object, ...]:
        """Whose label is placed first: conflicts, then the latest, then the earliest."""
        days = [s.day for s in self.told if s.day is not None]
        ends = t.day is not None and t.day in {min(days), max(days)}
        return (not t.clash, not ends, -(t.day or 0), t.order)

    def _label(self, labels: Labels, t: Told, mark: Box) -> list[Markup]:
        """The figure in words by its mark, with its outlets under it where there is room; nothing where there is none."""
        font, who = self.form.font, self._who(t)
        for second in dict.fromkeys((who, "")):
            room = max(width(t.words, font, bold=True), width(second, font) if second else 0)
            box = labels.place(mark, room, 32.0 if second else 16.0)
            if box:
                anchor = "start" if box.left >= mark.right else "end" if box.right <= mark.left else "middle"
                at = {"start": box.left, "end": box.right, "middle": (box.left + box.right) / 2}[anchor]
                lines = [element("text", t.words, class_="value", x=at, y=box.top + 12, text_anchor=anchor)]
                if second:
                    lines.append(element("text", second, class_="dim", x=at, y=box.top + 28, text_anchor=anchor))
                return lines
        return []

    def _who(self, t: Told) -> str:
        named = self.form.wide and len(self.told) <= _NAMED
        return cut(listed(t.outlets, most=2), 170, self.form.font) if named else ""

    def _wide(self, t: Told) -> float:
        return max(width(t.words, self.form.font, bold=True), width(self._who(t), self.form.font))


def _sample(kind: str, x: float, y: float) -> list[Markup]:
    """A mark for the legend, about 20 wide."""
    match kind:
        case "open":
            return [
                element("rect", class_="band", x=x + 4, y=y - 2, width=12, height=7),
                element("path", class_="rung", d=path("M", x + 4, y + 5, "L", x + 16, y + 5)),
                element("path", class_="arrow", d=path("M", x + 5, y - 3, "L", x + 10, y - 8, "L", x + 15, y - 3)),
            ]
        case "range":
            ends = (element("path", class_="rung", d=path("M", x + 4, at, "L", x + 16, at)) for at in (y - 6, y + 5))
            return [element("rect", class_="band", x=x + 4, y=y - 6, width=12, height=11), *ends]
        case "clash":
            return [element("g", element("circle", class_="dot", cx=x + 10, cy=y, r=_RADIUS), class_="clash")]
        case _:
            return [element("path", class_="steps", d=path("M", x, y, "L", x + 20, y))]
