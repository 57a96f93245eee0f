"""When the reports came out: a strip under the days of a timeline."""

from dataclasses import dataclass, field

from markupsafe import Markup

from sayso.export import anchors
from sayso.export.charts.chart import Format
from sayso.export.charts.days import Axis, moment
from sayso.export.charts.lettering import cut, width
from sayso.export.charts.marks import bar
from sayso.export.charts.svg import Canvas, element, linked, plain
from sayso.export.lookup import Lookup
from sayso.export.words import days
from sayso.model.dossier_texts import DossierDocument

_NAMED = 10  # reports whose outlets are written beside them; of more, the names show on hovering
_LANES = 12
_STEP = 17
_THIN = 9  # lanes without names


@dataclass(frozen=True)
class Issue:
    """A document with the bounds of its publication in days since year 1."""

    document: DossierDocument
    start: float
    end: float


@dataclass(frozen=True)
class Lettered:
    """A name and where it stands: from `left` to `right`, beside the bar, or above it where no side has room."""

    name: str
    left: float
    right: float
    above: bool


def publications(canvas: Canvas, look: Lookup, form: Format, axis: Axis, y: float) -> float:
    """Draws the strip below `y` and says where it ends; the longer a bar, the less sure the day of publication."""
    issues = sorted(
        (i for d in look.dossier.documents if (i := _issue(d)) and i.end >= axis.first and i.start <= axis.last + 1),
        key=lambda i: (i.start, i.end, i.document.publisher, i.document.id),
    )
    if not issues:
        return y
    missing = len(look.dossier.documents) - len(issues)
    head = "Reports published" + (f" ({missing} more without a known day)" if missing else "")
    canvas.add(element("text", head, class_="head", x=axis.left, y=y + 14))
    strip = _Strip(form, axis, y + 22)
    canvas.add(*(strip.named(i) if len(issues) <= _NAMED else strip.bare(i) for i in issues))
    return y + 22 + len(strip.lanes) * (_STEP if len(issues) <= _NAMED else _THIN) + 8


@dataclass
class _Strip:
    """Lanes under each other, each with the place up to which it is taken."""

    form: Format
    axis: Axis
    top: float
    lanes: list[float] = field(default_factory=list)

    def named(self, issue: Issue) -> Markup:
        """A bar with the name of its outlet, in the first lane that is free."""
        left, right = self._ends(issue)
        words = _lettered(issue, self.axis, self.form, left, right)
        if words.above:
            self.lanes += [self.axis.right, self.axis.right]
            lane = len(self.lanes) - 1
        else:
            lane = self._lane(min(left, words.left), max(right, words.right))
        middle = self.top + lane * _STEP + 7
        at = middle + 4 - (_STEP if words.above else 0)
        text = element("text", words.name, class_="dim", x=words.left, y=at)
        return _link(issue, [*bar(left, right, middle, 6, 0), text])

    def bare(self, issue: Issue) -> Markup:
        """A bar alone, in the first lane that is free, or over others in the last."""
        left, right = self._ends(issue)
        lane = min(self._lane(left, right), _LANES - 1)
        del self.lanes[_LANES:]
        return _link(issue, bar(left, right, self.top + lane * _THIN + 5, 5, 0), label=True)

    def _ends(self, issue: Issue) -> tuple[float, float]:
        left, right = self.axis.x(issue.start), self.axis.x(issue.end)
        return (left, right) if right - left >= 8 else (min(left, self.axis.right - 8), min(left, self.axis.right - 8) + 8)

    def _lane(self, left: float, right: float) -> int:
        lane = next((n for n, end in enumerate(self.lanes) if end + 4 <= left), len(self.lanes))
        self.lanes[lane : lane + 1] = [right]
        return lane


def _lettered(issue: Issue, axis: Axis, form: Format, left: float, right: float) -> Lettered:
    name = cut(issue.document.publisher, (axis.right - axis.left) * 0.6, form.font)
    room = width(name, form.font)
    if right + 6 + room <= axis.right:
        return Lettered(name, right + 6, right + 6 + room, above=False)
    if left - 6 - room >= axis.left:
        return Lettered(name, left - 6 - room, left - 6, above=False)
    start = min(left, axis.right - room)
    return Lettered(name, start, start + room, above=True)


def _link(issue: Issue, parts: list[Markup], label: bool = False) -> Markup:
    document = issue.document
    title = f"{plain(document.publisher)}: {days(document.published.start, document.published.end)}"
    return linked(f"#{anchors.document(document.id)}", title, *parts, class_="issue", label=label)


def _issue(document: DossierDocument) -> Issue | None:
    start, end = moment(document.published.start), moment(document.published.end, end=True)
    start, end = start if start is not None else end, end if end is not None else start
    return Issue(document, min(start, end), max(start, end)) if start is not None and end is not None else None
