"""The robots rules of a site (RFC 9309): read once, kept for a day, asked before every step."""

import re
import threading

from msgspec import Struct
from protego import Protego

from sayso.ingest.fetch.addresses import Address
from sayso.ingest.fetch.follow import Courier, Errand, Pairs
from sayso.ingest.fetch.refusals import Passing, Refused, Why
from sayso.ingest.fetch.settings import FetchSettings
from sayso.ingest.fetch.stopwatch import Stopwatch
from sayso.ingest.fetch.world import World

TOKEN = "sayso"  # our name in the rules
SIZE = 512_000  # RFC 9309 asks for 500 kibibytes at least; what goes beyond is not read
KEPT, KEPT_MISSING = 86_400.0, 300.0  # seconds
AGENT = re.compile(r"\s*user[-\s]*agent\b\s*:?\s*([^#]*)", re.IGNORECASE)


class Rules(Struct, frozen=True):
    """The rules of one site until `until`; `refused` says why they could not be read, and then nothing is allowed."""

    until: float
    parsed: Protego | None = None
    refused: Refused | None = None


class Robots:
    """Keeps to the rules of sites. For many threads."""

    def __init__(self, settings: FetchSettings, world: World, courier: Courier, headers: Pairs) -> None:
        self._settings, self._world, self._courier, self._headers = settings, world, courier, headers
        self._rules: dict[str, Rules] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def interval(self, address: Address) -> float:
        """Seconds between two requests to the host of `address`. Raises Refused where its rules do not allow `address`."""
        if not self._settings.robots:
            return self._settings.interval
        rules = self._of(address)
        if rules.refused is not None:
            reason = f"the robots rules of {address.authority} could not be read ({rules.refused.reason})"
            raise Refused(rules.refused.why, reason, f"without them nothing is fetched; {rules.refused.remedy}")
        if rules.parsed is None:
            return self._settings.interval
        if not rules.parsed.can_fetch(address.text, TOKEN):
            reason = f"the robots rules of {address.authority} do not allow it"
            raise Refused(Why.ROBOTS, reason, "ask the site for leave; on your own sites --fetch robots=false")
        return max(self._settings.interval, min(_delay(rules.parsed), self._settings.longest_delay))

    def _of(self, address: Address) -> Rules:
        with self._lock:
            lock = self._locks.setdefault(address.origin, threading.Lock())
        with lock:
            rules = self._rules.get(address.origin)
            if rules is None or rules.until <= self._world.clock():
                rules = self._rules[address.origin] = self._read(address)
            return rules

    def _read(self, address: Address) -> Rules:
        place = Address(address.scheme, address.host, address.port, "/robots.txt")
        errand = Errand(place, lambda _: self._settings.interval, lambda _: self._headers, SIZE)
        try:
            found = self._courier.bring(errand, Stopwatch(self._world.clock, self._settings.total))
        except Refused as refused:
            now = self._world.clock()
            if _absent(refused):
                return Rules(now + KEPT)
            return Rules(now + KEPT_MISSING, refused=refused)
        text = found.answer.data.decode("utf-8-sig", errors="replace")
        return Rules(self._world.clock() + KEPT, Protego.parse(thinned(text)))


def thinned(text: str) -> str:
    """The rules with groups for others under one name.

    The parser copies every rule to every agent of its group: half a megabyte of agents and rules would come to gigabytes.
    The names of agents are compared whole, as RFC 9309 has it.
    """
    return "\n".join(map(_thinned, text.splitlines()))


def _thinned(line: str) -> str:
    found = AGENT.match(line)
    if found is None:
        return line
    name = found[1].strip()
    token = re.match(r"[A-Za-z_-]*", name)
    if name == "*" or (token and token[0].lower() == TOKEN):
        return f"User-agent: {name if name == '*' else TOKEN}"
    return "User-agent: other"


def _absent(refused: Refused) -> bool:
    """Whether there are no rules: the server says so (4xx), and does not merely want rest."""
    return (
        refused.status is not None
        and 400 <= refused.status < 500
        and not isinstance(refused, Passing)
        and refused.status != 429
    )


def _delay(rules: Protego) -> float:
    """The seconds between two requests that the rules ask for."""
    rate = rules.request_rate(TOKEN)
    return max(rules.crawl_delay(TOKEN) or 0.0, rate.seconds / rate.requests if rate else 0.0)
