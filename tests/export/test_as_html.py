import base64
import hashlib
import re
from html.parser import HTMLParser

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.anchors import slug
from sayso.export.as_html import to_html
from sayso.export.marked_text import marked_text
from sayso.export.plain import same_length

VOID = {"meta", "br"}


class Page(HTMLParser):
    """Reads a page and holds it to be well nested."""

    def __init__(self, page):
        super().__init__()
        self.open, self.tags, self.ids, self.links, self.attributes, self.text = [], [], [], [], set(), ""
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value for name, value in attrs if name == "id"]
        self.links += [value for name, value in attrs if name == "href"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def test_the_page_is_whole(sample):
    page = to_html(sample)
    read = Page(page)
    assert len(read.ids) == len(set(read.ids))
    assert all(link.startswith("#") and link[1:] in read.ids for link in read.links)
    assert {f"claim-{c.id}" for c in sample.claims} <= set(read.ids)
    assert {"main", "header", "nav", "footer"} <= set(read.tags)
    assert '<html lang="en">' in page
    for words in (
        "Where the accounts part",
        "harbour authority",
        "9 or more",
        "by 9 March 2031",
        "scan.pdf.txt",
        "same ship",
    ):
        assert words in read.text


def test_the_policy_lets_in_the_style_of_the_page_and_nothing_else(sample):
    page = to_html(sample)
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page
    assert not {"script", "img", "link", "iframe"} & set(Page(page).tags)
    assert "style" not in Page(page).attributes


def test_hostile_sources_make_no_markup(sample, hostile):
    known, read = Page(to_html(sample)), Page(to_html(hostile))
    assert set(read.tags) <= set(known.tags)
    assert read.attributes <= known.attributes
    assert all(link.startswith("#") for link in read.links)
    assert "\x1b" not in read.text
    assert "49" not in re.sub(r"\d{3,}", "", read.text.split("How this was made")[0])


def test_a_dossier_with_one_document_and_nothing_found_is_a_page(sample):
    names = (
        "findings",
        "discrepancies",
        "series",
        "timeline",
        "sources",
        "reuse",
        "positions",
        "outlook",
        "framing",
        "omissions",
    )
    bare = msgspec.structs.replace(sample, **dict.fromkeys(names, ()))
    assert "No two claims" in Page(to_html(bare)).text


@given(st.data())
def test_marked_text_keeps_the_text_and_marks_each_claim_once(sample, data):
    text = data.draw(st.text(st.sampled_from("ab <&>\n“\x07"), min_size=1, max_size=40))
    spans = data.draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=8))
    claims = [msgspec.structs.replace(sample.claims[0], id=f"c{n}", start=min(s), end=max(s)) for n, s in enumerate(spans)]
    read = Page(str(marked_text(text, claims, {"c0": "f1", "c1": "f2"})))
    assert read.text == same_length(text)
    assert sorted(read.ids) == sorted(f"claim-{c.id}" for c in claims if c.start < c.end)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), min_size=2, max_size=2, unique=True))
def test_slugs_are_safe_and_apart(names):
    assert slug(names[0]) != slug(names[1])
    assert re.fullmatch(r"[\w.-]*", slug(names[0]), re.ASCII)
