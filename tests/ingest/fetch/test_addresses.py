"""Addresses are brought into one form, and judged in that form."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import SkipDocument
from sayso.ingest.fetch import addresses
from sayso.ingest.fetch.refusals import Refused, Why

OURS = {"ports": (80, 443, 8080)}


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("https://gazette.example", "https://gazette.example/"),
        (" HTTP://Gazette.Example:80/A?b=c#d\n", "http://gazette.example/A?b=c"),
        ("http://gazette.example.:8080/", "http://gazette.example:8080/"),
        ("https://gazette.example/a b/ü?q=ö ä", "https://gazette.example/a%20b/%C3%BC?q=%C3%B6%20%C3%A4"),
        ("https://gazette.example/%7Ea%20b", "https://gazette.example/%7Ea%20b"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://[2A00:0::1]/x", "https://[2a00::1]/x"),
        ("https://20.30.40.50/x", "https://20.30.40.50/x"),
        ("https://gazette.example?x", "https://gazette.example/?x"),
        ("https://my_blog.example/", "https://my_blog.example/"),
    ],
)
def test_one_form(written, form):
    assert addresses.parse(written, **OURS).text == form
    assert addresses.parse(form, **OURS).text == form


@pytest.mark.parametrize(
    "written",
    [
        "ftp://gazette.example/a",
        "file:///a/b",
        "data:text/html,hello",
        "javascript:alert(1)",
        "gopher://gazette.example/",
        "gazette.example/a",
        "//gazette.example/a",
        "http:/gazette.example",
        "http://",
        "http:///a",
        "http://:80/",
        "http://gazette.example:0/",
        "http://gazette.example:22/",
        "http://gazette.example:99999/",
        "http://gazette.example:x/",
        "http://anna@gazette.example/",
        "http://anna:word@gazette.example/",
        "http://@gazette.example/",
        "http://gazette.example\\@mirror.example/",
        "http://gazette.example/a\x00b",
        "http://gaz\tette.example/",
        "http://gazette.example/\r\nHost: mirror.example",
        "http://gazette.example/\ud800",
        "http://gaz ette.example/",
        "http://%67azette.example/",
        "http://gazette..example/",
        "http://-gazette.example/",
        "http://[::1",
        "http://[::1]x/",
        "http://[1::2::3]/",
        "http://x[::1]/",
        "http://[2a00::1%25eth0]/",
        "http://[gazette.example]/",
        "http://" + "a" * 64 + ".example/",
        "http://gazette.example/" + "a" * 5000,
        "",
    ],
)
def test_refused_for_their_form(written):
    with pytest.raises(Refused) as caught:
        addresses.parse(written, **OURS)
    assert caught.value.why is Why.ADDRESS
    assert "word" not in caught.value.reason


@pytest.mark.parametrize(
    "host",
    [
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "017700000001",
        "0177.0.0.1",
        "127.1",
        "127.0.1",
        "127.0.0.01",
        "1.2.3.4.5",
        "256.1.1.1",
        "gazette.1",
        "gazette.0x",
        "127.0.0.1.",
        "１２７.0.0.1",
        "127。0。0。1",
        "①②⑦.0.0.1",
        "127.0.0.1",
        "10.0.0.1",
        "169.254.169.254",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[fd00:ec2::254]",
        "localhost",
        "LOCALHOST.",
        "sub.localhost",
        "ｌｏｃａｌｈｏｓｔ",
        "printer.local",
        "metadata.google.internal",
        "router.lan",
        "intranet",
    ],
)
def test_hosts_that_lead_inside(host):
    with pytest.raises(Refused) as caught:
        addresses.parse(f"http://{host}/")
    assert caught.value.why in {Why.ADDRESS, Why.NETWORK}
    with pytest.raises(SkipDocument):
        addresses.check(host)


@pytest.mark.parametrize("host", ["gazette.example", "20.30.40.50", "[2a00::1]", "2a00::1", "bücher.example"])
def test_hosts_outside(host):
    addresses.check(host)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "10.1.2.3", "intranet", "printer.local"])
def test_ones_own_network_is_opened_by_the_setting(host):
    addresses.check(host, allow_private=True)
    assert addresses.parse(f"http://{host}:50123/", allow_private=True).port == 50123


@pytest.mark.parametrize(
    "host", ["169.254.169.254", "[fe80::1]", "0.0.0.0", "[::]", "224.0.0.1", "2130706433", "0177.0.0.1"]
)
def test_the_setting_opens_no_more(host):
    with pytest.raises(Refused):
        addresses.parse(f"http://{host}/", allow_private=True)


def test_numbers_with_too_many_colons():
    with pytest.raises(Refused, match="no host"):
        addresses.check("1::2::3")


def test_a_name_with_a_user_is_no_host():
    with pytest.raises(Refused, match="user name"):
        addresses.check("gazette.example@10.0.0.1")


@settings(deadline=None)
@given(
    st.text(max_size=60) | st.text(max_size=40).map("http://".__add__) | st.from_regex(r"https?://[0-9a-fx.:\[\]@%]{0,30}")
)
def test_any_text_is_parsed_or_refused(text):
    try:
        parsed = addresses.parse(text)
    except Refused:
        return
    assert parsed.text.isascii()
    assert addresses.parse(parsed.text) == parsed
