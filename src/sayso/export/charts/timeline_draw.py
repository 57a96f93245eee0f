"""Draws a timeline: long-past entries as a list, then one row an entry along the days, then what lies beyond."""

from dataclasses import dataclass, field
from functools import partial

from markupsafe import Markup

from sayso.export import anchors
from sayso.export.charts.chart import Format
from sayso.export.charts.days import Axis, moment, rough, short_day, ticks
from sayso.export.charts.legend import PAD, Sample, legend
from sayso.export.charts.lettering import cut, width, wrapped
from sayso.export.charts.marks import FADE, LEAST, bar, broken, running_out, upright
from sayso.export.charts.published import publications
from sayso.export.charts.svg import Canvas, element, linked, path
from sayso.export.charts.timeline_pick import Group, Picked, Placed
from sayso.export.charts.timeline_words import LINE, more, title, words
from sayso.export.lookup import Lookup

_LEGEND = ((0, "no source found"), (1, "one source"), (2, "two or more sources"))
_SIGNS = ((("≠", "flag"), "disputed"), (("↔", "dim"), "the longer, the less sure the day"))
_ROOM_FOR_DAY = 46.0


@dataclass
class Timeline:
    """A drawing under way: `y` is where the next row goes."""

    look: Lookup
    picked: Picked
    form: Format
    canvas: Canvas = field(default_factory=Canvas)
    y: float = PAD

    def draw(self) -> Canvas:
        """The whole picture."""
        picked = self.picked
        axis = Axis(picked.first, picked.last, PAD, self.form.width - PAD)
        self._legend()
        if picked.before.shown:
            self._apart("Earlier, or known only roughly", picked.before)
            self._break(8)
        self._days(axis)
        under, self.canvas.parts, start = self.canvas.parts, [], self.y
        seen = moment(self.look.dossier.story.as_of, end=True)
        self.y += 18 if seen is not None and picked.first < seen <= picked.last else 0
        self._along(axis)
        self.y = publications(self.canvas, self.look, self.form, axis, self.y)
        over, self.canvas.parts = self.canvas.parts, under
        self.canvas.add(*upright((axis.x(d) for d, _ in ticks(axis, _ROOM_FOR_DAY)), start, self.y))
        self._as_of(axis, start)
        self.canvas.add(*over)
        self._days(axis)
        if picked.after.shown:
            self._break(4)
            self._apart("Later", picked.after)
        self.canvas.height = self.y + PAD
        return self.canvas

    def _legend(self) -> None:
        samples = [Sample(partial(_pill, origins), 20, told) for origins, told in _LEGEND]
        samples += [Sample(partial(_word, *sign), 10, told) for sign, told in _SIGNS]
        self.y = legend(self.canvas, self.form, self.y, samples) + 10

    def _break(self, down: float) -> None:
        self.canvas.add(broken(PAD, self.form.width - PAD, self.y + down))
        self.y += down + 12

    def _apart(self, head: str, group: Group) -> None:
        """Entries off the scale, as a list with their time in words."""
        self.canvas.add(element("text", head, class_="head", x=PAD, y=self.y + 12))
        self.y += 24
        column = 132 if self.form.wide else 92
        x = PAD + column + 34
        for p in group.shown:
            when = wrapped(rough(p.entry.date.start, p.entry.date.end), column - 10, self.form.font, most=2, bold=True)
            date = [element("text", t, class_="when", x=PAD, y=self.y + 12 + LINE * n) for n, t in enumerate(when)]
            told = words(p, self.form.width - PAD - x, self.form, dated=False)
            mark = bar(PAD + column, PAD + column + 24, self.y + 8, 10, p.entry.origins)
            self._link(p, [*date, *mark, *told.drawn(x, self.y)])
            self.y += max(told.height, len(when) * LINE) + 6
        for _, rest in group.left_out:
            self._more(x, rest, "")

    def _days(self, axis: Axis) -> None:
        """The axis, with the days that are named."""
        line = self.y + 18
        self.canvas.add(element("path", class_="axis", d=path("M", axis.left, line, "L", axis.right, line)))
        end = 0.0
        for day, told in ticks(axis, _ROOM_FOR_DAY):
            room = width(told, self.form.font)
            x = min(axis.x(day) + 2, axis.right - room)
            if x >= end:
                self.canvas.add(element("text", told, class_="tick", x=x, y=self.y + 13))
                end = x + room + 4
        self.y += 24

    def _as_of(self, axis: Axis, top: float) -> None:
        """What lies beyond the day from which the reports are seen is shaded: it was still to come."""
        seen = moment(self.look.dossier.story.as_of, end=True)
        if seen is not None and axis.first < seen <= axis.last:
            x = axis.x(seen)
            self.canvas.add(element("rect", class_="ahead", x=x, y=top, width=axis.right - x, height=self.y - top))
            told = "still to come"
            if width(told, self.form.font) + 4 < axis.right - x:
                self.canvas.add(element("text", told, class_="tick", x=x + 4, y=top + 13))

    def _along(self, axis: Axis) -> None:
        rest = dict(self.picked.along.left_out)
        shown = self.picked.along.shown
        for n, p in enumerate(shown):
            self._row(axis, p)
            day = int(max(p.start if p.start is not None else axis.first, axis.first))
            after = int(max(shown[n + 1].start or axis.first, axis.first)) if n + 1 < len(shown) else None
            if day in rest and after != day:
                self._more(axis.x(day), rest[day], short_day(day))
        if 0 in rest:
            self._more(axis.left, rest[0], "")

    def _row(self, axis: Axis, p: Placed) -> None:
        """A bar with its words: to the right, or to the left of it where there is more room, or above it."""
        left = axis.left if p.start is None else axis.x(p.start)
        right = axis.right if p.end is None else axis.x(p.end)
        left, right = min(left, axis.right - LEAST), max(right, axis.left + LEAST)
        left, right = (left, right) if right - left >= LEAST else ((left + right - LEAST) / 2, (left + right + LEAST) / 2)
        after, before = axis.right - right - 8, left - axis.left - 8
        beside = self.form.wide and max(after, before) >= 290
        to_left = beside and after < 290
        room = min((before if to_left else after) if beside else axis.right - axis.left, 420)
        told = words(p, room, self.form, dated=True)
        middle = self.y + (told.height / 2 if beside else told.height + 9)
        if beside:
            text = told.drawn(left - 8 if to_left else right + 8, self.y, to_left)
        else:
            text = told.drawn(max(min(left, axis.right - told.width(self.form)), axis.left), self.y)
        self._link(p, [*self._bar(axis, p, (left, right), middle), *text])
        self.y += told.height + (8 if beside else 22)

    def _bar(self, axis: Axis, p: Placed, ends: tuple[float, float], middle: float) -> list[Markup]:
        left, right = ends
        open_left = p.start is None or p.start < axis.first
        open_right = p.end is None or p.end > axis.last + 1
        left += FADE if open_left else 0
        right -= FADE if open_right else 0
        if right - left < 10:
            left, right = (left, left + 10) if open_left else (right - 10, right) if open_right else (left, right)
        return [
            *bar(left, right, middle, 10 if self.form.wide else 8, p.entry.origins),
            *(running_out(left, middle, -1) if open_left else []),
            *(running_out(right, middle, 1) if open_right else []),
        ]

    def _link(self, p: Placed, parts: list[Markup]) -> None:
        href, class_ = f"#{anchors.event(p.entry.claims)}", "disputed" if p.disputed else None
        self.canvas.add(linked(href, title(p), *parts, class_=class_))

    def _more(self, x: float, rest: tuple[Placed, ...], day: str) -> None:
        told = more(rest, day)
        x = min(x, self.form.width - PAD - width(told, self.form.font))
        tip = "; ".join(cut(p.label, 400, self.form.font) for p in rest[:6])
        text = element("text", told, class_="more", x=x, y=self.y + 11)
        self.canvas.add(linked(f"#{anchors.event(rest[0].entry.claims)}", tip, text))
        self.y += 22


def _pill(origins: int, x: float, y: float) -> list[Markup]:
    return bar(x, x + 20, y, 10, origins)


def _word(sign: str, class_: str, x: float, y: float) -> list[Markup]:
    return [element("text", sign, class_=class_, x=x, y=y + 4)]
