"""What a person may set about fetching, with its bounds."""

import re
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from sayso.errors import ConfigurationError

CONTACT = re.compile(r"[!-'*-:<-\[\]-~]{3,200}")  # printable, without blanks, brackets, semicolon, backslash
BOUNDS: dict[str, tuple[float, float]] = {
    "size": (1, 1_000_000_000),
    "head": (1_000, 1_000_000),
    "connect": (0.01, 300),
    "idle": (0.01, 300),
    "total": (0.01, 3600),
    "redirects": (0, 20),
    "attempts": (1, 10),
    "backoff": (0, 60),
    "longest_wait": (0, 3600),
    "per_host": (1, 16),
    "interval": (0, 600),
    "longest_delay": (0, 600),
}


class FetchSettings(Struct, frozen=True, kw_only=True):
    """Settings of one fetcher. Raises ConfigurationError for a value out of bounds.

    contact: where whoever runs a site can reach whoever fetches: an address of the web or of mail; stands in the User-Agent.
    robots: whether a site's robots rules are kept; to be switched off for one's own intranet only.
    allow_private: whether loopback, private and shared networks, names without a dot and any port may be asked.
    ports: ports that may be asked.
    size: bytes of a body at most, as sent and once unpacked.
    head: bytes of the head of an answer at most.
    connect, idle, total: seconds at most until connected, between two bytes, and for one address with its redirects,
        without waiting for the sake of politeness.
    redirects: how many redirects are followed at most.
    attempts: how often one address is tried at most.
    backoff: seconds before the second attempt; they double with every further one.
    longest_wait: seconds that are waited at most where a server says when to come back.
    per_host: requests at a time to one host.
    interval: seconds between the beginnings of two requests to one host, at least.
    longest_delay: seconds that a site's rules may put between two requests, at most.
    """

    contact: str | None = None
    robots: bool = True
    allow_private: bool = False
    ports: tuple[int, ...] = (80, 443, 8080, 8443)
    size: int = 20_000_000
    head: int = 65_536
    connect: float = 10
    idle: float = 15
    total: float = 60
    redirects: int = 5
    attempts: int = 3
    backoff: float = 1
    longest_wait: float = 120
    per_host: int = 2
    interval: float = 1
    longest_delay: float = 30

    def __post_init__(self) -> None:
        """Raises ConfigurationError for a value out of bounds."""
        for name, (least, most) in BOUNDS.items():
            value = getattr(self, name)
            if not least <= value <= most:
                raise _wrong(name, value, f"choose a number from {least} to {most}")
        if not all(0 < port < 65_536 for port in self.ports):
            raise _wrong("ports", self.ports, "choose ports from 1 to 65535")
        if self.contact is not None and not CONTACT.fullmatch(self.contact):
            raise _wrong("contact", self.contact, "write one address of the web or of mail, such as desk@paper.example")


def fetch_settings(pairs: Sequence[str], **named: object) -> FetchSettings:
    """Settings from words such as `total=120`, `robots=false` or `ports=80,8000`; a named one goes before them.

    Raises ConfigurationError for a word without a value, an unknown setting and a value that does not fit.
    """
    values: dict[str, object] = {}
    for pair in pairs:
        name, sign, value = (part.strip() for part in pair.partition("="))
        if name not in FetchSettings.__struct_fields__ or not sign:
            known = ", ".join(FetchSettings.__struct_fields__)
            raise ConfigurationError("fetch", f"there is no fetch setting {pair!r}", f"write NAME=VALUE; there are {known}")
        values[name] = value.split(",") if name == "ports" else value
    values |= {name: value for name, value in named.items() if value is not None}
    try:
        return msgspec.convert(values, type=FetchSettings, strict=False)
    except msgspec.ValidationError as error:
        words = str(error).replace(" - at `$.", " for ").rstrip("`")
        remedy = "times are seconds, sizes bytes, switches true or false; see docs/explanation/fetching.md"
        raise ConfigurationError("fetch", f"a fetch setting does not fit: {words}", remedy) from error


def _wrong(name: str, value: object, remedy: str) -> ConfigurationError:
    return ConfigurationError("fetch", f"{name} cannot be {value!r}", remedy)
