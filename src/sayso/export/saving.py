"""Files are written whole or not at all."""

import os
import tempfile
from pathlib import Path

from sayso.errors import RunError


def save(data: bytes, path: Path) -> None:
    """Writes the file `path`, whole or not at all; raises RunError where that cannot be."""
    try:
        if path.exists() and not path.is_file():  # a device or a named pipe cannot be replaced
            path.write_bytes(data)
        else:
            _replace(path, data)
    except OSError as error:
        raise unwritable(path, error.strerror or str(error)) from error


def unwritable(path: Path, reason: str) -> RunError:
    """The error for a file that cannot be written."""
    return RunError("write", f"cannot write {path}: {reason}", "choose another file")


def _replace(path: Path, data: bytes) -> None:
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    with tempfile.NamedTemporaryFile(dir=path.resolve().parent, prefix=".sayso-", delete=False) as draft:
        kept = Path(draft.name)
        try:
            draft.write(data)
            draft.close()
            kept.chmod(mode)
            kept.replace(path.resolve())
        except OSError:
            kept.unlink(missing_ok=True)
            raise


def _umask() -> int:
    old = os.umask(0)
    os.umask(old)
    return old
