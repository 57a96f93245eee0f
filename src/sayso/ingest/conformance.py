"""What every reader must keep, as tests to inherit: `class TestMine(ReaderConformance): reader = Mine(); samples = {…}`.

Run by pytest. `samples` are names of files with bytes in each of which the reader finds an article, a part or a link.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from sayso.errors import SkipDocument
from sayso.ingest.items import Article, Item, Link, Part
from sayso.ingest.limits import Limits
from sayso.ingest.readers import Reader, reader_of
from sayso.ingest.source import Raw
from sayso.model.document import Skipped

LIMITS = Limits()
TINY = Limits(item=64, total=128, free=128, depth=1, members=1, ratio=1)
ODD = (
    b"", b" \n", b"\x00" * 64, b"\xff\xfe", b"\xff\xfe<\x00", b"\xef\xbb\xbf", b"{", b"[" * 5000, b"<" * 5000, b"<a>" * 5000,
    b"<?xml", b"<!DOCTYPE", b"null", b"[null, 1, \"\"]", b"{}", b"%PDF-1.7\n", b"PK\x03\x04", b"PK\x05\x06" + b"\x00" * 18,
    b"\x1f\x8b\x08\x00", b"WARC/1.1\r\n", b"From: \r\nTo: \r\nSubject: =?x?q?=\r\n\r\n", bytes(range(256)),
)  # fmt: skip
BOMB = b"""<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY f SYSTEM "file:///etc/hostname">]><%s>&b;&f;</%s>"""
_CUTS, _FLIPS = 25, 25


def item(data: bytes, name: str = "sample", media_type: str | None = None) -> Item:
    """An item of these bytes."""
    return Item(name=name, file=name, source=name, data=data, media_type=media_type)


def parts(reader: Reader, given: Item, limits: Limits = LIMITS) -> list[Part]:
    """All that a reader makes of an item until it ends or gives up; every part that is an item is loaded."""
    return list(_loaded(reader, given, limits))


def _loaded(reader: Reader, given: Item, limits: Limits) -> Iterator[Part]:
    try:
        for part in reader.read(given, limits):
            yield part.loaded(limits) if isinstance(part, Item) else part
    except SkipDocument as error:
        assert error.reason.strip() and error.remedy.strip()


class ReaderConformance:
    """The tests; a subclass names the `reader` and its `samples`."""

    reader: ClassVar[Reader]
    samples: ClassVar[Mapping[str, bytes]]

    def test_it_declares_itself(self) -> None:
        """Name and version are words, endings have their dot, and all is in lower case."""
        r = self.reader
        assert r.name.strip() and r.version.strip()
        assert all(s.startswith(".") and s == s.lower() for s in r.suffixes)
        assert all("/" in m and m == m.lower() for m in r.media_types)
        assert self.samples

    def test_it_is_the_one_that_is_asked(self) -> None:
        """Its samples are given to it, by their name and, where it has one, by its media type."""
        for name, data in self.samples.items():
            found = reader_of(item(data, name))
            assert found is not None and found.name == self.reader.name, name
            for media_type in self.reader.media_types:
                found = reader_of(item(data, "nameless", media_type))
                assert found is not None and found.name == self.reader.name, media_type

    def test_it_finds_something(self) -> None:
        """Every sample holds an article, a part or a link."""
        for name, data in self.samples.items():
            found = parts(self.reader, item(data, name))
            assert any(isinstance(p, Item | Link) or (isinstance(p, Article) and isinstance(p.raw, Raw)) for p in found), (
                name
            )

    def test_parts_are_named_by_what_holds_them(self) -> None:
        """Names begin with the item's, the source stays, and an item within lies one deeper."""
        for name, data in self.samples.items():
            for part in parts(self.reader, item(data, name)):
                inner = part.item if isinstance(part, Article) else part
                if isinstance(inner, Item):
                    assert inner.name.startswith(name) and inner.source == name
                    assert inner.depth == (0 if isinstance(part, Article) else 1)
                elif isinstance(inner, Skipped):
                    assert inner.path.startswith(name) and inner.reason.strip() and inner.remedy.strip()

    def test_the_bytes_of_an_article_are_enough(self) -> None:
        """Read again from its own bytes alone, an article says the same."""
        for name, data in self.samples.items():
            for part in parts(self.reader, item(data, name)):
                if isinstance(part, Article) and isinstance(part.raw, Raw):
                    again = [p.raw for p in parts(self.reader, item(part.item.data, name)) if isinstance(p, Article)]
                    assert part.raw in again

    def test_the_same_bytes_give_the_same(self) -> None:
        """Nothing is remembered from one item to the next."""
        first = [self._said(data, name) for name, data in self.samples.items()]
        assert [self._said(data, name) for name, data in self.samples.items()] == first

    def test_broken_bytes_are_told_and_nothing_else(self) -> None:
        """Cut off anywhere, or with bytes changed, a sample never raises anything but SkipDocument."""
        for name, data in self.samples.items():
            for broken in (*self._cut(data), *self._flipped(data)):
                self.reader.recognises(item(broken, name))
                parts(self.reader, item(broken, name))

    def test_foreign_bytes_are_told_and_nothing_else(self) -> None:
        """Neither odd bytes nor the definitions of a hostile document raise anything but SkipDocument, or are followed."""
        for name in self.samples:
            roots = (b"rss", b"urlset", b"newsItem", b"html", b"nitf")
            for data in (*ODD, *(BOMB % (root, root) for root in roots)):
                self.reader.recognises(item(data, name))
                for part in parts(self.reader, item(data, name)):
                    if isinstance(part, Article) and isinstance(part.raw, Raw) and data not in ODD:
                        assert all(b"aaaaaaaaaaaaaaaaaaaaa" not in words.encode() for words, _ in part.raw.pieces)

    def test_limits_are_kept(self) -> None:
        """With limits smaller than any article, nothing is loaded past them, and nothing but SkipDocument is raised."""
        for name, data in self.samples.items():
            for part in parts(self.reader, item(data, name), TINY):
                inner = part.item if isinstance(part, Article) else part
                assert not isinstance(inner, Item) or len(inner.data) <= max(TINY.item, len(data))

    def _said(self, data: bytes, name: str) -> Sequence[object]:
        return [_plain(part) for part in parts(self.reader, item(data, name))]

    def _cut(self, data: bytes) -> Iterator[bytes]:
        return (data[: len(data) * n // _CUTS] for n in range(_CUTS))

    def _flipped(self, data: bytes) -> Iterator[bytes]:
        drawn = random.Random(len(data))
        for _ in range(_FLIPS):
            changed = bytearray(data)
            for _ in range(1 + len(data) // 400):
                changed[drawn.randrange(len(data))] = drawn.randrange(256)
            yield bytes(changed)


def _plain(part: Part) -> object:
    """A part without what cannot be compared."""
    if isinstance(part, Article):
        return part.item.name, part.item.data, part.raw
    return (part.name, part.data) if isinstance(part, Item) else part
