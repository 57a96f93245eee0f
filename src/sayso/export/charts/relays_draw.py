"""Draws who relays whom: sources at the left, outlets in boxes at the right, and takings between outlets beyond."""

from dataclasses import dataclass, field
from functools import partial

from markupsafe import Markup

from sayso.export import anchors
from sayso.export.charts.chart import Format
from sayso.export.charts.legend import PAD, Sample, legend
from sayso.export.charts.lettering import wrapped
from sayso.export.charts.relays_graph import Graph, Outlet, Relay, Taking
from sayso.export.charts.relays_order import ordered
from sayso.export.charts.svg import Canvas, element, linked, path, plain
from sayso.export.lookup import Lookup
from sayso.export.words import count
from sayso.model.dossier_findings import DossierSource
from sayso.model.enums import ReuseKind, SourceKind

_LINE = 15
KINDS = {
    SourceKind.PERSON: "person", SourceKind.ORGANISATION: "body", SourceKind.AGENCY: "agency", SourceKind.OUTLET: "outlet",
    SourceKind.DOCUMENT: "paper", SourceKind.ANONYMOUS: "unnamed",
}  # fmt: skip
_COLOURS = 6
_LEGEND = {
    ReuseKind.COPY: "copies another outlet", ReuseKind.PARTIAL: "takes passages", ReuseKind.REWRITE: "rewrites",
    ReuseKind.RELAY: "retells", None: "credits another outlet",
}  # fmt: skip
TAKEN = {
    ReuseKind.COPY: "copies", ReuseKind.PARTIAL: "takes passages", ReuseKind.REWRITE: "rewrites", ReuseKind.RELAY: "retells",
    None: "credits",
}  # fmt: skip


