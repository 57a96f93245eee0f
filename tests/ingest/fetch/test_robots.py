"""The rules of sites."""

import time

import pytest

from sayso.ingest.fetch.refusals import Refused, Why
from sayso.ingest.fetch.robots import thinned

AT = "http://gazette.example/news/weir"


def rules(server, *lines):
    server.give("/news/weir", b"held")
    server.give("/robots.txt", "\n".join(lines).encode())


@pytest.mark.parametrize(
    ("lines", "allowed"),
    [
        (["User-agent: *", "Disallow: /private"], True),
        (["User-agent: *", "Disallow: /"], False),
        (["User-agent: *", "Disallow: /news", "Allow: /news/weir"], True),
        (["User-agent: *", "Disallow: /*/weir$"], False),
        (["User-agent: Sayso", "Disallow: /"], False),
        (["user-agent: SAYSO/2.0 # us", "disallow: /news"], False),
        (["User-agent: *", "Disallow: /", "", "User-agent: sayso", "Disallow:"], True),
        (["User-agent: other", "Disallow: /"], True),
        (["User-agent: other", "User-agent: sayso", "Disallow: /"], False),
        (["User-agent: say", "Disallow: /"], True),
        (["User-agent: saysomore", "Disallow: /"], True),
        (["User-agent: a", "Disallow: /", "User-agent: b", "Allow: /"], True),
        ([""], True),
        (["<html>no rules</html>"], True),
        (["\ufeffUser-agent: *", "Disallow: /"], False),
    ],
)
def test_rules(server, town, lines, allowed):
    rules(server, *lines)
    if allowed:
        assert town.get(AT, robots=True).data == b"held"
    else:
        refused = town.refused(AT, robots=True)
        assert refused.why is Why.ROBOTS
        assert server.paths() == ["/robots.txt"]


def test_switched_off(server, town):
    rules(server, "User-agent: *", "Disallow: /")
    assert town.get(AT, robots=False).data == b"held"
    assert server.paths() == ["/news/weir"]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_no_rules_allow_everything(server, town, status):
    server.give("/news/weir", b"held")
    server.give("/robots.txt", b"User-agent: *\nDisallow: /", status)
    assert town.get(AT, robots=True).data == b"held"


@pytest.mark.parametrize("status", [429, 500, 503, 204])
def test_rules_that_cannot_be_read_allow_nothing(server, town, status):
    server.give("/news/weir", b"held")
    server.give("/robots.txt", b"", status)
    refused = town.refused(AT, robots=True)
    assert "robots rules of gazette.example could not be read" in refused.reason
    assert str(status) in refused.reason
    assert set(server.paths()) == {"/robots.txt"}


def test_a_long_rest_is_no_leave(server, town):
    server.give("/robots.txt", b"", 429, "Retry-After: 9000")
    with town.fetcher(robots=True) as fetcher:
        with pytest.raises(Refused, match="left alone for another 3 hours"):
            fetcher.get(AT)
        rules(server, "User-agent: *", "Disallow: /")
        town.sleep(9001)
        with pytest.raises(Refused, match="do not allow it"):
            fetcher.get(AT)


def test_rules_that_were_unreachable_are_asked_for_again_after_a_while(server, town):
    rules(server, "")
    server.give("/robots.txt", b"", 501)
    with town.fetcher(robots=True) as fetcher:
        for _ in range(2):
            with pytest.raises(Refused):
                fetcher.get(AT)
        assert server.paths() == ["/robots.txt"]
        rules(server, "")
        town.sleep(301)
        assert fetcher.get(AT).data == b"held"


def test_rules_are_kept_for_a_day(server, town):
    rules(server, "User-agent: *", "Disallow: /private")
    with town.fetcher(robots=True) as fetcher:
        for _ in range(3):
            fetcher.get(AT)
        assert server.paths().count("/robots.txt") == 1
        town.sleep(86_401)
        fetcher.get(AT)
        assert server.paths().count("/robots.txt") == 2


def test_every_origin_has_its_own(server, town):
    rules(server, "User-agent: *", "Disallow: /private")
    with town.fetcher(robots=True) as fetcher:
        for origin in ("http://gazette.example", "http://gazette.example:8080", "http://post.example"):
            fetcher.get(f"{origin}/news/weir")
    assert server.paths().count("/robots.txt") == 3


def test_a_redirect_asks_the_rules_of_where_it_leads(server, town):
    rules(server, "User-agent: *", "Disallow: /private")
    server.give("/news/weir", b"", 302, "Location: http://post.example/private/x")
    refused = town.refused(AT, robots=True)
    assert refused.why is Why.ROBOTS
    assert refused.reason.startswith("a redirect leads to http://post.example/private/x: the robots rules of post.example")


def test_rules_may_be_redirected_but_not_inside(server, town):
    rules(server, "")
    server.give("/robots.txt", b"", 301, "Location: /rules")
    server.give("/rules", b"User-agent: *\nDisallow: /news")
    assert town.refused(AT, robots=True).why is Why.ROBOTS
    server.give("/robots.txt", b"", 301, "Location: http://10.0.0.7/rules")
    assert town.refused(AT, robots=True).why is Why.NETWORK


@pytest.mark.parametrize(
    ("lines", "between"),
    [
        (["Crawl-delay: 7"], 7),
        (["Crawl-delay: 0.2"], 1),
        (["Crawl-delay: 100000"], 30),
        (["Request-rate: 1/5"], 5),
        (["Crawl-delay: soon"], 1),
    ],
)
def test_seconds_between_requests(server, town, lines, between):
    rules(server, "User-agent: *", *lines)
    town.still = True
    with town.fetcher(robots=True, interval=1, longest_delay=30) as fetcher:
        for _ in range(3):
            fetcher.get(AT)
    assert town.slept == [1, between, between]


def test_rules_without_end_are_cut(server, town):
    rules(server, "User-agent: *", "Disallow: /news", *["Disallow: /x"] * 100_000)
    assert town.refused(AT, robots=True).why is Why.ROBOTS


def test_half_a_megabyte_of_agents_and_rules_is_no_trouble(server, town):
    agents = [f"User-agent: a{n}" for n in range(14_000)]
    rules(server, *agents, *["Disallow: /x"] * 14_000, "User-agent: *", "Disallow: /news")
    began = time.monotonic()
    assert town.refused(AT, robots=True).why is Why.ROBOTS
    assert time.monotonic() - began < 5


def test_thinning_keeps_groups_apart():
    text = "User-agent: a\nUser agent b\nDisallow: /\nUser-Agent : sayso\nAllow: /x # y\nuseragent: *\nSitemap: z"
    assert thinned(text).splitlines() == [
        "User-agent: other",
        "User-agent: other",
        "Disallow: /",
        "User-agent: sayso",
        "Allow: /x # y",
        "User-agent: *",
        "Sitemap: z",
    ]
