"""Redirects: each step is judged as if it were the first."""

import time

import pytest

from sayso.ingest.fetch.refusals import Why

AT = "http://gazette.example/weir"


def send_on(server, path, target, status=302):
    server.give(path, b"", status, f"Location: {target}")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("/new", "http://gazette.example/new"),
        ("new", "http://gazette.example/new"),
        ("//post.example/new#part", "http://post.example/new"),
        ("?page=2", "http://gazette.example/weir?page=2"),
    ],
)
def test_where_redirects_lead(server, town, status, target, address):
    send_on(server, "/weir", target, status)
    for path in ("/new", "/weir?page=2"):
        server.give(path, b"held")
    fetched = town.get(AT)
    assert fetched.data == b"held"
    assert (fetched.asked, fetched.address) == (AT, address)
    assert [(r.status, r.source, r.target, r.downgrade) for r in fetched.redirects] == [(status, AT, address, False)]


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://localhost/",
        "http://router.lan/",
        "//10.0.0.7/",
    ],
)
def test_a_redirect_inside(server, town, target):
    send_on(server, "/weir", target)
    refused = town.refused(AT)
    assert refused.why in {Why.NETWORK, Why.ADDRESS}
    assert refused.reason.startswith("a redirect leads to http://")
    assert len(town.dialled) == 1


def test_a_redirect_to_a_name_that_leads_inside(server, town):
    town.names["post.example"] = ["10.0.0.7"]
    send_on(server, "/weir", "http://post.example/new")
    refused = town.refused(AT)
    assert refused.why is Why.NETWORK
    assert refused.reason.startswith("a redirect leads to http://post.example/new: post.example is no public name")
    assert town.dialled == [("20.30.40.50", 80)]


@pytest.mark.parametrize(
    "target", ["file:///a/b", "ftp://post.example/", "data:text/html,x", "http://post.example:22/", "http://["]
)
def test_a_redirect_to_what_is_not_fetched(server, town, target):
    send_on(server, "/weir", target)
    assert town.refused(AT).why in {Why.ADDRESS, Why.REDIRECT}


def test_a_redirect_with_a_password_is_not_repeated(server, town):
    send_on(server, "/weir", "http://anna:word@post.example/")
    refused = town.refused(AT)
    assert "user name" in refused.reason
    assert "word" not in refused.reason


@pytest.mark.parametrize("way", [["/weir"], ["/a", "/weir"], ["/a", "/b", "/a"]])
def test_circles(server, town, way):
    for source, target in zip(["/weir", *way], way, strict=False):
        send_on(server, source, target)
    refused = town.refused(AT)
    assert refused.why is Why.REDIRECT
    assert "in a circle" in refused.reason
    assert len(server.asked) == len(way)


def test_too_many(server, town):
    for n in range(9):
        send_on(server, f"/{n}", f"/{n + 1}")
    server.give("/9", b"held")
    assert town.get("http://gazette.example/4", redirects=5).data == b"held"
    server.asked.clear()
    refused = town.refused("http://gazette.example/3", redirects=5)
    assert "more than 5 redirects" in refused.reason
    assert server.paths() == [f"/{n}" for n in range(3, 9)]
    assert "more than 0 redirects" in town.refused("http://gazette.example/8", redirects=0).reason


def test_a_redirect_to_nowhere(server, town):
    server.give("/weir", b"", 302)
    assert town.refused(AT).status == 302


def test_an_address_with_letters_of_its_own(server, town):
    server.pages["/weir"] = "HTTP/1.1 301 On\r\nLocation: /brücke über\r\n\r\n".encode()
    server.give("/br%C3%BCcke%20%C3%BCber", b"held")
    assert town.get(AT).address == "http://gazette.example/br%C3%BCcke%20%C3%BCber"


def test_a_refusal_at_the_end_names_the_way(server, town):
    send_on(server, "/weir", "http://post.example/new")
    refused = town.refused(AT)
    assert refused.reason == "a redirect leads to http://post.example/new: the server knows no such page (404)"
    assert refused.status == 404


def test_what_passes_is_told_with_the_way_too(server, town):
    send_on(server, "/weir", "http://post.example/new")
    server.give("/new", b"", 503, "Retry-After: 3")
    refused = town.refused(AT)
    assert refused.reason == "a redirect leads to http://post.example/new: the server is in trouble (503)"
    assert (refused.status, refused.after) == (503, 3)


def test_the_total_time_is_that_of_the_whole_way(server, town):
    def slow(n):
        def send(connection):
            time.sleep(0.15)
            connection.sendall(server.answer(b"", 302, f"Location: /{n + 1}"))

        return send

    for n in range(8):
        server.pages[f"/{n}"] = slow(n)
    refused = town.refused("http://gazette.example/0", total=0.4, redirects=20)
    assert "longer than 0.4 seconds" in refused.reason
    assert 1 <= len(server.asked) <= 3
