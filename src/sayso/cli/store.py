"""`sayso store`: is it whole, a copy of it, and back."""

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import output, status, stored
from sayso.errors import ConfigurationError
from sayso.export.words import count

if TYPE_CHECKING:
    from sayso.store.checking import Checked


class StoreAction(Enum):
    """What can be done with a store as a whole."""

    CHECK = "check"
    BACKUP = "backup"
    RESTORE = "restore"


Action = Annotated[StoreAction, typer.Argument(metavar="ACTION", help="check, backup or restore.")]
File = Annotated[
    Path | None,
    typer.Argument(
        metavar="FILE", help="The backup: .db is a copy of an SQLite store, .jsonl.gz goes into either database."
    ),
]


def store(
    action: Action,
    file: File = None,
    *,
    place: stored.Place = stored.DEFAULT_PLACE,
    wait: stored.Wait = stored.DEFAULT_WAIT,
    as_json: stored.AsJson = False,
) -> int:
    """Check a store, back it up to a FILE while it is in use, or restore a FILE into a new store."""
    if (file is None) != (action is StoreAction.CHECK):
        remedy = "sayso store check; sayso store backup FILE; sayso store restore FILE --store NEW.db"
        raise ConfigurationError("store", f"{action.value} takes {'a' if file is None else 'no'} FILE", remedy)
    if file is None:
        return _check(place, wait, as_json)
    from sayso.store.backup import backup, restore  # noqa: PLC0415 - keeps the start quick
    from sayso.store.connect import connected  # noqa: PLC0415

    if action is StoreAction.BACKUP:
        with stored.opened(place, wait) as opened:
            backup(opened, file)
        told, line = {"store": opened.shown, "file": str(file)}, f"{file}: a backup of {opened.shown}"
    else:
        with connected(place, wait, stored.told) as opened:
            rows = restore(file, opened)
        told, line = {"store": opened.shown, "rows": str(rows)}, f"{opened.shown}: {count(rows, 'row')} of {file}"
    output.write(stored.as_json(told) if as_json else stored.lines([line]), None)
    return status.DONE


def _check(place: str, wait: float, as_json: bool) -> int:
    from sayso.store.checking import check  # noqa: PLC0415 - keeps the start quick

    with stored.opened(place, wait) as opened:
        found = check(opened)
    output.write(stored.as_json(found) if as_json else stored.lines(_told(found)), None)
    return status.NOTHING_DONE if found.problems else status.DONE


def _told(found: "Checked") -> list[str]:
    shown = ("originals", "documents", "annotations", "skipped")
    rows = ", ".join(f"{found.rows[name]} {name}" for name in shown)
    return [*found.problems, f"{rows}: " + (count(len(found.problems), "problem") if found.problems else "whole")]
