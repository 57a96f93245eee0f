"""Another attempt where it may do: after a pause that doubles, or after the one that the server asks for."""

from collections.abc import Callable
from typing import TypeVar

import tenacity

from sayso.ingest.fetch.refusals import Passing
from sayso.ingest.fetch.settings import FetchSettings
from sayso.ingest.fetch.world import World

T = TypeVar("T")


class Retry:
    """Tries a step up to `attempts` times. What the last attempt raised is raised."""

    def __init__(self, settings: FetchSettings, world: World) -> None:
        self._settings, self._world = settings, world

    def __call__(self, step: Callable[[], T], sleep: Callable[[float], None]) -> T:
        """What `step` gives; `sleep` waits in between. Raises what it raised last."""
        policy = tenacity.Retrying(
            stop=tenacity.stop_after_attempt(self._settings.attempts),
            wait=self._pause,
            retry=tenacity.retry_if_exception_type(Passing),
            sleep=sleep,
            reraise=True,
        )
        return policy(step)

    def _pause(self, state: tenacity.RetryCallState) -> float:
        """Seconds: between half and the whole of what doubles, so that not all who wait come back at once; never less
        than the server asks for.
        """
        doubled = self._settings.backoff * 2.0 ** (state.attempt_number - 1)
        spread = doubled * (0.5 + 0.5 * self._world.chance())
        error = state.outcome.exception() if state.outcome else None
        asked = error.after if isinstance(error, Passing) else None
        return max(min(spread, self._settings.longest_wait), asked or 0.0)
