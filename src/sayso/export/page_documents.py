"""The documents as the page shows them: who, when, what file, and the text with its layers."""

from dataclasses import dataclass

from markupsafe import Markup

from sayso.export import anchors
from sayso.export.citation import source_of
from sayso.export.lookup import Lookup
from sayso.export.marked_text import Layer, marked_text
from sayso.export.page_layers import TITLES, spans
from sayso.export.page_words import file_name, language, period, web_address
from sayso.export.plain import one_line
from sayso.model.dossier_texts import DossierDocument
from sayso.model.enums import Basis


@dataclass(frozen=True)
class DocumentView:
    """One document; `cite` is what the citations of its claims share."""

    anchor: str
    publisher: str
    title: str
    authors: str
    published: str
    known: str
    modified: str | None
    file: str
    url: str | None
    url_text: str
    digest: str
    language: str | None
    cite: str
    text: Markup


@dataclass(frozen=True)
class LayerView:
    """One layer that can be switched: its class, its name, how many spans, whether it is on at first."""

    key: str
    title: str
    count: int
    on: bool


def documents(look: Lookup) -> tuple[tuple[LayerView, ...], tuple[DocumentView, ...]]:
    """The layers that occur, and all documents in the order of the dossier."""
    marked = spans(look)
    counts = {layer: sum(s.layer is layer for of in marked.values() for s in of) for layer in Layer}
    layers = tuple(LayerView(x.value, TITLES[x], counts[x], x is Layer.CLAIMS) for x in Layer if counts[x])
    return layers, tuple(_view(d, marked_text(d.text, marked[d.id])) for d in look.dossier.documents)


def _view(document: DossierDocument, text: Markup) -> DocumentView:
    published = document.published
    basis = {Basis.STATED: "stated", Basis.INFERRED: "inferred", Basis.UNKNOWN: "not known"}[published.basis]
    return DocumentView(
        anchor=anchors.document(document.id), publisher=one_line(document.publisher),
        title=one_line(document.title) if document.title else "", authors=one_line(", ".join(document.authors)),
        published=period(published.start, published.end),
        known=basis + (f": {one_line(published.why)}" if published.why else ""),
        modified=period(document.modified, document.modified) if document.modified else None,
        file=one_line(file_name(document.path)), url=web_address(document.url), url_text=one_line(document.url or ""),
        digest=one_line(document.sha256), language=language(document.language), cite=source_of(document), text=text,
    )  # fmt: skip
