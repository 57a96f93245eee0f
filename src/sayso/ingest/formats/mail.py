"""Mail (.eml): a newsletter or a forwarded article, and the articles attached to it."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from functools import partial
from typing import ClassVar

from msgspec.structs import replace

from sayso.errors import SkipDocument
from sayso.ingest.decode import UndecodableError, decode
from sayso.ingest.formats.fragment import Piece, markup_pieces, word_count
from sayso.ingest.formats.page import read_page
from sayso.ingest.items import Item, Part, article
from sayso.ingest.limits import Limits
from sayso.ingest.meta import Meta, meta_from
from sayso.ingest.source import Raw, skip
from sayso.model.document import Skipped

_HEADERS = re.compile(
    rb"^(?:From|To|Subject|Date|Message-ID|Received|Return-Path|MIME-Version|Content-Type|Delivered-To|Reply-To|List-Id):",
    re.IGNORECASE | re.MULTILINE,
)
_FEWEST = 20  # words


class Mail:
    """Mails."""

    name: ClassVar[str] = "sayso.mail"
    version: ClassVar[str] = "1"
    suffixes: ClassVar[frozenset[str]] = frozenset({".eml"})
    media_types: ClassVar[frozenset[str]] = frozenset({"message/rfc822"})
    envelope: ClassVar[bool] = False

    def recognises(self, item: Item) -> bool:
        """Three or more headers of a mail before the first blank line; two where it is called a mail."""
        head = re.split(rb"\r?\n\r?\n", item.start, maxsplit=1)[0]
        found = {name.lower() for name in _HEADERS.findall(head)}
        called = item.suffix in self.suffixes or item.kind in self.media_types
        return len(found) >= (2 if called else 3)

    def read(self, item: Item, limits: Limits) -> Iterator[Part]:
        """The mail itself, with all its bytes, then its attachments."""
        item = item.loaded(limits)
        message = _parsed(item.data)
        parts = list(_leaves(message))[: limits.members]
        attached = [
            p for p in parts if p.get_content_disposition() == "attachment" or p.get_content_type() == "message/rfc822"
        ]
        texts = [p for p in parts if p not in attached and p.get_content_type() in ("text/html", "text/plain")]
        found = article(replace(item, collected=item.collected or _received(message)), partial(_raw, message, texts))
        if not (attached and isinstance(found.raw, Skipped)):  # a mail that only carries others is no article
            yield found
        for number, part in enumerate(attached, 1):
            yield _attachment(item, part, number)


def _parsed(data: bytes) -> Message:
    try:
        return message_from_bytes(data)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, MessageError) as error:
        raise skip(f"the mail is broken: {str(error)[:100]}", "get it again") from error


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that hold something; a forwarded mail is one of them, whole."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        payload = part.get_payload()
        if part.is_multipart() and part.get_content_type() != "message/rfc822" and isinstance(payload, list):
            waiting += [p for p in reversed(payload) if isinstance(p, Message)]
        else:
            yield part


def _raw(message: Message, texts: list[Message]) -> Raw:
    meta = _meta(message)
    for part in sorted(texts, key=lambda p: p.get_content_type() != "text/html"):
        text = _text(part)
        if part.get_content_type() == "text/html":
            pieces = _page(text)
        else:
            pieces = ((text, None),) if len(text.split()) >= _FEWEST else ()
        if pieces:
            return Raw(pieces, meta, trusted_language=False)
    raise skip("the mail holds no article", "open it, and save the article that it points to")


def _page(markup: str) -> tuple[Piece, ...]:
    """The article of a mail in HTML: as of a page, else all of its text."""
    try:
        return read_page(markup).pieces
    except SkipDocument:
        pieces = markup_pieces(markup)
        return tuple(pieces) if word_count(pieces) >= _FEWEST else ()


def _attachment(item: Item, part: Message, number: int) -> Part:
    kind = part.get_content_type()
    if kind == "message/rfc822":
        inner = part.get_payload()
        held = inner[0] if isinstance(inner, list) and inner else None
        return replace(item.inner(f"{item.name}#{number}", "forwarded.eml", _flat(held)), media_type=kind)
    name = _words(part.get_filename()) or f"attachment-{number}"
    found = item.inner(f"{item.name}#{number}-{name}", name, _bytes(part))
    return replace(found, media_type=kind)


def _flat(message: Message | str | None) -> bytes:
    try:
        return message.as_bytes() if isinstance(message, Message) else b""
    except (
        ValueError,
        RecursionError,
        LookupError,
        TypeError,
        AttributeError,
        MessageError,
    ):  # headers that cannot be written again
        return b""


def _bytes(part: Message) -> bytes:
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AttributeError):
        return b""
    return data if isinstance(data, bytes) else b""


def _text(part: Message) -> str:
    try:
        return decode(_bytes(part), markup=part.get_content_type() == "text/html", charset=_charset(part))
    except UndecodableError:
        return ""


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except (ValueError, LookupError, TypeError, AttributeError):
        return None


def _meta(message: Message) -> Meta:
    sender = _words(message.get("From"))
    name, address = parseaddr(sender)
    return meta_from(
        {
            "title": _words(message.get("Subject")),
            "publisher": name or address.rpartition("@")[2],
            "published": _moment(message.get("Date")),
            "language": _words(message.get("Content-Language")),
        },
        "mail",
    )


def _received(message: Message) -> str | None:
    """When the last server took it in: the first line of its kind, behind the last semicolon."""
    lines = message.get_all("Received") or []
    return _moment(str(lines[0]).rpartition(";")[2]) if lines else None


def _moment(value: object) -> str | None:
    try:
        return parsedate_to_datetime(str(value).strip()).isoformat() if value else None
    except (TypeError, ValueError, IndexError, OverflowError):
        return _words(value)


def _words(value: object) -> str:
    """A header as text, whatever its encoding."""
    try:
        return " ".join(str(make_header(decode_header(str(value)))).split()) if value else ""
    except (ValueError, LookupError, MessageError, TypeError):  # names of charsets that are none
        return " ".join(str(value).split())
