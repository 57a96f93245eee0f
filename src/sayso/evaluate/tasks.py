"""The tasks of reading, by name."""

from typing import Any

from sayso.evaluate.attribution.task import AttributionTask
from sayso.evaluate.extraction.task import ExtractionTask
from sayso.evaluate.quantities.task import QuantityTask
from sayso.evaluate.task import Task
from sayso.evaluate.timex.task import TimexTask

_TASKS: tuple[Task[Any, Any], ...] = (TimexTask(), AttributionTask(), QuantityTask(), ExtractionTask())


def tasks() -> dict[str, Task[Any, Any]]:
    """Every task by its name."""
    return {task.name: task for task in _TASKS}
