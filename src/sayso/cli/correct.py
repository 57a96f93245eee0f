"""`sayso correct`: what people decide, written down beside the input."""

import datetime as dt
from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso import load
from sayso.cli import output, status
from sayso.corrections.draft import Draftsman, Signed, Wish, draft, file_target, line_target, outlet_targets
from sayso.corrections.files import NAME, STAGE, append, beside, read_corrections
from sayso.corrections.told import in_words
from sayso.errors import ConfigurationError
from sayso.model.correction import Action, AnyTarget, Corrections

if TYPE_CHECKING:
    from sayso.model.dossier import Dossier

Command = Enum("Command", {**{a.name: a.value for a in Action}, "LIST": "list"})  # type: ignore[misc]

Targets = Annotated[
    list[str] | None,
    typer.Argument(metavar="TARGET", help="Ids as the report shows them, names, files; for undo a number of the list."),
]
From = Annotated[
    Path | None, typer.Option("--dossier", "-d", metavar="FILE", help="The dossier in JSON that shows the targets.")
]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides.")]
Why = Annotated[str, typer.Option("--why", metavar="WORDS", help="For what reason.")]
To = Annotated[str | None, typer.Option("--to", metavar="VALUE", help="What to set: a day or days, an outlet, a name.")]
File = Annotated[
    Path | None, typer.Option("--file", metavar="FILE", help=f"The file to write; else {NAME} beside the input.")
]


def correct(  # noqa: PLR0913 - one parameter for each thing that the command line takes
    action: Annotated[Command, typer.Argument(metavar="ACTION", help="What to decide, or list.")],
    targets: Targets = None,
    *,
    dossier: From = None,
    by: By = "",
    why: Why = "",
    to: To = None,
    file: File = None,
) -> int:
    """Write down what a person decides; the next report applies it, and a later line may undo it."""
    shown = load(dossier) if dossier else None
    wanted = tuple(targets or ())
    if action.value == "list":
        output.write(_listed(read_corrections(_places(shown, file, ()))).encode(), None)
        return status.DONE
    wish = Wish(Action(action.value), wanted, to)
    places = _places(shown, file, wanted if wish.action in {Action.SET_PUBLISHED, Action.SET_PUBLISHER} else ())
    correction = draft(wish, Signed(by, why, dt.datetime.now(dt.UTC)), _targets(wish, shown, places))
    append(correction, places[0])
    told = f"{correction.action.value} {in_words(correction.targets)}"
    note = f"The next report over these files applies it; it can be undone by its id, {correction.id}."
    output.write(f"{places[0]}: {told}\n{note}\n".encode(), None)
    return status.DONE


def _targets(wish: Wish, dossier: "Dossier | None", places: Sequence[Path]) -> tuple[AnyTarget, ...]:
    if wish.action is Action.UNDO:
        if not wish.targets:
            raise ConfigurationError(STAGE, "undo needs a line", "take a number that `sayso correct list` shows")
        corrections = read_corrections(places)
        return tuple(line_target(w, corrections) for w in wish.targets)
    if wish.action is Action.SET_PUBLISHER_FAMILY:
        return outlet_targets(wish, dossier)
    if dossier is None and wish.action in {Action.SET_PUBLISHED, Action.SET_PUBLISHER}:
        files = [file_target(w) for w in wish.targets]
        if files and None not in files:
            return tuple(f for f in files if f is not None)
    if dossier is None:
        remedy = "add --dossier FILE.json, as sayso report -o FILE.json writes it"
        raise ConfigurationError(STAGE, f"{wish.action.value} needs the dossier that shows its targets", remedy)
    from sayso.export.explain_find import find  # noqa: PLC0415 - only where a dossier is read
    from sayso.export.lookup import Lookup  # noqa: PLC0415

    look = Lookup(dossier)
    return Draftsman(dossier, lambda wanted: find(look, wanted)).targets(wish)


def _places(dossier: "Dossier | None", file: Path | None, named: Sequence[str]) -> tuple[Path, ...]:
    """The files to read; a new line goes into the first. Raises ConfigurationError where none is known."""
    if file is not None:
        return (file,)
    if dossier is not None:
        places = tuple(map(Path, dossier.run.corrections))
        if not places or not places[0].parent.is_dir():
            where = f"the input of this dossier is not found from here ({places[0].parent})" if places else "it names none"
            raise ConfigurationError(STAGE, f"no place for corrections is known: {where}", "name one with --file")
        return places
    if named and all(Path(n).is_file() for n in named):
        return beside(named)
    if not named and Path(NAME).exists():
        return (Path(NAME),)
    raise ConfigurationError(STAGE, f"there is no {NAME} here", "name it with --file, or the dossier with --dossier")


def _listed(corrections: Corrections) -> str:
    """Numbered lines: when, who, what, why, and what undid it; then what cannot be read."""
    undone = corrections.undone()
    rows = []
    for n, c in enumerate(corrections.lines):
        to = f" to {c.value}" if c.value else ""
        rows.append(f"{n + 1} {c.at} {c.by}: {c.action.value} {in_words(c.targets)}{to} ({c.id})")
        rows.append(f"  because {c.why}" + (f"; undone by {undone[n].said}" if n in undone else ""))
    rows += [f"  {u.file} line {u.number} cannot be read: {u.reason}" for u in corrections.unread]
    return "\n".join(rows or [f"no corrections in {', '.join(corrections.places)}"]) + "\n"
