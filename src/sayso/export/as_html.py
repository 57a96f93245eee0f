"""The dossier as one HTML page that needs nothing beside it: no network, every word of a source escaped.

Its content security policy lets in its own style and its own script by their hashes, and nothing else; the page says all
that it has to say with scripts off.
"""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from sayso.export import anchors
from sayso.export.decisions import sentence
from sayso.export.page_view import PageView
from sayso.export.page_words import dated, file_name, setting
from sayso.export.plain import one_line
from sayso.model.dossier import Dossier

STYLES = ("style.css", "parts.css", "documents.css", "charts.css", "print.css")
SCRIPTS = ("script.js",)


def to_html(dossier: Dossier) -> str:
    """The page of a dossier."""
    style, script = _joined(STYLES), _joined(SCRIPTS)
    return (
        _environment()
        .get_template("page.html.jinja")
        .render(
            v=PageView(dossier),
            d=dossier,
            style=Markup(style),
            script=Markup(script),
            style_hash=_hash(style),
            script_hash=_hash(script),
        )
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _joined(names: tuple[str, ...]) -> str:
    return "\n".join(_read(name).strip() for name in names)


def _read(name: str) -> str:
    return (files("sayso.export") / "page" / name).read_text("utf-8")


@cache
def _environment() -> Environment:
    made = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
                       loader=FunctionLoader(_read))  # fmt: skip
    made.filters |= {"line": one_line, "dated": dated, "file": file_name, "setting": setting, "decided": sentence}
    made.globals |= {"finding_at": anchors.finding, "discrepancy_at": anchors.discrepancy}
    return made
