"""The suite that every reader passes, who is asked for what, and that no bytes raise."""
# ruff: noqa: RUF012 - samples are read and never changed

import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import ConfigurationError
from sayso.ingest import readers
from sayso.ingest.conformance import ReaderConformance, item, parts
from sayso.ingest.formats.feed import Feed
from sayso.ingest.formats.json_feed import JsonFeed
from sayso.ingest.formats.mail import Mail
from sayso.ingest.formats.newsml import NewsML
from sayso.ingest.formats.ninjs import Ninjs
from sayso.ingest.formats.packed import Gzip, Zip
from sayso.ingest.formats.page import Page
from sayso.ingest.formats.pdf import Pdf
from sayso.ingest.formats.records import Json, JsonLines
from sayso.ingest.formats.sitemap import Sitemap
from sayso.ingest.formats.text import Markdown, Plain
from sayso.ingest.formats.wacz import Wacz
from sayso.ingest.formats.warc import Warc
from sayso.ingest.own import READERS
from tests.ingest import made

RECORD = json.dumps({"text": made.TEXT, "title": "Bridge closed"}).encode()
LINKED = json.dumps({"@type": "NewsArticle", "headline": "Bridge closed", "articleBody": made.TEXT}).encode()


class TestPlain(ReaderConformance):
    reader = Plain()
    samples = {"a.txt": f"---\ntitle: Bridge closed\n---\n{made.TEXT}".encode(), "b.TXT": made.TEXT.encode("utf-16")}


class TestMarkdown(ReaderConformance):
    reader = Markdown()
    samples = {"a.md": f"# Bridge closed\n\n{made.TEXT}".encode()}


class TestPage(ReaderConformance):
    reader = Page()
    samples = {"a.html": made.PAGE}


class TestPdf(ReaderConformance):
    reader = Pdf()
    samples = {"a.pdf": made.pdf([made.wrapped(made.TEXT)])}


class TestMail(ReaderConformance):
    reader = Mail()
    samples = {
        "a.eml": made.mail(),
        "b.eml": made.mail(attached=(("a.txt", made.TEXT.encode(), "application/octet-stream"),)),
    }


class TestJsonLines(ReaderConformance):
    reader = JsonLines()
    samples = {"a.jsonl": RECORD + b"\n\n" + RECORD.replace(b"Bridge", b"Ferry"), "b.ndjson": RECORD}


class TestJson(ReaderConformance):
    reader = Json()
    samples = {"a.json": RECORD, "b.json": b"[" + RECORD + b"," + RECORD + b"]", "c.jsonld": LINKED}


class TestJsonFeed(ReaderConformance):
    reader = JsonFeed()
    samples = {"a.json": made.JSON_FEED}


class TestNinjs(ReaderConformance):
    reader = Ninjs()
    samples = {f"{n}.json": json.dumps(made.NINJS[n]).encode() for n in made.NINJS} | {
        "list.ninjs": json.dumps(list(made.NINJS.values())).encode()
    }


class TestFeed(ReaderConformance):
    reader = Feed()
    samples = {"a.xml": made.rss(made.ENTRY, made.TEASER), "b.atom": made.ATOM, "c.rdf": made.RDF}


class TestSitemap(ReaderConformance):
    reader = Sitemap()
    samples = {"a.xml": made.SITEMAP, "b.xml": made.SITEMAPS}


class TestNewsML(ReaderConformance):
    reader = NewsML()
    samples = {
        "a.xml": made.news_message(
            made.news_item(made.XHTML), made.news_item(f"<inlineXML>{made.NITF}</inlineXML>", number=2)
        ),
        "b.newsml": made.news_item(f"<inlineData>{made.TEXT}</inlineData>").encode(),
        "c.nitf": made.NITF.encode(),
    }


class TestWarc(ReaderConformance):
    reader = Warc()
    samples = {"a.warc": made.warc(made.BRIDGE, packed=False)}


class TestWacz(ReaderConformance):
    reader = Wacz()
    samples = {"a.wacz": made.wacz()}


class TestZip(ReaderConformance):
    reader = Zip()
    samples = {"a.zip": made.zipped({"b/a.txt": made.TEXT.encode(), "a.html": made.PAGE})}


class TestGzip(ReaderConformance):
    reader = Gzip()
    samples = {"a.txt.gz": made.GZ, "b.warc.gz": made.WARC}


SUITES = [
    s for s in list(globals().values()) if isinstance(s, type) and issubclass(s, ReaderConformance) and hasattr(s, "reader")
]
OPENINGS = [data[:n] for s in SUITES for data in s.samples.values() for n in (4, 60, 400)]


def test_every_reader_of_the_project_passes_the_suite():
    assert {type(s.reader) for s in SUITES} == set(READERS)


