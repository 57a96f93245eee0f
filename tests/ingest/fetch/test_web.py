"""From addresses to documents: pages, feeds that point to pages, archives, and what has not changed."""

import gzip
import io

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sayso.ingest import arrivals
from sayso.ingest.web import Web, as_item
from sayso.model.custody import Arrival
from sayso.model.document import Document, Skipped

STORY = (
    "The weir at Tolm held through the night, the river board said on Tuesday, although the water stood two metres "
    "above the mark of 2019. Engineers had raised the gates before dawn. Nobody was hurt, and the road to Orbost is open."
)
HEAD = '<html lang="en"><head><title>The weir held</title></head>'
PAGE = f"{HEAD}<body><article><h1>The weir held</h1><p>{STORY}</p></article></body></html>"
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Portal</title><link>http://portal.example/</link>
<item><title>The weir held</title><link>http://gazette.example/weir</link><pubDate>Tue, 04 Mar 2031 08:00:00 GMT</pubDate>
<source url="http://gazette.example/feed">The Tolm Gazette</source></item></channel></rss>"""


class Webbed(Web):
    """A web whose names all lead to the server of this machine."""

    def __init__(self, town, **settings):
        self._fetcher = town.fetcher(**settings)


def told(town, *sources, **settings):
    with Webbed(town, **settings) as web:
        return list(arrivals(sources, web))


def test_a_page_is_read_and_its_bytes_kept(server, town):
    server.give("/weir", PAGE.encode(), 200, "Content-Type: text/html; charset=utf-8", 'ETag: "7"')
    (arrival,) = told(town, "http://gazette.example/weir")
    assert isinstance(arrival.outcome, Document)
    assert "two metres above the mark of 2019" in arrival.outcome.text
    assert arrival.original.data == PAGE.encode()
    assert arrival.original.address == "http://gazette.example/weir"
    assert arrival.original.collected == "2031-05-06T07:08:09+00:00"
    assert ("ETag", '"7"') in arrival.original.headers


def test_a_feed_leads_to_the_page_and_names_the_originator(server, town):
    server.give("/feed", FEED.encode(), 200, "Content-Type: application/rss+xml")
    server.give("/weir", PAGE.encode(), 200, "Content-Type: text/html")
    (arrival,) = told(town, "http://portal.example/feed")
    assert isinstance(arrival.outcome, Document)
    assert arrival.outcome.publisher == "The Tolm Gazette"
    assert arrival.outcome.published.start.isoformat() == "2031-03-04"


def test_a_charset_that_only_the_head_tells_is_used(server, town):
    page = PAGE.replace("The weir at Tolm", "The weir at Törn").encode("cp1250")
    server.give("/weir", page, 200, "Content-Type: text/html; charset=windows-1250")
    (arrival,) = told(town, "http://gazette.example/weir")
    assert "Törn" in arrival.outcome.text


def test_a_web_archive_behind_an_address(server, town):
    packed = io.BytesIO()
    writer = WARCWriter(packed, gzip=True)
    head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    record = writer.create_warc_record(
        "http://gazette.example/weir", "response", payload=io.BytesIO(PAGE.encode()), http_headers=head,
        warc_headers_dict={"WARC-Date": "2031-03-04T09:00:00Z"},
    )  # fmt: skip
    writer.write_record(record)
    server.give("/a.warc.gz", packed.getvalue(), 200, "Content-Type: application/warc")
    (arrival,) = told(town, "http://archive.example/a.warc.gz")
    assert arrival.original.address == "http://gazette.example/weir"
    assert arrival.original.collected.startswith("2031-03-04T09:00:00")


@pytest.mark.parametrize(
    ("head", "reason"),
    [(403, "403"), (404, "404"), (410, "410"), (500, "500")],
)
def test_what_cannot_be_had_is_listed_and_the_rest_goes_on(server, town, head, reason):
    server.give("/bad", b"", head)
    server.give("/weir", PAGE.encode(), 200, "Content-Type: text/html")
    found = told(town, "http://gazette.example/bad", "http://gazette.example/weir", attempts=1)
    (skipped,) = [f for f in found if isinstance(f, Skipped)]
    assert skipped.path == "http://gazette.example/bad"
    assert reason in skipped.reason and skipped.remedy
    assert sum(isinstance(f, Arrival) for f in found) == 1


def test_a_packed_answer_that_bursts_is_refused_and_the_rest_goes_on(server, town):
    server.give("/bomb", gzip.compress(b"\0" * 30_000_000), 200, "Content-Encoding: gzip", "Content-Type: text/html")
    server.give("/weir", PAGE.encode(), 200, "Content-Type: text/html")
    found = told(town, "http://gazette.example/bomb", "http://gazette.example/weir")
    assert [isinstance(f, Skipped) for f in found] == [True, False]


def test_the_same_article_under_five_addresses_is_one_document(server, town):
    for n in range(5):
        server.give(f"/weir{n}", PAGE.encode(), 200, "Content-Type: text/html")
    found = told(town, *(f"http://gazette.example/weir{n}" for n in range(5)))
    assert [isinstance(f.outcome, Document) for f in found] == [True, False, False, False, False]
    assert {f.same_as for f in found[1:]} == {"http://gazette.example/weir0"}


def test_an_answer_keeps_what_was_asked_and_where_it_came_from(server, town):
    server.give("/old", b"", 301, "Location: /weir")
    server.give("/weir", PAGE.encode(), 200, "Content-Type: text/html")
    item = as_item(town.get("http://gazette.example/old"))
    assert (item.name, item.address) == ("http://gazette.example/old", "http://gazette.example/weir")
