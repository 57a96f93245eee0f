"""Another attempt: when, how often, and what the server asks for."""

import pytest

from sayso.ingest.fetch.refusals import Why

AT = "http://gazette.example/weir"


def test_503_then_200(server, town):
    server.pages["/weir"] = [server.answer(b"", 503), server.answer(b"held")]
    assert town.get(AT).data == b"held"
    assert town.slept == [1]


def test_pauses_double_and_attempts_end(server, town):
    server.give("/weir", b"", 500)
    assert town.refused(AT, attempts=5, backoff=2).status == 500
    assert town.slept == [2, 4, 8, 16]
    assert len(server.asked) == 5


def test_pauses_are_spread(server, town):
    server.give("/weir", b"", 500)
    town.chance = 0.0
    town.refused(AT)
    assert town.slept == [0.5, 1]


def test_429_with_retry_after(server, town):
    server.pages["/weir"] = [server.answer(b"", 429, "Retry-After: 30"), server.answer(b"held")]
    assert town.get(AT).data == b"held"
    assert town.slept == [30]


def test_retry_after_as_a_date(server, town):
    server.pages["/weir"] = [server.answer(b"", 503, "Retry-After: Tue, 06 May 2031 07:08:29 GMT"), server.answer(b"held")]
    assert town.get(AT).data == b"held"
    assert town.slept == [20]


def test_retry_after_that_is_too_long(server, town):
    server.give("/weir", b"", 429, "Retry-After: 3600")
    with town.fetcher(longest_wait=120) as fetcher:
        with pytest.raises(
            Exception, match=r"asked too often \(429\): gazette.example asks to be left alone for another 60 minutes"
        ) as caught:
            fetcher.get(AT)
        assert (caught.value.why, caught.value.status) == (Why.STATUS, 429)
        with pytest.raises(Exception, match=r"minutes, as it said at http://gazette\.example/weir") as again:
            fetcher.get("http://gazette.example/other")
        assert again.value.why is Why.LIMIT
        assert again.value.remedy == (
            "add it again after 2031-05-06 08:09 UTC, or let it be waited for with --fetch longest_wait=3600"
        )
        server.give("/weir", b"held")
        town.sleep(3500)
        assert fetcher.get(AT).data == b"held"
    assert len(server.asked) == 2
    assert town.slept[0] == 3500


def test_waiting_does_not_count_as_time_of_the_server(server, town):
    server.pages["/weir"] = [server.answer(b"", 503, "Retry-After: 100"), server.answer(b"held")]
    assert town.get(AT, total=5).data == b"held"


def test_one_attempt(server, town):
    server.give("/weir", b"", 503)
    town.refused(AT, attempts=1)
    assert town.slept == []
    assert len(server.asked) == 1
