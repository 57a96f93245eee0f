"""`sayso evaluate`: how well a task is read, by the metrics of its field."""

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import output, status
from sayso.cli.progress import progress
from sayso.config import DEFAULT_MODEL, settings_from
from sayso.errors import ConfigurationError
from sayso.evaluate.gold import Part

if TYPE_CHECKING:
    from sayso.evaluate.records import Evaluation


class TaskName(Enum):
    """What can be measured."""

    TIMEX = "timex"
    ATTRIBUTION = "attribution"
    QUANTITIES = "quantities"
    EXTRACTION = "extraction"
    DOSSIER = "dossier"


Gold = Annotated[Path, typer.Argument(metavar="GOLD", help="Gold rows, .jsonl or .jsonl.gz; for a dossier its gold, .json.")]
Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="PATH", help="dossier: reports, folders, or one dossier .json. Else: more gold of the same set."),
]
Predictions = Annotated[
    Path | None,
    typer.Option("--predictions", metavar="FILE", help="Write what was read: rows, or the dossier."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the evaluation as JSON.")]
Chosen = Annotated[Part, typer.Option("--part", help="Every second row only: tune on one half, report the other.")]
Model = Annotated[str, typer.Option("--model", metavar="NAME", help="An installed spaCy model.")]


def evaluate(  # noqa: PLR0913 - one parameter for each thing that the command line takes
    task: Annotated[TaskName, typer.Argument(metavar="TASK", help="timex, attribution, quantities, extraction or dossier.")],
    gold: Gold,
    paths: Paths = None,
    *,
    predictions: Predictions = None,
    as_json: AsJson = False,
    part: Chosen = Part.ALL,
    model: Model = DEFAULT_MODEL,
) -> int:
    """Measure how well sayso reads: figures of the field, the commonest errors, the worst documents."""
    if predictions is not None:
        output.check_writable(predictions)
        _keep([gold, *(paths or [])], predictions)
    if task is TaskName.DOSSIER:
        evaluation, read = _dossier([gold, *(paths or [])], part, model)
    else:
        evaluation, read = _rows(task, [gold, *(paths or [])], part, model)
    if predictions is not None:
        output.write(read, predictions)
    output.write(_told(evaluation, as_json), None)
    return status.SOME_SKIPPED if evaluation.skipped else status.DONE


def _keep(read: list[Path], written: Path) -> None:
    """Raises ConfigurationError where the predictions would be written over what is read."""
    if written.resolve() in {path.resolve() for path in read}:
        raise ConfigurationError("evaluate", f"--predictions would overwrite {written}, which is read", "name another file")


def _rows(task: TaskName, gold: list[Path], part: Part, model: str) -> "tuple[Evaluation, bytes]":
    from sayso.evaluate.run import measure  # noqa: PLC0415 - spaCy takes seconds to import
    from sayso.evaluate.tasks import tasks  # noqa: PLC0415

    with progress() as told:
        measured = measure(tasks()[task.value], gold, part, model=model, progress=told)
    return measured.evaluation, measured.predictions()


def _dossier(paths: list[Path], part: Part, model: str) -> "tuple[Evaluation, bytes]":
    if part is not Part.ALL:
        raise ConfigurationError("evaluate", "a dossier has no even and odd half", "leave --part out")
    from sayso.evaluate.dossiers import measure_dossier  # noqa: PLC0415 - spaCy takes seconds to import
    from sayso.export.as_json import to_json  # noqa: PLC0415

    with progress() as told:
        evaluation, dossier = measure_dossier(paths[0], paths[1:], settings_from(model=model), told)
    return evaluation, to_json(dossier)


def _told(evaluation: "Evaluation", as_json: bool) -> bytes:
    if not as_json:
        from sayso.evaluate.show import to_lines  # noqa: PLC0415

        return to_lines(evaluation, output.width(), output.colored()).encode()
    import msgspec  # noqa: PLC0415

    return msgspec.json.format(msgspec.json.encode(evaluation), indent=1) + b"\n"
