"""Paths → the files to read, each once, in an order that does not depend on how they were named."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.ingest.readers import kinds, suffixes
from sayso.model.document import Skipped

SIDECAR = ".meta.yaml"
_NO_INPUT = frozenset({"sayso.corrections.jsonl"})


def files(paths: Iterable[str | Path]) -> tuple[list[Path], list[Skipped]]:
    """The files under `paths`, sorted, and what could not be walked; sidecars and corrections are no input."""
    found: dict[Path, Path] = {}
    skipped: dict[str, Skipped] = {}
    for path in map(Path, paths):
        for item in _under(path, frozenset()) if _is_folder(path) else [path]:
            if isinstance(item, Skipped):
                skipped[item.path] = item
            elif not _is_silent(item):
                key = item.absolute()
                found[key] = min(found.get(key, item), item, key=str)
    good = []
    for _, path in sorted(found.items()):
        problem = _problem(path)
        if problem:
            skipped[str(path)] = problem
        else:
            good.append(path)
    return good, [skipped[name] for name in sorted(skipped)]


def _under(folder: Path, above: frozenset[Path]) -> Iterator[Path | Skipped]:
    """The files of a folder and its folders, sorted; hidden ones are passed over, and a loop is told once."""
    real = folder.resolve()
    if real in above:
        yield Skipped(str(folder), "the folder contains itself through a link", "remove the link")
        return
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield unreadable(folder, error)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if _is_folder(entry):
            yield from _under(entry, above | {real})
        else:
            yield entry


def _is_silent(path: Path) -> bool:
    return path.name.endswith(SIDECAR) or path.name in _NO_INPUT


def _problem(path: Path) -> Skipped | None:
    """Why a path cannot be read as a document, before its bytes are looked at."""
    name = str(path)
    if "\0" in name:
        return Skipped(name.replace("\0", "\\0"), "the name holds a NUL character", "rename the file")
    try:
        if path.is_symlink() and not path.exists():
            return Skipped(name, "the link leads nowhere", "restore the file it points to, or remove the link")
        if not path.exists():
            return Skipped(name, "there is no such file or folder", "check the spelling of the path")
        if not path.is_file():
            return Skipped(name, "it is not a regular file", f"give it as {kinds()}")
    except OSError as error:
        return unreadable(path, error)
    if path.suffix.lower() not in suffixes():
        return Skipped(name, f"files of the kind {path.suffix or 'without a suffix'} are not read", f"give it as {kinds()}")
    return None


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a loop of links, a NUL in the name
        return False


def unreadable(path: Path, error: OSError) -> Skipped:
    """How an error of the file system is told."""
    if isinstance(error, PermissionError):
        return Skipped(str(path), "permission to read it is missing", "give yourself the right to read it")
    return Skipped(str(path), f"it cannot be read: {error.strerror or error}", "check the path and the disk")
