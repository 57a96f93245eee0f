"""Whatever was named → what arrived of it, one article after the other: the door of the room for a store."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from sayso.errors import RunError, SkipDocument
from sayso.ingest.assemble import Place, assemble, hash_of
from sayso.ingest.decode import UndecodableError, decode
from sayso.ingest.formats.front import read_sidecar
from sayso.ingest.items import Article, Fetching, Item, Link, Part
from sayso.ingest.limits import Budget, Limits, Refused
from sayso.ingest.meta import Meta, over
from sayso.ingest.readers import Reader, all_kinds, kinds, reader_of
from sayso.ingest.source import STAGE, Raw, skip
from sayso.ingest.walk import SIDECAR, files, unreadable
from sayso.model.custody import Arrival, Original
from sayso.model.document import Document, Skipped

Outcome: TypeAlias = Arrival | Skipped
ENGLISH = frozenset({"en"})
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_USER = re.compile(r"(?<=[a-z])://[^/?#\s]*@", re.IGNORECASE)
UNCHANGED = "it has not changed since it was last fetched"
_SAVE = "save the page itself and name its file, or let it be fetched: sayso add --follow"


class Options(Struct, frozen=True, kw_only=True):
    """What may be set: the limits, and `known`, which gives the name under which bytes of a hash are kept already."""

    limits: Limits = Limits()
    known: Callable[[str], str | None] | None = None


def arrivals(
    sources: Sequence[str | Path],
    fetcher: Fetching | None = None,
    progress: Callable[[int, int], None] | None = None,
    languages: frozenset[str] = ENGLISH,
    options: Options = Options(),  # noqa: B008 - frozen
) -> Iterator[Outcome]:
    """Every article of files, folders and, with a fetcher, web addresses, as it is read; nothing is held but hashes.

    Files come first, by name, then addresses. What arrived and cannot be read comes as an Arrival whose outcome is Skipped;
    so does what has the bytes of an earlier one, with its name in `same_as`. What has no bytes of its own comes as Skipped.
    `progress` is called with sources done and sources in all. Raises RunError where nothing is named, nothing else.
    """
    if not sources:
        raise RunError(STAGE, "no files were named", f"name files or folders of {all_kinds()}")
    addresses = sorted({str(s) for s in sources if is_address(s)})
    yield from (foreign(s) for s in sources if is_foreign(s))
    found, problems = files([s for s in sources if not is_address(s) and not is_foreign(s)])
    yield from problems
    run = _Run(fetcher, languages, options)
    total = len(found) + len(addresses)
    named: list[str | Path] = [*found, *addresses]
    for done, source in enumerate(named, 1):
        yield from run.source(source)
        if progress:
            progress(done, total)


def is_address(source: str | Path) -> bool:
    """Whether a source is a web address, not a path."""
    return isinstance(source, str) and source.lower().startswith(("http://", "https://"))


def is_foreign(source: str | Path) -> bool:
    """Whether a source is an address of another kind than those of the web."""
    return isinstance(source, str) and _SCHEME.match(source) is not None and not is_address(source)


def foreign(source: str | Path) -> Skipped:
    """How an address that is none of the web is told."""
    return Skipped(masked(str(source)), "only addresses that begin with http:// or https:// are fetched", _SAVE)


def masked(address: str) -> str:
    """An address as it may be shown: without a name and password before its host."""
    return _USER.sub("://…@", address, count=1)


class _Run:
    """One call of `arrivals`: what was seen, and what was visited."""

    def __init__(self, fetcher: Fetching | None, languages: frozenset[str], options: Options) -> None:
        self._fetcher, self._languages, self._options = fetcher, languages, options
        self._limits = options.limits
        self._seen: dict[str, str] = {}
        self._visited: set[str] = set()

    def source(self, source: str | Path) -> Iterator[Outcome]:
        """What one file or address brings; a source that bursts the limits is left at once."""
        name = masked(printable(str(source)))
        try:
            if isinstance(source, Path):
                yield from self._item(_file_item(source))
            else:
                yield from self._get(Link(source), Item(name=name, file=name, source=name, depth=-1))
        except SkipDocument as error:
            yield Skipped(name, error.reason, error.remedy)
        except OSError as error:
            yield unreadable(Path(source), error)

    def _item(self, item: Item) -> Iterator[Outcome]:
        if item.depth > self._limits.depth:
            yield Skipped(
                item.name, f"it lies in more than {self._limits.depth} archives inside each other", "unpack them first"
            )
            return
        before = _Count()
        try:
            item = item.peeked()
            reader = reader_of(item)
            if reader is None:
                yield _no_reader(item)
                return
            if not reader.envelope:
                item = item.loaded(self._limits)
                if same := self._same(hash_of(item.data)):
                    yield _copy(item, same, reader)
                    return
            for part in self._parts(reader, item):
                before.parts += 1
                yield from self._part(part, item, reader)
        except Refused:
            raise
        except SkipDocument as error:
            yield self._unread(item, error, before)

    def _parts(self, reader: Reader, item: Item) -> Iterator[Part]:
        if not reader.envelope and not item.data.strip():
            raise skip("the file is empty", "check that it was saved whole, or remove it")
        yield from reader.read(item, self._limits)

    def _part(self, part: Part, item: Item, reader: Reader) -> Iterator[Outcome]:
        if isinstance(part, Article):
            yield self._arrival(part, reader)
        elif isinstance(part, Item):
            yield from self._item(part)
        elif isinstance(part, Link):
            yield from self._get(part, item)
        else:
            yield part

    def _unread(self, item: Item, error: SkipDocument, before: "_Count") -> Outcome:
        """What cannot be read: kept where its bytes are at hand and nothing came of them."""
        told = Skipped(item.name, error.reason, error.remedy)
        kept = None if before.parts else self._at_hand(item)
        if kept is None:
            return told
        sha256 = hash_of(kept.data)
        self._seen.setdefault(sha256, kept.name)
        return Arrival(_original(kept, sha256, reader_of(kept)), told)

    def _at_hand(self, item: Item) -> Item | None:
        """The item with its bytes; None where it has none, or too many."""
        try:
            loaded = item.loaded(self._limits)
        except SkipDocument:
            return None
        return loaded if loaded.data.strip() else None

    def _arrival(self, article: Article, reader: Reader) -> Outcome:
        item, raw = article.item, article.raw
        sha256 = hash_of(item.data)
        if same := self._same(sha256):
            return _copy(item, same, reader)
        self._seen[sha256] = item.name
        original = _original(item, sha256, reader)
        if isinstance(raw, Skipped):
            return Arrival(original, raw)
        try:
            return Arrival(original, _document(item, raw, sha256, self._languages))
        except SkipDocument as error:
            return Arrival(original, Skipped(item.name, error.reason, error.remedy))

    def _same(self, sha256: str) -> str | None:
        """The name under which the same bytes arrived before."""
        return self._seen.get(sha256) or (self._options.known(sha256) if self._options.known else None)

    def _get(self, link: Link, item: Item) -> Iterator[Outcome]:
        """What stands behind a link, once; without a fetcher it is told."""
        address = link.address
        if address in self._visited:
            return
        self._visited.add(address)
        if self._fetcher is None:
            yield Skipped(address, link.why if item.depth >= 0 else "web addresses are not fetched here", _SAVE)
            return
        if item.depth >= self._limits.depth:
            yield Skipped(address, f"it lies behind more than {self._limits.depth} indexes", "name it itself")
            return
        try:
            found = self._fetcher.get(address)
        except SkipDocument as error:
            yield Skipped(masked(address), error.reason, error.remedy)
            return
        if found is None:
            yield Skipped(address, UNCHANGED, "nothing needs doing")
            return
        self._visited.add(found.address or address)
        budget = Budget(len(found.data))
        yield from self._item(replace(found, source=item.source, told=link.told, depth=item.depth + 1, budget=budget))


class _Count:
    """How many parts came of an item."""

    parts = 0


def _file_item(file: Path) -> Item:
    """A file with what its sidecar says; raises SkipDocument where that is broken."""
    name = printable(str(file))
    return Item(
        name=name,
        file=name,
        source=name,
        stated=_sidecar(file),
        opener=lambda: file.open("rb"),
        budget=Budget(file.stat().st_size),
    )


def _sidecar(file: Path) -> Meta:
    """What `NAME.meta.yaml` beside the file says; raises SkipDocument where it is broken."""
    path = file.with_name(file.stem + SIDECAR)
    if not path.is_file():
        return Meta()
    try:
        return read_sidecar(decode(path.read_bytes()[: Limits().item]))
    except UndecodableError as error:
        raise skip(f"its sidecar {path.name} is no text: {error}", "mend the sidecar, or remove it") from error


def _document(item: Item, raw: Raw, sha256: str, languages: frozenset[str]) -> Document:
    """The document: a person's word before the article's, the article's before that of its envelope."""
    beside = over(replace(item.told, language=None), Meta(url=item.address))
    meta = over(item.stated, over(raw.meta, beside))
    trusted = raw.trusted_language or bool(item.stated.language)
    return assemble(Raw(raw.pieces, meta, trusted), Place(item.name, item.file, sha256), languages)


def _original(item: Item, sha256: str, reader: Reader | None) -> Original:
    return Original(
        sha256=sha256, data=item.data, source=item.source, name=item.name, address=item.address, media_type=item.media_type,
        headers=item.headers, collected=item.collected, reader=f"{reader.name} {reader.version}" if reader else "",
    )  # fmt: skip


def _copy(item: Item, same: str, reader: Reader) -> Arrival:
    told = Skipped(item.name, f"same bytes as {same}", "keep one of the two")
    return Arrival(_original(item, hash_of(item.data), reader), told, same)


def _no_reader(item: Item) -> Skipped:
    kind = item.kind or item.suffix or "without a suffix"
    return Skipped(item.name, f"files of the kind {kind} are not read", f"give it as {kinds()}")


def printable(path: str) -> str:
    """A path that can be written out: bytes of a file name that are no UTF-8 are shown as replacement characters."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
