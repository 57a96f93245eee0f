"""What each format says: text, kinds of blocks, publisher, authors, times, and what is told of what cannot be read."""

import gzip
import io
import json

import pytest

from sayso.ingest import Limits, Options, arrivals, read
from sayso.ingest.conformance import item, parts
from sayso.ingest.formats.feed import Feed
from sayso.ingest.formats.sitemap import Sitemap
from sayso.ingest.items import Link
from sayso.model.custody import Arrival
from sayso.model.document import Document
from sayso.model.enums import BlockKind
from tests.ingest import made


def reading(path, data, **options):
    path.write_bytes(data)
    return read([path], **options)


def only(path, data):
    found = reading(path, data)
    assert len(found.documents) == 1, found.skipped
    return found.documents[0]


def why(path, data):
    found = reading(path, data)
    assert not found.documents
    return "; ".join(f"{s.reason} ({s.remedy})" for s in found.skipped)


def body(document):
    return [document.text[b.start : b.end] for b in document.body]


def test_rss_brings_articles_and_tells_of_teasers(tmp_path):
    found = reading(tmp_path / "a.xml", made.rss(made.ENTRY, made.TEASER))
    (document,) = found.documents
    assert (document.title, document.publisher, document.authors) == ("Bridge closed & barred", "Daily Hill", ("Ann Poe",))
    assert (document.published.at, document.published.zone) == ("2026-03-03T18:40:00+01:00", "+01:00")
    assert (document.url, document.path) == ("https://hill.example/bridge", f"{tmp_path}/a.xml#1")
    assert body(document) == list(made.PARAGRAPHS)
    assert document.blocks[-1].kind is BlockKind.CAPTION
    (skipped,) = found.skipped
    assert (skipped.path, skipped.reason) == ("https://hill.example/ferries", "the feed brings only a summary")


@pytest.mark.parametrize(
    ("source", "link", "publisher"),
    [
        ('<source url="https://coast.example/feed">Coast Radio</source>', "https://hub.example/1", "Coast Radio"),
        ('<source url="https://www.coast.example/feed"/>', "https://hub.example/1", "coast.example"),
        ("", "https://coast.example/1", "coast.example"),
        ("", "https://hill.example/1", "Daily Hill"),
        ("<dc:publisher>Coast Radio</dc:publisher>", "https://hill.example/1", "Coast Radio"),
    ],
)
def test_the_originator_publishes_not_the_host_of_the_feed(tmp_path, source, link, publisher):
    entry = made.ENTRY.replace("https://hill.example/bridge", link).replace("</item>", f"{source}</item>")
    assert only(tmp_path / "a.rss", made.rss(entry)).publisher == publisher


@pytest.mark.parametrize(
    ("description", "full"),
    [
        (f"{made.TEXT} {made.TEXT}", True),
        (f"{made.TEXT} …", False),
        ("Barges struck the pier.", False),
        (f"{made.TEXT} Continue reading", False),
    ],
)
def test_a_long_description_is_the_article(description, full):
    entry = f"<item><title>x</title><link>https://hill.example/1</link><description>{description}</description></item>"
    (part,) = parts(Feed(), item(made.rss(entry), "a.xml"))
    assert isinstance(part, Link) is not full


def test_atom(tmp_path):
    found = reading(tmp_path / "a.atom", made.ATOM)
    (document,) = found.documents
    assert (document.title, document.publisher, document.authors) == ("Bridge closed", "Daily Hill", ("Ann Poe", "Jan Low"))
    assert (document.published.at, document.modified) == ("2026-03-03T18:40:00+01:00", "2026-03-03T20:00:00+01:00")
    assert document.url == "https://hill.example/bridge"
    assert body(document) == list(made.PARAGRAPHS)
    link = next(p for p in parts(Feed(), item(made.ATOM)) if isinstance(p, Link))
    assert (link.address, link.told.date, link.told.title) == (
        "https://hill.example/ferries", "2026-03-04T00:00:00Z", "Ferries run",
    )  # fmt: skip


