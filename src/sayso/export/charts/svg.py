"""SVG elements, made safely: every text escaped and without control characters, every number short."""

import math
import re
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from sayso.export.plain import one_line

Value = str | float | None
_NOT_XML = re.compile("[\ufffe\uffff]")


def element(name: str, *children: str, **attributes: Value) -> Markup:
    """`<name …>children</name>`; `class_` is written `class`, `aria_label` `aria-label`; None leaves an attribute out.

    Children that are not Markup are text and are escaped.
    """
    written = "".join(f' {_attribute(k)}="{_value(v)}"' for k, v in attributes.items() if v is not None)
    inner = "".join(c if isinstance(c, Markup) else escape(plain(c)) for c in children)
    return Markup(f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>")


def plain(text: str) -> str:
    """The text on one line, without what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", one_line(text))


def path(*steps: str | float) -> str:
    """The `d` of a path, from letters and absolute coordinates."""
    return " ".join(s if isinstance(s, str) else short(s) for s in steps)


def short(number: float) -> str:
    """A number with at most one decimal."""
    rounded = round(number, 1) if math.isfinite(number) else 0.0
    return f"{rounded:.1f}".removesuffix(".0").replace("-0", "0") if rounded == 0 else f"{rounded:.1f}".removesuffix(".0")


def linked(href: str | None, title: str, *children: str, class_: str | None = None, label: bool = False) -> Markup:
    """Children behind a link with a title to hover over; `label` names the link where its children hold no text."""
    tip = element("title", title)
    if href is None:
        return element("g", tip, *children, class_=class_)
    return element("a", tip, *children, href=href, class_=class_, aria_label=plain(title) if label else None)


@dataclass
class Canvas:
    """Elements drawn so far, in order, and how far down the drawing reaches."""

    parts: list[Markup] = field(default_factory=list)
    height: float = 0

    def add(self, *parts: Markup) -> None:
        """Draws more on top."""
        self.parts.extend(parts)


def _attribute(name: str) -> str:
    return name.rstrip("_") if name.endswith("_") else name if name == "viewBox" else name.replace("_", "-")


def _value(value: str | float) -> str:
    return str(escape(plain(value))) if isinstance(value, str) else short(value)
