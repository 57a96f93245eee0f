"""RSS 2.0 and 0.9x, RSS 1.0 (RDF) and Atom: entries with their article, and links to those without."""

from collections.abc import Iterator
from copy import deepcopy
from functools import partial
from typing import ClassVar

from lxml import etree
from msgspec import Struct

from sayso.ingest.formats.feed_entry import Channel, Entry, channel_of, entry_of
from sayso.ingest.items import Item, Link, Part, article
from sayso.ingest.limits import Limits
from sayso.ingest.source import Raw, skip
from sayso.ingest.xml import Xml, child, children, local, parse_xml, root_of, whole, written
from sayso.model.document import Skipped

_ROOTS = ("rss", "rdf", "feed")
_KEPT = ("title", "link", "language", "id")  # what identifies a feed; the rest changes with every hour
_MOST = 12  # elements of the head


class Feed:
    """Feeds in XML."""

    name: ClassVar[str] = "sayso.feed"
    version: ClassVar[str] = "1"
    suffixes: ClassVar[frozenset[str]] = frozenset({".rss", ".atom", ".rdf", ".xml"})
    media_types: ClassVar[frozenset[str]] = frozenset(
        {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml"}
    )
    envelope: ClassVar[bool] = True

    def recognises(self, item: Item) -> bool:
        """The root element."""
        return root_of(item) in _ROOTS

    def read(self, item: Item, limits: Limits) -> Iterator[Part]:
        """Each entry as an article whose bytes are a feed of this entry alone, or as a link; a break is told at the end."""
        tree = parse_xml(item.loaded(limits))
        if local(tree.root) not in _ROOTS:
            raise skip(
                tree.problem or f"XML of the kind <{local(tree.root)}> has no reader",
                "give the article as a page or as text",
            )
        frame = _frame(tree)
        entries = whole(tree, frame.entries)
        if not entries:
            raise skip(tree.problem or "the feed has no entries", "get it again")
        channel = channel_of(frame.head, item.address)
        for number, element in enumerate(entries[: limits.members], 1):
            yield _entry(item.part(f"{item.name}#{number}", b""), frame, element, channel)
        if len(entries) > limits.members:
            yield Skipped(item.name, f"it has more than {limits.members:,} entries", "the first were read; divide it")
        if tree.problem:
            yield Skipped(item.name, f"{tree.problem}; what is whole was read", "get it again, or mend that line")


class _Frame(Struct, frozen=True):
    """A feed around its entries: what is kept of its head identifies it."""

    root: etree._Element
    head: etree._Element
    kept: tuple[etree._Element, ...]
    entries: tuple[etree._Element, ...]


def _frame(tree: Xml) -> _Frame:
    """Reads the head once: entries may be many."""
    channel = child(tree.root, "channel")
    head = tree.root if channel is None else channel
    kept = tuple(e for e in children(head, *_KEPT) if e.get("rel", "alternate") == "alternate")
    beside = () if head is tree.root else children(tree.root, "item")
    return _Frame(tree.root, head, kept, (*children(head, "item", "entry"), *beside))


def _entry(item: Item, frame: _Frame, element: etree._Element, channel: Channel) -> Part:
    entry = entry_of(element, channel)
    if entry.pieces:
        try:
            return article(item.part(item.name, _alone(frame, element)), partial(_raw, entry))
        except ValueError as error:  # lxml reads such a name, and does not write it
            return Skipped(item.name, f"its XML is broken: {error}", "get it again")
    if entry.meta.url:
        return Link(entry.meta.url, entry.meta, "the feed brings only a summary")
    return Skipped(item.name, "the entry has neither text nor address", "look for the article on the outlet's site")


def _raw(entry: Entry) -> Raw:
    return Raw(entry.pieces, entry.meta, trusted_language=False)


def _alone(frame: _Frame, element: etree._Element) -> bytes:
    """A feed of one entry: the same bytes however the feed around it goes on."""
    root, head = frame.root, frame.head
    shell = etree.Element(root.tag, dict(root.attrib), root.nsmap)
    channel = shell if head is root else etree.SubElement(shell, head.tag, dict(head.attrib), head.nsmap)
    channel.extend(_copy(kept) for kept in frame.kept[:_MOST])
    (channel if element.getparent() is head else shell).append(_copy(element))
    return written(shell)


def _copy(element: etree._Element) -> etree._Element:
    """The element without the blanks behind it."""
    copy = deepcopy(element)
    copy.tail = None
    return copy
