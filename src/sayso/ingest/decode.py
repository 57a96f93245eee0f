"""Bytes → text: byte order marks, UTF-8, what the page declares, and charset-normalizer for the rest."""

import codecs
import re

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x89PNG\r\n": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x1f\x8b": "a gzip archive",
    b"\x7fELF": "a program",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "an RTF document",
    b"SQLite format 3": "a database",
}
_CONTROL = bytes(c for c in range(32) if c not in b"\t\n\x0b\x0c\r\x1b")
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_WESTERN_MARKS = frozenset("“”„‘’‚–—…•€£¥§°«»‹›©®™·¿¡ºª½¼¾×†‰\u00a0´¨")
_SAMPLE = 200_000  # bytes shown to the detector: it is slow, and an encoding does not change half way


class UndecodableError(ValueError):
    """The bytes are no text; the message says what they are instead."""


def decode(data: bytes, *, markup: bool = False, charset: str | None = None) -> str:
    """The text of `data`; `charset` is what the sender states, and `markup` heeds a `<meta charset>` or an XML declaration.

    What bytes are beyond doubt goes before what is said of them. Raises UndecodableError where they are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    for magic, name in _MAGIC.items():
        if data.startswith(magic):
            raise UndecodableError(f"it is {name}")
    wide = _wide(data)
    if wide is not None:
        return wide
    if len(data.translate(None, _CONTROL)) < 0.99 * len(data):
        raise UndecodableError("it holds binary data")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _other(data, markup, charset)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark shows as NULs in every other byte."""
    head = data[:2000]
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = head[first::2].count(0), head[1 - first :: 2].count(0)
        if len(head) >= 4 and zeros > 0.7 * (len(head) // 2) and others == 0:
            return data.decode(encoding, errors="replace")
    return None


def _other(data: bytes, markup: bool, charset: str | None) -> str:
    text = _as(data, charset) or (_declared(data) if markup else None) or _damaged(data) or _western(data)
    if text is not None:
        return text
    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise UndecodableError("its encoding cannot be told")
    return data.decode(best.encoding, errors="replace")


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4096]) or _XML_DECLARED.match(data[:400])
    return _as(data, found[1].decode("ascii")) if found else None


def _as(data: bytes, encoding: str | None) -> str | None:
    if not encoding:
        return None
    try:
        return data.decode(codecs.lookup(encoding).name)
    except (LookupError, ValueError):  # an unknown name, or bytes that do not keep the promise
        return None


def _damaged(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes: more bytes of whole characters, which other encodings give by chance only."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = len(text.replace("\ufffd", "").encode()) - sum(c < "\x80" for c in text)
    return text if whole > 2 * broken else None


def _western(data: bytes) -> str | None:
    """Windows-1252 where that reading gives only Western letters and typographic marks, and few of them.

    The detector tells Windows-1252 and its cousins apart badly on English with a few curly quotation marks.
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    foreign = [c for c in text if c > "\x7f"]
    plausible = all(c in _WESTERN_MARKS or (c.isalpha() and c <= "\u017f") for c in foreign)
    return text if plausible and len(foreign) <= 0.08 * len(text) else None
