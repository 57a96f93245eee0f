"""Web pages → pieces of text through trafilatura, and what the page states about itself."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from lxml import etree, html

from sayso.ingest.formats.fragment import markup_pieces, word_count
from sayso.ingest.formats.page_meta import article_body, page_meta
from sayso.ingest.items import Article, Item, text_of
from sayso.ingest.limits import Limits
from sayso.ingest.meta import Meta, over
from sayso.ingest.source import Raw, skip
from sayso.model.enums import BlockKind

if TYPE_CHECKING:
    from trafilatura.settings import Document as Extracted

_FEWEST_WORDS = 20  # fewer are a menu or a notice, not an article
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_BLOCKS = frozenset(["p", "head", "list", "item", "quote", "table", "row", "cell", "lb", "div", "body", "main", "code"])
_MARKUP = re.compile(
    r"(?:\s|<\?xml[^>]{0,300}\?>|<!--.{0,4000}?-->)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.DOTALL
)


class Page:
    """Web pages."""

    name: ClassVar[str] = "sayso.page"
    version: ClassVar[str] = "1"
    suffixes: ClassVar[frozenset[str]] = frozenset({".html", ".htm", ".xhtml"})
    media_types: ClassVar[frozenset[str]] = frozenset({"text/html", "application/xhtml+xml"})
    envelope: ClassVar[bool] = False

    def recognises(self, item: Item) -> bool:
        """A document type or an element that only pages open with."""
        return bool(_MARKUP.match(item.opening))

    def read(self, item: Item, limits: Limits) -> Iterator[Article]:
        """The article of the page."""
        item = item.loaded(limits)
        yield Article(item, read_page(text_of(item, markup=True)))


def read_page(markup: str) -> Raw:
    """The article of a page; raises SkipDocument where there is none."""
    tree = _tree(markup)
    if tree is None:
        raise skip("it is no web page", "give the page as it was saved, or its text as .txt")
    meta, body = page_meta(tree), article_body(tree)
    found = _extract(markup)
    pieces = tuple(_pieces(found.body)) if found is not None and found.body is not None else ()
    if word_count(pieces) < _FEWEST_WORDS:
        pieces = tuple(markup_pieces(body))  # the words stand only in the linked data, for scripts to show
    if word_count(pieces) < _FEWEST_WORDS:
        raise skip("the page holds no article", "save the article's own page, or copy its text into a .txt file")
    title = found.title if found is not None else None
    extracted = Meta(title=title or None, publisher=(found.sitename if found is not None else None) or None)
    return Raw(pieces, over(meta, extracted), trusted_language=False)


def _tree(markup: str) -> html.HtmlElement | None:
    try:
        return html.document_fromstring(_XML_DECLARATION.sub("", markup), parser=html.HTMLParser(huge_tree=False))
    except (etree.LxmlError, ValueError, AssertionError, IndexError):
        return None


def _extract(markup: str) -> "Extracted | None":
    import trafilatura  # noqa: PLC0415 - takes half a second, which what is known already does not wait for
    from trafilatura.settings import Document as Extracted  # noqa: PLC0415

    try:
        found = trafilatura.bare_extraction(markup, include_comments=False, favor_precision=True, with_metadata=True)
    except (etree.LxmlError, ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError):
        return None  # what the extractor cannot stand is a page without an article
    return found if isinstance(found, Extracted) else None


def _pieces(body: etree._Element) -> Iterator[tuple[str, BlockKind | None]]:
    """The text of every block of the extracted tree, in order; inline elements run on, a line break parts."""
    buffer: list[str] = []
    kind: BlockKind | None = None
    for event, element in etree.iterwalk(body, events=("start", "end", "comment", "pi")):
        starts, block = event == "start", element.tag in _BLOCKS
        if block and (words := _joined(buffer)):
            yield words, kind
        if block:
            buffer.clear()
            kind = BlockKind.HEADING if starts and element.tag == "head" else None
        buffer.append((element.text if starts else element.tail if element is not body else "") or "")
    if words := _joined(buffer):
        yield words, None


def _joined(buffer: list[str]) -> str:
    return " ".join("".join(buffer).replace("\n", " ").split(" ")).strip()
