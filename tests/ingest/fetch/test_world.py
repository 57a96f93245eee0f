"""The world as it is."""

import datetime as dt
import socket

import httpcore2
import pytest

from sayso.ingest.fetch import Refused, World
from sayso.ingest.fetch.world import dial, resolve, within


def test_names_of_this_machine():
    assert set(resolve("localhost", 80)) <= {"127.0.0.1", "::1"}
    assert resolve("20.30.40.50", 80) == ("20.30.40.50",)


def test_a_connection_that_ends_up_where_it_should(server):
    dial("127.0.0.1", server.port, 1).close()


def test_a_connection_that_ends_up_elsewhere(server, monkeypatch):
    closed = []

    class Elsewhere:
        def get_extra_info(self, info):
            return ("10.0.0.7", 80)

        def close(self):
            closed.append(True)

    monkeypatch.setattr(httpcore2.SyncBackend, "connect_tcp", lambda *args: Elsewhere())
    with pytest.raises(Refused, match=r"led to 10\.0\.0\.7 instead of 20\.30\.40\.50"):
        dial("20.30.40.50", 80, 1)
    assert closed


def test_resolving_within_a_time():
    assert within(1, lambda host, port: ["20.30.40.50"], "gazette.example", 80) == ["20.30.40.50"]

    def fails(host, port):
        raise socket.gaierror(socket.EAI_NONAME, "no")

    with pytest.raises(socket.gaierror):
        within(1, fails, "gazette.example", 80)


def test_moments_have_a_zone():
    assert World().now().utcoffset() == dt.timedelta(0)
