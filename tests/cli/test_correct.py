"""`sayso correct`: what it writes, and what it asks for where it cannot."""

import json
import re

import pytest
from msgspec import structs

from sayso.cli.app import run
from sayso.corrections.files import NAME
from sayso.export.as_json import to_json

SIGNED = ["--by", "A. Reader", "--why", "same ship"]


@pytest.fixture
def story(sample, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").mkdir()
    placed = structs.replace(sample, run=structs.replace(sample.run, corrections=(f"reports/{NAME}",)))
    (tmp_path / "story.json").write_bytes(to_json(placed))
    return placed


def lines(tmp_path):
    return [json.loads(line) for line in (tmp_path / "reports" / NAME).read_text("utf-8").splitlines()]


def test_a_line_says_who_when_why_and_what(capfd, story, tmp_path):
    a, b = story.findings[:2]
    assert run(["correct", "merge-findings", a.id, b.id, "-d", "story.json", *SIGNED]) == 0
    (line,) = lines(tmp_path)
    assert (line["by"], line["why"], line["action"]) == ("A. Reader", "same ship", "merge-findings")
    assert [t["words"] for t in line["targets"]] == [a.statement, b.statement]
    known = {c.id: c for c in story.claims}
    told = [(c["document"], c["start"], c["text"]) for c in line["targets"][0]["claims"]]
    assert told == [(known[c].document, known[c].start, known[c].text) for c in a.claims]
    assert line["id"] in capfd.readouterr().out


def test_lines_are_listed_and_undone(capfd, story, tmp_path):
    outlets = sorted({d.publisher for d in story.documents})[:2]
    assert run(["correct", "list", "-d", "story.json"]) == 0
    assert "no corrections in reports/" in capfd.readouterr().out
    assert run(["correct", "set-publisher-family", *outlets, "-d", "story.json", *SIGNED]) == 0
    assert run(["correct", "undo", "1", "-d", "story.json", "--by", "Desk", "--why", "two owners"]) == 0
    capfd.readouterr()
    assert run(["correct", "list", "--file", f"reports/{NAME}"]) == 0
    out = capfd.readouterr().out
    assert f"A. Reader: set-publisher-family {outlets[0]} and {outlets[1]}" in out
    assert "because same ship; undone by Desk on" in out
    assert lines(tmp_path)[1]["targets"] == [{"kind": "line", "id": lines(tmp_path)[0]["id"]}]


def test_a_file_is_known_by_its_bytes_without_a_dossier(story, tmp_path):
    (tmp_path / "reports" / "a.txt").write_text("x")
    assert run(["correct", "set-published", "reports/a.txt", "--to", "2031-03-09", *SIGNED]) == 0
    (target,) = lines(tmp_path)[0]["targets"]
    assert target["sha256"] == "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["merge-findings", "F", "F"], "needs at least 2 findings .take ids that the report shows"),
        (["merge-findings", "nothing-like-it", "F"], "take an id that the summary shows"),
        (["dismiss-discrepancy", "F"], "no discrepancy is meant by"),
        (["dismiss-discrepancy"], "needs at least 1 discrepancy"),
        (["split-finding", "F"], "needs claims of one finding .name one finding and the claims"),
        (["split-entity", "E"], "needs an entity and names"),
        (["split-entity", "E", "Nobody"], "has no name or mention 'Nobody' .its names are"),
        (["set-published", "D", "--to", "soon"], "--to cannot be 'soon' .write a day"),
        (["set-publisher", "D"], "needs --to"),
        (["set-publisher-family", "Nobody", "None"], "no report here is by 'Nobody' .the outlets are"),
        (["dismiss-discrepancy", "X", "--to", "x"], "takes no --to .leave --to out"),
        (["undo", "4"], "no line 4 in .*sayso correct list"),
        (["undo"], "undo needs a line"),
        (["join", "F", "F"], "join"),
    ],
)
def test_errors_name_what_to_do(capfd, story, tmp_path, arguments, words):
    real = {"F": story.findings[0].id, "E": story.entities[0].id, "D": story.documents[0].id, "X": story.discrepancies[0].id}
    assert run(["correct", *(real.get(a, a) for a in arguments), "-d", "story.json", *SIGNED]) == 2
    assert re.search(words, capfd.readouterr().err)
    assert not (tmp_path / "reports" / NAME).exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["dismiss-discrepancy", "x1", *SIGNED, "--file", "c.jsonl"], "add --dossier FILE.json"),
        (["dismiss-discrepancy", "x1", *SIGNED], "name it with --file, or the dossier with --dossier"),
        (["set-publisher-family", "A", "B", "--file", "c.jsonl", "--why", "x"], "a correction needs --by"),
        (["set-publisher-family", "A", "B", "--file", "c.jsonl", "--by", "x"], "a correction needs --why"),
        (["set-publisher-family", "A", "B", "--file", "no/c.jsonl", *SIGNED], "choose another file with --file"),
        (["list"], "name it with --file"),
    ],
)
def test_without_a_dossier(capfd, tmp_path, monkeypatch, arguments, words):
    monkeypatch.chdir(tmp_path)
    assert run(["correct", *arguments]) == 2
    assert words in capfd.readouterr().err


def test_a_dossier_made_elsewhere_asks_for_the_file(capfd, sample, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for places in ((), ("gone/" + NAME,)):
        made = structs.replace(sample, run=structs.replace(sample.run, corrections=places))
        (tmp_path / "story.json").write_bytes(to_json(made))
        assert run(["correct", "list", "-d", "story.json"]) == 2
        assert "name one with --file" in capfd.readouterr().err
