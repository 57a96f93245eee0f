"""Addresses as people and pages write them → the one form in which they are asked, or a refusal.

Host names are brought into their one form first (lower case, IDNA) and judged then: an address that hides behind
full-width digits or another notation is judged as what it comes to.
"""

import re
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import SplitResult, quote, urlsplit

import idna
from msgspec import Struct

from sayso.ingest.fetch.networks import special
from sayso.ingest.fetch.refusals import Refused, Why

PORTS = {"http": 80, "https": 443}
LONGEST = 4096
KEPT = "!$%&'()*+,-./:;=?@_~[]"
NAME = re.compile(r"(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*")
NUMERIC = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)")  # what the standard of browsers takes for an IPv4 address
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\\\ud800-\udfff]")
NETLOC = re.compile(r"(?:\[[^\[\]]*\]|[^\[\]:]*)(?::\d*)?")
OWN_NAMES = ("localhost", "local", "localdomain", "internal", "intranet", "lan", "home.arpa")


class Address(Struct, frozen=True):
    """One address of the web in the form in which it is asked. `host` has no brackets, `target` is path and query."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host, and port where it is not the usual one: what stands in the Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: what one set of robots rules holds for."""
        return f"{self.scheme}://{self.authority}"

    @property
    def text(self) -> str:
        """The whole address."""
        return self.origin + self.target


def parse(text: str, ports: tuple[int, ...] = (80, 443), allow_private: bool = False) -> Address:
    """The address that `text` writes; its fragment is left out. Raises Refused for one that is not fetched."""
    text = text.strip(" \t\r\n\f")
    if len(text) > LONGEST:
        raise _refused(f"the address is longer than {LONGEST} characters", "no site needs as much")
    if UNPRINTABLE.search(text):
        raise _refused(
            "the address has a control character, a backslash or half a character", "write the address as a browser shows it"
        )
    parts, port = _split(text)
    host = _host(parts.hostname or "")
    _judge(host, allow_private)
    if port not in ports and not allow_private:
        raise _refused(
            f"the address names port {port}",
            f"ports that are asked: {', '.join(map(str, ports))}; --fetch ports=PORT names others",
        )
    target = quote(parts.path or "/", safe=KEPT) + (f"?{quote(parts.query, safe=KEPT)}" if parts.query else "")
    return Address(parts.scheme, host, port, target)


def check(host: str, allow_private: bool = False) -> None:
    """Raises Refused where `host`, a name or an IP address, may not be asked; a name may still resolve to such a one.

    `allow_private` lets loopback, private and shared networks and their names through, never metadata services,
    link-local, multicast, reserved and unspecified addresses.
    """
    if "@" in host:
        raise _userinfo()
    _judge(_host(host.removeprefix("[").removesuffix("]")), allow_private)


def check_ip(address: IPv4Address | IPv6Address, allow_private: bool = False) -> None:
    """Raises Refused where `address` is not a public one (with `allow_private`: nor one of one's own network)."""
    found = special(address)
    if found is None or (found.own and allow_private):
        return
    remedy = "--allow-private (allow_private) opens one's own network" if found.own else "it is never fetched"
    raise Refused(
        Why.NETWORK, f"the address {address} leads to {found.words}", f"only public addresses are fetched; {remedy}"
    )


def _split(text: str) -> tuple[SplitResult, int]:
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise _refused("the address cannot be read", "write it as https://host/path") from error
    if parts.scheme not in PORTS:
        what = f"the scheme {parts.scheme[:20]}:" if parts.scheme else "an address without a scheme"
        raise _refused(f"{what} is not fetched", "only http and https are; write it as https://host/path")
    if "@" in parts.netloc:
        raise _userinfo()
    if not NETLOC.fullmatch(parts.netloc):
        raise _no_host()
    return parts, PORTS[parts.scheme] if port is None else port


def _host(host: str) -> str:
    """The one form of a host: an IPv6 address compressed, a name in lower case and ASCII, without a closing dot."""
    if ":" in host:
        try:
            return str(IPv6Address(host))
        except AddressValueError as error:
            raise _no_host() from error
    if not host.isascii():
        try:
            host = idna.encode(host, uts46=True).decode("ascii")
        except idna.IDNAError as error:
            raise _no_host() from error
    host = host.lower().removesuffix(".")
    if not NAME.fullmatch(host):
        raise _no_host()
    return host


def _judge(host: str, allow_private: bool) -> None:
    """Raises Refused for an address of a network that is not asked, and for a name that lies in one."""
    if ":" in host:
        address = IPv6Address(host)
        if address.scope_id:
            raise _no_host()
        return check_ip(address, allow_private)
    if NUMERIC.fullmatch(host):
        try:
            return check_ip(IPv4Address(host), allow_private)
        except AddressValueError as error:
            remedy = "write four decimal numbers, or a name"
            raise _refused("the host is an IP address in an unusual notation", remedy) from error
    own = "." not in host or any(host.endswith(f".{name}") for name in OWN_NAMES)
    if own and not allow_private:
        remedy = "only public addresses are fetched; --allow-private (allow_private) opens one's own network"
        raise Refused(Why.NETWORK, f"the name {host} belongs to a network of one's own", remedy)
    return None


def _refused(reason: str, remedy: str) -> Refused:
    return Refused(Why.ADDRESS, reason, remedy)


def _userinfo() -> Refused:
    return _refused("the address carries a user name", "addresses with a name or password are not fetched; leave it out")


def _no_host() -> Refused:
    return _refused("the address has no host that can be read", "write it as https://host/path")
