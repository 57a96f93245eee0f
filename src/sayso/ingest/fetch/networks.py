"""Which addresses of the internet are public, by the special-purpose registries of IANA and the metadata services of clouds.

The tables stand here because those of Python's `ipaddress` changed between releases of one version.
"""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from msgspec import Struct


class Special(Struct, frozen=True):
    """What is special about an address; `own` where it may lie in one's own network and can be allowed."""

    words: str
    own: bool = False


_PRIVATE = Special("a private network", own=True)
_LOOPBACK = Special("this very machine", own=True)
_SHARED = Special("a network shared behind a provider", own=True)
_LINK = Special("the local link")
_METADATA = Special("the metadata service of a cloud")
_MULTICAST = Special("a group of machines (multicast)")
_RESERVED = Special("a reserved range")
_EXAMPLES = Special("a range for examples")
_UNSPECIFIED = Special("no machine at all (unspecified)")
_WRAPPED = Special("another address wrapped up in it")

_METADATA_SERVICES = frozenset(
    map(
        ip_address,
        (
            "169.254.169.254",
            "169.254.170.2",
            "100.100.100.200",
            "168.63.129.16",
            "192.0.0.192",
            "fd00:ec2::254",
            "fd20:ce::254",
            "fd00:c1::a9fe:a9fe",
        ),
    )
)

_V4 = tuple(
    (ip_network(network), special)
    for network, special in (
        ("0.0.0.0/8", _UNSPECIFIED),
        ("10.0.0.0/8", _PRIVATE),
        ("100.64.0.0/10", _SHARED),
        ("127.0.0.0/8", _LOOPBACK),
        ("169.254.0.0/16", _LINK),
        ("172.16.0.0/12", _PRIVATE),
        ("192.0.0.0/24", _RESERVED),
        ("192.0.2.0/24", _EXAMPLES),
        ("192.88.99.0/24", _RESERVED),
        ("192.168.0.0/16", _PRIVATE),
        ("198.18.0.0/15", _RESERVED),
        ("198.51.100.0/24", _EXAMPLES),
        ("203.0.113.0/24", _EXAMPLES),
        ("224.0.0.0/4", _MULTICAST),
        ("240.0.0.0/4", _RESERVED),
    )
)

_V6 = tuple(
    (ip_network(network), special)
    for network, special in (
        ("::/128", _UNSPECIFIED),
        ("::1/128", _LOOPBACK),
        ("::/96", _WRAPPED),  # IPv4-compatible
        ("::ffff:0:0:0/96", _WRAPPED),  # IPv4-translated
        ("64:ff9b:1::/48", _WRAPPED),  # NAT64 of one's own
        ("2002::/16", _WRAPPED),  # 6to4
        ("2001::/32", _WRAPPED),  # Teredo
        ("2001::/23", _RESERVED),
        ("2001:db8::/32", _EXAMPLES),
        ("3fff::/20", _EXAMPLES),
        ("fc00::/7", _PRIVATE),
        ("fe80::/10", _LINK),
        ("fec0::/10", _PRIVATE),
        ("ff00::/8", _MULTICAST),
    )
)
_NAT64 = ip_network("64:ff9b::/96")
_GLOBAL_UNICAST = ip_network("2000::/3")


def special(address: IPv4Address | IPv6Address) -> Special | None:
    """What is special about `address`, None where it is a public one; an IPv4 address wrapped up is judged as itself."""
    if isinstance(address, IPv6Address):
        address = _unwrapped(address)
    if address in _METADATA_SERVICES:
        return _METADATA
    table = _V4 if isinstance(address, IPv4Address) else _V6
    for network, found in table:
        if address in network:
            return found
    if isinstance(address, IPv6Address) and address not in _GLOBAL_UNICAST:
        return _RESERVED
    return None


def _unwrapped(address: IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that a machine really connects to for `::ffff:a.b.c.d`, and a translator for `64:ff9b::a.b.c.d`."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return IPv6Address(int(address))  # without a zone, which would hide it from the tables
