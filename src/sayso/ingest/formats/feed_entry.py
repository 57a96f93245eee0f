"""What one entry of a feed says: its address, whose it is, when it appeared, and its text if it brings it."""

import re
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

from lxml import etree
from msgspec import Struct

from sayso.ingest.formats.fragment import Piece, element_pieces, markup_pieces, word_count
from sayso.ingest.meta import Meta, language_code, meta_from
from sayso.ingest.publisher import host_of
from sayso.ingest.xml import child, children, said, words

_FULL, _FEWEST = 120, 30  # words: a description so long is the article; a "content" shorter than this is a teaser
_MORE = re.compile(r"(?:\[?(?:…|\.\.\.)\]?|(?:read|continue reading|more)\b.{0,40}[»→>…]?)\s*$", re.IGNORECASE)
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class Entry(Struct, frozen=True):
    """One entry; `pieces` is empty where it brings no article."""

    meta: Meta
    pieces: tuple[Piece, ...]


class Channel(Struct, frozen=True):
    """What a feed says of all its entries."""

    title: str | None
    host: str | None
    language: str | None
    base: str


def channel_of(element: etree._Element, address: str | None) -> Channel:
    """Reads the head of a feed."""
    home = link_of(element, address or "")
    language = said(element, "language") or element.get(_LANG)
    return Channel(said(element, "title"), host_of(home or address), language, home or address or "")


def entry_of(element: etree._Element, channel: Channel) -> Entry:
    """Reads one entry of RSS or Atom."""
    url = link_of(element, channel.base)
    values: dict[str, object] = {
        "title": _plain(said(element, "title")),
        "publisher": publisher_of_entry(element, channel, url),
        "authors": _authors(element),
        "published": moment(said(element, "pubdate", "published", "issued", "date", "created")),
        "modified": moment(said(element, "updated", "modified")),
        "url": url,
    }
    meta = meta_from(values, "feed")
    if meta.date is None and meta.modified:  # Atom may state nothing but the time of the last change
        meta = meta_from({**values, "published": values["modified"], "modified": None}, "feed")
    return Entry(_with_language(meta, channel.language), tuple(_content(element)))


def _with_language(meta: Meta, language: str | None) -> Meta:
    return Meta(
        title=meta.title, publisher=meta.publisher, authors=meta.authors, date=meta.date, modified=meta.modified,
        url=meta.url, language=language_code(language), origin=meta.origin,
    )  # fmt: skip


def publisher_of_entry(element: etree._Element, channel: Channel, url: str | None) -> str | None:
    """The originator: who is named as source, else the feed's own title unless its entries lead elsewhere."""
    source = child(element, "source")
    if source is not None:
        name = said(source, "title") if len(source) else words(source)
        if found := name or host_of(source.get("url") or link_of(source, "")):
            return found
    if found := said(element, "publisher"):
        return found
    host = host_of(url)
    return channel.title if host is None or channel.host is None or host == channel.host else None


def link_of(element: etree._Element, base: str) -> str | None:
    """The address of an entry or feed: an Atom link of the kind `alternate`, the text of an RSS link, else a guid."""
    for link in children(element, "link"):
        written = (link.get("href") if link.get("rel", "alternate") == "alternate" else None) or (link.text or "").strip()
        if written:
            return absolute(written, element.get(_BASE) or base)
    for guid in children(element, "guid", "id"):
        if guid.get("isPermaLink", "true").lower() == "true" and (guid.text or "").strip().startswith(("http:", "https:")):
            return (guid.text or "").strip()
    return None


def absolute(address: str, base: str) -> str | None:
    """The full address; None where it is none."""
    try:
        full = urljoin(base, address.strip())
        return full if urlsplit(full).scheme in ("http", "https") and urlsplit(full).hostname else None
    except ValueError:  # broken brackets
        return None


def moment(value: str | None) -> str | None:
    """The date of a mail header as ISO 8601; any other value as it is written."""
    try:
        return parsedate_to_datetime(value).isoformat() if value and "," in value[:12] else value
    except (TypeError, ValueError, IndexError, OverflowError):
        return value


def _authors(element: etree._Element) -> list[str]:
    """Names, not addresses: RSS writes `ann@hill.example (Ann Poe)`."""
    names = []
    for found in children(element, "author", "creator"):
        name = said(found, "name") if len(found) else words(found)
        inside = re.search(r"\(([^()]+)\)", name or "")
        if name and "@" in name:
            name = inside[1] if inside else None
        if name:
            names.append(name)
    return names


def _content(element: etree._Element) -> list[Piece]:
    """The article, where the entry brings it: as content, or as a description too long to be a teaser."""
    for found in children(element, "encoded", "content"):
        pieces = _pieces(found)
        if found.get("src") is None and word_count(pieces) >= _FEWEST and not _is_teaser(pieces):
            return pieces
    for found in children(element, "description", "summary"):
        pieces = _pieces(found)
        if word_count(pieces) >= _FULL and not _is_teaser(pieces):
            return pieces
    return []


def _is_teaser(pieces: list[Piece]) -> bool:
    return bool(pieces) and word_count(pieces) < 2 * _FULL and bool(_MORE.search(pieces[-1][0][-60:]))


def _pieces(element: etree._Element) -> list[Piece]:
    if element.get("type") == "xhtml" or (len(element) and not (element.text or "").strip()):
        return element_pieces(element)
    return markup_pieces("".join(element.itertext()))


def _plain(title: str | None) -> str | None:
    """A title without the mark-up that some feeds escape into it."""
    if not title or "<" not in title:
        return title
    return " ".join(text for text, _ in markup_pieces(title)) or None
