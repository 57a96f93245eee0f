"""What arrives: custody, copies, links that are followed, languages, and sources that would burst the limits."""

import gzip
import json
import time
import zipfile
from itertools import count

import pytest

from sayso.errors import RunError, SkipDocument
from sayso.ingest import Item, Limits, Options, arrivals, read
from sayso.ingest.arrivals import UNCHANGED
from sayso.model.custody import Arrival
from sayso.model.document import Document, Skipped
from tests.ingest import made


class Web:
    """A web of a few addresses."""

    def __init__(self, **pages):
        self.pages = {f"https://hill.example/{name}": page for name, page in pages.items()}
        self.asked = []

    def get(self, address):
        self.asked.append(address)
        page = self.pages.get(address, SkipDocument("fetch", "the server answered 404", "check the address"))
        if isinstance(page, SkipDocument):
            raise page
        if page is None:
            return None
        data, kind = page
        return Item(name=address, file=address, source=address, data=data, address=address, media_type=kind,
                    headers=(("ETag", "x"),), collected="2026-03-04T06:00:00+00:00")  # fmt: skip


def outcomes(found):
    return [f.outcome if isinstance(f, Arrival) else f for f in found]


def test_a_file_arrives_with_its_bytes(tmp_path):
    path = tmp_path / "a.html"
    path.write_bytes(made.PAGE)
    (found,) = arrivals([path])
    original = found.original
    assert (original.data, original.sha256, original.source, original.name) == (
        made.PAGE, found.outcome.sha256, str(path), str(path),
    )  # fmt: skip
    assert (original.collected, original.address, original.reader) == (None, None, "sayso.page 1")
    assert isinstance(found.outcome, Document)


