"""Which annotators there are, and in what order they run."""

import sys
from importlib.metadata import EntryPoint
from itertools import permutations

import pytest

from sayso.annotate import team
from sayso.annotate.annotator import GROUP, Found
from sayso.annotate.annotators import annotate_one
from sayso.annotate.conformance import document
from sayso.annotate.own import Attributions, Clauses, Mentions, Quantities, Times
from sayso.annotate.parse import load_model, parse
from sayso.errors import ConfigurationError
from sayso.model.annotations import Layer, Note

OWN = (Times(), Quantities(), Attributions(), Mentions(), Clauses())


def annotator(name, writes, reads=(), replaces=None, items=()):
    made = {"name": name, "version": "1", "reads": frozenset(reads), "writes": writes, "replaces": replaces}
    return type(name, (), {**made, "annotate": lambda self, parsed, found: items})()


def names(found):
    return [a.name for a in found]


def test_installed_are_the_projects_own():
    team.installed.cache_clear()
    assert {a.name for a in team.installed()} >= {a.name for a in OWN}


def test_the_order_follows_from_reading_and_not_from_listing():
    orders = {tuple(names(team.ordered(p))) for p in permutations((*OWN, annotator("z", "z-notes", ["clauses"])))}
    (order,) = orders
    assert order.index("sayso.times") < order.index("sayso.quantities") < order.index("sayso.clauses") < order.index("z")


def test_one_may_take_the_place_of_another():
    mine = annotator("mine.times", Layer.TIMES, replaces="sayso.times")
    assert "sayso.times" not in names(team.ordered([*OWN, mine]))
    assert "mine.times" in names(team.ordered([*OWN, mine]))


@pytest.mark.parametrize(
    ("added", "told"),
    [
        ([annotator("a", Layer.TIMES)], "two annotators write times"),
        ([annotator("sayso.times", "other")], "two annotators are named sayso.times"),
        ([annotator("a", "x", ["y"])], "annotator a reads y, which no annotator writes"),
        ([annotator("a", "x", ["y"]), annotator("b", "y", ["x"])], "annotators wait for each other"),
        ([annotator("a", "x", replaces="nobody")], "annotator a replaces nobody, which is not there"),
        ([annotator("a", "x", replaces="sayso.mentions")], "no annotator writes mentions"),
        (
            [annotator("a", Layer.TIMES, replaces="sayso.times"), annotator("b", "x", replaces="sayso.times")],
            "two annotators replace sayso.times",
        ),
    ],
)
def test_what_cannot_be_put_in_order_is_told(added, told):
    with pytest.raises(ConfigurationError, match=told):
        team.ordered([*OWN, *added])


def test_undeclared_layers_are_out_of_reach():
    found = Found("a", {"times": ()})
    assert found.times == ()
    with pytest.raises(ConfigurationError, match="annotator a reads mentions, which it does not declare"):
        _ = found.mentions


def test_a_package_beside_the_project_is_found(tmp_path, monkeypatch):
    (tmp_path / "harbour_notes.py").write_text(
        "from sayso.model.annotations import Note\n"
        "class Bells:\n"
        "    name, version, reads, writes, replaces = 'harbour.bells', '3', frozenset(), 'bells', None\n"
        "    def annotate(self, parsed, found):\n"
        "        at = parsed.document.text.find('bell')\n"
        "        return [Note(start=at, end=at + 4, label='bell')] if at >= 0 else []\n"
    )
    info = tmp_path / "harbour_notes-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: harbour-notes\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[{GROUP}]\nbells = harbour_notes:Bells\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    team.installed.cache_clear()
    try:
        (parsed,) = parse([document(["The bell rang at noon."])], load_model())
        assert annotate_one(parsed).notes == {"bells": (Note(start=4, end=8, label="bell"),)}
    finally:
        team.installed.cache_clear()


@pytest.mark.parametrize("body", ["", "class Bells:\n    name = 'x'\n", "import nothing_of_this_name\n"])
def test_a_broken_package_is_told_by_name(tmp_path, monkeypatch, body):
    (tmp_path / "broken_notes.py").write_text(body)
    info = tmp_path / "broken_notes-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: broken-notes\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[{GROUP}]\nbells = broken_notes:Bells\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(__import__("sys").modules, "broken_notes", raising=False)
    team.installed.cache_clear()
    try:
        with pytest.raises(ConfigurationError, match="the annotator broken_notes:Bells"):
            team.installed()
    finally:
        team.installed.cache_clear()


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("raise ValueError('no table')", "cannot be loaded: ValueError: no table"),
        (
            "name = ''\nversion = '1'\nwrites = 'x'\nreads = frozenset()\nreplaces = None\nannotate = None",
            "declares '' as its `name`",
        ),
        ("name = 'x'", "declares no `version`"),
    ],
)
def test_a_broken_part_is_named(tmp_path, monkeypatch, body, told):
    body = body.replace("\n", "\n    ")
    (tmp_path / "broken_part.py").write_text(f"class Broken:\n    {body}\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "broken_part", raising=False)
    with pytest.raises(ConfigurationError, match=told):
        team._load(EntryPoint("broken", "broken_part:Broken", GROUP))
