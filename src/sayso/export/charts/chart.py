"""What a chart is: a picture, the sentence that tells the same, and the table behind it."""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from sayso.export.charts.svg import Canvas, element


@dataclass(frozen=True)
class Cell:
    """One cell of the table behind a chart; `href` is an address on the page (`#…`)."""

    text: str
    href: str | None = None


@dataclass(frozen=True)
class Chart:
    """A picture with its words: `svg` is drawn twice, for wide and narrow places, of which the style shows one."""

    title: str
    summary: str
    svg: Markup
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Format:
    """The width a picture is drawn for and the size of its letters, both in units that come near to CSS pixels."""

    width: float
    font: float
    wide: bool


WIDE = Format(width=760, font=13, wide=True)
NARROW = Format(width=360, font=12.5, wide=False)


def drawn(title: str, summary: str, draw: Callable[[Format], Canvas]) -> Markup:
    """The picture in both formats; a reader without the style sheet sees the wide one alone.

    Both are groups, not images, for a screen reader would take the links out of an image.
    """
    pictures = (_framed(draw(form), form, title, summary) for form in (WIDE, NARROW))
    return element("div", *pictures, class_="chart")


def _framed(canvas: Canvas, form: Format, title: str, summary: str) -> Markup:
    return element(
        "svg", element("desc", summary), *canvas.parts, class_="chart-wide" if form.wide else "chart-narrow",
        viewBox=f"0 0 {form.width:g} {canvas.height:g}", width=form.width, height=canvas.height, role="group",
        aria_label=title, font_family="Helvetica, Arial, sans-serif", font_size=form.font,
        display=None if form.wide else "none",
    )  # fmt: skip
