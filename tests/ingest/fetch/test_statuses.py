"""Servers that answer, but with no document."""

import datetime as dt

import pytest

from sayso.ingest.fetch.refusals import Passing, Why
from sayso.ingest.fetch.statuses import refusal, seconds

AT = "http://gazette.example/weir"
NOW = dt.datetime(2031, 5, 6, 7, 8, 9, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (204, "nothing to give"),
        (206, "no whole document"),
        (300, "cannot be followed"),
        (401, "password"),
        (402, "money"),
        (403, "does not let us have it"),
        (404, "no such page"),
        (410, "taken away for good"),
        (418, "does not take the question"),
        (451, "legal reasons"),
        (501, "in trouble"),
        (700, "does not exist"),
    ],
)
def test_asked_once(server, town, status, words):
    server.give("/weir", b"", status)
    refused = town.refused(AT)
    assert words in refused.reason
    assert f"({status})" in refused.reason
    assert (refused.why, refused.status) == (Why.STATUS, status)
    assert len(server.asked) == 1


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504])
def test_what_passes_is_asked_again(server, town, status):
    server.pages["/weir"] = [server.answer(b"", status), server.answer(b"held")]
    assert town.get(AT).data == b"held"
    server.give("/weir", b"", status)
    refused = town.refused(AT)
    assert isinstance(refused, Passing)
    assert refused.status == status


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("7", 7),
        (" 0 ", 0),
        ("Tue, 06 May 2031 07:09:09 GMT", 60),
        ("Tue, 06 May 2031 09:08:19 +0200", 10),
        ("Tue, 06 May 2031 06:00:00 GMT", 0),
        ("Tue, 06 May 2031 07:08:19 -0000", 10),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("9" * 5000, None),
        ("Tue, 99 May 2031 07:09:09 GMT", None),
        ("", None),
        (None, None),
    ],
)
def test_when_to_come_back(header, expected):
    assert seconds(header, NOW) == expected
    told = refusal(503, header, NOW)
    assert isinstance(told, Passing)
    assert told.after == expected
