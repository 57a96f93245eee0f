"""How fast one host is asked: so many requests at a time, so many seconds between two, and none while it wants rest."""

import datetime as dt
import math
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sayso.ingest.fetch.refusals import Refused, Why
from sayso.ingest.fetch.settings import BOUNDS, FetchSettings
from sayso.ingest.fetch.world import World


class Host:
    """The turns of one host; the times are those of the world's clock."""

    def __init__(self, at_a_time: int) -> None:
        self.places = threading.BoundedSemaphore(at_a_time)
        self.lock = threading.Lock()
        self.next = self.rest_until = float("-inf")
        self.said_at = ""  # the address at which it asked for that rest


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
                    said = f", as it said at {host.said_at}" if host.said_at else ""
                    raise self.too_long(name, host.rest_until - now, said)
                at = max(now, host.next, host.rest_until)
                host.next = at + interval
            if at > now:
                self._world.sleep(at - now)
            yield

    def rest(self, name: str, seconds: float, said_at: str = "") -> None:
        """Takes note that `name` asked, at one of its addresses, to be left alone for `seconds`."""
        host = self._host(name)
        with host.lock:
            until = self._world.clock() + seconds
            if until > host.rest_until:
                host.rest_until, host.said_at = until, said_at

    def too_long(self, name: str, seconds: float, said: str = "") -> Refused:
        """A host wants to be left alone for longer than we wait: until when, and what to do."""
        then = self._world.now() + dt.timedelta(seconds=seconds + 59)
        remedy = f"add it again after {then:%Y-%m-%d %H:%M} {then.tzname()}"
        if seconds <= BOUNDS["longest_wait"][1]:
            remedy += f", or let it be waited for with --fetch longest_wait={math.ceil(seconds)}"
        return Refused(Why.LIMIT, f"{name} asks to be left alone for another {_told(seconds)}{said}", remedy)

    def _host(self, name: str) -> Host:
        with self._lock:
            return self._hosts.setdefault(name, Host(self._settings.per_host))


def _told(seconds: float) -> str:
    for unit, size in (("hours", 3600), ("minutes", 60)):
        if seconds > 2 * size:
            return f"{math.ceil(seconds / size)} {unit}"
    return f"{math.ceil(seconds)} seconds"
