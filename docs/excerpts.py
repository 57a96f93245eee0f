"""Runs the fenced blocks of these pages, so that what they show is what happens.

A block is known by its first line:
    console          commands after `$ `, then what they print; `…` alone on a line stands for lines left out
    python           code, which sees what earlier blocks of the page made; with `>>>` prompts it is run as a doctest,
                     without them it finds a small story in `reports/` and its dossier in `story.json`
    KIND NAME        any other kind with a file name: written to that file in the folder where the page is run
Other blocks are not run. Every page is run in a folder of its own that holds `examples/`.

    python docs/excerpts.py     runs all pages and puts what was printed into their console blocks
"""

import contextlib
import difflib
import doctest
import hashlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from unittest import mock

import sayso
import sayso.pipeline.report
from sayso.cli.app import run as sayso_command
from sayso.config import Settings
from sayso.model.dossier import Dossier

ROOT = Path(__file__).parents[1]
LEFT_OUT = "…"
_BLOCK = re.compile(r"^```([\w-]+)(?: +(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.*)\n", re.MULTILINE)
_CLOSE = 0.5  # likeness from which a line that changed is taken for the line that was shown


@dataclass(frozen=True)
class Block:
    """One fenced block: `text` is `page[start:end]`."""

    kind: str
    name: str | None
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Step:
    """One command of a console block with what the page says it prints."""

    command: str
    shown: str


class CannotRunError(Exception):
    """A page uses a program that this machine does not have."""


def pages() -> list[Path]:
    """All pages of the project that may hold examples."""
    return sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])


def blocks(page: str) -> list[Block]:
    """The fenced blocks of a page, in order."""
    return [Block(m[1], m[2], m[3], m.start(3), m.end(3)) for m in _BLOCK.finditer(page)]


def steps(block: Block) -> list[Step]:
    """The commands of a console block, in order."""
    parts = _COMMAND.split(block.text)[1:]
    return [Step(command, shown) for command, shown in zip(parts[::2], parts[1::2], strict=True)]


class Room:
    """A folder in which a page is run; `memory` keeps dossiers, so that no reports are read twice."""

    def __init__(self, folder: Path, memory: dict[str, Dossier]) -> None:
        self.folder, self._memory, self._status = folder, memory, 0
        self._names: dict[str, object] = {"__name__": "__main__"}
        shutil.copytree(ROOT / "examples", folder / "examples", dirs_exist_ok=True)
        self._make = sayso.pipeline.report.report

    def write(self, block: Block) -> None:
        """Writes a named block to its file."""
        file = self.folder / (block.name or "")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(block.text, "utf-8")

    def command(self, line: str) -> str:
        """What a command prints, errors among it. Raises CannotRunError where its program is missing."""
        with self._inside() as printed:
            self._status = self._do(line)
        return printed()

    def python(self, block: Block) -> str:
        """Runs a block of Python; returns what a doctest found wrong, nothing where all is well."""
        if ">>>" not in block.text:
            self._furnish()
        with self._inside() as printed:
            if ">>>" not in block.text:
                exec(compile(block.text, "example", "exec"), self._names)
                return ""
            test = doctest.DocTestParser().get_doctest(block.text, {}, "example", None, 0)
            test.globs = self._names
            failed = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, clear_globs=False).failed
        return printed() if failed else ""

    def _furnish(self) -> None:
        """The files that code without prompts takes for granted: the story that the page on origins tells."""
        if not (self.folder / "reports").exists():
            for block in blocks((ROOT / "docs" / "explanation" / "origins.md").read_text("utf-8")):
                if block.name:
                    self.write(replace(block, name=f"reports/{Path(block.name).name}"))
        if not (self.folder / "story.json").exists():
            self.command("sayso report reports -o story.json")

    def _do(self, line: str) -> int:
        words = shlex.split(line)
        if line == "echo $?":
            print(self._status)
            return 0
        if words[0].removeprefix(".venv/bin/") == "sayso" and not {"|", ">", ";"} & set(words):
            return sayso_command(words[1:], words[0])
        if words[0] == "make":
            return self._make_target(words[1])
        return self._shell(line)

    def _make_target(self, target: str) -> int:
        """Does what `make TARGET` does once all is set up."""
        told = ["make", "-n", "--no-print-directory", "-f", str(ROOT / "Makefile"), "-o", ".venv/.ready", target]
        recipe = subprocess.run(told, cwd=self.folder, check=True, capture_output=True, text=True).stdout
        for line in recipe.splitlines():
            if line.split()[0].removeprefix(".venv/bin/") == "sayso":
                print(line)
            if status := self._do(line):
                return status
        return 0

    def _shell(self, line: str) -> int:
        program = re.match(r"[\w./-]+", line)
        if program is None or shutil.which(program[0]) is None:
            raise CannotRunError(line)
        env = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
        done = subprocess.run(["sh", "-c", line], env=env, check=False, text=True, stdout=-1, stderr=-2)
        print(done.stdout, end="")
        return done.returncode

    @contextlib.contextmanager
    def _inside(self) -> Iterator[Callable[[], str]]:
        """In the folder, with the memory in place of a second reading, and with everything printed kept."""
        held = io.BytesIO()
        kept = io.TextIOWrapper(held, encoding="utf-8", write_through=True)

        def printed() -> str:
            kept.flush()
            return held.getvalue().decode()

        remembering = mock.patch.object(sayso.pipeline.report, "report", self._report)
        printing = contextlib.redirect_stdout(kept), contextlib.redirect_stderr(kept)
        with remembering, contextlib.chdir(self.folder), printing[0], printing[1]:
            yield printed

    def _report(self, paths: Sequence[str | Path], settings: Settings, told: object = None) -> Dossier:
        digest = hashlib.sha256(repr(([str(p) for p in paths], settings)).encode())
        for path in map(Path, paths):
            for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
                digest.update(file.read_bytes() if file.is_file() else b"-")
        key = digest.hexdigest()
        if key not in self._memory:
            self._memory[key] = self._make(paths, settings, None)
        return self._memory[key]


