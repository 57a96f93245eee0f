"""What is public and what is not."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.ingest.fetch.networks import special

NAT64 = ip_network("64:ff9b::/96")
NOT_PUBLIC = """
0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.254 169.254.0.1 169.254.169.254
169.254.170.2 100.100.100.200 168.63.129.16 172.16.0.1 172.31.255.255 192.0.0.1 192.0.2.7 192.88.99.1 192.168.0.1
198.18.0.1 198.19.255.255 198.51.100.9 203.0.113.9 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
:: ::1 ::7f00:1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::ffff:0:127.0.0.1 64:ff9b::127.0.0.1
64:ff9b::10.1.2.3 64:ff9b::a9fe:a9fe 64:ff9b:1::1 100::1 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:db8::1
2001:10::1 2002:7f00:1:: 2002:a00:1:: 2002:808:808:: 3fff::1 5f00::1 fc00::1 fd00:ec2::254 fd20:ce::254 fe80::1
fe80::1%eth0 fec0::1 ff02::1 4000::1
""".split()
IS_PUBLIC = (
    "20.30.40.50 100.63.255.255 100.128.0.1 172.15.0.1 172.32.0.1 192.0.1.1 198.20.0.1 223.255.255.254 "
    "2600::1 2a00:1450:4001::5e ::ffff:20.30.40.50 64:ff9b::20.30.40.50"
)


@pytest.mark.parametrize("text", NOT_PUBLIC)
def test_special_addresses_are_known(text):
    assert special(ip_address(text)) is not None


@pytest.mark.parametrize("text", IS_PUBLIC.split())
def test_public_addresses_are_public(text):
    assert special(ip_address(text)) is None


@pytest.mark.parametrize("text", ["127.0.0.1", "10.0.0.1", "192.168.1.1", "100.64.0.1", "::1", "fd12::1", "::ffff:10.0.0.1"])
def test_networks_of_ones_own_can_be_allowed(text):
    assert special(ip_address(text)).own


@pytest.mark.parametrize(
    "text", ["169.254.169.254", "fd00:ec2::254", "100.100.100.200", "224.0.0.1", "0.0.0.0", "::", "fe80::1", "2002:a00:1::"]
)
def test_others_can_never_be_allowed(text):
    assert not special(ip_address(text)).own


@settings(deadline=None)
@given(st.integers(0, 2**32 - 1))
@example(int(IPv4Address("168.63.129.16")))
def test_what_is_public_is_so_for_python_too(number):
    address = IPv4Address(number)
    if special(address) is None:
        assert address.is_global
        assert not address.is_multicast


@settings(deadline=None)
@given(st.integers(0, 2**128 - 1) | st.integers(0, 2**125 - 1).map(lambda n: n + 2**125) | st.integers(0, 2**40))
def test_what_is_public_is_so_for_python_too_ipv6(number):
    address = IPv6Address(number)
    if special(address) is None and address.ipv4_mapped is None and address not in NAT64:
        assert address.is_global
        assert not address.is_multicast


@settings(deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_wrapping_up_hides_nothing(number):
    plain = special(IPv4Address(number))
    assert special(IPv6Address((0xFFFF << 32) + number)) == plain
    assert special(IPv6Address(int(IPv6Address("64:ff9b::")) + number)) == plain
