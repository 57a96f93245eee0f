"""WACZ 1.1: a ZIP of web archives with a list of its parts and their digests."""

import hashlib
import json
import zipfile
from collections.abc import Iterator
from typing import ClassVar

from sayso.errors import SkipDocument
from sayso.ingest.formats.packed import member_item, opened, shown, spooled, unsafe
from sayso.ingest.items import Item, Part
from sayso.ingest.limits import Limits, Refused
from sayso.ingest.source import skip
from sayso.model.document import Skipped

_LIST, _DIGEST = "datapackage.json", "datapackage-digest.json"
_ALGORITHMS = ("sha256", "sha512", "sha1", "md5")
_REMEDY = "get it again from who made it; it was read all the same"


class Wacz:
    """Web archives in a package."""

    name: ClassVar[str] = "sayso.wacz"
    version: ClassVar[str] = "1"
    suffixes: ClassVar[frozenset[str]] = frozenset({".wacz"})
    media_types: ClassVar[frozenset[str]] = frozenset({"application/wacz", "application/x-wacz"})
    envelope: ClassVar[bool] = True

    def recognises(self, item: Item) -> bool:
        """A ZIP that is called so, or whose first member is one of the package."""
        zipped = item.start.startswith(b"PK\x03\x04")
        return zipped and (
            item.suffix in self.suffixes or item.kind in self.media_types or b"datapackage.json" in item.start[:200]
        )

    def read(self, item: Item, limits: Limits) -> Iterator[Part]:
        """Its WARC files; a digest that does not match is told before. Raises SkipDocument where a name leads out of it."""
        with spooled(item, limits) as file, opened(file, item, limits) as archive:
            members = sorted(archive.infolist(), key=lambda m: m.filename)
            for member in members:
                if problem := unsafe(member):
                    raise skip(f"{shown(member.filename)}: {problem}", "do not use it; get it from who made it")
            yield from _checked(archive, item, limits)
            found = [m for m in members if m.filename.startswith("archive/") and not m.filename.endswith("/")]
            if not found:
                raise skip("the package holds no web archive", "check that it was saved whole")
            for member in found:
                yield member_item(archive, member, item, limits)


def _checked(archive: zipfile.ZipFile, item: Item, limits: Limits) -> Iterator[Skipped]:
    """What of the package is not as its list says."""
    names = set(archive.namelist())
    if _LIST not in names:
        yield Skipped(f"{item.name}#{_LIST}", "the package has no list of its parts, so none can be checked", _REMEDY)
        return
    listed = _bytes(archive, _LIST, item, limits)
    if _DIGEST in names:
        stated = _json(_bytes(archive, _DIGEST, item, limits)).get("hash")
        if isinstance(stated, str) and _digest(stated, [listed]) != stated:
            yield Skipped(
                f"{item.name}#{_LIST}", f"its digest is not the one that {_DIGEST} states: it was changed", _REMEDY
            )
    resources = _json(listed).get("resources")
    for resource in resources if isinstance(resources, list) else []:
        path, stated = (resource.get("path"), resource.get("hash")) if isinstance(resource, dict) else (None, None)
        if not isinstance(path, str) or not isinstance(stated, str):
            continue
        if path not in names:
            yield Skipped(f"{item.name}#{shown(path)}", "the package lists it, and does not hold it", _REMEDY)
        elif _digest(stated, _chunks(archive, path, item, limits)) != stated:
            yield Skipped(
                f"{item.name}#{shown(path)}", "its digest is not the one that the package states: it was changed", _REMEDY
            )


def _digest(like: str, chunks: Iterator[bytes] | list[bytes]) -> str:
    """The digest in the same form as `like` ("sha256:…"); `like` itself where its algorithm is not known."""
    algorithm, colon, _ = like.partition(":")
    if not colon or algorithm not in _ALGORITHMS:
        return like
    counted = hashlib.new(algorithm, usedforsecurity=False)
    for chunk in chunks:
        counted.update(chunk)
    return f"{algorithm}:{counted.hexdigest()}"


def _chunks(archive: zipfile.ZipFile, path: str, item: Item, limits: Limits) -> Iterator[bytes]:
    """The bytes of a member, read once to be checked: they are counted when they are read for good, not here."""
    unmetered = Item(name=item.name, file=item.file, source=item.source, depth=item.depth)
    unmetered.budget.size = max(item.budget.size, 1)
    try:
        with member_item(archive, archive.getinfo(path), unmetered, limits).open() as stream:
            while data := stream.read(65536):
                yield data
    except Refused:
        raise
    except SkipDocument:
        return  # a broken member has no digest that matches; what breaks it is told when it is read


def _bytes(archive: zipfile.ZipFile, path: str, item: Item, limits: Limits) -> bytes:
    return b"".join(_chunks(archive, path, item, limits))[: limits.item]


def _json(data: bytes) -> dict[str, object]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
