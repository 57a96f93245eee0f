"""WARC 1.0 and 1.1: what servers answered, with address and time. Packed ones come unpacked by the reader of gzip."""

from collections.abc import Iterator
from typing import ClassVar

from sayso.ingest.items import Item, Part
from sayso.ingest.limits import Limits


class Warc:
    """Web archives."""

    name: ClassVar[str] = "sayso.warc"
    version: ClassVar[str] = "1"
    suffixes: ClassVar[frozenset[str]] = frozenset({".warc"})
    media_types: ClassVar[frozenset[str]] = frozenset({"application/warc"})
    envelope: ClassVar[bool] = True

    def recognises(self, item: Item) -> bool:
        """The first line of a record."""
        return item.start.startswith(b"WARC/")

    def read(self, item: Item, limits: Limits) -> Iterator[Part]:
        """Every answer that may hold an article, as `file#N` for record N; raises SkipDocument at a break."""
        from sayso.ingest.formats.warc_records import parts  # noqa: PLC0415 - its parser costs a start a quarter second

        yield from parts(item, limits)