def test_rdf(tmp_path):
    document = only(tmp_path / "a.rdf", made.RDF)
    assert (document.title, document.url) == ("Bridge closed", "https://hill.example/bridge")
    assert document.published.at == "2026-03-03T18:40:00+01:00"


def test_an_entry_keeps_its_bytes_while_the_feed_goes_on(tmp_path):
    before = only(tmp_path / "a.xml", made.rss(made.ENTRY, head="<lastBuildDate>Tue, 03 Mar 2026</lastBuildDate>"))
    after = reading(tmp_path / "b.xml", made.rss(made.ENTRY.replace("Ann Poe", "Jan Low"), made.ENTRY))
    assert before.sha256 in {d.sha256 for d in after.documents}
    assert len({d.sha256 for d in after.documents}) == 2


SECOND = made.ENTRY.replace("Ann Poe", "Jan Low")


@pytest.mark.parametrize("at", [b"<pubDate>", b"Divers went", b"</content:encoded>", b"</item>"])
def test_a_feed_that_breaks_off_keeps_what_was_whole(tmp_path, at):
    data = made.rss(made.ENTRY, SECOND)
    found = reading(tmp_path / "a.xml", data[: data.rindex(at)])
    assert [d.authors for d in found.documents] == [("Ann Poe",)]
    assert any("breaks in line" in s.reason and "whole was read" in s.reason for s in found.skipped)


def test_a_broken_entry_does_not_spoil_the_next(tmp_path):
    broken = made.ENTRY.replace("<link>", "<link").replace("Ann Poe", "Bo Ek")
    found = reading(tmp_path / "a.xml", made.rss(made.ENTRY, broken, SECOND))
    assert ("Ann Poe",) in {d.authors for d in found.documents}
    assert ("Bo Ek",) not in {d.authors for d in found.documents}
    assert any("breaks in line" in s.reason for s in found.skipped)


def test_a_bare_ampersand_is_mended(tmp_path):
    document = only(tmp_path / "a.xml", made.rss(made.ENTRY.replace("Ann Poe", "Poe & Low Press")))
    assert "Low Press" in " ".join(document.authors)


