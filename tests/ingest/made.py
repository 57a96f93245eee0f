"""Invented articles in every format, built as bytes."""

import gzip
import hashlib
import io
import json
import zipfile
from email.message import EmailMessage

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PARAGRAPHS = (
    "The harbour office closed the old bridge on Monday after two barges struck its middle pier during the night, and the "
    "master of the port said that nobody had been hurt.",
    "Divers went down in the afternoon to look at the damage, and ferries ran all night to bring the people of both banks "
    "home again, while the railway put on two further trains in each direction.",
    "“We shall know more by the end of the week,” said Ann Poe, who has kept the port for eleven years, and she asked the "
    "owners of small boats to stay away from the pier until then.",
)
TEXT = "\n\n".join(PARAGRAPHS)
HTML = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
SPANISH = (
    "El puente viejo fue cerrado el lunes después de que dos barcazas chocaron con su pilar central, dijo la oficina del "
    "puerto a la gente que esperaba desde la mañana en la orilla del río para volver a su casa."
)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Bridge closed</title>
<meta property="og:site_name" content="Daily Hill"><meta name="author" content="Ann Poe"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Bridge closed</h1>{HTML}</article></body></html>""".encode()

ENTRY = f"""<item><title>Bridge &lt;b&gt;closed&lt;/b&gt; &amp;amp; barred</title><link>https://hill.example/bridge</link>
<guid isPermaLink="false">7</guid><pubDate>Tue, 03 Mar 2026 18:40:00 +0100</pubDate>
<dc:creator>Ann Poe</dc:creator><description>Barges struck it.</description>
<content:encoded><![CDATA[{HTML}<figure><figcaption>The pier</figcaption></figure>]]></content:encoded></item>"""
TEASER = """<item><title>Ferries run</title><link>https://hill.example/ferries</link>
<description>They ran all night&nbsp;long. Read more…</description></item>"""


def rss(*entries: str, head: str = "") -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Daily Hill</title><link>https://www.hill.example/</link><language>en-gb</language>{head}
{"".join(entries)}</channel></rss>""".encode()


ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Daily Hill</title>
<link rel="self" href="https://hill.example/feed"/><link href="https://hill.example/"/><id>urn:x:1</id>
<updated>2026-03-04T00:00:00Z</updated>
<entry><title type="html">Bridge closed</title><id>urn:x:2</id><link href="/bridge"/>
<published>2026-03-03T18:40:00+01:00</published><updated>2026-03-03T20:00:00+01:00</updated>
<author><name>Ann Poe</name></author><author><name>Jan Low</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{HTML}<h2>Ferries</h2></div></content></entry>
<entry><title>Ferries run</title><id>urn:x:3</id><link href="https://hill.example/ferries"/>
<updated>2026-03-04T00:00:00Z</updated><summary>They ran.</summary></entry></feed>""".encode()

RDF = f"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://hill.example/"><title>Daily Hill</title><link>https://hill.example/</link></channel>
<item rdf:about="https://hill.example/bridge"><title>Bridge closed</title><link>https://hill.example/bridge</link>
<dc:date>2026-03-03T18:40:00+01:00</dc:date><description>{TEXT} {TEXT}</description></item></rdf:RDF>""".encode()

JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1", "title": "Daily Hill", "home_page_url": "https://hill.example/",
        "items": [
            {"id": "1", "url": "/bridge", "title": "Bridge closed", "content_html": HTML, "authors": [{"name": "Ann Poe"}],
             "date_published": "2026-03-03T18:40:00+01:00", "language": "en"},
            {"id": "2", "url": "https://hill.example/ferries", "title": "Ferries run", "summary": "They ran."},
        ],
    }
).encode()  # fmt: skip

SITEMAP = b"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://hill.example/bridge</loc>
<news:news><news:publication><news:name>Daily Hill</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2026-03-03T18:40:00+01:00</news:publication_date><news:title>Bridge closed</news:title></news:news>
</url><url><loc>https://hill.example/ferries</loc><lastmod>2026-03-04</lastmod></url></urlset>"""
SITEMAPS = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://hill.example/news.xml</loc></sitemap></sitemapindex>"""

NINJS = {
    1: {
        "uri": "https://wire.example/1", "type": "text", "headline": "Bridge closed", "byline": "By Ann Poe",
        "language": "en", "versioncreated": "2026-03-03T20:00:00+01:00",
        "firstcreated": "2026-03-03T18:40:00+01:00", "pubstatus": "usable",
        "body_text": "plain", "body_xhtml": HTML, "infosource": [{"name": "Hill Wire", "role": "cptype:provider"}],
        "associations": {"side": {"uri": "tag:2", "type": "text", "headline": "Ferries", "body_text": TEXT + " It rained."}},
    },
    2: {
        "uri": "tag:wire.example,2026:1", "type": "text", "headlines": [{"role": "main", "value": "Bridge closed"}],
        "by": "Ann Poe", "versioncreated": "2026-03-03T18:40:00+01:00", "language": "en",
        "bodies": [{"contenttype": "text/plain", "value": TEXT}], "infosources": [{"name": "Hill Wire"}],
    },
    3: {
        "uri": "tag:wire.example,2026:1", "type": "text", "headlines": [{"role": "main", "value": "Bridge closed"}],
        "by": "Ann Poe", "versionCreated": "2026-03-03T18:40:00+01:00", "language": "en", "pubStatus": "usable",
        "bodies": [{"contentType": "text/plain", "value": "short"}, {"contentType": "application/xhtml+xml", "value": HTML}],
        "infosources": [{"name": "Hill Wire"}],
    },
}  # fmt: skip

