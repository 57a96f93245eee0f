"""Gold rows from JSON Lines, plain or gzipped; whatever is wrong with them is told with file, line and remedy."""

import codecs
import gzip
import zlib
from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import msgspec
from msgspec import Struct

from sayso.errors import RunError

STAGE = "evaluate"


class Row(Protocol):
    """A row of gold: it is named, and can say what is wrong with itself."""

    @property
    def name(self) -> str | None:
        """The id of the document; None in sets whose rows have none."""

    def problem(self) -> str | None:
        """What does not fit in the row, in words; None where it all fits."""


R = TypeVar("R", bound=Row)
T = TypeVar("T")


class Part(Enum):
    """Which rows of a set are read: all, or every second one, so that one half can be kept unseen while tuning."""

    ALL = "all"
    EVEN = "even"
    ODD = "odd"


class Named(Struct, Generic[R], frozen=True):
    """A row with the name that the report calls it by, and whether it is in the even half of its file."""

    name: str
    row: R
    even: bool


def take(items: Sequence[T], evens: Sequence[bool], part: Part) -> list[T]:
    """The items of one part; `evens` tells of each whether it is in the even half."""
    return [item for item, even in zip(items, evens, strict=True) if part is Part.ALL or even is (part is Part.EVEN)]


def read_rows(paths: Sequence[Path], kind: type[R]) -> list[Named[R]]:
    """All rows of the files, in order; the first row of a file is even.

    Raises RunError for what cannot be read and for an id that stands twice.
    """
    found: list[Named[R]] = []
    first: dict[str, str] = {}
    files: dict[Path, Path] = {}
    for path in paths:
        if (same := files.setdefault(path.resolve(), path)) is not path:
            raise _wrong(f"{path} is {same}, which is named already", "name each gold file once")
        rows = [(f"{path}, line {number}", line) for number, line in _lines(path)]
        if not rows:
            raise _wrong(f"{path} holds no rows", "name a file with one JSON object a line")
        for n, (place, line) in enumerate(rows):
            row = _row(line, kind, place)
            if row.name is not None and first.setdefault(row.name, place) != place:
                raise _wrong(f"{place}: the id {row.name!r} stands in {first[row.name]} already", "give each row its own id")
            found.append(Named(row.name or f"row {n + 1}", row, n % 2 == 0))
    return found


def _row(line: bytes, kind: type[R], place: str) -> R:
    try:
        row = msgspec.json.decode(line, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _wrong(f"{place}: {error}", "docs/how-to/measure.md shows a row of each task") from error
    problem = row.problem()
    if problem:
        raise _wrong(f"{place}: {problem}", "mend the row; offsets are code points, the end is exclusive")
    return row


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """The lines that hold anything, with their numbers."""
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as stream:
            for number, line in enumerate(stream, 1):
                bare = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
                if bare.strip():
                    yield number, bare
    except gzip.BadGzipFile as error:
        raise _wrong(f"cannot read {path}: {error}", "pack it with gzip, or drop .gz from the name") from error
    except (OSError, EOFError, zlib.error) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise _wrong(f"cannot read {path}: {reason or error}", "name a gold file (.jsonl or .jsonl.gz)") from error


def _wrong(reason: str, remedy: str) -> RunError:
    return RunError(STAGE, reason, remedy)