def test_the_package_lists_its_own_readers():
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    listed = project["entry-points"][readers.GROUP]
    assert sorted(listed.values()) == sorted(f"{kind.__module__}:{kind.__qualname__}" for kind in READERS)
    assert [f"sayso.{name}" for name in listed] == [kind.name for kind in READERS]


@pytest.mark.parametrize("reader", [s.reader for s in SUITES], ids=lambda r: r.name)
@given(head=st.sampled_from([b"", *OPENINGS]), data=st.binary(max_size=300))
@settings(max_examples=60, deadline=None)
def test_no_bytes_raise(reader, head, data):
    given = item(head + data, f"a{min(reader.suffixes)}")
    reader.recognises(given)
    parts(reader, given)


@pytest.mark.parametrize(
    ("data", "name", "media_type", "expected"),
    [
        (made.rss(made.ENTRY), "https://hill.example/feed", "text/html", "sayso.feed"),
        (made.PAGE, "https://hill.example/feed.xml", "application/rss+xml", "sayso.page"),
        (made.PAGE, "https://hill.example/index.php?a=b.zip", "text/html; charset=utf-8", "sayso.page"),
        (made.wacz(), "package", "application/zip", "sayso.zip"),
        (made.wacz(), "package", None, "sayso.wacz"),
        (made.WARC, "crawl", "application/warc", "sayso.gzip"),
        (made.pdf([["x"]]), "a.txt", None, "sayso.pdf"),
        (b"<html>kept as text", "a.txt", None, "sayso.text"),
        (b"<a/>", "a.xml", None, "sayso.feed"),
    ],
)
def test_bytes_decide_where_name_and_type_lie(data, name, media_type, expected):
    assert readers.reader_of(item(data, name, media_type)).name == expected


def test_nobody_reads_a_picture():
    assert readers.reader_of(item(b"\x89PNG\r\n\x1a\n", "a.png", "image/png")) is None


class Point:
    def __init__(self, made_by):
        self.made_by, self.value = made_by, "other:Reader"

    def load(self):
        return self.made_by

    def __lt__(self, other):
        return False


class Shouted(Plain):
    name = "harbour.shouted"
    suffixes = frozenset({".loud"})


def test_a_reader_of_another_package_is_asked_first(monkeypatch):
    monkeypatch.setattr(readers, "entry_points", lambda group: [Point(Shouted)])
    readers.installed.cache_clear()
    try:
        assert readers.installed()[0].name == "harbour.shouted"
        assert readers.reader_of(item(b"x", "a.loud")).name == "harbour.shouted"
    finally:
        readers.installed.cache_clear()


@pytest.mark.parametrize(("broken", "told"), [(object, "declares no `name`"), (lambda: 1 + "", "cannot be loaded")])
def test_a_broken_reader_is_told(monkeypatch, broken, told):
    monkeypatch.setattr(readers, "entry_points", lambda group: [Point(broken)])
    readers.installed.cache_clear()
    try:
        with pytest.raises(ConfigurationError, match=told):
            readers.installed()
    finally:
        readers.installed.cache_clear()


def test_the_reference_lists_every_reader_with_its_endings():
    page = (Path(__file__).parents[2] / "docs" / "reference" / "readers.md").read_text("utf-8")
    rows = {
        row.split("`")[1]: row for row in page.splitlines() if row.startswith("| `") and row.count("|") == 5 and "." in row
    }
    assert list(rows) == [kind.name.removeprefix("sayso.") for kind in READERS]
    for kind in READERS:
        assert [c for c in rows[kind.name.removeprefix("sayso.")].split("|")[2].split("`") if c.strip()] == sorted(
            kind.suffixes
        )
        assert [c for c in rows[kind.name.removeprefix("sayso.")].split("|")[3].split("`") if c.strip()] == sorted(
            kind.media_types
        )


def test_phrases_name_every_ending():
    assert {word.strip(",") for word in readers.all_kinds().split() if word.startswith(".")} == set(readers.suffixes())
    assert readers.kinds() == ".txt, .md, .htm, .html, .xhtml, .pdf or .eml"


def _log():
    """The reader that the documentation shows."""
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "write-a-reader.md").read_text("utf-8")
    space = {}
    exec(page.split("```python\n")[1].split("```")[0], space)
    return space["Log"]()


class TestLog(ReaderConformance):
    reader = _log()
    samples = {"a.hlog": f"HARBOUR LOG\n2031-03-08 | {made.TEXT[:300]}\nno bar\n".encode()}

    @pytest.fixture(autouse=True)
    def _installed(self, monkeypatch):
        own = readers.installed()
        monkeypatch.setattr(readers, "installed", lambda: (self.reader, *own))
