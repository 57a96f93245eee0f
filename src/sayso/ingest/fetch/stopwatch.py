"""The total time of one fetch: runs while work is done, stands still while we wait for the sake of politeness."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sayso.ingest.fetch.refusals import too_slow


class Stopwatch:
    """Counts down `seconds`. For one thread."""

    def __init__(self, clock: Callable[[], float], seconds: float) -> None:
        self._clock, self._seconds = clock, seconds
        self._end = clock() + seconds

    def left(self) -> float:
        """Seconds that are left, more than 0. Raises Refused once there are none."""
        left = self._end - self._clock()
        if left <= 0:
            raise too_slow(self._seconds)
        return left

    @contextmanager
    def standing(self) -> Iterator[None]:
        """Stands still meanwhile."""
        began = self._clock()
        try:
            yield
        finally:
            self._end += self._clock() - began

    def wait(self, sleep: Callable[[float], None], seconds: float) -> None:
        """Waits by `sleep`, standing still."""
        with self.standing():
            sleep(seconds)
