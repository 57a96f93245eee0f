"""The dossier as one HTML page that needs nothing beside it: no script, no network, every word of a source escaped."""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from sayso.export import anchors, words
from sayso.export.anchors import slug
from sayso.export.lookup import Lookup
from sayso.export.marked_text import marked_text
from sayso.export.plain import one_line
from sayso.export.summary import QUIET, headline, sections
from sayso.model.dossier import Dossier
from sayso.model.dossier_texts import DossierDocument

PARTS = {
    "briefing": "Briefing", "discrepancies": "Where the accounts part", "series": "Figures over time",
    "timeline": "Timeline", "outlook": "Outlook", "positions": "Positions", "findings": "Findings",
    "omissions": "Told by some", "framing": "What they are called", "sources": "Sources", "reuse": "Who took from whom",
    "entities": "People, bodies and places", "documents": "The reports", "skipped": "Skipped", "corrections": "Corrections",
}  # fmt: skip
ALWAYS = {"briefing", "findings", "documents"}


def to_html(dossier: Dossier) -> str:
    """The page; its content security policy lets nothing in but its own style, by the hash of it."""
    style = _read("style.css")
    return _environment().get_template("page.html.jinja").render(
        d=dossier, look=(look := Lookup(dossier)), style=Markup(style), style_hash=_hash(style), headline=headline(dossier),
        sections=sections(dossier), quiet=QUIET, anchor=lambda i: _anchor(look, i), marked=lambda x: _marked(look, x),
        publisher=lambda i: look.documents[i].publisher if i in look.documents else i,
        parts=[(i, title) for i, title in PARTS.items() if i in ALWAYS or getattr(dossier, i)],
        days=words.days, count=words.count, interval=words.interval,
    )  # fmt: skip


def _anchor(look: Lookup, identifier: str) -> str:
    """The fragment at which a thing of the dossier stands on the page."""
    if identifier in look.findings:
        return anchors.finding(identifier)
    return anchors.discrepancy(identifier) if identifier in look.discrepancies else anchors.claim(identifier)


def _marked(look: Lookup, document: DossierDocument) -> Markup:
    claims = [c for c in look.dossier.claims if c.document == document.id]
    return marked_text(document.text, claims, {c.id: look.finding_of[c.id].id for c in claims if c.id in look.finding_of})


def _hash(style: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def _read(name: str) -> str:
    return (files("sayso.export") / "page" / name).read_text("utf-8")


@cache
def _environment() -> Environment:
    made = Environment(autoescape=True, undefined=StrictUndefined, loader=FunctionLoader(_read))
    made.filters |= {"line": one_line, "slug": slug}
    return made