@dataclass
class Relays:
    """A drawing under way: `left` and `right` say how far down each source and outlet stands."""

    look: Lookup
    graph: Graph
    form: Format
    canvas: Canvas = field(default_factory=Canvas)
    left: dict[str, float] = field(default_factory=dict)
    right: dict[str, float] = field(default_factory=dict)
    lanes: dict[Taking, int] = field(default_factory=dict)
    y: float = PAD

    def __post_init__(self) -> None:
        takings = bool(self.graph.takings)
        self.ports = 214.0 if self.form.wide else 130.0  # where the edges begin
        self.box = 190.0 if self.form.wide else 116.0
        self.edge = self.form.width - PAD - ((100.0 if self.form.wide else 38.0) if takings else 0)  # where the boxes end

    def draw(self) -> Canvas:
        """The whole picture."""
        self._legend()
        self._heads()
        self._places()
        most = max((r.claims for r in self.graph.relays), default=1)
        for r in sorted(self.graph.relays, key=lambda r: (self.graph.reach(r.source) > 1, r.claims, r.source, r.outlet)):
            self.canvas.add(self._relay(r, most))
        self.canvas.add(*(self._source(s) for s in self.graph.sources))
        self.canvas.add(*(self._outlet(o) for o in self.graph.outlets))
        self.canvas.add(*(self._taking(t, self.lanes[t]) for t in reversed(self.graph.takings) if t in self.lanes))
        self._rest()
        self.canvas.height = self.y + PAD
        return self.canvas

    def _legend(self) -> None:
        kinds = [k for k in KINDS if any(s.kind is k for s in self.graph.sources)]
        samples = [Sample(partial(_key, kind), 11, KINDS[kind]) for kind in kinds]
        lines = [("relay k1", "a source of several outlets")] if any(self._shared(r) for r in self.graph.relays) else []
        lines += [("relay tacit", "used without being named")] if any(not r.named for r in self.graph.relays) else []
        lines += [(f"taking {_style(k)}", t) for k, t in _LEGEND.items() if any(t.kind is k for t in self.graph.takings)]
        samples += [Sample(partial(_stroke, style), 28, told) for style, told in lines]
        self.y = legend(self.canvas, self.form, self.y, samples) + 14

    def _heads(self) -> None:
        self.canvas.add(element("text", "Whose word", class_="head", x=self.ports - 14, y=self.y + 10, text_anchor="end"))
        self.canvas.add(element("text", "Who tells it", class_="head", x=self.edge - self.box, y=self.y + 10))
        self.y += 22

    def _places(self) -> None:
        """Spreads both sides over one height, in an order with few crossings."""
        edges = [(r.source, r.outlet, float(r.claims)) for r in self.graph.relays]
        lefts, rights = ordered([s.id for s in self.graph.sources], [o.name for o in self.graph.outlets], edges)
        row, box = (30.0, 49.0) if self.form.wide else (38.0, 52.0)
        height = max(len(lefts) * row, len(rights) * box)
        self.left = {s: self.y + (n + 0.5) * height / len(lefts) for n, s in enumerate(lefts)}
        self.right = {o: self.y + (n + 0.5) * height / len(rights) for n, o in enumerate(rights)}
        self.y += height + 4
        self._lanes()

    def _lanes(self) -> None:
        """A lane for each taking, the shortest innermost, so that no two lie on each other; none where there is no room."""
        most = int((self.form.width - PAD - self.edge - 20) // self._lane_step) + 1
        taken: list[list[tuple[float, float]]] = [[] for _ in range(most)]
        ends = {t: tuple(sorted((self.right[t.giver], self.right[t.taker]))) for t in self.graph.takings}
        for t in sorted(self.graph.takings, key=lambda t: (ends[t][1] - ends[t][0], ends[t], t.giver)):
            top, bottom = ends[t]
            free = (n for n, lane in enumerate(taken) if all(b <= top or bottom <= a for a, b in lane))
            if (lane := next(free, None)) is not None:
                taken[lane].append((top, bottom))
                self.lanes[t] = lane

    @property
    def _lane_step(self) -> float:
        return 11.0 if self.form.wide else 7.0

    def _shared(self, r: Relay) -> bool:
        return self.graph.reach(r.source) > 1

    def _colour(self, source: str) -> str:
        """A colour for each source that several outlets relay, neighbours apart; the others share one."""
        if self.graph.reach(source) < 2:
            return "single"
        shared = [s for s in self.left if self.graph.reach(s) > 1]
        return f"k{shared.index(source) % _COLOURS + 1}"

    def _ports(self, r: Relay) -> tuple[float, float]:
        """Where a line leaves its source and meets its outlet: side by side in the order of the other ends."""
        out = sorted((o.outlet for o in self.graph.relays if o.source == r.source), key=lambda o: self.right[o])
        into = sorted((i.source for i in self.graph.relays if i.outlet == r.outlet), key=lambda s: self.left[s])
        a = self.left[r.source] + _spread(out.index(r.outlet), len(out), 8)
        return a, self.right[r.outlet] + _spread(into.index(r.source), len(into), 20)

    def _relay(self, r: Relay, most: int) -> Markup:
        a, b = self._ports(r)
        x, end = self.ports, self.edge - self.box
        bend = (x + end) / 2
        style = f"relay {self._colour(r.source)}" + ("" if r.named else " tacit")
        name = next(plain(s.name) for s in self.graph.sources if s.id == r.source)
        title = f"{name} in {r.outlet}: {count(r.claims, 'claim')}" + (
            f", {r.tacit} of them without naming it" if r.tacit else ""
        )
        line = element(
            "path", class_=style, fill="none", stroke_width=1 + 5 * (r.claims / most) ** 0.5,
            d=path("M", x, a, "C", bend, a, bend, b, end, b),
        )  # fmt: skip
        return element("g", element("title", title), line)

    def _taking(self, t: Taking, lane: int) -> Markup:
        """A bracket from one box to another, in a lane of its own."""
        a, b = self.right[t.giver], self.right[t.taker]
        a, b = (a + 6, b - 6) if a < b else (a - 6, b + 6)
        plates = {o.name: 3 * min(len(o.copies), 2) for o in self.graph.outlets}
        start, end = self.edge + plates[t.giver], self.edge + plates[t.taker]
        turn, way = self.edge + 20 + lane * self._lane_step, 5 if a < b else -5
        line = path(
            "M", start, a, "L", turn - 5, a, "Q", turn, a, turn, a + way, "L", turn, b - way,
            "Q", turn, b, turn - 5, b, "L", end + (6 if t.directed else 0), b,
        )  # fmt: skip
        told = f"{round(100 * t.share)}%" if t.share else ""
        what = f"{TAKEN[t.kind]} ({told} of its text)" if told else f"{TAKEN[t.kind]} ({count(t.claims, 'claim')})"
        what += f", crediting {count(t.claims, 'claim')}" if t.share and t.claims else ""
        title = f"{t.taker} {what}: {t.giver}" + ("" if t.directed else "; which took from the other is not known")
        parts = [element("path", class_=f"taking {_style(t.kind)}", fill="none", stroke_width=1.25 + 2 * t.share, d=line)]
        if t.directed:
            parts.append(
                element("path", class_="tip", d=path("M", end + 8, b - 4.5, "L", end, b, "L", end + 8, b + 4.5, "Z"))
            )
        if told and self.form.wide and max(self.lanes.values()) == 0:
            parts.append(element("text", told, class_="dim", x=turn + 6, y=(a + b) / 2 + 4))
        return element("g", element("title", title), *parts)

    def _source(self, s: DossierSource) -> Markup:
        y, room = self.left[s.id], self.ports - 14 - PAD
        reach = self.graph.reach(s.id)
        lines = wrapped(s.name, room, self.form.font, most=1 if self.form.wide else 2, bold=reach > 1)
        first = y + 4.5 - (len(lines) - 1) * _LINE / 2
        text = (
            element(
                "text",
                line,
                class_="shared" if reach > 1 else None,
                x=self.ports - 14,
                y=first + n * _LINE,
                text_anchor="end",
            )
            for n, line in enumerate(lines)
        )
        claims = sum(r.claims for r in self.graph.relays if r.source == s.id)
        title = f"{plain(s.name)} ({KINDS[s.kind]}): {count(claims, 'claim')} in {count(reach, 'outlet')}"
        return linked(
            f"#{anchors.source(s.id)}",
            title,
            *text,
            element("g", _sign(s.kind, self.ports - 4, y), class_=self._colour(s.id)),
        )

    def _outlet(self, o: Outlet) -> Markup:
        y, left, room = self.right[o.name], self.edge - self.box, self.box - 14
        lines = wrapped(o.name, room, self.form.font, most=1 if o.copies or self.form.wide else 2)
        if o.copies:
            lines = [*lines, f"+ {len(o.copies)} {'copy' if len(o.copies) == 1 else 'copies'}"]
        high = len(lines) * _LINE + 11
        box = element("rect", class_="outlet", x=left, y=y - high / 2, width=self.box, height=high, rx=3)
        back = [
            element("rect", class_="outlet", x=left + n * 3, y=y - high / 2 + n * 3, width=self.box, height=high, rx=3)
            for n in range(min(len(o.copies), 2), 0, -1)
        ]
        text = (
            element("text", line, class_="dim" if o.copies and n else None, x=left + 7, y=y - high / 2 + 17 + n * _LINE)
            for n, line in enumerate(lines)
        )
        names = sorted({plain(self.look.documents[d].publisher) for d in o.copies})
        title = f"{o.name}: {count(len(o.documents), 'report')}" + (f"; copied by {', '.join(names)}" if names else "")
        return linked(f"#{anchors.document(o.documents[0])}", title, *back, box, *text)

    def _rest(self) -> None:
        """What is left out."""
        room = self.form.width / 2 - 2 * PAD
        for n, words, x in (
            (self.graph.more_sources, "source", PAD), (self.graph.more_outlets, "outlet", self.form.width / 2 + PAD),
        ):  # fmt: skip
            if n:
                told = wrapped(f"and {n} more {words}{'s' if n > 1 else ''}", room, self.form.font, most=1)
                self.canvas.add(element("text", told[0], class_="dim", x=x, y=self.y + 14))
        if self.graph.more_sources or self.graph.more_outlets:
            self.y += 22


def _key(kind: SourceKind, x: float, y: float) -> list[Markup]:
    return [_sign(kind, x + 6, y)]


def _stroke(style: str, x: float, y: float) -> list[Markup]:
    return [element("path", class_=style, fill="none", stroke_width=3, d=path("M", x, y, "L", x + 28, y))]


def _spread(n: int, of: int, room: float) -> float:
    step = min(room / max(of - 1, 1), 4)
    return (n - (of - 1) / 2) * step


def _style(kind: ReuseKind | None) -> str:
    return kind.value if kind else "credit"


def _sign(kind: SourceKind, x: float, y: float) -> Markup:
    """The shape that stands for a kind of source."""
    match kind:
        case SourceKind.PERSON:
            return element("circle", class_="sign", cx=x, cy=y, r=4.5)
        case SourceKind.ANONYMOUS:
            return element("circle", class_="sign hollow", cx=x, cy=y, r=4)
        case SourceKind.AGENCY:
            return element(
                "path", class_="sign", d=path("M", x - 5.5, y, "L", x, y - 5.5, "L", x + 5.5, y, "L", x, y + 5.5, "Z")
            )
        case SourceKind.OUTLET:
            return element("path", class_="sign", d=path("M", x - 5, y + 4, "L", x, y - 5, "L", x + 5, y + 4, "Z"))
        case SourceKind.DOCUMENT:
            return element("rect", class_="sign hollow", x=x - 3.5, y=y - 5, width=7, height=10)
        case SourceKind.ORGANISATION:
            return element("rect", class_="sign", x=x - 4.5, y=y - 4.5, width=9, height=9)
