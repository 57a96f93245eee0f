"""XML without entities, external definitions or endless depth, through lxml's hardened parser."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from html.entities import html5

from lxml import etree
from msgspec import Struct

from sayso.ingest.items import Item, text_of
from sayso.ingest.source import skip

_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30};)")
_BARE = re.compile(rb"&(?!#?\w{1,40};)")
_ROOT = re.compile(
    r"(?:\s|<\?.{0,400}?\?>|<!--.{0,2000}?-->|<!DOCTYPE[^>\[]{0,300}(?:\[[^\]]{0,2000}\])?\s*>)*<([\w.:-]{1,60})", re.DOTALL
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


class Xml(Struct, frozen=True):
    """A tree, and where it breaks if it does. Behind a break the tree is a guess: `ended` counts by name the elements that
    were whole before it, `torn` names those that were open.
    """

    root: etree._Element
    problem: str | None = None
    ended: Counter[str] = Counter()
    torn: frozenset[str] = frozenset()


def root_of(item: Item) -> str:
    """The name of the first element as the first bytes show it, without prefix, in lower case; empty without one."""
    found = _ROOT.match(item.opening)
    return found[1].rpartition(":")[2].lower() if found else ""


def parse_xml(item: Item) -> Xml:
    """The tree of a loaded item; raises SkipDocument for entity definitions, and where there is nothing to read."""
    text = _CONTROL.sub("", _DECLARATION.sub("", text_of(item, markup=True).lstrip("\ufeff")))
    tree = _tree(_NAMED.sub(_character, text).encode())
    defined = tree.root.getroottree().docinfo.internalDTD
    if defined is not None and next(iter(defined.iterentities()), None) is not None:
        raise skip("its XML defines entities, which can hide files or gigabytes", "give it without a DOCTYPE")
    return tree


def _tree(data: bytes) -> Xml:
    try:
        return Xml(etree.fromstring(data, _parser(recover=False)))
    except etree.XMLSyntaxError:
        data = _BARE.sub(b"&amp;", data)  # the commonest fault of feeds, and harmless to mend
    try:
        return Xml(etree.fromstring(data, _parser(recover=False)))
    except etree.XMLSyntaxError as error:
        problem = f"its XML breaks in line {error.lineno}: {error.msg}"[:200]
    try:
        root = etree.fromstring(data, _parser(recover=True))
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise skip(problem, "get it again, or mend that line")
    return Xml(root, problem, *_before_the_break(data))


def whole(tree: Xml, elements: Iterable[etree._Element]) -> list[etree._Element]:
    """The elements without the one that the tree breaks in."""
    if tree.problem is None:
        return list(elements)
    met: Counter[str] = Counter()
    kept = []
    for element in elements:
        name = local(element)
        if name not in tree.torn or met[name] != tree.ended[name]:
            kept.append(element)
        met[name] += 1
    return kept


def _before_the_break(data: bytes) -> tuple[Counter[str], frozenset[str]]:
    parser = etree.XMLPullParser(("start", "end"), **_OPTIONS)
    with suppress(etree.XMLSyntaxError):
        parser.feed(data)
    met: Counter[str] = Counter()
    ended: Counter[str] = Counter()
    with suppress(etree.XMLSyntaxError):
        for event, element in parser.read_events():
            (met if event == "start" else ended)[local(element)] += 1
    return ended, frozenset(name for name in met if met[name] > ended[name])


_OPTIONS = {
    "encoding": "utf-8", "resolve_entities": False, "no_network": True, "huge_tree": False, "load_dtd": False,
    "remove_comments": True, "remove_pis": True,
}  # fmt: skip


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(recover=recover, **_OPTIONS)


def _character(found: re.Match[str]) -> str:
    """Names of characters that HTML knows and XML does not, as feeds use them."""
    said = html5.get(found[1])
    return said if said and said not in "<>&\"'" else found[0]


def local(element: etree._Element) -> str:
    """The name of an element without its namespace, in lower case; empty for what is no element."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The children of any of these local names."""
    return (child for child in element if local(child) in names)


def child(element: etree._Element, *names: str) -> etree._Element | None:
    """The first child of the first of these names that there is."""
    return next((found for name in names for found in children(element, name)), None)


def words(element: etree._Element | None) -> str | None:
    """All text of an element in one line; None where it is blank."""
    return " ".join("".join(element.itertext()).split()) or None if element is not None else None


def said(element: etree._Element, *names: str) -> str | None:
    """The words of the first of these children that has any."""
    return next((w for name in names for found in children(element, name) if (w := words(found))), None)


def written(element: etree._Element) -> bytes:
    """An element as bytes, without what follows it."""
    return bytes(etree.tostring(element, encoding="utf-8", with_tail=False))
