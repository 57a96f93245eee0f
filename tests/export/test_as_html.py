import base64
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export import anchors
from sayso.export.anchors import slug
from sayso.export.as_html import to_html
from sayso.export.page_view import OPEN_TEXTS
from sayso.export.plain import same_length

VOID = {"meta", "br", "input", "rect", "line", "path", "circle", "stop"}
BLOCKS = set("div p ul ol dl table details blockquote figure section article form h1 h2 h3 h4".split())
WEB = "https://harbourpost.example/ferry?a=1&b=2"


class Page(HTMLParser):
    """Reads a page and holds it to be well nested; the text of scripts and styles is no text of the page."""

    def __init__(self, page):
        super().__init__()
        self.open, self.elements, self.text, self.texts = [], [], "", []
        self.feed(page)
        self.close()
        assert not self.open
        self.tags = [tag for tag, _ in self.elements]
        self.attributes = {name for _, of in self.elements for name in of}
        self.ids = [of["id"] for _, of in self.elements if "id" in of]
        self.links = [of["href"] for _, of in self.elements if "href" in of]

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        assert tag not in BLOCKS or "p" not in [t for t, _ in self.open], f"a browser ends the paragraph at <{tag}>"
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))
        if dict(attrs).get("class") == "text":
            self.texts.append("")

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop()[0] == tag

    def handle_data(self, data):
        if not {"script", "style"} & {tag for tag, _ in self.open}:
            self.text += data
        if any(of.get("class") == "text" for _, of in self.open):
            self.texts[-1] += data


def changed(dossier, **fields):
    """The dossier with its first document changed."""
    first, *others = dossier.documents
    return msgspec.structs.replace(dossier, documents=(msgspec.structs.replace(first, **fields), *others))


def test_the_page_is_whole(sample):
    page = to_html(sample)
    read = Page(page)
    assert len(read.ids) == len(set(read.ids))
    assert all(link.startswith("#") and link[1:] in read.ids for link in read.links)
    assert all(of["data-say"][1:] in read.ids for _, of in read.elements if "data-say" in of)
    assert {f"claim-{c.id}" for c in sample.claims} <= set(read.ids)
    assert {f"finding-{f.id}" for f in sample.findings} <= set(read.ids)
    assert {f"discrepancy-{x.id}" for x in sample.discrepancies} <= set(read.ids)
    assert {"main", "header", "nav", "footer"} <= set(read.tags)
    assert '<html lang="en">' in page
    for words in (
        "harbour authority",
        "at least 9",
        "by 9 March 2031",
        "scan.pdf.txt",
        "same ship",
        "has not been relieved",
    ):
        assert words in read.text


def test_every_field_has_a_label_and_every_region_a_name(sample):
    read = Page(to_html(sample))
    labelled = {of["for"] for tag, of in read.elements if tag == "label" and "for" in of}
    assert {of["id"] for tag, of in read.elements if tag == "select"} <= labelled
    assert all(of["aria-labelledby"] in read.ids for _, of in read.elements if "aria-labelledby" in of)
    levels = [int(tag[1]) for tag in read.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_policy_lets_in_the_style_and_the_script_of_the_page_and_nothing_else(sample):
    page = to_html(sample)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    wanted = ["default-src 'none'"]
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        wanted.append(f"{tag}-src 'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'")
    assert policy.split("; ")[:3] == wanted
    assert "unsafe" not in policy
    assert not {"img", "link", "iframe", "object", "base"} & set(Page(page).tags)
    assert not [a for a in Page(page).attributes if a == "style" or a.startswith("on")]


def test_the_texts_stand_character_by_character(sample, hostile):
    for dossier in (sample, hostile):
        assert Page(to_html(dossier)).texts == [same_length(d.text) for d in dossier.documents]


def test_hostile_sources_make_no_markup(sample, hostile):
    known, read = Page(to_html(sample)), Page(to_html(hostile))
    assert set(read.tags) <= set(known.tags)
    assert read.attributes <= known.attributes
    assert all(link.startswith("#") and link[1:] in read.ids for link in read.links)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]", to_html(hostile))
    assert "49" not in re.sub(r"\d{3,}", "", read.text.split("How this was made")[0])


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "data:text/html,<script>1</script>",
        "java\tscript:alert(1)",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example/x",
        "https:evil",
        "http://[broken",
        "https://a.example/\u202egpj.exe",
        'https://a.example/" onclick="x',
    ],
)
def test_only_an_address_of_the_web_is_a_link(sample, url):
    assert all(link.startswith("#") for link in Page(to_html(changed(sample, url=url))).links)


def test_an_address_of_the_web_tells_its_host_nothing(sample):
    read = Page(to_html(changed(sample, url=WEB)))
    (link,) = [of for tag, of in read.elements if tag == "a" and of["href"] == WEB]
    assert {"noreferrer", "noopener"} <= set(link["rel"].split())


@pytest.mark.parametrize("path", ["/srv/jo/secret/ferry.txt", r"C:\Users\jo\secret\ferry.txt", "secret/ferry.txt"])
def test_of_a_path_only_the_file_is_told(sample, path):
    page = to_html(changed(sample, path=path))
    assert "ferry.txt" in page
    assert "secret" not in page


def test_what_differs_is_marked(sample):
    marked = re.findall(r'<mark class="differs">(.*?)</mark>', to_html(sample))
    assert {"Tuesday", "Monday night", "Seven", "At least nine"} <= set(marked)


def test_a_dossier_with_one_document_and_nothing_found_is_a_page(sample):
    names = "findings discrepancies series timeline sources reuse positions outlook framing omissions".split()
    read = Page(to_html(msgspec.structs.replace(sample, **dict.fromkeys(names, ()))))
    assert "No two claims" in read.text
    assert all(link[1:] in read.ids for link in read.links)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), min_size=2, max_size=2, unique=True))
def test_slugs_are_safe_and_apart(names):
    assert slug(names[0]) != slug(names[1])
    assert re.fullmatch(r"[\w.-]*", slug(names[0]), re.ASCII)


@pytest.mark.parametrize(("documents", "folded"), [(OPEN_TEXTS, False), (OPEN_TEXTS + 1, True)])
def test_many_texts_are_folded_and_keep_their_addresses(sample, documents, folded):
    first = sample.documents[0]
    more = tuple(msgspec.structs.replace(first, id=f"more{n}") for n in range(documents - len(sample.documents)))
    page = to_html(msgspec.structs.replace(sample, documents=(*sample.documents, *more)))
    assert ('<details class="fold whole">' in page) is folded
    assert all(f'id="{anchors.claim(c.id)}"' in page for c in sample.claims)
