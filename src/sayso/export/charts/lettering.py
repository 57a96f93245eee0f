"""How wide words run, and words cut and wrapped to a width, without a font at hand.

Widths are those of Helvetica, whose like (Arial, Liberation Sans) the style asks for, and a margin for others.
"""

from markupsafe import Markup

from sayso.export.charts.svg import Value, element, plain

_EM = {
    c: w
    for w, letters in {
        0.25: "'ijl|´‘’", 0.29: " !,./:;[\\]ftI", 0.34: "()-r`", 0.39: '*"{}“”', 0.5: "cJksvxyz^",
        0.56: "#$0123456789?L_abdeghnopqu–",
        0.62: "+<=>~FTZ", 0.67: "&ABEKPSVXY", 0.73: "CDHNRUw", 0.8: "GOQ", 0.85: "Mm%", 0.95: "W@—…",
    }.items()
    for c in letters
}  # fmt: skip
_MARGIN = 1.04


def width(text: str, font: float, bold: bool = False) -> float:
    """About how far the text runs, rather too far than too short; `font` is its size."""
    ems = sum(_EM.get(c, 0.67 if ord(c) < 0x1100 else 1.0) for c in text)
    return ems * font * _MARGIN * (1.07 if bold else 1)


def cut(text: str, room: float, font: float, bold: bool = False) -> str:
    """The text, or as many of its words (or letters, where not one word fits) as there is room for, and an ellipsis."""
    lines = wrapped(text, room, font, most=1, bold=bold)
    return lines[0] if lines else ""


def wrapped(text: str, room: float, font: float, most: int, bold: bool = False) -> list[str]:
    """The text in at most `most` lines of at most `room`; what does not fit is left out behind an ellipsis."""
    words, lines = plain(text).split(" "), [""]
    for n, word in enumerate(words):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if width(longer, font, bold) <= room:
            lines[-1] = longer
        elif len(lines) < most and lines[-1]:
            lines.append(_letters(word, room, font, bold))
        else:
            rest = " ".join([longer, *words[n + 1 :]]) if not lines[-1] else f"{lines[-1]} {word}"
            lines[-1] = _ellipsis(rest, room, font, bold)
            break
    return [line for line in lines if line]


def label(lines: list[str], x: float, y: float, line_height: float, **attributes: Value) -> Markup:
    """Lines of text, the first with its base line at `y`."""
    if len(lines) == 1:
        return element("text", lines[0], x=x, y=y, **attributes)
    spans = (element("tspan", line, x=x, y=y + n * line_height) for n, line in enumerate(lines))
    return element("text", *spans, x=x, y=y, **attributes)


def _letters(word: str, room: float, font: float, bold: bool) -> str:
    return word if width(word, font, bold) <= room else _ellipsis(word, room, font, bold)


def _ellipsis(text: str, room: float, font: float, bold: bool) -> str:
    """As much of the text as fits before an ellipsis: whole words where one fits."""
    while text and width(text + "…", font, bold) > room:
        text = text.rsplit(" ", 1)[0] if " " in text else text[:-1]
    return text.rstrip(" ,;:–—-([“‘\"'") + "…"
