"""Packings."""

import gzip
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ingest.fetch import body
from sayso.ingest.fetch.refusals import Passing, Refused, Why

TEXT = b"The weir at Tolm held, the keeper said. " * 50


def raw(data):
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def pieces(data, size):
    return [data[n : n + size] for n in range(0, len(data), size)]


PACKED = {"gzip": gzip.compress, "x-gzip": gzip.compress, "deflate": zlib.compress}


@settings(deadline=None)
@given(st.binary(max_size=3000), st.sampled_from(sorted(PACKED)), st.integers(1, 400))
def test_whatever_is_packed_comes_out_again_however_it_is_cut(data, name, size):
    assert body.read(pieces(PACKED[name](data), size), (name,), 3000) == data


@settings(deadline=None)
@given(st.lists(st.sampled_from(["gzip", "deflate"]), max_size=2), st.integers(1, 50))
def test_packed_twice(names, size):
    packed = TEXT
    for name in names:
        packed = PACKED[name](packed)
    assert body.read(pieces(packed, size), tuple(names), len(TEXT)) == TEXT


def test_bare_deflate():
    assert body.read([raw(TEXT)], ("deflate",), 10_000) == TEXT


@pytest.mark.parametrize("size", [1, 7, 10_000])
def test_gzip_of_several_parts_and_padding(size):
    packed = gzip.compress(b"one ") + gzip.compress(b"two") + bytes(40)
    assert body.read(pieces(packed, size), ("gzip",), 100) == b"one two"


def test_more_than_fits_a_piece():
    data = bytes(1_000_000)
    assert body.read([gzip.compress(data)], ("gzip",), len(data)) == data


def test_what_stays_inside_the_machine_comes_out_too():
    for more in range(0, 600, 7):
        data = bytes(body.Layer.PIECE + more)
        assert body.read([raw(data)], ("deflate",), len(data)) == data


def test_a_packing_inside_that_swells_to_nothing():
    """A gzip part may carry a name without end, which gives nothing out and must be read through all the same."""
    named = b"\x1f\x8b\x08\x08" + bytes(6) + b"n" * 5_000_000 + b"\0" + gzip.compress(b"x")[10:]
    with pytest.raises(Refused, match="comes to more than"):
        body.read([gzip.compress(named)], ("gzip", "gzip"), 1_000_000)


@pytest.mark.parametrize("names", [(), ("",), ("identity",)])
def test_not_packed(names):
    assert body.read([b"a", b"b"], names, 2) == b"ab"


def test_nothing_packed():
    assert body.read([], ("gzip",), 10) == b""


@pytest.mark.parametrize("names", [("br",), ("zstd",), ("compress",), ("gzip", "br"), ("\x1b[31m",)])
def test_packings_that_were_not_asked_for(names):
    with pytest.raises(Refused, match="not asked for"):
        body.read([b"x"], names, 10)


def test_the_name_of_a_packing_does_nothing_to_a_terminal():
    with pytest.raises(Refused) as caught:
        body.read([b"x"], ("\x1b[31mbr",), 10)
    assert "(?[31mbr)" in caught.value.reason


def test_packed_too_often():
    with pytest.raises(Refused, match="packed 3 times over") as caught:
        body.read([b"x"], ("gzip",) * 3, 10)
    assert caught.value.why is Why.LIMIT


def test_damaged():
    packed = bytearray(gzip.compress(TEXT))
    packed[len(packed) // 2] ^= 0xFF
    with pytest.raises(Refused, match="damaged"):
        body.read([bytes(packed)], ("gzip",), 10_000)
    with pytest.raises(Refused, match="damaged"):
        body.read([b"<html>plain</html>"], ("gzip",), 10_000)


def test_broken_off():
    with pytest.raises(Passing, match="broke off"):
        body.read([gzip.compress(TEXT)[:-9]], ("gzip",), 10_000)


def test_too_many_empty_parts():
    with pytest.raises(Refused, match="empty parts"):
        body.read([gzip.compress(b"")] * 1002, ("gzip",), 10_000)


def test_many_parts_that_hold_something():
    """An archive of pages has one part for each."""
    assert body.read([gzip.compress(b"x") * 5000], ("gzip",), 5000) == b"x" * 5000


def test_cut_where_asked():
    assert body.read([b"abc", b"def"], (), 4, cut=True) == b"abcd"
    assert body.read([gzip.compress(TEXT)], ("gzip",), 4, cut=True) == TEXT[:4]


def test_the_limit_is_the_last_byte_that_fits():
    assert body.read([gzip.compress(b"12345")], ("gzip",), 5) == b"12345"
    with pytest.raises(Refused):
        body.read([gzip.compress(b"123456")], ("gzip",), 5)
