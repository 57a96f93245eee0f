"""What is named → what arrives of it, source by source, with a fingerprint by which an unchanged source is known again."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from sayso.errors import RunError
from sayso.ingest import read
from sayso.ingest.walk import SIDECAR, files
from sayso.model.custody import Arrival, Original
from sayso.model.document import Skipped

Outcome = Arrival | Skipped
Arriving = Callable[[Sequence[str | Path]], Iterator[Outcome]]
UNCHANGED = "it has not changed since it was last fetched"
_CHUNK = 1 << 20


class Delivery(Struct, frozen=True):
    """One source: its name, what arrives of it, its fingerprint (None where it has none), and its place in the run."""

    name: str
    arrivals: Iterator[Outcome]
    fingerprint: str | None
    done: int
    total: int


def deliveries(sources: Sequence[str | Path], arriving: Arriving, *said: str) -> Iterator[Delivery]:
    """Every file under the sources, by whole path, then every web address; what cannot be walked comes first.

    `said` is what else an unchanged source depends on. Raises RunError where no source is named.
    """
    if not sources:
        raise RunError("store", "no source was named", "name files or folders")
    pages = sorted({str(s) for s in sources if is_address(s)})
    found, problems = files([Path(s).absolute() for s in sources if not is_address(s)])
    total = len(found) + len(pages)
    if problems:
        yield Delivery("", iter(problems), None, 0, total)
    for done, file in enumerate(found):
        yield Delivery(str(file), arriving([file]), fingerprint(file, *said), done, total)
    for done, page in enumerate(pages, len(found)):
        yield Delivery(page, arriving([page]), None, done, total)


def is_address(source: str | Path) -> bool:
    """Whether a source is a web address, not a path."""
    return isinstance(source, str) and source.lower().startswith(("http://", "https://"))


def fingerprint(file: Path, *said: str) -> str | None:
    """The hash of a file's name and bytes and those of its sidecar; None where they cannot be read."""
    digest = hashlib.sha256("\x1f".join([str(file), *said]).encode("utf-8", "surrogateescape"))
    try:
        for part in (file, file.with_name(file.stem + SIDECAR)):
            digest.update(b"\x1f")
            if part.is_file():
                with part.open("rb") as stream:
                    while chunk := stream.read(_CHUNK):
                        digest.update(chunk)
    except OSError:
        return None
    return digest.hexdigest()


def local(languages: Sequence[str]) -> Arriving:
    """Arrivals of files, with their bytes as they were read; web addresses are told as skipped."""
    return lambda sources: _read(sources, frozenset(languages))


def _read(sources: Sequence[str | Path], languages: frozenset[str]) -> Iterator[Outcome]:
    for source in sources:
        if is_address(source):
            yield Skipped(str(source), "web addresses are not fetched here", "save the page and name its file")
            continue
        reading, parts = read([source], languages=languages), _parts(Path(source))
        for document in sorted(reading.documents, key=lambda d: _line(d.path or "")):
            yield Arrival(_original(str(source), document.path or "", parts), document)
        for item in reading.skipped:
            yield Arrival(_original(str(source), item.path, parts), item) if any(parts) else item


def _parts(file: Path) -> Sequence[bytes]:
    """The bytes of a file, and those of its lines where each is an article; none where they cannot be read."""
    try:
        data = file.read_bytes()
    except OSError:
        return ()
    lines = data.split(b"\n") if file.suffix.lower() == ".jsonl" else []
    whole = data if len(lines) < 2 or sum(bool(line.strip()) for line in lines) > 1 else data.strip()
    return (whole, *(line.strip() for line in lines))


def _line(path: str) -> int:
    """The number of the line that `file.jsonl#3` names, 0 for a whole file."""
    number = path.rpartition("#")[2]
    return int(number) if number.isdecimal() else 0


def _original(source: str, name: str, parts: Sequence[bytes]) -> Original:
    """The bytes of the article `name` of a source: all of it, or one line."""
    data = parts[_line(name)] if name != source else parts[0]
    reader = Path(source).suffix.lower().lstrip(".")
    return Original(sha256=hashlib.sha256(data).hexdigest(), data=data, source=source, name=name, reader=reader)
