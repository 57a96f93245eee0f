"""Where the output of a command goes: a file, a pipe or a terminal."""

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import IO

import typer

from sayso.errors import RunError
from sayso.export.saving import save, unwritable
from sayso.model.document import Skipped

IN_A_PIPE = 100
WIDEST = 110


def watched(stream: IO[str]) -> bool:
    """True where a person watches the stream."""
    return stream.isatty()


def width() -> int:
    """Columns to write in: those of the terminal up to a readable most, 100 in a pipe."""
    return min(shutil.get_terminal_size().columns, WIDEST) if watched(sys.stdout) else IN_A_PIPE


def colored() -> bool:
    """True where a person watches and has not asked for plain text (NO_COLOR, TERM=dumb)."""
    return watched(sys.stdout) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def check_writable(path: Path) -> None:
    """Raises RunError where `path` cannot be written, before any work is done."""
    folder = path.parent
    if path.is_dir():
        raise unwritable(path, "it is a folder")
    if not folder.is_dir():
        raise unwritable(path, f"there is no folder {folder}")
    if not os.access(path if path.exists() else folder, os.W_OK):
        raise unwritable(path, "permission denied")


def write(data: bytes, path: Path | None) -> None:
    """Writes to the file `path`, whole or not at all, or to standard output; a reader who has read enough is no error."""
    if path is None:
        _write_out(data)
    else:
        save(data, path)


def tell_skipped(items: Iterable[Skipped]) -> None:
    """What was skipped, a line each on standard error, with reason and remedy."""
    for item in items:
        typer.echo(f"sayso: skipped {item.path}: {item.reason} ({item.remedy})", err=True)


def _write_out(data: bytes) -> None:
    if watched(sys.stdout):  # a terminal that knows fewer characters shows what it can
        encoding = sys.stdout.encoding or "utf-8"
        data = data.decode("utf-8").encode(encoding, "replace")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is buffered cannot be written at exit either
        raise RunError(
            "write", f"cannot write the output: {error.strerror}", "free some space, or choose a file with -o"
        ) from error
