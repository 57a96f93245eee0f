"""What to do after a summary, in commands that work as they are printed."""

import shlex
import shutil
from collections.abc import Sequence
from pathlib import Path

from sayso.export.formats import Format

_HOW = "{0} report … -o story.json, then {0} explain ID story.json"


def called(typed: str) -> str:
    """The command as it must be typed again: plain `sayso` where the shell finds that one, else as it was called."""
    if Path(typed).name == "__main__.py":
        return "python -m sayso"
    found = shutil.which("sayso")
    same = found is not None and Path(found).resolve() == Path(typed).resolve()
    return "sayso" if same else shlex.quote(typed)


def hints(command: str, jobs: Sequence[tuple[Format, Path | None]]) -> tuple[str, ...]:
    """One line on `explain` and one on the page, with the files that are written or how to have them; None is no file."""
    files = {form: target for form, target in reversed(jobs) if target is not None}
    data, page = files.get(Format.JSON), files.get(Format.HTML)
    why = f"{command} explain ID {shlex.quote(str(data))}" if data else _HOW.format(command)
    every = str(page) if page else f"{command} report … -o story.html"
    return (f"Why any of this: {why}", f"Every report with its words marked: {every}")
