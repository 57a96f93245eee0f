"""Encrypted connections: the certificate is that of the name asked for, though the connection goes to a number."""

import datetime as dt
import ssl

import pytest
import trustme

from sayso.ingest.fetch.refusals import Why

AT = "https://gazette.example/weir"


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


@pytest.fixture
def encrypt(server, town, authority):
    """Puts the server behind a certificate."""

    def start(*names, issuer=authority, **details):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        issuer.issue_cert(*names, **details).configure_cert(context)
        plain = server.get_request

        def get_request():
            connection, peer = plain()
            connection.settimeout(5)
            return context.wrap_socket(connection, server_side=True), peer

        server.get_request = get_request
        server.handle_error = lambda *_: None
        town.tls = ssl.create_default_context()
        authority.configure_trust(town.tls)

    return start


def test_the_name_is_that_of_the_address(server, town, encrypt):
    encrypt("gazette.example")
    server.give("/weir", b"held")
    assert town.get(AT).data == b"held"
    assert town.dialled == [("20.30.40.50", 443)]
    assert server.asked[0].headers["Host"] == "gazette.example"


def test_a_certificate_of_another(server, town, encrypt):
    encrypt("post.example")
    refused = town.refused(AT)
    assert refused.why is Why.BROKEN
    assert "gazette.example cannot prove who it is" in refused.reason
    assert len(town.dialled) == 1
    assert server.asked == []


def test_a_certificate_that_is_over(town, encrypt):
    encrypt("gazette.example", not_after=dt.datetime(2021, 1, 1, tzinfo=dt.UTC))
    assert "expired" in town.refused(AT).reason


def test_a_certificate_that_nobody_vouches_for(town, encrypt):
    encrypt("gazette.example", issuer=trustme.CA())
    assert "cannot prove who it is" in town.refused(AT).reason


def test_no_encryption_where_it_should_be(server, town):
    def talk(connection, peer):
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        connection.close()

    server.process_request = talk
    refused = town.refused(AT)
    assert refused.why is Why.BROKEN
    assert "no encrypted connection to gazette.example" in refused.reason
    assert len(town.dialled) == 1


def test_a_way_that_goes_on_unencrypted_is_told(server, town, encrypt):
    encrypt("gazette.example")
    encrypted, plain = server.get_request, type(server).get_request.__get__(server)
    turns = [encrypted, plain]

    def one_after_the_other():
        return turns.pop(0)()

    server.get_request = one_after_the_other
    server.pages["/weir"] = [server.answer(b"", 302, "Location: http://post.example/weir"), server.answer(b"held")]
    fetched = town.get(AT)
    assert fetched.data == b"held"
    assert fetched.downgraded
    assert [(r.source, r.target, r.downgrade) for r in fetched.redirects] == [(AT, "http://post.example/weir", True)]
