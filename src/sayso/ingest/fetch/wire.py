"""Connections that go to a checked address and nowhere else, and that count bytes and time.

A name is resolved once for a connection; all its addresses are checked; the connection goes to one of these as a number,
so that no second answer of the name server can lead elsewhere. The server's name in TLS and the Host header stay those of
the address asked for. Proxies of the environment are not used: behind one, nobody could check where a connection goes.
"""

import re
import socket
import ssl
from collections.abc import Iterable, Sequence
from ipaddress import ip_address

import httpcore2
from msgspec import Struct

from sayso.ingest.fetch.addresses import Address, check_ip
from sayso.ingest.fetch.refusals import Refused, broken, head_too_large, odd, silent, too_large
from sayso.ingest.fetch.settings import FetchSettings
from sayso.ingest.fetch.stopwatch import Stopwatch
from sayso.ingest.fetch.world import World, within

TRIED = 6  # addresses of one name
NO_SUCH_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
SLIP = "look for a slip in the name, or try later"
HEAD_READ = 4096  # bytes at a time until the body begins, so that a flood is noticed early


class Meter:
    """Time and bytes of one exchange: first those of the head, then those of the body."""

    def __init__(self, settings: FetchSettings, stopwatch: Stopwatch) -> None:
        self.settings, self.stopwatch = settings, stopwatch
        self.in_head = True
        self._left = settings.head + HEAD_READ

    def body_begins(self, size: int) -> None:
        """From now on, bytes count as those of a body of `size` at most, with room for how it is cut into chunks."""
        self.in_head = False
        self._left = 2 * size + 4 * self.settings.head

    def count(self, size: int) -> None:
        """Takes note of bytes. Raises Refused once there are too many."""
        self._left -= size
        if self._left < 0:
            raise head_too_large(self.settings.head) if self.in_head else too_large(self.settings.size)


class Wire(httpcore2.NetworkStream):
    """A stream that ends once its meter is full."""

    def __init__(self, stream: httpcore2.NetworkStream, meter: Meter) -> None:
        self._stream, self._meter = stream, meter

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Some bytes, none at the end. Raises Refused for too many bytes, too long a silence, or the total time over."""
        idle = self._meter.settings.idle
        try:
            data = self._stream.read(
                min(max_bytes, HEAD_READ) if self._meter.in_head else max_bytes, min(idle, self._meter.stopwatch.left())
            )
        except httpcore2.ReadTimeout as error:
            self._meter.stopwatch.left()
            raise silent(idle) from error
        self._meter.count(len(data))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Sends bytes."""
        self._stream.write(buffer, min(self._meter.settings.idle, self._meter.stopwatch.left()))

    def close(self) -> None:
        """Ends the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """The same connection, encrypted."""
        seconds = min(self._meter.settings.connect, self._meter.stopwatch.left())
        return Wire(self._stream.start_tls(ssl_context, server_hostname, seconds), self._meter)

    def get_extra_info(self, info: str) -> object:
        """What the connection knows of itself."""
        return self._stream.get_extra_info(info)


class Wiring(Struct, frozen=True):
    """All that a connection for `address` needs."""

    address: Address
    world: World
    settings: FetchSettings
    meter: Meter


class Backend(httpcore2.NetworkBackend):
    """Connects to the address of its wiring, whatever it is told."""

    def __init__(self, wiring: Wiring) -> None:
        self._wiring = wiring

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection to the first address of the name that answers. Raises Refused."""
        wiring = self._wiring
        failure: Exception | None = None
        for ip in resolved(wiring)[:TRIED]:
            seconds = min(wiring.settings.connect, wiring.meter.stopwatch.left())
            try:
                return Wire(wiring.world.dial(ip, wiring.address.port, seconds), wiring.meter)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
        wiring.meter.stopwatch.left()
        words = re.sub(r"^\[Errno [^]]*\] ", "", str(failure))
        raise broken(f"no connection to {wiring.address.authority} ({words.lower()})") from failure


def resolved(wiring: Wiring) -> Sequence[str]:
    """The addresses of the host, all of them checked. Raises Refused where one of them may not be asked."""
    address, private = wiring.address, wiring.settings.allow_private
    seconds = min(wiring.settings.connect, wiring.meter.stopwatch.left())
    try:
        found = [address.host] if _is_ip(address.host) else within(seconds, wiring.world.resolve, address.host, address.port)
    except TimeoutError as error:
        raise broken(f"the name server did not answer for {address.host}") from error
    except OSError as error:
        raise (odd if error.errno in NO_SUCH_NAME else broken)(f"the name {address.host} is not known", SLIP) from error
    if not found:
        raise odd(f"the name {address.host} has no address", SLIP)
    for ip in found:
        try:
            check_ip(ip_address(ip), private)
        except Refused as refused:
            raise Refused(refused.why, f"{address.host} is no public name: {refused.reason}", refused.remedy) from None
    return found


def _is_ip(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