NITF = f"""<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><docdata>
<date.issue norm="20260303T184000+0100"/></docdata></head>
<body><body.head><hedline><hl1>Bridge closed</hl1></hedline><byline>By Ann Poe</byline></body.head>
<body.content>{HTML}<media><media-caption>The pier</media-caption></media></body.content></body></nitf>"""


def news_item(content: str, status: str = "stat:usable", number: int = 1) -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:wire.example:{number}" version="1"
standard="NewsML-G2" standardversion="2.33" conformance="power" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/>
<provider literal="hillwire"><name>Hill Wire</name></provider><versionCreated>2026-03-03T20:00:00+01:00</versionCreated>
<firstCreated>2026-03-03T18:40:00+01:00</firstCreated><pubStatus qcode="{status}"/></itemMeta>
<contentMeta><headline>Bridge closed</headline><by>Ann Poe</by><language tag="en"/></contentMeta>
<contentSet>{content}</contentSet></newsItem>"""


XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>No</title></head>'
    f"<body><h1>Bridge closed</h1>{HTML}</body></html></inlineXML>"
)


def news_message(*items: str) -> bytes:
    inside = "".join(items)
    return f"""<?xml version="1.0" encoding="UTF-8"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header>
<sent>2026-03-03T20:00:00+01:00</sent></header><itemSet>{inside}</itemSet></newsMessage>""".encode()


def mail(html: str | None = HTML, plain: str | None = TEXT, attached: tuple[tuple[str, bytes, str], ...] = ()) -> bytes:
    message = EmailMessage()
    message["From"] = "=?utf-8?q?D=C3=A4ily_Hill?= <news@hill.example>"
    message["To"] = "reader@desk.example"
    message["Subject"] = "Bridge closed – barred"
    message["Date"] = "Tue, 03 Mar 2026 18:40:00 +0100"
    message["Received"] = "from a by b; Tue, 03 Mar 2026 17:41:00 +0000"
    message.set_content(plain or "")
    if html:
        message.add_alternative(html, subtype="html")
    for name, data, kind in attached:
        main, _, sub = kind.partition("/")
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return message.as_bytes()


def pdf(pages: list[list[str]], title: str = "", extra: str = "") -> bytes:
    """A PDF of lines of text; one without lines is a page without text."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for lines in pages:
        shown = " ".join(f"({line.replace('(', '').replace(')', '')}) Tj T*" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 50 750 Td {shown} ET" if lines else "0 0 10 10 re f"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< /Title ({title}) /Author (Ann Poe) >>")
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    at = []
    for number, body in enumerate(objects, 1):
        at.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1", "replace"))
    start = out.tell()
    table = "".join(f"{a:010} 00000 n \n" for a in at)
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R {extra} >>"
    out.write(
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n{trailer}\nstartxref\n{start}\n%%EOF".encode()
    )
    return out.getvalue()


def wrapped(text: str, width: int = 70) -> list[str]:
    import textwrap

    return [line for paragraph in text.split("\n\n") for line in textwrap.wrap(paragraph, width)]


def answer(writer: WARCWriter, address: str, body: bytes, *, status: str = "200 OK", headers: dict[str, str] | None = None):
    told = {"Content-Type": "text/html; charset=utf-8"} | (headers or {})
    return writer.create_warc_record(
        address, "response", payload=io.BytesIO(body),
        http_headers=StatusAndHeaders(status, list(told.items()), protocol="HTTP/1.1"),
        warc_headers_dict={"WARC-Date": "2026-03-04T06:00:00Z"},
    )  # fmt: skip


def warc(*answers: tuple, packed: bool = True) -> bytes:
    """A WARC of (address, body, options) with its first record, a request's worth of noise, and a picture."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed, warc_version="1.1")
    writer.write_record(writer.create_warcinfo_record("x.warc", {"software": "made"}))
    for address, body, options in answers:
        writer.write_record(answer(writer, address, body, **options))
    writer.write_record(answer(writer, "https://hill.example/p.png", b"\x89PNG", headers={"Content-Type": "image/png"}))
    return out.getvalue()


BRIDGE = ("https://hill.example/bridge", PAGE, {})
WARC = warc(BRIDGE)


def zipped(members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = compression
            info.filename = info.orig_filename = name
            archive.writestr(info, data)
    return out.getvalue()


def wacz(web: bytes = WARC, *, spoil: str = "", more: dict[str, bytes] | None = None) -> bytes:
    """A package; `spoil` names what is given a false digest."""

    def digest(data: bytes, what: str) -> str:
        return "sha256:" + hashlib.sha256(data + (b"x" if spoil == what else b"")).hexdigest()

    resources = [{"name": "data.warc.gz", "path": "archive/data.warc.gz", "hash": digest(web, "warc"), "bytes": len(web)}]
    listed = json.dumps({"profile": "data-package", "wacz_version": "1.1.1", "resources": resources}).encode()
    digests = json.dumps({"path": "datapackage.json", "hash": digest(listed, "list")}).encode()
    members = {"datapackage.json": listed, "datapackage-digest.json": digests, "archive/data.warc.gz": web} | (more or {})
    return zipped(members, zipfile.ZIP_STORED)


GZ = gzip.compress(TEXT.encode(), mtime=0)
