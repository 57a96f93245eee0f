"""The row (or rows) above a picture that say what its marks mean."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from sayso.export.charts.chart import Format
from sayso.export.charts.lettering import width
from sayso.export.charts.svg import Canvas, element

PAD = 8
_GAP = 14
_ROW = 20


@dataclass(frozen=True)
class Sample:
    """A mark `wide` units wide, drawn from `x` around `y`, and what it means."""

    mark: Callable[[float, float], Sequence[Markup]]
    wide: float
    means: str


def legend(canvas: Canvas, form: Format, y: float, samples: Sequence[Sample]) -> float:
    """Draws the samples from `y` downwards, as many in a row as there is room for, and says where the last row ends."""
    x = float(PAD)
    for s in samples:
        room = s.wide + 6 + width(s.means, form.font)
        if x > PAD and x + room > form.width - PAD:
            x, y = float(PAD), y + _ROW
        canvas.add(*s.mark(x, y + 8), element("text", s.means, class_="dim", x=x + s.wide + 6, y=y + 12))
        x += room + _GAP
    return y + _ROW if samples else y
