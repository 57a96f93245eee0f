"""Where connections go: the address that is connected to is the one that was checked."""

import socket
import threading

import httpcore2
import pytest

from sayso.ingest.fetch.refusals import Passing, Why

PUBLIC = "20.30.40.50"
AT = "http://gazette.example/weir"


@pytest.mark.parametrize(
    "ip",
    ["127.0.0.1", "10.0.0.7", "169.254.169.254", "::1", "::ffff:10.0.0.7", "fd00:ec2::254", "64:ff9b::a00:7", "fe80::1%lo"],
)
def test_a_name_that_leads_inside(server, town, ip):
    town.names["gazette.example"] = [ip]
    refused = town.refused(AT)
    assert refused.why is Why.NETWORK
    assert "gazette.example is no public name" in refused.reason
    assert town.dialled == []
    assert server.asked == []


@pytest.mark.parametrize("found", [[PUBLIC, "10.0.0.7"], ["10.0.0.7", PUBLIC], ["2a00::1", "::1"]])
def test_one_address_inside_is_enough(town, found):
    town.names["gazette.example"] = found
    assert town.refused(AT).why is Why.NETWORK
    assert town.dialled == []


def test_a_name_that_changes_its_answer(server, town):
    """DNS rebinding: a public address when it is checked, an inner one when it is connected to."""
    server.give("/weir", b"held")
    town.names["gazette.example"] = [[PUBLIC], ["127.0.0.1"]]
    with town.fetcher() as fetcher:
        assert fetcher.get(AT).data == b"held"
        assert town.dialled == [(PUBLIC, 80)]
        with pytest.raises(Exception, match="this very machine") as caught:
            fetcher.get(AT)
    assert caught.value.why is Why.NETWORK
    assert town.dialled == [(PUBLIC, 80)]


def test_a_name_that_changes_its_answer_between_attempts(server, town):
    server.give("/weir", b"", 503)
    town.names["gazette.example"] = [[PUBLIC], ["10.0.0.7"]]
    assert town.refused(AT).why is Why.NETWORK
    assert town.dialled == [(PUBLIC, 80)]


def test_a_name_that_changes_its_answer_after_the_robots_rules(server, town):
    town.names["gazette.example"] = [[PUBLIC], ["10.0.0.7"]]
    assert town.refused(AT, robots=True).why is Why.NETWORK
    assert server.paths() == ["/robots.txt"]


def test_a_name_is_resolved_once_for_a_connection(server, town):
    server.give("/weir", b"held")
    asked = []
    resolve = town.resolve
    town.resolve = lambda host, port: asked.append((host, port)) or resolve(host, port)
    town.get("http://gazette.example:8080/weir")
    assert asked == [("gazette.example", 8080)]
    assert town.dialled == [(PUBLIC, 8080)]


def test_the_next_address_is_tried(server, town, monkeypatch):
    server.give("/weir", b"held")
    town.names["gazette.example"] = ["2a00::1", PUBLIC]
    dial = town.dial

    def first_fails(ip, port, seconds):
        if ip == "2a00::1":
            raise httpcore2.ConnectError("no route")
        return dial(ip, port, seconds)

    monkeypatch.setattr(town, "dial", first_fails)
    assert town.get(AT).data == b"held"


def gone(number):
    def resolve(host, port):
        raise socket.gaierror(number, "told")

    return resolve


@pytest.mark.parametrize(("number", "passing"), [(socket.EAI_NONAME, False), (socket.EAI_AGAIN, True)])
def test_a_name_that_is_not_known(town, number, passing):
    town.resolve = gone(number)
    refused = town.refused(AT)
    assert refused.reason == "the name gazette.example is not known"
    assert isinstance(refused, Passing) is passing
    assert len(town.slept) == (2 if passing else 0)


def test_a_name_without_an_address(town):
    town.names["gazette.example"] = []
    assert "no address" in town.refused(AT).reason


def test_a_name_server_that_does_not_answer(town):
    ended = threading.Event()
    town.resolve = lambda host, port: ended.wait(5) and [PUBLIC]
    assert "did not answer" in town.refused(AT, connect=0.05, attempts=1).reason
    ended.set()


def test_an_address_in_numbers_is_not_resolved(server, town):
    server.give("/weir", b"held")
    town.resolve = gone(socket.EAI_NONAME)
    assert town.get(f"http://{PUBLIC}/weir").data == b"held"
    assert town.get("http://[2a00::1]/weir").data == b"held"
    assert server.asked[-1].headers["Host"] == "[2a00::1]"


def test_ones_own_network_by_the_setting(server, town):
    server.give("/weir", b"held")
    town.names["archive.internal"] = ["10.0.0.7"]
    town.names["cloud.internal"] = ["169.254.169.254"]
    assert town.get("http://archive.internal:9000/weir", allow_private=True).data == b"held"
    assert town.refused("http://cloud.internal/weir", allow_private=True).why is Why.NETWORK
