"""NewsML-G2 (messages and single news items) and NITF: the text within, in XHTML, NITF or plain."""

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from lxml import etree

from sayso.ingest.formats.fragment import Piece, element_pieces, markup_pieces
from sayso.ingest.items import Item, Link, Part, article
from sayso.ingest.limits import Limits
from sayso.ingest.meta import Meta, meta_from, over
from sayso.ingest.source import Raw, skip
from sayso.ingest.xml import child, children, local, parse_xml, root_of, said, whole, words, written
from sayso.model.document import Skipped

_ROOTS = ("newsmessage", "newsitem", "nitf")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_WITHDRAWN = ("canceled", "withheld")


class NewsML:
    """News items in XML."""

    name: ClassVar[str] = "sayso.newsml"
    version: ClassVar[str] = "1"
    suffixes: ClassVar[frozenset[str]] = frozenset({".xml", ".newsml", ".nitf"})
    media_types: ClassVar[frozenset[str]] = frozenset(
        {"application/vnd.iptc.g2.newsmessage+xml", "application/vnd.iptc.g2.newsitem+xml", "application/nitf+xml"}
    )
    envelope: ClassVar[bool] = True

    def recognises(self, item: Item) -> bool:
        """The root element."""
        return root_of(item) in _ROOTS

    def read(self, item: Item, limits: Limits) -> Iterator[Part]:
        """Every news item with its own bytes; a break is told at the end."""
        item = item.loaded(limits)
        tree = parse_xml(item)
        kind = local(tree.root)
        if tree.problem and kind in _ROOTS[1:]:
            raise skip(tree.problem, "get it again, or mend that line")
        if kind == "nitf":
            yield article(item, partial(_nitf, tree.root))
        elif kind == "newsitem":
            yield _item(item, tree.root)
        elif kind == "newsmessage":
            found = whole(tree, (e for holder in children(tree.root, "itemset") for e in children(holder, "newsitem")))
            if not found:
                raise skip(tree.problem or "the message holds no news item", "check that it was saved whole")
            for number, element in enumerate(found[: limits.members], 1):
                yield _item(item.part(f"{item.name}#{number}", written(element)), element)
        else:
            raise skip(tree.problem or "it is no NewsML-G2", "get it again")
        if tree.problem:
            yield Skipped(item.name, f"{tree.problem}; what is whole was read", "get it again, or mend that line")


def _item(item: Item, element: etree._Element) -> Part:
    content = child(element, "contentset")
    inline = None if content is None else child(content, "inlinexml", "inlinedata")
    remote = None if content is None else child(content, "remotecontent")
    if inline is None and remote is not None and (address := remote.get("href", "")).startswith("http"):
        return Link(address, _meta(element), "the news item only points to its text")
    return article(item, partial(_raw, element, inline))


def _raw(element: etree._Element, inline: etree._Element | None) -> Raw:
    head = child(element, "itemmeta")
    status = "" if head is None else (_code(head, "pubstatus") or "").rpartition(":")[2]
    if status in _WITHDRAWN:
        raise skip(f"its agency has set it to {status}", "look for a later version of it")
    kind = "" if head is None else (_code(head, "itemclass") or "").rpartition(":")[2]
    if inline is None:
        raise skip(f"the news item{f' (a {kind})' if kind else ''} has no text in it", "give the text that belongs to it")
    pages = list(children(inline, "nitf"))
    if pages:
        inner = _nitf(pages[0])
        return Raw(inner.pieces, over(_meta(element), inner.meta))
    pieces = _pieces(inline)
    if not pieces:
        raise skip("the news item has no text in it", "ask the agency for the full text")
    return Raw(tuple(pieces), _meta(element))


def _pieces(inline: etree._Element) -> list[Piece]:
    if local(inline) == "inlinedata":
        return markup_pieces("".join(inline.itertext()))
    bodies = [e for e in inline.iter() if local(e) == "body"]
    return element_pieces(bodies[0] if bodies else inline)


def _meta(element: etree._Element) -> Meta:
    empty = etree.Element("none")
    head, content = (child(element, name) for name in ("itemmeta", "contentmeta"))
    head, content = (empty if e is None else e for e in (head, content))
    created = said(head, "firstcreated") or said(content, "contentcreated") or said(head, "versioncreated")
    changed = said(content, "contentmodified") or said(head, "versioncreated")
    languages = [e.get("tag") for e in children(content, "language")]
    return meta_from(
        {
            "title": said(content, "headline") or said(head, "title"),
            "publisher": _name(head, "provider") or _name(content, "infosource"),
            "authors": said(content, "by", "byline") or [n for e in children(content, "creator") if (n := _named(e))],
            "published": created,
            "modified": changed if changed != created else None,
            "language": next(filter(None, languages), None) or element.get(_LANG),
        },
        "NewsML-G2",
    )


def _name(holder: etree._Element, name: str) -> str | None:
    found = child(holder, name)
    return (
        None
        if found is None
        else _named(found) or found.get("literal") or (found.get("qcode") or "").rpartition(":")[2] or None
    )


def _named(element: etree._Element) -> str | None:
    return said(element, "name") or (words(element) if not len(element) else None)


def _code(head: etree._Element, name: str) -> str | None:
    found = child(head, name)
    return None if found is None else found.get("qcode")


def _nitf(root: etree._Element) -> Raw:
    """A NITF document: `body.head` says what it is, `body.content` is the text."""
    found: dict[str, etree._Element] = {}
    for element in root.iter():
        found.setdefault(local(element), element)
    if "body.content" not in found:
        raise skip("the NITF document has no text in it", "ask the agency for the full text")
    dated = next((found[n].get("norm") for n in ("date.issue", "story.date", "date.release") if n in found), None)
    values = {
        "title": words(found.get("hl1", found.get("title"))),
        "authors": words(found.get("byline")),
        "publisher": words(found.get("distributor")),
        "published": dated,
        "language": root.get(_LANG),
    }
    return Raw(tuple(element_pieces(found["body.content"])), meta_from(values, "NITF"))