def matches(shown: str, printed: str) -> bool:
    """True where the page shows what was printed, but for the lines that it leaves out."""
    parts = [re.escape(part) for part in re.split(rf"^{LEFT_OUT}\n", shown, flags=re.MULTILINE)]
    return re.fullmatch("(?:.*\n)*?".join(parts), printed) is not None


def refreshed(shown: str, printed: str) -> str:
    """The lines that a page shows, taken anew: each stretch from its first line on, as long as it was; all for none."""
    if not shown:
        return printed
    lines, at, result = printed.splitlines(keepends=True), 0, []
    for n, part in enumerate(re.split(rf"^{LEFT_OUT}\n", shown, flags=re.MULTILINE)):
        result += [f"{LEFT_OUT}\n"] * (n > 0)
        old = part.splitlines(keepends=True)
        if old:
            at = _first(old[0], lines, at)
            result += lines[at : at + len(old)]
            at += len(old)
    return "".join(result)


def _first(line: str, lines: Sequence[str], at: int) -> int:
    """Where a line stands now: the same one, else the likeliest."""
    if line in lines[at:]:
        return lines.index(line, at)
    close = difflib.get_close_matches(line, lines[at:], 1, _CLOSE)
    if not close:
        raise SystemExit(f"nothing like it is printed any more, write the excerpt anew: {line}")
    return lines.index(close[0], at)


def refresh(file: Path, room: Room) -> bool:
    """Runs a page and puts what was printed into its console blocks; True where that changed it."""
    page = file.read_text("utf-8")
    made = page
    for block in blocks(page):
        if block.kind == "console":
            new = "".join(f"$ {s.command}\n{_refreshed(s, room)}" for s in steps(block))
            made = made.replace(f"\n{block.text}```", f"\n{new}```", 1)
        elif block.kind == "python":
            if wrong := room.python(block):
                print(f"{file}: {wrong}")
        elif block.name:
            room.write(block)
    if made != page:
        file.write_text(made, "utf-8")
    return made != page


def _refreshed(step: Step, room: Room) -> str:
    try:
        printed = room.command(step.command)
    except CannotRunError:
        return step.shown
    return step.shown if matches(step.shown, printed) else refreshed(step.shown, printed)


def main() -> None:
    """Refreshes all pages."""
    memory: dict[str, Dossier] = {}
    for file in pages():
        with tempfile.TemporaryDirectory() as folder:
            if refresh(file, Room(Path(folder), memory)):
                print(f"changed: {file.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
