"""What comes back, what is sent, and what did not change."""

import threading

import pytest

import sayso
from sayso.errors import SkipDocument
from sayso.ingest.fetch import Fetcher, FetchSettings
from sayso.ingest.fetch.refusals import Why

PAGE = "<p>The weir at Tolm held.</p>".encode("latin-1")
AT = "http://gazette.example/weir"


def test_a_page_as_it_was_served(server, town):
    server.give("/weir", PAGE, 200, "Content-Type: Text/HTML; charset=latin-1", 'ETag: "7"', "Set-Cookie: who=you")
    fetched = town.get("http://Gazette.example/weir#second")
    assert fetched.data == PAGE
    assert (fetched.asked, fetched.address, fetched.status) == (AT, AT, 200)
    assert fetched.media_type == "text/html"
    assert fetched.collected == "2031-05-06T07:08:09+00:00"
    assert fetched.header("etag") == '"7"'
    assert fetched.header("set-cookie") is None
    assert fetched.redirects == ()


def test_a_wrong_charset_is_kept_as_told(server, town):
    body = "Dürre".encode()
    server.give("/weir", body, 200, "Content-Type: text/html; charset=utf-16")
    fetched = town.get(AT)
    assert fetched.data == body
    assert ("Content-Type", "text/html; charset=utf-16") in fetched.headers


@pytest.mark.parametrize("told", ["", "html", ";", "charset=utf-8"])
def test_a_media_type_that_is_none(server, town, told):
    server.give("/weir", PAGE, 200, f"Content-Type: {told}")
    assert town.get(AT).media_type is None


def test_one_identity(server, town):
    server.give("/weir", PAGE)
    town.get(AT, contact="desk@paper.example", robots=True)
    told = {asked.headers["User-Agent"] for asked in server.asked}
    assert server.paths() == ["/robots.txt", "/weir"]
    assert told == {f"sayso/{sayso.__version__} (+desk@paper.example)"}
    assert server.asked[-1].headers["Host"] == "gazette.example"


def test_not_modified_is_none(server, town):
    server.pages["/weir"] = b'HTTP/1.1 304 Not Modified\r\nETag: "7"\r\n\r\n'
    known = {AT: {"ETag": '"7"', "Last-Modified": "Tue, 06 May 2031 05:00:00 GMT", "Server": "old"}}
    with town.fetcher(validators=lambda address: known.get(address, {})) as fetcher:
        assert fetcher.get(AT) is None
    sent = server.asked[0].headers
    assert sent["If-None-Match"] == '"7"'
    assert sent["If-Modified-Since"] == "Tue, 06 May 2031 05:00:00 GMT"
    assert "Server" not in sent


def test_validators_are_those_of_the_step(server, town):
    server.give("/old", b"", 301, "Location: /weir")
    server.give("/weir", PAGE)
    with town.fetcher(validators=lambda address: {"etag": f'"{address}"'}) as fetcher:
        fetcher.get("http://gazette.example/old")
    assert [asked.headers["If-None-Match"] for asked in server.asked] == ['"http://gazette.example/old"', f'"{AT}"']


@pytest.mark.parametrize("value", ['"7"\r\nHost: mirror.example', "", '"ü"', "x" * 501])
def test_a_validator_that_is_none_is_not_sent(server, town, value):
    server.give("/weir", PAGE)
    with town.fetcher(validators=lambda _: {"ETag": value}) as fetcher:
        assert fetcher.get(AT).data == PAGE
    assert "If-None-Match" not in server.asked[0].headers
    assert server.asked[0].headers["Host"] == "gazette.example"


def test_not_modified_without_having_been_asked(server, town):
    server.pages["/weir"] = b"HTTP/1.1 304 Not Modified\r\n\r\n"
    assert "nothing changed" in town.refused(AT).reason


def test_a_closed_fetcher_asks_nothing(server, town):
    with town.fetcher() as fetcher:
        pass
    with pytest.raises(SkipDocument, match="closed") as caught:
        fetcher.get(AT)
    assert caught.value.why is Why.CLOSED
    assert server.asked == []


def test_the_servers_of_this_machine_only_by_the_setting(server):
    server.give("/weir", PAGE)
    address = f"http://127.0.0.1:{server.port}/weir"
    with pytest.raises(SkipDocument, match="this very machine"):
        Fetcher().get(address)
    assert server.asked == []
    with Fetcher(FetchSettings(allow_private=True, interval=0)) as fetcher:
        assert fetcher.get(address).data == PAGE
        assert fetcher.get(address.replace("127.0.0.1", "localhost")).data == PAGE


def test_many_threads(server, town):
    for n in range(12):
        server.give(f"/{n}", str(n).encode())
    found = {}
    with town.fetcher(robots=True, per_host=3) as fetcher:

        def work(n):
            found[n] = fetcher.get(f"http://gazette.example/{n}").data

        threads = [threading.Thread(target=work, args=(n,)) for n in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert found == {n: str(n).encode() for n in range(12)}
    assert server.paths().count("/robots.txt") == 1


def test_proxies_of_the_environment_are_not_used(server, town, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://10.0.0.1:3128")
    server.give("/weir", PAGE)
    assert town.get(AT).data == PAGE
    assert town.dialled == [("20.30.40.50", 80)]
