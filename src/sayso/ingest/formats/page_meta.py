"""What a page states about itself: JSON-LD, meta elements, and elements that mark a date.

Nothing is guessed: a date that stands only in the address, in a copyright line or in the running text is not taken.
"""

import json
from collections.abc import Iterator

from lxml import html

from sayso.ingest.formats.page_marks import marked_authors, marked_date
from sayso.ingest.meta import Meta, meta_from, over

_ROLES = ("author", "publisher")
ARTICLES = ("article", "blogposting", "report")
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "citation_title"),
    "publisher": ("og:site_name", "dc.publisher", "citation_journal_title", "application-name"),
    "authors": ("author", "article:author", "dc.creator", "parsely-author", "byl"),
    "date": (
        "article:published_time",
        "article:published",
        "datepublished",
        "date",
        "pubdate",
        "publishdate",
        "publish-date",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "parsely-pub-date",
        "sailthru.date",
        "article.published",
        "og:published_time",
        "citation_publication_date",
    ),
    "modified": (
        "article:modified_time",
        "article:modified",
        "datemodified",
        "dcterms.modified",
        "lastmod",
        "og:updated_time",
    ),
    "url": ("og:url",),
}


def page_meta(tree: html.HtmlElement) -> Meta:
    """The metadata of a page: JSON-LD before meta elements before marked dates and names."""
    meta = over(_linked_data(tree), _elements(tree))
    if not meta.date:
        meta = over(meta, marked_date(tree))
    return meta if meta.authors else over(meta, marked_authors(tree))


def article_body(tree: html.HtmlElement) -> str:
    """The text that the page's linked data gives for its article; empty where there is none."""
    found = (record.get("articleBody") for record in _articles(tree))
    return next((body for body in found if isinstance(body, str) and body.strip()), "")


def _linked_data(tree: html.HtmlElement) -> Meta:
    return next((meta_from(linked_values(record), "page metadata") for record in _articles(tree)), Meta())


def _articles(tree: html.HtmlElement) -> Iterator[dict[str, object]]:
    """The records of schema.org that describe an article; who they only point to is put in."""
    records = list(_records(tree))
    known = {str(r["@id"]): r for r in records if r.get("@id") and r.get("name")}
    for record in records:
        kinds = record.get("@type")
        names = [str(k).lower() for k in (kinds if isinstance(kinds, list) else [kinds])]
        if any(name.endswith(ARTICLES) or name == "liveblogposting" for name in names):
            yield record | {role: _resolved(record[role], known) for role in _ROLES if role in record}


def _resolved(value: object, known: dict[str, dict[str, object]]) -> object:
    """A person or house, found by its `@id` where only that is given."""
    if isinstance(value, list):
        return [_resolved(v, known) for v in value if not isinstance(v, list)]
    if isinstance(value, dict) and not value.get("name"):
        return known.get(str(value.get("@id")), value)
    return value


def linked_values(record: dict[str, object]) -> dict[str, object]:
    """A record of schema.org under our names; its address only where it is a text."""
    address = record.get("url") or record.get("mainEntityOfPage")
    if isinstance(address, dict):
        address = address.get("@id")
    return {
        "title": record.get("headline") or record.get("name"),
        "publisher": record.get("publisher"),
        "authors": record.get("author"),
        "date": record.get("datePublished") or record.get("dateCreated"),
        "modified": record.get("dateModified"),
        "url": address,
        "language": record.get("inLanguage"),
    }


def _records(tree: html.HtmlElement) -> Iterator[dict[str, object]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _flat(data)


def _flat(data: object) -> Iterator[dict[str, object]]:
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (r for r in graph if isinstance(r, dict)) if isinstance(graph, list) else ()


def _elements(tree: html.HtmlElement) -> Meta:
    said: dict[str, str] = {}
    for element in tree.iter("meta"):
        names = [element.get("property") or element.get("name") or "", *(element.get("itemprop") or "").split()]
        if content := (element.get("content") or "").strip():
            for name in names:
                said.setdefault(name.strip().lower(), content)
    values: dict[str, object] = {key: next((said[n] for n in names if n in said), None) for key, names in _META.items()}
    if str(values["authors"]).startswith("http"):  # a profile page, not a name
        values["authors"] = None
    if not values["url"]:
        values["url"] = next((e.get("href") for e in tree.iter("link") if (e.get("rel") or "").lower() == "canonical"), None)
    values["title"] = values["title"] or " ".join((tree.findtext(".//title") or "").split())
    values["language"] = tree.get("lang")
    return meta_from(values, "page metadata")
