"""Bytes before it is known what they are, and what a reader may make of them."""

from collections.abc import Callable, Iterator
from io import BufferedReader, BytesIO, RawIOBase
from pathlib import PurePosixPath
from typing import BinaryIO, Protocol, TypeAlias, cast
from urllib.parse import urlsplit

from msgspec import Struct, field
from msgspec.structs import replace

from sayso.errors import SkipDocument
from sayso.ingest.decode import UndecodableError, decode
from sayso.ingest.limits import Budget, Limits, Refused
from sayso.ingest.meta import Meta
from sayso.ingest.source import Raw, skip
from sayso.model.document import Skipped

HEAD = 8192  # bytes by which a format is recognised


class Item(Struct, frozen=True, kw_only=True):
    """Bytes that arrived: a file, an answer from the web, or a part of either.

    `name` is shown ("news.warc.gz#17"), `file` names the kind by its suffix, `source` is what a person named. `address` is
    where the bytes came from in the end, `media_type` what the sender called them, `collected` when (ISO 8601 with zone).
    `told` is what an envelope says of the article, which the article's own word goes before; `stated` what a person wrote
    beside it, which goes before the article's. The bytes are `data`, or come from `opener` where they may be many.
    """

    name: str
    file: str
    source: str
    data: bytes = b""
    address: str | None = None
    media_type: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    collected: str | None = None
    told: Meta = Meta()
    stated: Meta = Meta()
    depth: int = 0
    opener: Callable[[], BinaryIO] | None = None
    head: bytes = b""
    budget: Budget = field(default_factory=Budget)

    @property
    def suffix(self) -> str:
        """The ending of its name, in lower case, with its dot."""
        try:
            path = urlsplit(self.file).path if "://" in self.file else self.file
        except ValueError:  # an address with broken brackets
            return ""
        return PurePosixPath(path.replace("\\", "/")).suffix.lower()

    @property
    def kind(self) -> str:
        """The media type without its parameters, in lower case; empty where none, or one that says nothing, is stated."""
        kind = (self.media_type or "").split(";")[0].strip().lower()
        return "" if kind in ("application/octet-stream", "binary/octet-stream", "application/x-download") else kind

    @property
    def charset(self) -> str | None:
        """The encoding that the sender states."""
        found = [p.partition("=")[2].strip(" \"'") for p in (self.media_type or "").split(";") if "charset=" in p.lower()]
        return found[0] or None if found else None

    @property
    def start(self) -> bytes:
        """The first bytes."""
        return self.data[:HEAD] if self.opener is None else self.head

    @property
    def opening(self) -> str:
        """The first characters, decoded as well as can be, without blanks before them."""
        try:
            return decode(self.start, markup=True).lstrip("\ufeff \t\r\n")
        except UndecodableError:
            return ""

    def open(self) -> BinaryIO:
        """The bytes as a stream."""
        return self.opener() if self.opener else BytesIO(self.data)

    def buffered(self) -> BinaryIO:
        """The bytes as a stream that can be read by lines."""
        stream = self.open()
        return BufferedReader(stream) if isinstance(stream, RawIOBase) else stream

    def peeked(self) -> "Item":
        """The item with its `head` known."""
        if self.opener is None:
            return self
        head = b""
        with self.open() as stream:
            try:
                while len(head) < HEAD and (more := stream.read(HEAD - len(head))):
                    head += more
            except Refused:
                raise
            except SkipDocument:  # whoever reads it will meet the break again, after what is whole
                if not head:
                    raise
        return replace(self, head=head)

    def loaded(self, limits: Limits) -> "Item":
        """The item with its bytes in `data`; raises SkipDocument where they are more than one article may have."""
        data = self.data
        if self.opener is not None:
            with self.buffered() as stream:
                data = stream.read(limits.item + 1)
        if len(data) > limits.item:
            raise skip(f"the file is larger than {limits.item // 1_000_000} MB", "divide it into its articles, one a file")
        return replace(self, data=data, opener=None, head=b"")

    def inner(self, name: str, file: str, data: bytes = b"", opener: Callable[[], BinaryIO] | None = None) -> "Item":
        """A part of this item, one level deeper; what is known of the whole goes for it too."""
        kept = replace(self, name=name, file=file, data=data, opener=opener, head=b"", media_type=None)
        return replace(kept, depth=self.depth + 1)

    def part(self, name: str, data: bytes) -> "Item":
        """One article of an envelope of many, whose bytes are of the same kind."""
        return replace(self, name=name, data=data, opener=None, head=b"")


class Article(Struct, frozen=True):
    """One article that a reader found: its bytes, and what they say, or why they cannot be read."""

    item: Item
    raw: Raw | Skipped


class Link(Struct, frozen=True):
    """An article or envelope that is only pointed to; `told` is what is said of it, `why` it is not here."""

    address: str
    told: Meta = Meta()
    why: str = "only its address is given"


Part: TypeAlias = Article | Item | Link | Skipped


class Fetching(Protocol):
    """What gets an address from the web."""

    def get(self, address: str) -> Item | None:
        """What the address holds; None where it has not changed since it was last fetched. Raises SkipDocument with reason
        and remedy where it cannot be had.
        """


def article(item: Item, make: Callable[[], Raw]) -> Article:
    """The article that `make` reads from the item; where it raises SkipDocument, one that cannot be read."""
    try:
        return Article(item, make())
    except SkipDocument as error:
        return Article(item, Skipped(item.name, error.reason, error.remedy))


def text_of(item: Item, *, markup: bool = False) -> str:
    """The text of a loaded item; raises SkipDocument where it is none."""
    try:
        return decode(item.data, markup=markup, charset=item.charset)
    except UndecodableError as error:
        raise skip(f"it is no text: {error}", "give the article as text, or as the web page it came from") from error


def lines_of(item: Item, limits: Limits) -> Iterator[tuple[int, bytes]]:
    """The lines that hold anything, with their numbers from 1; one longer than an article may be is cut off there."""
    with item.buffered() as stream:
        number = 0
        while line := stream.readline(limits.item + 1):
            number += 1
            rest = line
            while len(rest) > limits.item and not rest.endswith(b"\n"):
                rest = stream.readline(limits.item + 1)
            if line.strip():
                yield number, line.strip()


def as_binary(stream: RawIOBase) -> BinaryIO:
    """A raw stream under the type of an open file."""
    return cast(BinaryIO, stream)
