"""Sitemaps, news sitemaps and indexes of sitemaps: links to articles or to further sitemaps."""

from collections.abc import Iterator
from typing import ClassVar

from lxml import etree

from sayso.ingest.formats.feed_entry import absolute
from sayso.ingest.items import Item, Link, Part
from sayso.ingest.limits import Limits
from sayso.ingest.meta import Meta, meta_from
from sayso.ingest.source import skip
from sayso.ingest.xml import child, children, local, parse_xml, root_of, said, whole
from sayso.model.document import Skipped


class Sitemap:
    """Sitemaps."""

    name: ClassVar[str] = "sayso.sitemap"
    version: ClassVar[str] = "1"
    suffixes: ClassVar[frozenset[str]] = frozenset({".xml"})
    media_types: ClassVar[frozenset[str]] = frozenset({"application/xml", "text/xml"})
    envelope: ClassVar[bool] = True

    def recognises(self, item: Item) -> bool:
        """The root element."""
        return root_of(item) in ("urlset", "sitemapindex")

    def read(self, item: Item, limits: Limits) -> Iterator[Link | Part]:
        """A link for every address, in order, with what a news sitemap tells of it; a break is told at the end."""
        tree = parse_xml(item.loaded(limits))
        if local(tree.root) not in ("urlset", "sitemapindex"):
            raise skip(tree.problem or "it is no sitemap", "get it again")
        for count, entry in enumerate(whole(tree, children(tree.root, "url", "sitemap"))):
            if count == limits.members:
                yield Skipped(
                    item.name, f"it lists more than {limits.members:,} addresses", "the first were taken; divide it"
                )
                break
            address = absolute(said(entry, "loc") or "", item.address or "")
            if address:
                yield Link(address, _meta(entry), "a sitemap gives only its address")
        if tree.problem:
            yield Skipped(item.name, f"{tree.problem}; what is whole was read", "get it again, or mend that line")


def _meta(entry: etree._Element) -> Meta:
    """What Google's news extension says; `lastmod` is the page's last change, which need not be the article's."""
    news = child(entry, "news")
    if news is None:
        return Meta()
    house = child(news, "publication")
    return meta_from(
        {
            "title": said(news, "title"),
            "published": said(news, "publication_date"),
            "publisher": said(house, "name") if house is not None else None,
            "language": said(house, "language") if house is not None else None,
        },
        "news sitemap",
    )
