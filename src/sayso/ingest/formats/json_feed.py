"""JSON Feed 1.0 and 1.1."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import ClassVar

from sayso.ingest.formats.feed_entry import absolute
from sayso.ingest.formats.fragment import Piece, markup_pieces
from sayso.ingest.formats.records import dump_json, load_json
from sayso.ingest.items import Item, Link, Part, article, text_of
from sayso.ingest.limits import Limits
from sayso.ingest.meta import Meta, meta_from
from sayso.ingest.publisher import host_of
from sayso.ingest.source import Raw, skip
from sayso.model.document import Skipped

_KEPT = ("version", "title", "home_page_url", "feed_url", "language")


class JsonFeed:
    """Feeds in JSON."""

    name: ClassVar[str] = "sayso.jsonfeed"
    version: ClassVar[str] = "1"
    suffixes: ClassVar[frozenset[str]] = frozenset({".json"})
    media_types: ClassVar[frozenset[str]] = frozenset({"application/feed+json"})
    envelope: ClassVar[bool] = True

    def recognises(self, item: Item) -> bool:
        """The address of the format, which every JSON Feed states as its version."""
        return item.opening.startswith("{") and "jsonfeed.org/version" in item.opening.replace("\\/", "/")

    def read(self, item: Item, limits: Limits) -> Iterator[Part]:
        """Each entry as an article whose bytes are a feed of this entry alone, or as a link."""
        feed = load_json(text_of(item.loaded(limits)), "the feed")
        entries = feed.get("items") if isinstance(feed, dict) else None
        if not isinstance(feed, dict) or not isinstance(entries, list):
            raise skip("the feed has no `items`", "check that it was saved whole")
        head = {key: feed[key] for key in _KEPT if key in feed}
        for number, entry in enumerate(entries[: limits.members], 1):
            if isinstance(entry, dict):
                yield _entry(item.part(f"{item.name}#{number}", dump_json({**head, "items": [entry]})), head, entry)


def _entry(item: Item, head: Mapping[str, object], entry: Mapping[str, object]) -> Part:
    meta = _meta(head, entry, item.address)
    pieces = _pieces(entry)
    if pieces:
        return article(item, partial(Raw, tuple(pieces), meta, False))
    if meta.url:
        return Link(meta.url, meta, "the feed brings only a summary")
    return Skipped(item.name, "the entry has neither text nor address", "look for the article on the outlet's site")


def _pieces(entry: Mapping[str, object]) -> list[Piece]:
    written, plain = entry.get("content_html"), entry.get("content_text")
    if isinstance(written, str) and written.strip():
        return markup_pieces(written)
    return [(line, None) for line in plain.split("\n") if line.strip()] if isinstance(plain, str) else []


def _meta(head: Mapping[str, object], entry: Mapping[str, object], address: str | None) -> Meta:
    home = head.get("home_page_url")
    base = home if isinstance(home, str) else address or ""
    link = next((u for u in (entry.get("external_url"), entry.get("url")) if isinstance(u, str)), None)
    url = absolute(link, base) if link else None
    elsewhere = host_of(url) is not None and host_of(base) not in (None, host_of(url))
    return meta_from(
        {
            "title": entry.get("title"),
            "publisher": None if elsewhere else head.get("title"),
            "authors": entry.get("authors") or entry.get("author"),
            "published": entry.get("date_published"),
            "modified": entry.get("date_modified"),
            "url": url,
            "language": entry.get("language") or head.get("language"),
        },
        "feed",
    )
