"""Servers that mean harm, or do it: each attack ends with a refusal in plain words, soon, and in little memory."""

import contextlib
import gzip
import time
import tracemalloc
import zlib

import httpcore2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.ingest.fetch.addresses import parse
from sayso.ingest.fetch.exchange import told
from sayso.ingest.fetch.refusals import Passing, Refused, Why

AT = "http://gazette.example/weir"
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


def sender(*pieces, pause=0.0, times=1):
    """Sends pieces one after the other, until nobody listens."""

    def send(connection):
        with contextlib.suppress(OSError):
            for _ in range(times):
                for piece in pieces:
                    connection.sendall(piece)
                    time.sleep(pause)

    return send


def dripping(start, drop, pause=0.02):
    def send(connection):
        with contextlib.suppress(OSError):
            connection.sendall(start)
            for _ in range(500):
                connection.sendall(drop)
                time.sleep(pause)

    return send


@pytest.mark.parametrize(
    ("start", "drop"),
    [
        (b"", b"H"),
        (b"HTTP/1.1 200 OK\r\nX: ", b"x"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\n\r\n", b"x"),
        (CHUNKED, b"1\r\nx\r\n"),
        (CHUNKED + b"1;", b"x"),
        (CHUNKED + b"0\r\nX: ", b"x"),
    ],
)
def test_slow(server, town, start, drop):
    server.pages["/weir"] = dripping(start, drop)
    began = time.monotonic()
    refused = town.refused(AT, total=0.3)
    assert time.monotonic() - began < 4
    assert refused.why in {Why.LIMIT, Why.BROKEN}
    if drop != b"H":  # that is no HTTP, and told as soon as it is seen
        assert "longer than 0.3 seconds" in refused.reason


@pytest.mark.parametrize("start", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"])
def test_silent(server, town, start):
    server.pages["/weir"] = sender(start, pause=1)
    refused = town.refused(AT, idle=0.05, attempts=2)
    assert "sent nothing for 0.05 seconds" in refused.reason
    assert len(server.asked) == 2


@pytest.mark.parametrize("head", [b"HTTP/1.1 200 OK\r\n\r\n", CHUNKED])
def test_endless(server, town, head):
    piece = b"x" * 65_536
    chunk = b"10000\r\n" + piece + b"\r\n" if head == CHUNKED else piece
    server.pages["/weir"] = sender(head, *[chunk] * 2000)
    tracemalloc.start()
    refused = town.refused(AT, size=1_000_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert refused.reason == "the answer is larger than 1,000,000 bytes"
    assert peak < 10_000_000


def test_huge_by_its_own_word_is_not_even_read(server, town):
    server.pages["/weir"] = sender(server.answer(b"", length=10**15), pause=5)
    began = time.monotonic()
    assert "larger" in town.refused(AT).reason
    assert time.monotonic() - began < 4


def test_of_exactly_the_size(server, town):
    server.give("/weir", b"x" * 1000)
    assert len(town.get(AT, size=1000).data) == 1000
    assert "larger" in town.refused(AT, size=999).reason


@pytest.mark.parametrize("length", [99, 10_000])
def test_a_length_that_promises_too_much(server, town, length):
    server.give("/weir", b"half a sent", length=length)
    refused = town.refused(AT, attempts=2)
    assert "broke off" in refused.reason
    assert isinstance(refused, Passing)
    assert len(server.asked) == 2


def test_a_length_that_promises_too_little(server, town):
    server.give("/weir", b"The weir held.HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil", length=14)
    with town.fetcher() as fetcher:
        assert fetcher.get(AT).data == b"The weir held."
        assert fetcher.get(AT).data == b"The weir held."


@pytest.mark.parametrize("lengths", ["5\r\nContent-Length: 7", "-5", "five", "5, 7", "9" * 5000])
def test_a_length_that_is_none(server, town, lengths):
    server.pages["/weir"] = f"HTTP/1.1 200 OK\r\nContent-Length: {lengths}\r\n\r\nhello".encode()
    assert town.refused(AT, attempts=1).why in {Why.BROKEN, Why.LIMIT}


@pytest.mark.parametrize("cut", [b"", b"HTTP/1.1 200 OK\r\nContent-", CHUNKED + b"a\r\nhal", CHUNKED + b"4\r\nhalf\r\n"])
def test_broken_off(server, town, cut):
    server.pages["/weir"] = cut or sender()
    refused = town.refused(AT, attempts=1)
    assert refused.why is Why.BROKEN
    assert "broke off" in refused.reason


def test_broken_off_and_whole_at_the_second_attempt(server, town):
    server.pages["/weir"] = [CHUNKED + b"4\r\nhalf\r\n", server.answer(b"whole")]
    assert town.get(AT).data == b"whole"


@pytest.mark.parametrize(
    "head",
    [
        b"X-Long: " + b"x" * 200_000,
        b"\r\n".join(b"X-%d: y" % n for n in range(30_000)),
        b"X: " + b"\r\n ".join([b"x"] * 60_000),
    ],
)
def test_flood_of_headers(server, town, head):
    server.pages["/weir"] = b"HTTP/1.1 200 OK\r\n" + head + b"\r\nContent-Length: 2\r\n\r\nhi"
    refused = town.refused(AT)
    assert refused.why is Why.LIMIT
    assert "head of the answer" in refused.reason
    assert len(server.asked) == 1


def test_flood_of_answers_to_come(server, town):
    server.pages["/weir"] = b"HTTP/1.1 102 Processing\r\n\r\n" * 20_000
    assert "head of the answer" in town.refused(AT).reason


@pytest.mark.parametrize(
    "answer", [b"<html>hello</html>", b"SSH-2.0-x\r\n", b"220 mail.example ESMTP\r\n", b"HTTP/1.1 999999 X\r\n\r\n"]
)
def test_no_http(server, town, answer):
    server.pages["/weir"] = answer + b"\r\n" * 3
    refused = town.refused(AT)
    assert refused.why is Why.BROKEN
    assert len(server.asked) == 1


def bomb(size):
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    piece = bytes(1_000_000)
    return b"".join([*(packer.compress(piece) for _ in range(size // len(piece))), packer.flush()])


@pytest.mark.parametrize("deep", [1, 2])
def test_gzip_bomb(server, town, deep):
    body = bomb(50_000_000)
    for _ in range(deep - 1):
        body = gzip.compress(body, 9)
    server.give("/weir", body, 200, "Content-Encoding: " + ", ".join(["gzip"] * deep))
    tracemalloc.start()
    refused = town.refused(AT, size=2_000_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert refused.reason == "the answer is packed and comes to more than 2,000,000 bytes"
    assert peak < 12_000_000


def test_packed_and_unpacked(server, town):
    server.give("/weir", gzip.compress(b"The weir held."), 200, "Content-Encoding: gzip")
    fetched = town.get(AT)
    assert fetched.data == b"The weir held."
    assert fetched.header("content-encoding") == "gzip"


HEADS = st.lists(
    st.sampled_from(
        [
            b"Content-Length: 3",
            b"Content-Length: 9",
            b"Transfer-Encoding: chunked",
            b"Content-Encoding: gzip",
            b"Content-Encoding: deflate",
            b"Location: //post.example",
            b"Location: http://[",
            b"Retry-After: \xff",
            b"Content-Type: \xfc/;",
            b": x",
        ]
    )
    | st.binary(max_size=20),
    max_size=4,
)
STATUSES = st.sampled_from([b"100", b"101", b"200", b"203", b"206", b"301", b"304", b"404", b"503", b"099", b"x"])
ANSWERS = st.binary(max_size=100) | st.tuples(STATUSES, HEADS, st.binary(max_size=40) | st.just(gzip.compress(b"abc"))).map(
    lambda parts: b"\r\n".join([b"HTTP/1.1 " + parts[0] + b" So", *parts[1], b"", parts[2]])
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANSWERS)
def test_any_answer_is_a_document_or_a_refusal(server, town, answer):
    server.pages["/weir"] = answer or sender()
    with contextlib.suppress(Refused):
        assert town.get(AT, attempts=1).status in {200, 203}


def test_a_body_that_comes_with_the_head_does_not_count_as_head(server, town):
    server.give("/weir", b"x" * 60_000)
    assert len(town.get(AT, head=1000).data) == 60_000


@pytest.mark.parametrize(
    ("error", "words", "passing"),
    [
        (httpcore2.LocalProtocolError("odd header"), "cannot be put (odd header)", False),
        (httpcore2.ConnectError("reset"), "broke off", True),
        (httpcore2.ConnectTimeout(), "broke off", True),
        (httpcore2.WriteError(), "broke off", True),
    ],
)
def test_what_goes_wrong_is_told(error, words, passing):
    with pytest.raises(Refused) as caught, told(parse(AT)):
        raise error
    assert words in caught.value.reason
    assert isinstance(caught.value, Passing) is passing


def test_refused_connection(town):
    town.server.server_close()
    refused = town.refused(AT, attempts=2)
    assert refused.reason == "no connection to gazette.example (connection refused)"
    assert len(town.dialled) == 2