def test_a_news_item_or_sitemap_that_breaks_off(tmp_path):
    item_ = made.news_item(made.XHTML)
    assert "breaks in line" in why(tmp_path / "a.xml", item_[: item_.index("Divers")].encode())
    message = made.news_message(item_, item_.replace("Monday", "Sunday"))
    found = reading(tmp_path / "b.xml", message[: message.rindex(b"Divers")])
    assert len(found.documents) == 1
    links = parts(Sitemap(), item(made.SITEMAP[: made.SITEMAP.index(b"ferries") + 3]))
    assert [part.address for part in links if isinstance(part, Link)] == ["https://hill.example/bridge"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16", "iso-8859-15"])
@pytest.mark.parametrize("claimed", ["utf-8", "iso-8859-1", "nonsense-8"])
def test_a_lying_encoding_does_not_spoil_a_feed(tmp_path, encoding, claimed):
    text = made.rss(made.ENTRY).decode().replace("Ann Poe", "Zoë Poe").replace("UTF-8", claimed).replace("“", '"')
    assert only(tmp_path / "a.xml", text.replace("”", '"').encode(encoding)).authors == ("Zoë Poe",)


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE rss [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://hill.example/x.dtd"> %x;]>',
        '<!-- <rss> --><!DOCTYPE rss [<!ENTITY a "aaaaaaaa">]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_of_xml_are_refused(tmp_path, doctype, encoding):
    data = made.rss(made.ENTRY).decode().replace("<rss", f"{doctype}<rss")
    assert "defines entities" in why(tmp_path / "a.xml", data.encode(encoding))


def test_an_article_about_entities_is_an_article(tmp_path):
    entry = made.ENTRY.replace("The harbour office", "&lt;!ENTITY &amp;x; The harbour office").replace(
        "<![CDATA[", "<![CDATA[<!ENTITY a"
    )
    assert only(tmp_path / "a.xml", made.rss(entry)).title == "Bridge closed & barred"


def test_a_document_type_without_entities_is_read_and_not_fetched(tmp_path):
    data = made.rss(made.ENTRY).replace(b"<rss", b'<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/rss.dtd"><rss', 1)
    assert only(tmp_path / "a.xml", data).title == "Bridge closed & barred"


def test_xml_nested_without_end_is_told(tmp_path):
    assert "breaks in line" in why(tmp_path / "a.xml", b"<rss>" + b"<a>" * 100_000)


def test_json_feed(tmp_path):
    found = reading(tmp_path / "a.json", made.JSON_FEED)
    (document,) = found.documents
    assert (document.title, document.publisher, document.authors) == ("Bridge closed", "Daily Hill", ("Ann Poe",))
    assert (document.published.at, document.url) == ("2026-03-03T18:40:00+01:00", "https://hill.example/bridge")
    assert body(document) == list(made.PARAGRAPHS)
    assert [s.path for s in found.skipped] == ["https://hill.example/ferries"]


def test_sitemaps_lead_to_articles_and_to_sitemaps():
    news, plain = parts(Sitemap(), item(made.SITEMAP))
    assert (news.told.title, news.told.publisher, news.told.date) == (
        "Bridge closed",
        "Daily Hill",
        "2026-03-03T18:40:00+01:00",
    )
    assert (plain.address, plain.told.date) == ("https://hill.example/ferries", None)
    assert [link.address for link in parts(Sitemap(), item(made.SITEMAPS))] == ["https://hill.example/news.xml"]


@pytest.mark.parametrize("version", made.NINJS)
def test_ninjs(tmp_path, version):
    found = reading(tmp_path / "a.json", json.dumps(made.NINJS[version]).encode())
    document = found.documents[0]
    assert (document.title, document.publisher, document.authors) == ("Bridge closed", "Hill Wire", ("Ann Poe",))
    assert document.published.at == "2026-03-03T18:40:00+01:00"
    assert body(document) == list(made.PARAGRAPHS)
    if version == 1:
        assert (document.modified, document.url) == ("2026-03-03T20:00:00+01:00", "https://wire.example/1")
        assert sorted(d.title for d in found.documents) == ["Bridge closed", "Ferries"]


@pytest.mark.parametrize(
    "named",
    [
        {"provider": "Hill Wire"},
        {"provider": {"name": "Hill Wire"}},
        {"infosource": "Hill Wire", "copyrightholder": "Else"},
        {"infosource": ["", {"role": "editor"}, {"name": " Hill Wire "}], "provider": 5},
        {"infosource": [{"name": "Else"}, {"role": "isrol:infoProvider", "name": "Hill Wire"}]},
        {"infosource": [None, 7], "source": "Hill Wire", "provider": "Else"},
    ],
    ids=str,
)
def test_ninjs_names_its_provider_in_many_ways(tmp_path, named):
    bare = {k: v for k, v in made.NINJS[1].items() if k not in {"infosource", "source", "provider", "copyrightholder"}}
    found = reading(tmp_path / "a.json", json.dumps(bare | {"associations": {}} | named).encode())
    assert [d.publisher for d in found.documents] == ["Hill Wire"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"pubStatus": "canceled"}, "set it to canceled"),
        ({"bodies": []}, "no body"),
        ({"bodies": [], "type": "picture"}, "of the kind 'picture'"),
    ],
)
def test_ninjs_without_text(tmp_path, change, told):
    assert told in why(tmp_path / "a.json", json.dumps(made.NINJS[3] | change).encode())


