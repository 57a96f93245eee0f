"""Outlets of one house, and hosts."""

import pytest

from sayso.errors import ConfigurationError
from sayso.judge.publishers import curated, publishers_of
from sayso.model.story import Family

MINE = """
[families]
"Harbour Press" = ["The Orbost Lantern", "lantern.example"]
"Telegraph Media Group" = []
[hosts]
names = ["Newsdesk Portal"]
"""


@pytest.fixture
def mine(tmp_path):
    path = tmp_path / "houses.toml"
    path.write_text(MINE, "utf-8")
    return publishers_of(path)


def test_names_and_addresses_of_one_house_make_a_family():
    told = curated().families_among(["Reuters", "uk.reuters.com", "www.reuters.com", "The Orbost Lantern"])
    assert told == (Family(name="Reuters", outlets=("Reuters", "uk.reuters.com", "www.reuters.com")),)


def test_one_outlet_alone_is_no_family():
    assert curated().families_among(["Reuters", "Reuters", "The Orbost Lantern"]) == ()


def test_namesakes_are_kept_apart():
    assert curated().families_among(["abc.net.au", "abcnews.go.com", "abc.es"]) == ()


@pytest.mark.parametrize("name", ["Yahoo News", "uk.news.yahoo.com", "MSN"])
def test_hosts_are_known(name):
    assert curated().is_host(name)
    assert not curated().is_host(f"{name} of Orbost")


def test_no_outlet_stands_in_two_houses():
    houses = [(o.casefold(), house) for house, outlets in curated().families.items() for o in outlets]
    assert len({o for o, _ in houses}) == len(houses)


def test_a_file_adds_and_takes_out(mine):
    told = mine.families_among(["Orbost Lantern", "news.lantern.example", "telegraph.co.uk", "The Sunday Telegraph"])
    assert told == (Family(name="Harbour Press", outlets=("Orbost Lantern", "news.lantern.example")),)
    assert mine.is_host("newsdesk portal") and mine.is_host("MSN")


@pytest.mark.parametrize(
    ("text", "told"),
    [("[families", "no table of publishers"), ('[families]\nA = "x"', "array"), ("[house]\n", "unknown field")],
)
def test_a_broken_file_is_told(tmp_path, text, told):
    path = tmp_path / "x.toml"
    path.write_text(text)
    with pytest.raises(ConfigurationError, match=told):
        publishers_of(path)
    with pytest.raises(ConfigurationError, match="cannot read"):
        publishers_of(tmp_path / "none.toml")
