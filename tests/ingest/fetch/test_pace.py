"""How fast one host is asked."""

import threading
import time

import pytest

from sayso.ingest.fetch import FetchSettings, World
from sayso.ingest.fetch.pace import Pace
from sayso.ingest.fetch.refusals import Refused


class Clock:
    def __init__(self):
        self.now, self.slept = 100.0, []

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def pace(clock):
    return Pace(FetchSettings(longest_wait=60), World(clock=lambda: clock.now, sleep=clock.sleep))


def turns(pace, *hosts, interval=2):
    for host in hosts:
        with pace.turn(host, interval):
            pass


def test_the_first_turn_is_at_once_and_the_next_after_the_interval(pace, clock):
    turns(pace, "a", "a", "a")
    assert clock.slept == [2, 2]


def test_what_was_waited_otherwise_counts(pace, clock):
    turns(pace, "a")
    clock.now += 1.5
    turns(pace, "a")
    clock.now += 9
    turns(pace, "a")
    assert clock.slept == [0.5]


def test_hosts_do_not_wait_for_each_other(pace, clock):
    turns(pace, "a", "b", "c")
    assert clock.slept == []


def test_a_rest_is_kept(pace, clock):
    pace.rest("a", 40)
    pace.rest("a", 10)
    turns(pace, "b", "a")
    assert clock.slept == [40]


def test_a_rest_that_is_too_long_is_refused(pace, clock):
    pace.rest("a", 61)
    with pytest.raises(Refused, match="61 seconds"):
        turns(pace, "a")
    clock.now += 1
    turns(pace, "a")
    assert clock.slept == [60]


def test_so_many_at_a_time():
    pace = Pace(FetchSettings(per_host=2), World())
    inside, most, lock = [0], [0], threading.Lock()

    def work():
        with pace.turn("a", 0):
            with lock:
                inside[0] += 1
                most[0] = max(most[0], inside[0])
            time.sleep(0.02)
            with lock:
                inside[0] -= 1

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most[0] == 2


def test_a_place_is_given_back_after_an_error(pace):
    for _ in range(5):
        with pytest.raises(KeyError), pace.turn("a", 0):
            raise KeyError
    turns(pace, "a", interval=0)


def test_the_fetcher_keeps_the_interval(server, town):
    server.give("/weir", b"held")
    town.still = True
    with town.fetcher(interval=3) as fetcher:
        fetcher.get("http://gazette.example/weir")
        fetcher.get("http://gazette.example/weir")
        fetcher.get("http://post.example/weir")
    assert town.slept == [3]
