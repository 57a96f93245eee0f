"""Files → documents: the door of the room."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from sayso.errors import RunError, SkipDocument
from sayso.ingest.assemble import Place, assemble, hash_of
from sayso.ingest.decode import UndecodableError, decode
from sayso.ingest.formats.front import read_sidecar, split_front
from sayso.ingest.formats.markdown import markdown_pieces
from sayso.ingest.formats.page import read_page
from sayso.ingest.formats.records import read_plain, read_record
from sayso.ingest.meta import Meta, over
from sayso.ingest.source import STAGE, Raw, skip
from sayso.ingest.walk import SIDECAR, files, unreadable
from sayso.model.document import Document, Skipped

LARGEST = 20_000_000  # bytes of a file, or of a line of JSON Lines (whose files may be of any size)


class Reading(Struct, frozen=True):
    """What was read, by date, publisher and id, and what was not, by path, with reason and remedy."""

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...]


class _Article(Struct, frozen=True):
    """The bytes of one article with the path to show."""

    path: str
    data: bytes


def read(
    paths: Sequence[str | Path],
    progress: Callable[[int, int], None] | None = None,
    languages: frozenset[str] = frozenset({"en"}),
) -> Reading:
    """Reads files and folders (recursively) of .txt, .md, .html, .htm and .jsonl.

    `progress` is called with files done and files in all. The order of `paths` has no influence. Whatever cannot be read
    is in `skipped`; raises RunError only where `paths` is empty.
    """
    if not paths:
        raise RunError(STAGE, "no files were named", "name files or folders of .txt, .md, .html or .jsonl")
    found, problems = files(paths)
    documents: list[Document] = []
    skipped = list(problems)
    seen: dict[str, str] = {}
    for n, file in enumerate(found):
        for result in _read_file(file, seen, languages):
            (documents if isinstance(result, Document) else skipped).append(result)  # type: ignore[arg-type]
        if progress:
            progress(n + 1, len(found))
    return Reading(tuple(sorted(documents, key=_order)), tuple(sorted(skipped, key=lambda s: (s.path, s.reason))))


def _order(document: Document) -> tuple[dt.date, str, str]:
    return document.published.start or dt.date.max, document.publisher, document.id


def _read_file(file: Path, seen: dict[str, str], languages: frozenset[str]) -> Iterator[Document | Skipped]:
    """The documents of one file; `seen` holds the path of every hash read so far."""
    try:
        sidecar = _sidecar(file)
        for article in _articles(file):
            yield _document(article, file, seen, (sidecar, languages))
    except SkipDocument as error:
        yield Skipped(str(file), error.reason, error.remedy)
    except OSError as error:
        yield unreadable(file, error)


def _document(
    article: _Article, file: Path, seen: dict[str, str], settings: tuple[Meta, frozenset[str]]
) -> Document | Skipped:
    sidecar, languages = settings
    sha256 = hash_of(article.data)
    try:
        if not article.data.strip():
            raise skip("the file is empty", "check that it was saved whole, or remove it")
        if sha256 in seen:
            raise skip(f"same bytes as {seen[sha256]}", "keep one of the two")
        seen[sha256] = article.path
        raw = _raw(article.data, file.suffix.lower())
        raw = Raw(raw.pieces, over(sidecar, raw.meta), raw.trusted_language or bool(sidecar.language))
        return assemble(raw, Place(printable(article.path), printable(str(file)), sha256), languages)
    except SkipDocument as error:
        return Skipped(article.path, error.reason, error.remedy)


def _raw(data: bytes, suffix: str) -> Raw:
    markup = suffix in (".html", ".htm")
    try:
        text = decode(data, markup=markup)
    except UndecodableError as error:
        raise skip(f"it is no text: {error}", "give the article as text, or as the web page it came from") from error
    if markup:
        return read_page(text)
    if suffix == ".jsonl":
        return read_record(text)
    if suffix == ".md":
        meta, body = split_front(text)
        return Raw(tuple(markdown_pieces(body)), meta)
    return read_plain(text)


def _articles(file: Path) -> Iterator[_Article]:
    """The articles of a file: one, or one a line of JSON Lines; `file.jsonl#3` names the third line."""
    if file.suffix.lower() == ".jsonl":
        yield from _lines(file)
        return
    with file.open("rb") as stream:
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise skip(f"the file is larger than {LARGEST // 1_000_000} MB", "divide it into its articles, one a file")
    yield _Article(str(file), data)


def _lines(file: Path) -> Iterator[_Article]:
    """The lines that hold anything, read one by one; the first waits for a second, which decides how they are called."""
    waiting: tuple[int, bytes] | None = None
    several = False
    with file.open("rb") as stream:
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            several = waiting is not None
            if waiting:
                yield _Article(f"{file}#{waiting[0]}", waiting[1])
            waiting = number, line.strip()
    if waiting is None:
        raise skip("the file is empty", "check that it was saved whole, or remove it")
    yield _Article(f"{file}#{waiting[0]}" if several else str(file), waiting[1])


def _sidecar(file: Path) -> Meta:
    """What `NAME.meta.yaml` beside the file says; raises SkipDocument where it is broken."""
    path = file.with_name(file.stem + SIDECAR)
    if not path.is_file():
        return Meta()
    try:
        return read_sidecar(decode(path.read_bytes()[:LARGEST]))
    except UndecodableError as error:
        raise skip(f"its sidecar {path.name} is no text: {error}", "mend the sidecar, or remove it") from error


def printable(path: str) -> str:
    """A path that can be written out: bytes of a file name that are no UTF-8 are shown as replacement characters."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
