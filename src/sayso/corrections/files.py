"""The files of corrections: where they lie, what they hold, and how a line is added."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from sayso.corrections.lines import UnreadableLineError, from_line, to_line
from sayso.errors import ConfigurationError, RunError
from sayso.model.correction import Correction, Corrections, Unread

NAME = "sayso.corrections.jsonl"
STAGE = "corrections"


def beside(paths: Iterable[str | Path]) -> tuple[Path, ...]:
    """Where corrections of these files and folders are looked for: in each folder, and beside each file, by name."""
    places = {(path if path.is_dir() else path.parent) / NAME for path in map(Path, paths)}
    return tuple(sorted(places, key=lambda p: (str(p.absolute()), str(p))))


def find_corrections(paths: Sequence[str | Path], chosen: str | None = None) -> Corrections:
    """The corrections beside `paths`, or those of the file `chosen`.

    Raises ConfigurationError where that file does not exist, and RunError where a file cannot be read.
    """
    if chosen is not None and not Path(chosen).exists():
        raise ConfigurationError(STAGE, f"there is no file {chosen}", f"leave it out to read {NAME} beside the input")
    return read_corrections((Path(chosen),) if chosen is not None else beside(paths))


def read_corrections(places: Sequence[Path]) -> Corrections:
    """The lines of these files, in order; those of several files by the moment at which they were written."""
    lines: list[Correction] = []
    unread: list[Unread] = []
    for place in places:
        for number, line in enumerate(_bytes(place).split(b"\n"), 1):
            if line.strip():
                try:
                    lines.append(from_line(line))
                except UnreadableLineError as error:
                    unread.append(Unread(file=place.name, number=number, reason=error.reason, found=error.found))
    if len(places) > 1:
        lines.sort(key=lambda c: c.at)
    return Corrections(places=tuple(map(str, places)), lines=tuple(lines), unread=tuple(unread))


def _bytes(place: Path) -> bytes:
    try:
        return place.read_bytes() if place.exists() else b""
    except OSError as error:
        raise RunError(STAGE, f"cannot read {place}: {error.strerror}", "give yourself the right to read it") from error


def append(correction: Correction, place: Path) -> None:
    """Adds one line at the end of a file, whole, also where another process adds one at the same time.

    Raises RunError where the file cannot be written.
    """
    import fcntl  # noqa: PLC0415 - POSIX only; reading goes without it

    try:
        with place.open("ab", buffering=0) as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            start = b"" if _ends_a_line(place) else b"\n"
            file.write(start + to_line(correction))
            os.fsync(file.fileno())
    except OSError as error:
        remedy = "choose another file with --file"
        raise RunError(STAGE, f"cannot write {place}: {error.strerror}", remedy) from error


def _ends_a_line(place: Path) -> bool:
    """True where the file is empty or ends in a line feed: a line added by hand may lack it."""
    with place.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        if not size:
            return True
        file.seek(size - 1)
        return file.read(1) == b"\n"