def test_newsml_g2(tmp_path):
    items = (made.news_item(made.XHTML), made.news_item(f"<inlineXML>{made.NITF}</inlineXML>", number=2))
    found = reading(tmp_path / "a.xml", made.news_message(*items))
    assert len(found.documents) == 2
    for document in found.documents:
        assert (document.title, document.publisher, document.authors) == ("Bridge closed", "Hill Wire", ("Ann Poe",))
        assert (document.published.at, document.modified) == ("2026-03-03T18:40:00+01:00", "2026-03-03T20:00:00+01:00")
        assert body(document) == list(made.PARAGRAPHS)
    assert {d.blocks[-1].kind for d in found.documents} == {BlockKind.PARAGRAPH, BlockKind.CAPTION}


def test_newsml_that_is_withdrawn_or_elsewhere(tmp_path):
    assert "canceled" in why(tmp_path / "a.xml", made.news_item(made.XHTML, "stat:canceled").encode())
    remote = made.news_item('<remoteContent href="https://wire.example/1"/>').encode()
    assert "only points to its text" in why(tmp_path / "b.xml", remote)
    assert "no text in it" in why(tmp_path / "c.xml", made.news_item("").encode())


def test_nitf(tmp_path):
    document = only(tmp_path / "a.nitf", made.NITF.encode())
    assert (document.title, document.published.at) == ("Bridge closed", "2026-03-03T18:40:00+01:00")


@pytest.mark.parametrize(("html", "plain"), [(made.HTML, "short"), (None, made.TEXT), ("<p>short</p>", made.TEXT)])
def test_mail(tmp_path, html, plain):
    path = tmp_path / "a.eml"
    path.write_bytes(made.mail(html, plain))
    (found,) = arrivals([path])
    document = found.outcome
    assert (document.title, document.publisher) == ("Bridge closed – barred", "Däily Hill")
    assert document.published.at == "2026-03-03T18:40:00+01:00"
    assert found.original.collected == "2026-03-03T17:41:00+00:00"
    assert body(document) == list(made.PARAGRAPHS)


def test_attachments_of_a_mail_are_articles_of_their_own(tmp_path):
    attached = (
        ("pier.html", made.PAGE, "text/html"), ("p.png", b"\x89PNG\r\n\x1a\n", "image/png"),
        ("old.eml", made.mail(made.HTML.replace("Monday", "Sunday")), "application/octet-stream"),
    )  # fmt: skip
    found = reading(tmp_path / "a.eml", made.mail(None, "See what is attached.", attached))
    assert sorted(d.path.rpartition("#")[2] for d in found.documents) == ["1-pier.html", "3-old.eml"]
    assert [s.reason for s in found.skipped] == ["files of the kind image/png are not read"]


def test_mail_with_foreign_charsets(tmp_path):
    head = b"From: Ann <a@hill.example>\r\nSubject: =?nonsense?b?//8=?=\r\nDate: yesterday\r\nMIME-Version: 1.0\r\n"
    kind = b'Content-Type: text/plain; charset="nonsense"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
    document = only(tmp_path / "a.eml", head + kind + made.TEXT.replace("Ann", "Zoë").encode())
    assert "Zoë Poe" in document.text


def test_pdf(tmp_path):
    lines = ["Bridge closed", *made.wrapped(made.TEXT.replace("“", '"').replace("”", '"'))]
    document = only(tmp_path / "a.pdf", made.pdf([lines], "Bridge closed"))
    assert (document.title, document.authors, document.language) == ("Bridge closed", ("Ann Poe",), "en")
    assert body(document) == [p.replace("“", '"').replace("”", '"') for p in made.PARAGRAPHS]
    assert document.published.start is None