def test_the_same_bytes_are_read_once_and_known_ones_not_at_all(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(made.TEXT)
    first, second = arrivals([tmp_path])
    assert (first.same_as, second.same_as) == (None, str(tmp_path / "a.txt"))
    assert second.outcome.reason == f"same bytes as {tmp_path / 'a.txt'}"
    assert second.original.sha256 == first.original.sha256
    known = {first.original.sha256: "kept before"}
    assert [f.same_as for f in arrivals([tmp_path], options=Options(known=known.get))] == ["kept before"] * 2


def test_what_has_no_reader_for_its_language_is_kept(tmp_path):
    (tmp_path / "a.txt").write_text(made.SPANISH)
    (found,) = arrivals([tmp_path])
    assert found.original.data == made.SPANISH.encode()
    assert "Spanish" in found.outcome.reason
    (again,) = arrivals([tmp_path], languages=frozenset({"en", "es"}))
    assert again.outcome.language == "es"


@pytest.mark.parametrize(("name", "data"), [("a.html", b"<html><body>no"), ("a.xml", b"<rss>no"), ("a.pdf", b"%PDF-1.4 no")])
def test_what_cannot_be_read_is_kept(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    (found,) = arrivals([tmp_path])
    assert found.original.data == data
    assert isinstance(found.outcome, Skipped)


def test_an_address_is_fetched(tmp_path):
    (tmp_path / "a.txt").write_text(made.TEXT)
    web = Web(bridge=(made.PAGE, "text/html"))
    text, page, gone = arrivals(["https://hill.example/gone", tmp_path, "https://hill.example/bridge"], web)
    assert text.original.source == str(tmp_path / "a.txt")
    assert (page.original.address, page.original.source) == ("https://hill.example/bridge",) * 2
    assert (page.original.collected, page.original.headers) == ("2026-03-04T06:00:00+00:00", (("ETag", "x"),))
    assert page.outcome.url == "https://hill.example/bridge"
    assert (gone.path, gone.reason) == ("https://hill.example/gone", "the server answered 404")


def test_an_address_without_a_fetcher_and_an_unchanged_one():
    (told,) = arrivals(["https://hill.example/bridge"])
    assert told.reason == "web addresses are not fetched here"
    (told,) = arrivals(["https://hill.example/bridge"], Web(bridge=None))
    assert told.reason == UNCHANGED


def test_links_are_followed_once_and_what_the_envelope_says_fills_the_gaps():
    bare = made.PAGE.replace(b'<meta property="og:site_name" content="Daily Hill">', b"").replace(b'lang="en"', b"")
    told = '<pubDate>Tue, 03 Mar 2026 18:40:00 +0100</pubDate><source url="https://c.example">Coast Radio</source></item>'
    entry = made.TEASER.replace("</item>", told)
    web = Web(feed=(made.rss(entry, entry), "application/rss+xml"), ferries=(bare, "text/html"))
    (found,) = arrivals(["https://hill.example/feed"], web)
    assert web.asked == ["https://hill.example/feed", "https://hill.example/ferries"]
    assert (found.outcome.publisher, found.outcome.title) == ("Coast Radio", "Bridge closed")
    assert found.outcome.published.at == "2026-03-03T18:40:00+01:00"
    assert (found.original.source, found.original.name) == ("https://hill.example/feed", "https://hill.example/ferries")


def test_sitemaps_are_followed_to_their_articles():
    web = Web(**{
        "map.xml": (made.SITEMAPS, "application/xml"), "news.xml": (gzip.compress(made.SITEMAP), "application/gzip"),
        "bridge": (made.PAGE, "text/html"), "ferries": (made.PAGE.replace(b"Monday", b"Sunday"), "text/html"),
    })  # fmt: skip
    found = outcomes(arrivals(["https://hill.example/map.xml"], web))
    assert sorted(d.url for d in found) == ["https://hill.example/bridge", "https://hill.example/ferries"]


def test_a_ring_of_sitemaps_ends():
    ring = made.SITEMAPS.replace(b"news.xml", b"map.xml")
    web = Web(**{"map.xml": (ring, "application/xml")})
    assert list(arrivals(["https://hill.example/map.xml"], web)) == []
    numbers = count()

    class Endless(Web):
        def get(self, address):
            self.pages[address] = (made.SITEMAPS.replace(b"news.xml", b"%d.xml" % next(numbers)), "text/xml")
            return super().get(address)

    (told,) = arrivals(["https://hill.example/map.xml"], Endless())
    assert "behind more than 5 indexes" in told.reason


def test_the_same_article_under_five_addresses_is_one():
    web = Web(**{str(n): (made.PAGE, "text/html") for n in range(5)})
    found = list(arrivals(sorted(web.pages), web))
    assert [isinstance(f.outcome, Document) for f in found] == [True, False, False, False, False]
    assert {f.original.address for f in found} == set(web.pages)


def test_a_sidecar_speaks_for_everything_in_its_file(tmp_path):
    (tmp_path / "a.xml").write_bytes(made.rss(made.ENTRY))
    (tmp_path / "a.meta.yaml").write_text("publisher: Evening Hill\n")
    assert read([tmp_path]).documents[0].publisher == "Evening Hill"


def test_a_page_that_lies_about_its_encoding():
    page = made.PAGE.replace(b"Ann Poe", "Žofie Šedá".encode("cp1250"))
    web = Web(
        a=(page, "text/html; charset=windows-1250"),
        b=(made.PAGE.replace(b"Ann", "Zoë".encode()), "text/html; charset=ascii"),
    )
    first, second = outcomes(arrivals(sorted(web.pages), web))
    assert first.authors == ("Žofie Šedá",)
    assert second.authors == ("Zoë Poe",)


def bomb(size):
    return made.zipped({"a.txt": b"\x20" * size})


def test_a_small_archive_of_gigabytes_is_refused_at_once(tmp_path):
    inside = bomb(300_000_000)
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(8):
            archive.writestr(f"{n}.zip", inside)
    assert path.stat().st_size < 42_000
    began = time.monotonic()
    (told,) = arrivals([path])
    assert time.monotonic() - began < 5
    assert (told.path, "unpack to more than" in told.reason) == (str(path), True)
    assert told.remedy


@pytest.mark.parametrize("name", ["a.txt.gz", "a.warc.gz", "a.jsonl.gz"])
def test_a_gzip_that_goes_on_for_ever_is_refused(tmp_path, name):
    record = b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://h.example/\r\nContent-Length: 9000000000\r\n\r\n"
    start = {"a.warc.gz": record}
    (tmp_path / name).write_bytes(gzip.compress(start.get(name, b"") + b" " * 60_000_000))
    began = time.monotonic()
    found = list(arrivals([tmp_path]))
    assert time.monotonic() - began < 5
    assert not any(isinstance(f, Arrival) and isinstance(f.outcome, Document) for f in found)
    assert any("unpack to more than" in o.reason or "larger than 20 MB" in o.reason for o in outcomes(found))


def test_a_list_that_lies_about_the_size_of_its_members(tmp_path):
    data = bytearray(bomb(30_000_000))
    true = (30_000_000).to_bytes(4, "little")
    while (at := data.find(true)) >= 0:
        data[at : at + 4] = (100).to_bytes(4, "little")
    (tmp_path / "a.zip").write_bytes(data)
    (told,) = outcomes(arrivals([tmp_path]))
    assert "breaks off" in told.reason


def test_archives_in_archives_end(tmp_path):
    data = made.zipped({"a.txt": made.TEXT.encode()})
    for _ in range(8):
        data = made.zipped({"a.zip": data})
    (tmp_path / "a.zip").write_bytes(data)
    (told,) = arrivals([tmp_path])
    assert "more than 5 archives inside each other" in told.reason


def test_too_many_members(tmp_path):
    (tmp_path / "a.zip").write_bytes(made.zipped({f"{n}.txt": b"x" for n in range(4)}))
    (told,) = outcomes(arrivals([tmp_path], options=Options(limits=Limits(members=3))))
    assert "more than 3 files" in told.reason


def test_a_total_is_kept_over_everything_in_a_source(tmp_path):
    page = made.PAGE
    pages = ((f"https://h.example/{n}", page + b"<!--%d-->" % n, {}) for n in range(60))
    (tmp_path / "a.warc.gz").write_bytes(made.warc(*pages))
    found = list(arrivals([tmp_path], options=Options(limits=Limits(total=40_000))))
    assert 0 < sum(isinstance(f, Arrival) for f in found) < 40
    assert "unpacks to more than" in found[-1].reason


def test_articles_come_one_by_one(tmp_path):
    rows = [json.dumps({"text": f"{made.TEXT} {n}"}) for n in range(50)]
    (tmp_path / "a.jsonl").write_text("\n".join(rows))
    stream = arrivals([tmp_path])
    assert isinstance(next(stream).outcome, Document)
    stream.close()


def test_nothing_named():
    with pytest.raises(RunError):
        next(arrivals([]))
