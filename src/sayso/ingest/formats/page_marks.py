"""Dates and names that a page marks in its text: by element, attribute or class."""

import re

from lxml import etree, html

from sayso.ingest.dates import find, parse
from sayso.ingest.meta import Meta, meta_from
from sayso.model.enums import Basis

_DATED = (
    "//time[@pubdate or @itemprop='datePublished']",
    "//*[@itemprop='datePublished']",
    "//article//header//time | //header//time | //h1/following::time[1]",
    "//*[contains(@class, 'publish') or contains(@class, 'dateline') or contains(@class, 'post-date')"
    " or contains(@class, 'entry-date')"
    " or contains(@class, 'byline') or contains(@class, 'timestamp') or contains(@class, 'article-date') or @class='date']",
    "//*[contains(@class, 'date') and not(contains(@class, 'update'))]",
)
_ELSEWHERE = (
    "[not(ancestor-or-self::*[contains(@class, 'comment') or contains(@id, 'comment') or contains(@class, 'related')])]"
)
_SIGNED = (
    f"//*[@itemprop='author' or @itemprop='creator']//*[@itemprop='name']{_ELSEWHERE}",
    f"//a[@rel='author']{_ELSEWHERE} | //*[@itemprop='author']{_ELSEWHERE}",
    f"//*[contains(@class, 'byline')]//*[contains(@class, 'author') or contains(@class, 'name')]{_ELSEWHERE}",
    f"//article//*[contains(@class, 'author-name') or contains(@class, 'byline-name')]{_ELSEWHERE}",
)
_LONGEST = 200  # characters of an element that is nothing but a date
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:,? (?:and |& )?[^\W\d_][\w.'’-]*){1,11}")
_MOST = 4  # different names: more are a list of writers, not those of one article


def marked_date(tree: html.HtmlElement) -> Meta:
    """The date that marked elements agree on; several different ones (other articles' too) are none."""
    for path in _DATED:
        said = [_written(e) for e in tree.xpath(path)[:50]]
        dated = {w: p for w in said if w and (p := parse(w, "page")).basis is Basis.STATED}
        if len({p.start for p in dated.values()}) == 1:
            best = max(sorted(dated), key=lambda w: dated[w].at is not None)
            return Meta(date=best, origin="marked date of the page")
    return Meta()


def marked_authors(tree: html.HtmlElement) -> Meta:
    """The names that marked elements give, where all of them are names, and few; names of accounts are none."""
    for path in _SIGNED:
        said = dict.fromkeys(w for e in tree.xpath(path)[:50] if (w := _words(e)))
        if 0 < len(said) <= _MOST and all(_NAME.fullmatch(words) for words in said):
            return meta_from({"authors": list(said)}, "page")
    return Meta()


def _words(element: etree._Element) -> str:
    words = " ".join("".join(element.itertext()).split())[:_LONGEST]
    return re.sub(r"^(?:by|von|por|par|di)\s+", "", words, flags=re.IGNORECASE)


def _written(element: etree._Element) -> str | None:
    if machine := element.get("datetime") or element.get("content") or element.get("value"):
        return str(machine)
    words = " ".join("".join(element.itertext()).split())
    dates = find(words, "page") if len(words) <= _LONGEST else []
    return words[dates[0].start : dates[0].end] if len(dates) == 1 else None
