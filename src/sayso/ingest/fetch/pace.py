"""How fast one host is asked: so many requests at a time, so many seconds between two, and none while it wants rest."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sayso.ingest.fetch.refusals import Refused, Why
from sayso.ingest.fetch.settings import FetchSettings
from sayso.ingest.fetch.world import World


class Host:
    """The turns of one host; the times are those of the world's clock."""

    def __init__(self, at_a_time: int) -> None:
        self.places = threading.BoundedSemaphore(at_a_time)
        self.lock = threading.Lock()
        self.next = self.rest_until = float("-inf")


class Pace:
    """Gives turns, host by host. For many threads."""

    def __init__(self, settings: FetchSettings, world: World) -> None:
        self._settings, self._world = settings, world
        self._hosts: dict[str, Host] = {}
        self._lock = threading.Lock()

    @contextmanager
    def turn(self, name: str, interval: float) -> Iterator[None]:
        """Waits until `name` may be asked, and holds a place there. Raises Refused where it wants too long a rest."""
        host = self._host(name)
        with host.places:
            with host.lock:
                now = self._world.clock()
                if host.rest_until - now > self._settings.longest_wait:
                    raise too_long(host.rest_until - now, self._settings.longest_wait)
                at = max(now, host.next, host.rest_until)
                host.next = at + interval
            if at > now:
                self._world.sleep(at - now)
            yield

    def rest(self, name: str, seconds: float) -> None:
        """Takes note that `name` asked to be left alone for `seconds`."""
        host = self._host(name)
        with host.lock:
            host.rest_until = max(host.rest_until, self._world.clock() + seconds)

    def _host(self, name: str) -> Host:
        with self._lock:
            return self._hosts.setdefault(name, Host(self._settings.per_host))


def too_long(seconds: float, most: float) -> Refused:
    """A host wants to be left alone for longer than we wait."""
    return Refused(
        Why.LIMIT,
        f"the server asks to be left alone for another {seconds:.0f} seconds",
        f"try later; at most {most:g} seconds are waited, see longest_wait",
    )
