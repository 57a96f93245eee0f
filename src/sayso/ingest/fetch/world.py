"""What a fetcher touches of the world: names, connections, clocks, chance. Tests bring their own."""

import datetime as dt
import functools
import random
import socket
import ssl
import threading
import time
from collections.abc import Callable, Sequence
from ipaddress import ip_address

import httpcore2
from msgspec import Struct

from sayso.ingest.fetch.refusals import odd

Resolve = Callable[[str, int], Sequence[str]]
Dial = Callable[[str, int, float], httpcore2.NetworkStream]


def resolve(host: str, port: int) -> tuple[str, ...]:
    """The IP addresses of a name, as the system gives them and in its order. Raises OSError where there is none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def dial(ip: str, port: int, seconds: float) -> httpcore2.NetworkStream:
    """A connection to exactly `ip`. Raises Refused where the system ended up elsewhere, and what httpcore2 raises."""
    stream = httpcore2.SyncBackend().connect_tcp(ip, port, seconds)
    peer = str(stream.get_extra_info("server_addr")[0])
    if ip_address(peer) != ip_address(ip):
        stream.close()
        raise odd(f"the connection led to {peer} instead of {ip}", "look for a proxy or a rule on this machine")
    return stream


def now() -> dt.datetime:
    """This moment, in UTC."""
    return dt.datetime.now(dt.UTC)


@functools.cache
def system_tls() -> ssl.SSLContext:
    """Those whom the system trusts; read once, since that takes longer than a connection."""
    return httpcore2.default_ssl_context()


class World(Struct, frozen=True, kw_only=True):
    """What a fetcher touches of the world.

    resolve: name and port to IP addresses. dial: IP address, port and seconds to a connection. clock: seconds that only
    grow. sleep: waits. now: the moment, with zone. chance: a number from 0 to 1, by which waits are spread.
    tls: who is trusted; None takes the certificates of the system.
    """

    resolve: Resolve = resolve
    dial: Dial = dial
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], dt.datetime] = now
    chance: Callable[[], float] = random.random
    tls: ssl.SSLContext | None = None


def within(seconds: float, resolve: Resolve, host: str, port: int) -> Sequence[str]:
    """`resolve`, given up after `seconds`: the system's resolver has no time limit. Raises TimeoutError and OSError."""
    answers: list[Sequence[str]] = []
    errors: list[OSError] = []

    def work() -> None:
        try:
            answers.append(resolve(host, port))
        except OSError as error:
            errors.append(error)

    thread = threading.Thread(target=work, daemon=True, name=f"resolve {host}")
    thread.start()
    thread.join(seconds)
    if errors:
        raise errors[0]
    if not answers:
        raise TimeoutError(host)
    return answers[0]
