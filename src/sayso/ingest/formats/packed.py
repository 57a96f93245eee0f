"""ZIP archives of articles, and single files packed with gzip."""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from gzip import GzipFile
from pathlib import PurePosixPath
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, ClassVar, cast

from sayso.ingest.items import Item, Part, as_binary
from sayso.ingest.limits import Limits, Metered
from sayso.ingest.source import skip
from sayso.model.document import Skipped

_SILENT = ("__MACOSX/", ".DS_Store", "Thumbs.db")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, OverflowError)


class Zip:
    """ZIP archives."""

    name: ClassVar[str] = "sayso.zip"
    version: ClassVar[str] = "1"
    suffixes: ClassVar[frozenset[str]] = frozenset({".zip"})
    media_types: ClassVar[frozenset[str]] = frozenset({"application/zip", "application/x-zip-compressed"})
    envelope: ClassVar[bool] = True

    def recognises(self, item: Item) -> bool:
        """The signature of the first member, or of an empty archive."""
        return item.start.startswith((b"PK\x03\x04", b"PK\x05\x06"))

    def read(self, item: Item, limits: Limits) -> Iterator[Part]:
        """Every member as an item of its own, by name; members that reach out of the archive are refused."""
        with spooled(item, limits) as file, opened(file, item, limits) as archive:
            for member in sorted(archive.infolist(), key=lambda m: m.filename):
                name = f"{item.name}#{shown(member.filename)}"
                if member.filename.endswith("/") or any(part in member.filename for part in _SILENT):
                    continue
                if problem := unsafe(member):
                    yield Skipped(name, problem, "pack it again without such members")
                else:
                    yield member_item(archive, member, item, limits)


class Gzip:
    """Single files packed with gzip."""

    name: ClassVar[str] = "sayso.gzip"
    version: ClassVar[str] = "1"
    suffixes: ClassVar[frozenset[str]] = frozenset({".gz"})
    media_types: ClassVar[frozenset[str]] = frozenset({"application/gzip", "application/x-gzip"})
    envelope: ClassVar[bool] = True

    def recognises(self, item: Item) -> bool:
        """The signature."""
        return item.start.startswith(b"\x1f\x8b")

    def read(self, item: Item, limits: Limits) -> Iterator[Part]:
        """The one file in it, called as the archive is without `.gz`."""
        inside = PurePosixPath(item.file).name.removesuffix(".gz") if item.suffix == ".gz" else item.file

        def opener() -> BinaryIO:
            return as_binary(Metered(cast(BinaryIO, GzipFile(fileobj=item.open())), item.budget, limits))

        yield item.inner(item.name, inside, opener=opener)


def spooled(item: Item, limits: Limits) -> BinaryIO:
    """The bytes of an archive in a file that can be searched."""
    stream = item.open()
    if not isinstance(stream, Metered):
        return stream
    with stream:
        copy = cast(BinaryIO, SpooledTemporaryFile(max_size=limits.item))  # noqa: SIM115 - closed by who asked for it
        while data := stream.read(65536):
            copy.write(data)
    copy.seek(0)
    return copy


def opened(file: BinaryIO, item: Item, limits: Limits) -> zipfile.ZipFile:
    """The archive; raises SkipDocument where it is none, Refused where its own list says that it would burst the limits."""
    try:
        archive = zipfile.ZipFile(file)
        members = archive.infolist()
        if len(members) > limits.members:
            raise skip(f"it holds more than {limits.members:,} files", "divide it")
        size = file.seek(0, 2)
    except _BROKEN as error:
        raise skip(f"it is a broken ZIP archive: {str(error)[:120]}", "get it again") from error
    item.budget.size = max(item.budget.size, size if item.depth == 0 else 0)
    item.budget.check(item.budget.spent + sum(m.file_size for m in members), limits)
    return archive


def member_item(archive: zipfile.ZipFile, member: zipfile.ZipInfo, item: Item, limits: Limits) -> Item:
    """A member as an item; it can be opened as long as its archive is open."""

    def opener() -> BinaryIO:
        try:
            stream = archive.open(member)
        except RuntimeError as error:  # zipfile has no other word for a password
            raise skip("it is locked with a password", "unpack it, and name its files") from error
        except _BROKEN as error:
            raise skip(f"its member is broken: {str(error)[:120]}", "get the archive again") from error
        return as_binary(Metered(cast(BinaryIO, stream), item.budget, limits))

    return item.inner(f"{item.name}#{shown(member.filename)}", member.filename, opener=opener)


def unsafe(member: zipfile.ZipInfo) -> str | None:
    """Why a member may not be taken: its name leads out of the archive, or it is a link."""
    path = member.orig_filename.replace("\\", "/")
    if path.startswith("/") or ":" in path.split("/")[0] or ".." in path.split("/") or "\0" in path:
        return "its name leads out of the archive"
    if stat.S_ISLNK(member.external_attr >> 16):
        return "it is a link, not a file"
    return None


def shown(name: str) -> str:
    """The name of a member in one line."""
    return "".join(c if c.isprintable() else "\ufffd" for c in name)[:300]
