"""Seconds by stage, and progress for whoever watches."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Progress = Callable[[str, float], None]


class Stopwatch:
    """Measures stages and tells a watcher that they began and ended."""

    def __init__(self, progress: Progress | None = None) -> None:
        self.seconds: dict[str, float] = {}
        self._progress = progress

    def tell(self, stage: str, share: float) -> None:
        """Tells the watcher how much of a stage is done, 0 to 1."""
        if self._progress:
            self._progress(stage, share)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Counts the time of the block to the stage."""
        self.tell(name, 0.0)
        began = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = round(self.seconds.get(name, 0.0) + time.perf_counter() - began, 3)
            self.tell(name, 1.0)
