"""Work on one document, kept apart so that its failure is a result and does not end the run."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from types import TracebackType
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """What the work gave."""

    value: T


@dataclass(frozen=True, slots=True)
class Failed:
    """What the work raised, in words."""

    reason: str


class Workshop:
    """Runs one piece of work after another in a thread of its own, which hands back what a piece raises."""

    def __init__(self) -> None:
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="evaluate")

    def __enter__(self) -> "Workshop":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._worker.shutdown(cancel_futures=True)

    def attempt(self, work: Callable[[], T]) -> Done[T] | Failed:
        """The result of `work`, or how it failed."""
        waiting = self._worker.submit(work)
        error = waiting.exception()
        if error is None:
            return Done(waiting.result())
        return Failed(f"{type(error).__name__}: {error}" if str(error) else type(error).__name__)