def test_pdf_goes_on_over_pages_without_their_running_heads(tmp_path):
    lines = made.wrapped(made.TEXT.replace("“", "").replace("”", ""), 60)
    pages = [["Daily Hill", *lines[3 * n : 3 * n + 3], f"Page {n}"] for n in range(len(lines) // 3 + 1)]
    document = only(tmp_path / "a.pdf", made.pdf(pages))
    assert "Daily Hill" not in document.text
    assert "Page" not in document.text
    assert body(document) == [p.replace("“", "").replace("”", "") for p in made.PARAGRAPHS]


def test_a_pdf_joins_words_that_a_line_tears(tmp_path):
    torn = [
        "The harbour office closed the old bridge on Monday after two bar-",
        "ges struck its middle pier during the night, and nobody there was hurt.",
    ]
    assert "two barges struck" in only(tmp_path / "a.pdf", made.pdf([torn])).text


def test_pdf_that_cannot_be_read(tmp_path):
    assert "OCR" in why(tmp_path / "scan.pdf", made.pdf([[], []]))
    whole = made.pdf([made.wrapped(made.TEXT)])
    assert "the PDF is broken" in why(tmp_path / "cut.pdf", whole[:300])
    locked = made.pdf(
        [made.wrapped(made.TEXT)],
        extra="/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (" + "a" * 32 + ") /U (" + "b" * 32 + ") >> /ID [(c) (c)]",
    )
    assert "locked with a password" in why(tmp_path / "locked.pdf", locked)


def test_a_page_whose_text_stands_only_in_its_linked_data(tmp_path):
    said = {"@context": "https://schema.org", "@type": ["NewsArticle"], "headline": "Bridge closed"}
    said |= {"articleBody": made.TEXT, "author": {"name": "Ann Poe"}, "datePublished": "2026-03-03T18:40:00+01:00"}
    record = json.dumps(said)
    page = f'<html><head><script type="application/ld+json">{record}</script></head><body><div id="app"></div></body></html>'
    document = only(tmp_path / "a.html", page.encode())
    assert (document.title, document.authors) == ("Bridge closed", ("Ann Poe",))
    assert body(document) == list(made.PARAGRAPHS)


def custody(path):
    return [a for a in arrivals([path]) if isinstance(a, Arrival)]


@pytest.mark.parametrize("packed", [True, False])
def test_warc(tmp_path, packed):
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    coded = (
        "https://hill.example/coded",
        gzip.compress(made.PAGE.replace(b"Monday", b"Sunday")),
        {"headers": {"Content-Encoding": "gzip"}},
    )
    gone = ("https://hill.example/gone", b"gone", {"status": "404 Not Found"})
    path.write_bytes(made.warc(made.BRIDGE, coded, gone, packed=packed))
    found = list(arrivals([path]))
    first, second, third = found
    assert (first.original.address, first.original.collected) == ("https://hill.example/bridge", "2026-03-04T06:00:00Z")
    assert (first.original.data, first.original.name) == (made.PAGE, f"{path}#2")
    assert ("Content-Type", "text/html; charset=utf-8") in first.original.headers
    assert (first.outcome.publisher, first.outcome.url) == ("Daily Hill", "https://hill.example/bridge")
    assert "on Sunday" in second.outcome.text
    assert third.reason == "the server answered 404 for https://hill.example/gone"


def test_a_revisit_leads_to_the_first_visit(tmp_path):
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    first = made.answer(writer, *made.BRIDGE[:2])
    writer.write_record(first)
    digest = first.rec_headers.get_header("WARC-Payload-Digest")
    for again in (digest, "sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"):
        writer.write_record(
            writer.create_revisit_record("https://hill.example/x", again, "https://hill.example/y", "2026-03-04T06:00:00Z")
        )
    found = reading(tmp_path / "a.warc.gz", out.getvalue())
    assert len(found.documents) == 1
    assert "same bytes as" in found.skipped[0].reason
    assert "not in this archive" in found.skipped[1].reason


@pytest.mark.parametrize("packed", [True, False])
def test_a_truncated_warc_keeps_what_was_whole(tmp_path, packed):
    second = ("https://hill.example/2", made.PAGE.replace(b"Monday", b"Sunday"), {})
    whole = made.warc(made.BRIDGE, second, packed=packed)
    ends = len(made.warc(made.BRIDGE, packed=packed)) + 100
    found = reading(tmp_path / ("a.warc.gz" if packed else "a.warc"), whole[:ends])
    assert [d.url for d in found.documents] == ["https://hill.example/bridge"]
    assert any("breaks off" in s.reason for s in found.skipped)


def test_a_record_that_tells_no_address_is_told_and_the_rest_is_read(tmp_path):
    second = ("https://hill.example/2", made.PAGE.replace(b"Monday", b"Sunday"), {})
    data = made.warc(made.BRIDGE, second, packed=False)
    found = reading(tmp_path / "a.warc", data.replace(b"WARC-Target-URI: https://hill.example/bridge\r\n", b"", 1))
    assert [d.url for d in found.documents] == ["https://hill.example/2"]
    assert [s.path.rpartition("#")[2] + ": " + s.reason for s in found.skipped] == [
        "2: the record does not say of which address it is"
    ]


def test_a_warc_with_a_wrong_length_is_told(tmp_path):
    data = made.warc(made.BRIDGE, ("https://hill.example/2", made.PAGE, {}), packed=False)
    at = data.index(b"Content-Length", data.index(b"WARC-Type: response"))
    end = data.index(b"\r\n", at)
    found = reading(tmp_path / "a.warc", data[:at] + b"Content-Length: 300" + data[end:])
    assert any("breaks off" in s.reason for s in found.skipped)


def test_wacz(tmp_path):
    path = tmp_path / "a.wacz"
    path.write_bytes(made.wacz())
    (found,) = arrivals([path])
    assert found.original.name == f"{path}#archive/data.warc.gz#2"
    assert (found.original.source, found.original.address) == (str(path), "https://hill.example/bridge")
    assert isinstance(found.outcome, Document)


@pytest.mark.parametrize(("spoil", "place"), [("list", "datapackage.json"), ("warc", "archive/data.warc.gz")])
def test_a_changed_wacz_is_told_and_read(tmp_path, spoil, place):
    found = reading(tmp_path / "a.wacz", made.wacz(spoil=spoil))
    assert len(found.documents) == 1
    assert [(s.path.partition("#")[2], "it was changed" in s.reason) for s in found.skipped] == [(place, True)]


BAD_NAMES = ["../a.txt", "/etc/a.txt", "b/../../a.txt", "C:\\a.txt", "..\\a.txt"]


@pytest.mark.parametrize("name", BAD_NAMES)
def test_names_that_lead_out_of_an_archive(tmp_path, name):
    found = reading(tmp_path / "a.zip", made.zipped({name: made.TEXT.encode(), "b.txt": made.TEXT.encode() + b" Again."}))
    assert [d.path.rpartition("#")[2] for d in found.documents] == ["b.txt"]
    assert "leads out of the archive" in found.skipped[0].reason
    assert "leads out of the archive" in why(tmp_path / "a.wacz", made.wacz(more={name: b"x"}))
    assert not (tmp_path.parent / "a.txt").exists()


def test_links_in_an_archive_are_refused(tmp_path):
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("a.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/hostname")
    assert "it is a link" in why(tmp_path / "a.zip", out.getvalue())


def test_packed_articles(tmp_path):
    inner = made.zipped({"c.html": made.PAGE, "d.png": b"\x89PNG\r\n\x1a\n", "__MACOSX/e": b"x"})
    found = reading(tmp_path / "a.zip", made.zipped({"b.zip": inner, "b/f.txt.gz": made.GZ}))
    names = sorted(d.path.partition("#")[2] for d in found.documents)
    assert names == ["b.zip#c.html", "b/f.txt.gz"]
    assert [s.reason for s in found.skipped] == ["files of the kind .png are not read"]


def test_a_locked_or_broken_archive_is_told(tmp_path):
    data = bytearray(made.zipped({"a.txt": made.TEXT.encode()}))
    assert "broken ZIP" in why(tmp_path / "cut.zip", bytes(data[:-30]))
    spoiled = bytearray(data)
    spoiled[60] ^= 0xFF
    assert "breaks off" in why(tmp_path / "spoiled.zip", bytes(spoiled))
    for at in (6, data.index(b"PK\x01\x02") + 8):
        data[at] |= 1
    assert "locked with a password" in why(tmp_path / "locked.zip", bytes(data))


def test_a_truncated_gzip_is_told(tmp_path):
    assert "breaks off" in why(tmp_path / "a.txt.gz", made.GZ[:-40])


def test_json_files_of_records(tmp_path):
    rows = [{"text": made.TEXT, "title": "Bridge closed"}, {"title": "x"}]
    found = reading(tmp_path / "a.json", json.dumps(rows).encode())
    assert [d.title for d in found.documents] == ["Bridge closed"]
    assert [(s.path, s.reason) for s in found.skipped] == [(f"{tmp_path}/a.json#2", "the record has no text")]


def test_limits_can_be_narrowed(tmp_path):
    path = tmp_path / "a.xml"
    path.write_bytes(made.rss(made.ENTRY, made.ENTRY.replace("Ann", "Jan")))
    found = list(arrivals([path], options=Options(limits=Limits(members=1))))
    assert [type(f).__name__ for f in found] == ["Arrival", "Skipped"]


NAMED = '<p class="byline">By <span class="author">{}</span></p>'
LINKED = '<script type="application/ld+json">{{"@graph": [{}]}}</script>'
PERSON = '{"@type": "Person", "@id": "#ann", "name": "Ann Poe"}'


@pytest.mark.parametrize(
    ("head", "before", "after", "authors"),
    [
        ("", NAMED.format("Ann Poe and Jan Low"), "", ("Ann Poe", "Jan Low")),
        (
            "",
            '<a rel="author" href="/a">by Ann Poe</a>',
            '<div class="comments"><a rel="author">Bo Ek</a></div>',
            ("Ann Poe",),
        ),
        ("", '<b itemprop="author"><i itemprop="name">Ann Poe</i></b>', "", ("Ann Poe",)),
        ("", NAMED.format("Posted at 7.40"), "", ()),
        ("", "".join(f'<a rel="author">{a} Poe</a>' for a in ("Ann", "Bo", "Cy", "Di", "Ed")), "", ()),
        (LINKED.format(PERSON + ', {"@type": "Article", "author": {"@id": "#ann"}}'), "", "", ("Ann Poe",)),
        (LINKED.format('{"@type": "Article", "author": {"@id": "#ann"}}'), "", "", ()),
        ('<meta name="author" content="admin">', "", "", ()),
    ],
)
def test_names_that_a_page_marks(tmp_path, head, before, after, authors):
    page = made.PAGE.decode().replace('<meta name="author" content="Ann Poe">', head)
    page = page.replace("</h1>", f"</h1>{before}").replace("</article>", f"</article>{after}")
    assert only(tmp_path / "a.html", page.encode()).authors == authors


@pytest.mark.parametrize(
    ("mark", "day"),
    [
        ('<meta property="article:published" content="2026-03-03T18:40:00Z">', "2026-03-03"),
        ('<meta itemprop="datePublished dateCreated" content="2026-03-03T18:40:00Z">', "2026-03-03"),
        ('<div class="press__date">March 3, 2026</div>', "2026-03-03"),
        ('<input class="published_date" type="hidden" value="2026-03-03 18:40:00">', "2026-03-03"),
        ('<div class="x-date">March 3, 2026</div><div class="x-date">March 4, 2026</div>', "None"),
        ('<div class="last-update">March 3, 2026</div>', "None"),
    ],
)
def test_dates_that_a_page_marks(tmp_path, mark, day):
    page = made.PAGE.replace(b"<article>", f"{mark}<article>".encode())
    assert str(only(tmp_path / "a.html", page).published.start) == day


def test_a_member_without_a_name_is_told(tmp_path):
    data = made.zipped({"a.txt": made.TEXT.encode()}).replace(b"a.txt", b"\x00.txt")
    assert "leads out of the archive" in why(tmp_path / "a.zip", data)
