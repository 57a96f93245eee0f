"""Measures a dossier: the one in a JSON file as it is, or the one that the pipeline makes of reports."""

from collections.abc import Sequence
from pathlib import Path

from sayso import load
from sayso.config import Settings
from sayso.errors import ConfigurationError
from sayso.evaluate.records import Evaluation
from sayso.evaluate.run import Progress
from sayso.evaluate.stories.gold import read_story
from sayso.evaluate.stories.score import evaluation
from sayso.model.dossier import Dossier
from sayso.pipeline import report


def measure_dossier(
    gold: Path, paths: Sequence[Path], settings: Settings, progress: Progress | None = None
) -> tuple[Evaluation, Dossier]:
    """The evaluation and the dossier that it is about.

    `paths` are reports and folders of reports, or one dossier in JSON. Raises RunError for a gold file or dossier that
    cannot be read, and where no report can; ConfigurationError where nothing is named.
    """
    if not paths:
        remedy = "name the reports of the story, or one dossier in JSON, after the gold file"
        raise ConfigurationError("evaluate", "nothing is named that could be measured", remedy)
    story = read_story(gold)
    if [path.suffix.lower() for path in paths] == [".json"]:
        dossier: Dossier = load(paths[0])
    else:
        dossier = report.report(list(paths), settings, progress)
    return evaluation(gold, story, dossier), dossier
