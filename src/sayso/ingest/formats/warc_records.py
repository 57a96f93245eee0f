"""The records of a WARC → articles, and what is skipped of them."""

import logging
from collections.abc import Iterator
from typing import BinaryIO

from msgspec.structs import replace
from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import BufferedReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord, ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParserException

from sayso.ingest.items import Item, Part
from sayso.ingest.limits import Limits
from sayso.ingest.source import skip
from sayso.model.document import Skipped

logging.getLogger("warcio").addHandler(logging.NullHandler())  # what it warns of is no fault of a reader
_NO_ARTICLE = tuple(
    "image/ video/ audio/ font/ text/css text/javascript application/javascript application/x-javascript application/wasm "
    "application/font application/x-font application/vnd.ms-fontobject".split()
)
_BROKEN = (
    ArchiveLoadFailed,
    StatusAndHeadersParserException,
    EOFError,
    ValueError,
    AttributeError,
    TypeError,
    KeyError,
    IndexError,
)
_LONGEST = 200_000  # bytes of a line
_REMEDY = "get the archive again; the records before the break were read"


def parts(item: Item, limits: Limits) -> Iterator[Part]:
    """Every answer that may hold an article, as `file#N` for record N; raises SkipDocument at a break."""
    visited: dict[str, str] = {}
    count = 0
    with item.open() as stream:
        records = _Records(stream)
        try:
            for record in records:
                count += 1
                yield from _record(item, (record, count), visited, limits)
        except _BROKEN as error:
            raise skip(f"it breaks off after record {count}: {_why(error)}", _REMEDY) from error
    if not count:
        raise skip("it holds no WARC record", "check that it was saved whole")


class _Lines(BufferedReader):  # type: ignore[misc] # warcio has no types
    """A stream whose lines, which are headers, have an end: warcio would put together one of gigabytes."""

    def readline(self, length: int | None = None) -> bytes:
        """The next line."""
        line: bytes = super().readline(min(length or _LONGEST, _LONGEST))
        if len(line) >= _LONGEST:
            raise ArchiveLoadFailed(f"a header is longer than {_LONGEST} bytes")
        return line


class _Loader(ArcWarcRecordLoader):  # type: ignore[misc] # warcio has no types
    """A loader that reads on behind a record without an address, which is none of a page."""

    def load_http_headers(self, rec_type: str, uri: str | None, stream: BinaryIO, length: int) -> StatusAndHeaders | None:
        """The head of the answer that a record holds, None where it holds none."""
        return None if uri is None else super().load_http_headers(rec_type, uri, stream, length)


class _Records(ArchiveIterator):  # type: ignore[misc] # warcio has no types
    """warcio's records; one whose length is wrong is a break, where warcio only warns."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__(stream)
        self.reader, self.loader = _Lines(self.fh), _Loader(verify_http=False)

    def _consume_blanklines(self) -> tuple[bytes | None, int]:
        size = 0
        while line := self.reader.readline():
            if line.strip():
                if not size:
                    raise ArchiveLoadFailed("a record is longer than it states")
                return line, size
            size += len(line)
        return None, size


def _record(item: Item, numbered: tuple[ArcWarcRecord, int], visited: dict[str, str], limits: Limits) -> Iterator[Part]:
    record, number = numbered
    name = f"{item.name}#{number}"
    kind = record.rec_type
    digest = record.rec_headers.get_header("WARC-Payload-Digest") or ""
    if kind == "revisit":
        first = visited.get(digest) or visited.get(record.rec_headers.get_header("WARC-Refers-To-Target-URI") or "")
        yield _revisit(name, first)
        return
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    if kind in ("response", "resource") and not address:
        yield Skipped(name, "the record does not say of which address it is", "get the archive from a tool that writes it")
        return
    if kind not in ("response", "resource") or address.startswith(("dns:", "urn:")) or address.endswith("/robots.txt"):
        return
    status = (record.http_headers.get_statuscode() if record.http_headers else "200") or "200"
    media = _header(record, "Content-Type")
    if status.startswith("3") or (media or "").strip().lower().startswith(_NO_ARTICLE):
        return
    visited |= {key: name for key in (digest, address) if key}
    if not status.startswith("2"):
        yield Skipped(name, f"the server answered {status} for {address}", "look for a later copy of the page")
        return
    yield _answer(item, record, (name, address, media), limits)


def _answer(item: Item, record: ArcWarcRecord, known: tuple[str, str, str | None], limits: Limits) -> Part:
    """The body of an answer, taken out of its transfer; raises ArchiveLoadFailed where the archive ends within it."""
    name, address, media = known
    packing = (_header(record, "Content-Encoding") or "").strip().lower()
    if packing and packing != "identity" and packing not in BufferedReader.get_supported_decompressors():
        return Skipped(name, f"its body is packed with {packing}, which is not read", "record the page again without it")
    data = _body(record, limits)
    if data is None:
        return Skipped(name, f"the record is larger than {limits.item // 1_000_000} MB", "take the article out of it")
    _drain(record)
    found = item.inner(name, address or name, data)
    headers = (
        tuple((k, v) for k, v in record.http_headers.headers) if isinstance(record.http_headers, StatusAndHeaders) else ()
    )
    return replace(
        found, address=address or None, media_type=media, headers=headers,
        collected=record.rec_headers.get_header("WARC-Date") or item.collected,
    )  # fmt: skip


def _body(record: ArcWarcRecord, limits: Limits) -> bytes | None:
    """The bytes of the body; None where they are too many."""
    stream, parts, size = record.content_stream(), [], 0
    while data := stream.read(65536):
        parts.append(data)
        size += len(data)
        if size > limits.item:
            return None
    return b"".join(parts)


def _drain(record: ArcWarcRecord) -> None:
    while record.raw_stream.read(65536):
        pass
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise ArchiveLoadFailed("it ends within a record")


def _header(record: ArcWarcRecord, name: str) -> str | None:
    """A header of the answer; of a resource, of the record itself."""
    found: str | None = (record.http_headers or record.rec_headers).get_header(name)
    return found


def _revisit(name: str, first: str | None) -> Skipped:
    if first:
        return Skipped(name, f"same bytes as {first}, seen again later", "nothing needs doing")
    return Skipped(name, "it only says that the page had not changed since a visit that is not in this archive",
                   "give the archive with the first visit as well")  # fmt: skip


def _why(error: Exception) -> str:
    return str(error).strip().split("\n")[0][:120] or "it ends too early"
