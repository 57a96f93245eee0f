"""From a server of this machine into the store: once, again, changed, gone."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sayso.config import Settings
from sayso.ingest.fetch import FetchSettings
from sayso.pipeline.stored import Adding, add
from sayso.pipeline.stored_report import stored_report
from sayso.store import asking
from sayso.store.changes import changes
from sayso.store.connect import open_store
from sayso.store.records import Selection
from sayso.store.versions import versions

STORY = (
    "The weir at Tolm held through the night, the river board said on Tuesday, although the water stood two metres above "
    "the mark. {} people had left their homes before dawn. Nobody was hurt, and the road to Orbost is open."
)
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Portal</title>
<item><title>The weir held</title><link>{}/weir</link></item></channel></rss>"""
HERE = Adding(web=FetchSettings(allow_private=True, interval=0, robots=False), workers=1)


class Site(BaseHTTPRequestHandler):
    """Serves what stands in `pages`, with a tag made of the text; a client that has it gets 304."""

    def do_GET(self):
        kind, text = self.server.pages.get(self.path, (None, None))
        if kind is None:
            return self._head(410)
        tag = f'"{hash(text)}"'
        if self.headers.get("If-None-Match") == tag:
            return self._head(304)
        body = text.encode()
        self._head(200, ("Content-Type", kind), ("ETag", tag), length=len(body))
        return self.wfile.write(body)

    def _head(self, status, *headers, length=0):
        self.server.told.append((self.path, status))
        self.send_response(status)
        for name, value in (*headers, ("Content-Length", str(length))):
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_):
        """Says nothing."""


@pytest.fixture
def site():
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        server.pages, server.told = {}, []
        server.at = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def store(tmp_path):
    with open_store(str(tmp_path / "s.db"), create=True) as opened:
        yield opened


def tell(site, people):
    text = STORY.format(people)
    head = "<head><title>The weir held</title></head>"
    site.pages["/weir"] = ("text/html", f'<html lang="en">{head}<body><h1>The weir held</h1><p>{text}</p></body></html>')


def test_a_page_is_fetched_once_and_asked_for_again(site, store):
    tell(site, 82)
    page = f"{site.at}/weir"
    assert add(store, [page], HERE).new == 1
    again = add(store, [page], HERE)
    assert (again.new, again.unchanged, again.skipped) == (0, 1, ())
    assert [status for _, status in site.told] == [200, 304]


def test_a_page_that_changed_is_a_version_and_a_page_that_is_gone_is_told(site, store):
    page = f"{site.at}/weir"
    for people in (82, 83):
        tell(site, people)
        add(store, [page], HERE)
    first, second = versions(store, asking.document_named(store, page))
    (change,) = changes(first.document, second.document)
    assert change.words == "82 became 83 in paragraph 1"
    site.pages.clear()
    gone = add(store, [page], HERE)
    assert [s.path for s in gone.skipped] == [page]
    assert "410" in gone.skipped[0].reason
    assert len(versions(store, asking.document_named(store, page))) == 2


def test_a_feed_brings_what_it_points_to(site, store):
    tell(site, 82)
    site.pages["/feed"] = ("application/rss+xml", FEED.format(site.at))
    assert add(store, [f"{site.at}/feed"], HERE).new == 1
    assert [d.url for d in asking.documents(store)] == [f"{site.at}/weir"]


def test_a_feed_that_could_not_be_had_is_no_longer_listed_once_it_could(site, store):
    tell(site, 82)
    feed = f"{site.at}/feed"
    assert add(store, [feed], HERE).taken == 0
    assert [s.path for s in asking.skipped(store)] == [feed]
    site.pages["/feed"] = ("application/rss+xml", FEED.format(site.at))
    assert add(store, [feed], HERE).new == 1
    assert asking.skipped(store) == ()


def test_private_addresses_are_refused_unless_allowed(site, store):
    tell(site, 82)
    refused = add(store, [f"{site.at}/weir"], Adding(workers=1))
    assert refused.new == 0
    assert refused.skipped[0].path == f"{site.at}/weir"
    assert site.told == []


def test_a_feed_in_a_file_is_followed_only_where_that_is_wanted(site, store, tmp_path):
    tell(site, 82)
    feed = tmp_path / "feed.xml"
    feed.write_text(FEED.format(site.at))
    assert add(store, [feed], HERE).new == 0
    assert site.told == []
    following = Adding(web=HERE.web, workers=1, follow=True)
    assert add(store, [feed], following).new == 1


def test_a_report_reads_the_last_version_of_a_page(site, store):
    page = f"{site.at}/weir"
    for people in (82, 83, 84):
        tell(site, people)
        add(store, [page], Adding(story="weir", web=HERE.web, workers=1))
    dossier = stored_report(store, Selection(story="weir"), Settings())
    assert ["84 people" in d.text for d in dossier.documents] == [True]
    assert dossier.discrepancies == ()


def test_addresses_that_are_not_fetched_are_told_and_no_password_is_shown(store):
    refused = add(store, ["ftp://a.example/x", "http://ada:secret@gazette.example/weir"], Adding(workers=1))
    assert refused.taken == 0
    assert [s.path for s in refused.skipped] == ["ftp://a.example/x", "http://…@gazette.example/weir"]
    assert "http" in refused.skipped[0].reason
    assert not any("secret" in f"{s.path} {s.reason} {s.remedy}" for s in asking.skipped(store))
