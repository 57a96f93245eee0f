import re
from pathlib import Path

import pytest

from sayso.errors import ConfigurationError
from sayso.ingest.fetch import Fetcher, FetchSettings
from sayso.ingest.fetch.settings import BOUNDS, fetch_settings


@pytest.mark.parametrize("name", BOUNDS)
def test_bounds(name):
    least, most = BOUNDS[name]
    assert getattr(FetchSettings(**{name: most}), name) == most
    for wrong in (least - 1, most + 1, float("nan")):
        with pytest.raises(ConfigurationError, match=name):
            FetchSettings(**{name: wrong})


@pytest.mark.parametrize("contact", ["", "a b", "desk@paper.example\r\nX: y", "(desk)", "x" * 300, "büro@paper.example"])
def test_a_contact_cannot_smuggle_anything_into_a_header(contact):
    with pytest.raises(ConfigurationError, match="contact"):
        FetchSettings(contact=contact)


@pytest.mark.parametrize("contact", ["desk@paper.example", "https://paper.example/robot?lang=en"])
def test_contacts(contact):
    assert FetchSettings(contact=contact).contact == contact


def test_settings_in_words():
    made = fetch_settings(
        ["total=120", " robots = false", "ports=80,8000", "size=50000000", "contact=a@b.example"], contact=None
    )
    told = FetchSettings(total=120, robots=False, ports=(80, 8000), size=50_000_000, contact="a@b.example")
    assert made == told
    assert fetch_settings(["contact=a@b.example"], contact="c@b.example", allow_private=True).contact == "c@b.example"


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("totl=5", "no fetch setting 'totl=5' .*there are contact, robots"),
        ("total", "no fetch setting 'total' .write NAME=VALUE"),
        ("total=soon", "does not fit.*total.*times are seconds"),
        ("robots=perhaps", "does not fit.*robots"),
        ("ports=http", "does not fit.*ports"),
        ("total=0", "total cannot be 0"),
    ],
)
def test_settings_in_words_that_say_nothing(word, words):
    with pytest.raises(ConfigurationError, match=words):
        fetch_settings([word])


def test_ports():
    with pytest.raises(ConfigurationError, match="ports"):
        FetchSettings(ports=(0,))


def test_the_page_names_every_setting_with_its_default():
    page = Path(__file__).parents[3] / "docs" / "explanation" / "fetching.md"
    rows = re.findall(r"^\| `(\w+)` \| (.*?) \|", page.read_text("utf-8").split("## Settings")[1], re.MULTILINE)
    shown = {
        name: "none" if getattr(FetchSettings(), name) is None else f"`{getattr(FetchSettings(), name)}`" for name, _ in rows
    }
    assert dict(rows) == shown
    assert list(shown) == list(FetchSettings.__struct_fields__)
    assert all(f"{name}:" in FetchSettings.__doc__ or f"{name}," in FetchSettings.__doc__ for name in shown)


def test_settings_are_frozen_and_safe_by_default():
    settings = Fetcher().settings
    assert settings.robots
    assert not settings.allow_private
    with pytest.raises(AttributeError):
        settings.robots = False
