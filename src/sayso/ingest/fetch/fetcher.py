"""The fetcher: an address in, its bytes out, or a refusal in plain words."""

import re
import threading
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Self

import sayso
from sayso.ingest.fetch.addresses import Address, parse
from sayso.ingest.fetch.body import ACCEPTED
from sayso.ingest.fetch.follow import Courier, Errand, Found, Pairs
from sayso.ingest.fetch.records import Fetched
from sayso.ingest.fetch.refusals import Refused, Why, odd
from sayso.ingest.fetch.robots import Robots
from sayso.ingest.fetch.settings import FetchSettings
from sayso.ingest.fetch.statuses import NOT_MODIFIED
from sayso.ingest.fetch.stopwatch import Stopwatch
from sayso.ingest.fetch.world import World

ACCEPT = "text/html, application/xhtml+xml, application/xml;q=0.9, application/json;q=0.9, */*;q=0.8"
CONDITIONS = {
    "etag": "If-None-Match",
    "if-none-match": "If-None-Match",
    "last-modified": "If-Modified-Since",
    "if-modified-since": "If-Modified-Since",
}
Validators = Callable[[str], Mapping[str, str]]


class Fetcher:
    """Fetches addresses. One for a run: it remembers rules of sites and when their hosts were asked. For many threads.

    `validators` gives, for an address, what its last answer said of its version (`ETag`, `Last-Modified`), nothing where
    there was none: then the server may answer that nothing changed. `world` is for tests.
    """

    def __init__(
        self, settings: FetchSettings | None = None, validators: Validators | None = None, world: World | None = None
    ) -> None:
        self.settings = settings or FetchSettings()
        self._validators = validators
        self._world = world or World()
        self._courier = Courier(self.settings, self._world)
        self._headers = identity(self.settings)
        self._robots = Robots(self.settings, self._world, self._courier, self._headers)
        self._closed = threading.Event()

    def get(self, address: str) -> Fetched | None:
        """The bytes at `address`, None where they did not change since. Raises Refused, which is a SkipDocument.

        Validators are asked for at every step of the way, with the address of that step.
        """
        parsed = parse(address, self.settings.ports, self.settings.allow_private)
        stopwatch = Stopwatch(self._world.clock, self.settings.total)
        found = self._courier.bring(Errand(parsed, self._before, self._headers_for), stopwatch)
        if found.answer.status == NOT_MODIFIED:
            if not self._conditions(found.address):
                raise odd("the server says that nothing changed, but has not been asked whether")
            return None
        return _fetched(parsed, found)

    def close(self) -> None:
        """Lets no further request begin; what is under way ends at its next step."""
        self._closed.set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _before(self, address: Address) -> float:
        if self._closed.is_set():
            raise Refused(Why.CLOSED, "the fetcher was closed", "fetch before it is closed")
        return self._robots.interval(address)

    def _headers_for(self, address: Address) -> Pairs:
        return (*self._headers, ("Accept-Encoding", ACCEPTED), *self._conditions(address))

    def _conditions(self, address: Address) -> Pairs:
        told = self._validators(address.text) if self._validators else {}
        named = ((CONDITIONS.get(name.lower()), value) for name, value in told.items())
        sound = {name: value for name, value in named if name and re.fullmatch(r"[ -~]{1,500}", value)}
        return tuple(sorted(sound.items()))


def identity(settings: FetchSettings) -> Pairs:
    """Who we are and what we take."""
    contact = f" (+{settings.contact})" if settings.contact else ""
    return (("User-Agent", f"sayso/{sayso.__version__}{contact}"), ("Accept", ACCEPT))


def _fetched(asked: Address, found: Found) -> Fetched:
    kind = (found.answer.header("content-type") or "").split(";")[0].strip().lower()
    return Fetched(
        data=found.answer.data,
        asked=asked.text,
        address=found.address.text,
        status=found.answer.status,
        media_type=kind if "/" in kind else None,
        headers=found.answer.headers,
        collected=found.answer.collected,
        redirects=found.redirects,
    )
