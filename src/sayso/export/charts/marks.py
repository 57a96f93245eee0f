"""The marks of a timeline: bars as long as the time they may stand for, filled by how many origins stand behind them."""

from collections.abc import Iterable

from markupsafe import Markup

from sayso.export.charts.svg import element, path

FADE = 22  # how far a bar runs out where its end is open
LEAST = 8  # the width of the shortest mark


def bar(left: float, right: float, middle: float, height: float, origins: int) -> list[Markup]:
    """A bar from `left` to `right`: hollow without an origin, half full with one, full with more.

    Where it is too short to see it is a dot.
    """
    if right - left < LEAST:
        left, right = (left + right - LEAST) / 2, (left + right + LEAST) / 2
    top, wide = middle - height / 2, right - left
    round_ = min(height, wide) / 2 if wide <= 2 * height else 3
    out = [element("rect", class_="bar", x=left, y=top, width=wide, height=height, rx=round_)]
    if origins == 1:
        out.append(element("path", class_="half", d=_lower_half(left, left + wide, middle, height / 2, round_)))
    elif origins > 1:
        out[0] = element("rect", class_="bar full", x=left, y=top, width=wide, height=height, rx=round_)
    return out


def _lower_half(left: float, right: float, middle: float, deep: float, round_: float) -> str:
    bottom, curve = middle + deep, min(round_, deep)
    return path(
        "M", left, middle, "L", left, bottom - curve, "Q", left, bottom, left + curve, bottom,
        "L", right - curve, bottom, "Q", right, bottom, right, bottom - curve, "L", right, middle, "Z",
    )  # fmt: skip


def running_out(x: float, middle: float, towards: int) -> list[Markup]:
    """What follows a bar whose end is open: three steps that fade, and an arrow; `towards` is 1 (right) or -1 (left)."""
    steps = (
        element(
            "path", class_=f"fade fade{n + 1}",
            d=path("M", x + towards * (2 + n * 5), middle, "L", x + towards * (5 + n * 5), middle),
        )
        for n in range(3)
    )  # fmt: skip
    tip, back = x + towards * FADE, x + towards * (FADE - 5)
    return [*steps, element("path", class_="arrow", d=path("M", back, middle - 4, "L", tip, middle, "L", back, middle + 4))]


def broken(left: float, right: float, y: float) -> Markup:
    """The line across the picture where the scale of time breaks off."""
    steps: list[str | float] = ["M", left, y]
    x, up = left, True
    while x + 6 < right:
        x, up = x + 6, not up
        steps += ["L", x, y + (3 if not up else -3)]
    return element("path", class_="break", d=path(*steps))


def upright(xs: Iterable[float], top: float, bottom: float) -> list[Markup]:
    """Thin lines from top to bottom."""
    return [element("path", class_="grid", d=path("M", x, top, "L", x, bottom)) for x in xs]
