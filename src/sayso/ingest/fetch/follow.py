"""One address, followed wherever it leads: every step is judged, waits its turn and may be tried again like the first."""

import re
from collections.abc import Callable
from contextlib import ExitStack, suppress
from functools import partial
from urllib.parse import urljoin

from msgspec import Struct

from sayso.ingest.fetch.addresses import Address, parse
from sayso.ingest.fetch.exchange import Answer, Exchange, Question
from sayso.ingest.fetch.pace import Pace
from sayso.ingest.fetch.records import Redirect
from sayso.ingest.fetch.refusals import Passing, Refused, Why
from sayso.ingest.fetch.retry import Retry
from sayso.ingest.fetch.settings import FetchSettings
from sayso.ingest.fetch.stopwatch import Stopwatch
from sayso.ingest.fetch.world import World

Pairs = tuple[tuple[str, str], ...]


class Errand(Struct, frozen=True):
    """What to bring from where. `before` is asked at every step: it gives the seconds between two requests to that host,
    or raises Refused. `headers` gives the headers for a step, `cut` the size at which a body is cut.
    """

    address: Address
    before: Callable[[Address], float]
    headers: Callable[[Address], Pairs]
    cut: int | None = None


class Found(Struct, frozen=True):
    """The answer at the end of the way."""

    answer: Answer
    address: Address
    redirects: tuple[Redirect, ...]


class Courier:
    """Runs errands. For many threads."""

    def __init__(self, settings: FetchSettings, world: World) -> None:
        self._settings, self._world = settings, world
        self._exchange, self._pace, self._retry = Exchange(settings, world), Pace(settings, world), Retry(settings, world)

    def bring(self, errand: Errand, stopwatch: Stopwatch) -> Found:
        """What is found at the end of the way. Raises Refused where a step gives nothing or may not be made."""
        address = errand.address
        redirects: list[Redirect] = []
        while True:
            try:
                answer = self._step(errand, address, stopwatch)
            except Refused as refused:
                if redirects:
                    raise refused.sent_on(address.text) from refused
                raise
            if answer.location is None:
                return Found(answer, address, tuple(redirects))
            target = self._target(address, answer.location)
            redirects.append(Redirect(answer.status, address.text, target.text))
            self._judge(errand.address, redirects)
            address = target

    def _step(self, errand: Errand, address: Address, stopwatch: Stopwatch) -> Answer:
        with stopwatch.standing():
            interval = errand.before(address)
        question = Question(address, errand.headers(address), errand.cut)
        step = partial(self._attempt, question, interval, stopwatch)
        return self._retry(step, partial(stopwatch.wait, self._world.sleep))

    def _attempt(self, question: Question, interval: float, stopwatch: Stopwatch) -> Answer:
        host = question.address.host
        with ExitStack() as stack:
            with stopwatch.standing():
                stack.enter_context(self._pace.turn(host, interval))
            try:
                return self._exchange.ask(question, stopwatch)
            except Passing as passing:
                if passing.after:
                    self._pace.rest(host, passing.after, question.address.text)
                    self._bear(passing, host, passing.after)
                raise

    def _bear(self, passing: Passing, host: str, seconds: float) -> None:
        """Raises Refused where a server asks for a longer pause than we wait."""
        if seconds > self._settings.longest_wait:
            rest = self._pace.too_long(host, seconds)
            raise Refused(passing.why, f"{passing.reason}: {rest.reason}", rest.remedy, passing.status)

    def _target(self, address: Address, location: str) -> Address:
        with suppress(UnicodeDecodeError):  # then it is latin-1, as it stands
            location = location.encode("latin-1").decode("utf-8")
        try:
            joined = urljoin(address.text, location.strip())
        except ValueError as error:
            raise Refused(Why.REDIRECT, "a redirect leads to nowhere", "look at the address in a browser") from error
        try:
            return parse(joined, self._settings.ports, self._settings.allow_private)
        except Refused as refused:
            raise refused.sent_on(_shown(joined)) from refused

    def _judge(self, asked: Address, redirects: list[Redirect]) -> None:
        """Raises Refused for a way that is too long, or that comes back to where it was."""
        seen = {asked.text, *(redirect.source for redirect in redirects)}
        if redirects[-1].target in seen:
            remedy = "look at the address in a browser; the site may insist on cookies"
            raise Refused(Why.REDIRECT, f"redirects lead in a circle, back to {redirects[-1].target}", remedy)
        if len(redirects) > self._settings.redirects:
            remedy = "look at the address in a browser, or allow more with --fetch redirects=NUMBER"
            raise Refused(Why.REDIRECT, f"more than {self._settings.redirects} redirects, one after the other", remedy)


def _shown(address: str) -> str:
    """A foreign address in a message: no passwords, nothing unprintable, not too long."""
    if "@" in address:
        return "an address with a user name"
    return re.sub(r"[^!-~]", "?", address)[:200]
