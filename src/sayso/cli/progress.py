"""Progress on standard error, where a person watches and nowhere else."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sayso.cli.output import watched

Told = Callable[[str, float], None]

PLAIN = {
    "ingest": "reading the files", "load": "loading the models", "annotate": "reading the reports",
    "dating": "which day is meant", "reuse": "who copied whom", "resolve": "who is who", "align": "comparing",
    "judge": "weighing", "dossier": "writing",
    "add": "adding", "vectors": "reading for meaning",
}  # fmt: skip


@contextmanager
def progress() -> Iterator[Told | None]:
    """A function to tell (stage, share done from 0 to 1), or None where nobody watches."""
    if not watched(sys.stderr):
        yield None
        return
    from rich.console import Console  # noqa: PLC0415 - only where it is shown
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(bar_width=24), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("starting", total=1.0)
        yield lambda stage, share: shown.update(task, description=PLAIN.get(stage, stage), completed=share)
