"""One question and its answer, over a connection of its own.

Every exchange has its own connection: nothing that a server sends after its answer can be taken for the next one, and no
connection outlives the check of its address. With at least a second between requests, this costs a site little.
"""

import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import httpcore2
from msgspec import Struct

from sayso.ingest.fetch import body
from sayso.ingest.fetch.addresses import Address
from sayso.ingest.fetch.refusals import Refused, broken, odd, too_large
from sayso.ingest.fetch.settings import FetchSettings
from sayso.ingest.fetch.statuses import NOT_MODIFIED, REDIRECTS, refusal
from sayso.ingest.fetch.stopwatch import Stopwatch
from sayso.ingest.fetch.wire import Backend, Meter, Wiring
from sayso.ingest.fetch.world import World, system_tls

COOKIES = frozenset({"set-cookie", "set-cookie2"})


class Answer(Struct, frozen=True):
    """What a server answered: a document, "not modified", or a redirect with the address as it stands in the header."""

    status: int
    headers: tuple[tuple[str, str], ...]
    collected: str
    data: bytes = b""
    location: str | None = None

    def header(self, name: str) -> str | None:
        """The first header `name` (given in lower case)."""
        return next((value for key, value in self.headers if key.lower() == name), None)


class Question(Struct, frozen=True):
    """What is asked: an address, further headers, and whether a body that is too large is cut instead of refused."""

    address: Address
    headers: tuple[tuple[str, str], ...]
    cut: int | None = None


class Exchange(Struct, frozen=True):
    """Asks questions of the world."""

    settings: FetchSettings
    world: World

    def ask(self, question: Question, stopwatch: Stopwatch) -> Answer:
        """The answer to `question`. Raises Refused where there is none, Passing where another attempt may do."""
        meter = Meter(self.settings, stopwatch)
        wiring = Wiring(question.address, self.world, self.settings, meter)
        with told(question.address), self._opened(wiring, question) as response:
            answer = Answer(response.status, _headers(response.headers), self.world.now().isoformat(timespec="seconds"))
            if answer.status in REDIRECTS and answer.header("location"):
                return Answer(answer.status, answer.headers, answer.collected, location=answer.header("location"))
            if answer.status == NOT_MODIFIED:
                return answer
            if answer.status not in {200, 203}:
                raise refusal(answer.status, answer.header("retry-after"), self.world.now())
            limit = self.settings.size if question.cut is None else question.cut
            meter.body_begins(limit)
            data = _body(response, answer, limit, question.cut is not None)
            return Answer(answer.status, answer.headers, answer.collected, data)

    @contextmanager
    def _opened(self, wiring: Wiring, question: Question) -> Iterator[httpcore2.Response]:
        address = wiring.address
        origin = httpcore2.Origin(address.scheme.encode(), address.host.encode(), address.port)
        url = httpcore2.URL(scheme=origin.scheme, host=origin.host, port=origin.port, target=address.target.encode())
        trusted = (self.world.tls or system_tls()) if address.scheme == "https" else None
        connection = httpcore2.HTTPConnection(origin, ssl_context=trusted, network_backend=Backend(wiring))
        headers = [("Host", address.authority), *question.headers, ("Connection", "close")]
        try:
            with connection.stream("GET", url, headers=headers) as response:
                yield response
        finally:
            connection.close()


def _body(response: httpcore2.Response, answer: Answer, limit: int, cut: bool) -> bytes:
    length = answer.header("content-length")
    if not cut and length and length.isdecimal() and int(length[:20]) > limit:
        raise too_large(limit)
    encodings = [value for key, value in answer.headers if key.lower() == "content-encoding"]
    names = tuple(name.strip().lower() for name in ",".join(encodings).split(","))
    return body.read(response.iter_stream(), names, limit, cut)


@contextmanager
def told(address: Address) -> Iterator[None]:
    """Tells what goes wrong on a connection in plain words."""
    try:
        yield
    except httpcore2.RemoteProtocolError as error:
        raise _protocol(error) from error
    except httpcore2.LocalProtocolError as error:
        raise odd(f"the question cannot be put ({error})") from error
    except httpcore2.ConnectError as error:
        raise _tls(address, error) from error
    except (httpcore2.TimeoutException, httpcore2.NetworkError) as error:
        raise broken(f"the connection to {address.authority} broke off") from error


def _protocol(error: httpcore2.RemoteProtocolError) -> Refused:
    """An answer that ends too early is worth another attempt, one that is no HTTP is not."""
    words = str(error)
    if re.search(r"disconnected|peer closed|incomplete", words):
        return broken("the answer broke off before its end")
    return odd(f"the server does not answer in proper HTTP ({words[:120]})")


def _tls(address: Address, error: httpcore2.ConnectError) -> Refused:
    words = re.sub(r"^\[[^]]*\] *|\s*\(_ssl\.c:\d+\)", "", str(error))[:160]
    if isinstance(error.__cause__, ssl.SSLCertVerificationError):
        return odd(f"{address.host} cannot prove who it is ({words})", "do not trust it; tell whoever runs the site")
    if isinstance(error.__cause__, ssl.SSLError):
        return odd(f"no encrypted connection to {address.authority} can be made ({words})")
    return broken(f"the connection to {address.authority} broke off")


def _headers(raw: list[tuple[bytes, bytes]]) -> tuple[tuple[str, str], ...]:
    pairs = ((name.decode("latin-1"), value.decode("latin-1")) for name, value in raw)
    return tuple((name, value) for name, value in pairs if name.lower() not in COOKIES)
