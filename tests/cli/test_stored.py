"""The commands over the store, from adding to a backup."""

import datetime as dt
import hashlib
import json
import os
import subprocess
import sys

import pytest

from sayso.cli.app import run

FIRE = "The mill at Orbost burned on Tuesday. {} people were hurt, the warden Ilse Navratil said.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("stored")
    (made / "in").mkdir()
    for name, number in (("lantern", 12), ("post", 14)):
        head = f"---\ntitle: Mill burns ({name})\npublisher: Orbost {name.title()}\ndate: 2031-03-0{number - 9}\n---\n"
        (made / "in" / f"{name}.txt").write_text(head + FIRE.format(number), "utf-8")
    (made / "in" / "empty.txt").write_bytes(b"")
    (made / "in" / "feed.xyz").write_bytes(b"?")
    return made


@pytest.fixture(scope="module")
def added(folder):
    assert run(["add", str(folder / "in"), "--story", "mill", "--store", str(folder / "s.db"), "--workers", "1"]) == 1
    return folder / "s.db"


@pytest.fixture
def here(added, monkeypatch):
    monkeypatch.setenv("SAYSO_STORE", str(added))
    return added


@pytest.fixture
def said(capfd):
    def say(*arguments, status=0):
        assert run([str(a) for a in arguments]) == status, capfd.readouterr().err
        return capfd.readouterr().out

    return say


def test_adding_again_tells_what_was_not_new_and_what_was_skipped(here, folder, capfd):
    assert run(["add", str(folder / "in"), "--story", "mill"]) == 1
    out, err = capfd.readouterr()
    assert out == f"{here}: 0 new documents, 2 sources unchanged, 2 skipped\n"
    assert "empty.txt: the file is empty" in err
    assert "feed.xyz: files of the kind .xyz are not read" in err
    assert run(["add", str(folder / "in"), "--story", "mill", "--json"]) == 1
    told = json.loads(capfd.readouterr().out)
    assert {k: v for k, v in told.items() if k != "skipped"} == {
        "new": 0,
        "renewed": 0,
        "known": 0,
        "copies": 0,
        "unchanged": 2,
    }
    assert len(told["skipped"]) == 2


def test_what_was_skipped_is_listed(here, said):
    *lines, last = said("documents", "--skipped").splitlines()
    assert last == "2 skipped"
    assert "empty.txt: the file is empty (check that it was saved whole, or remove it)" in lines[0]
    assert [s["reason"] for s in json.loads(said("documents", "--skipped", "--story", "other", "--json"))] == []


def test_documents_are_listed_by_day_and_narrowed(here, said):
    lines = said("documents").splitlines()
    assert [line.split("  ")[1:4] for line in lines[:2]] == [
        ["2031-03-03", "Orbost Lantern", "Mill burns (lantern)"],
        ["2031-03-05", "Orbost Post", "Mill burns (post)"],
    ]
    assert lines[2] == "2 documents"
    assert [d["publisher"] for d in json.loads(said("documents", "--since", "2031-03-04", "--json"))] == ["Orbost Post"]
    assert said("documents", "--story", "other") == "0 documents\n"


def test_search_by_words_and_by_meaning(here, said):
    found = json.loads(said("search", "mill -12", "--json"))
    assert [hit["document"]["publisher"] for hit in found] == ["Orbost Post"]
    assert "    14 people were hurt, the warden Ilse Navratil said.\n" in said("search", "hurt 14")
    assert said("search", "harbour") == "no document\n"
    assert len(json.loads(said("search", "mill", "--entity", "navratil", "--json"))) == 2
    assert json.loads(said("search", "mill", "--entity", "nobody", "--json")) == []
    (hit,) = json.loads(said("search", "a factory was destroyed by fire", "--similar", "--most", "1", "--json"))
    assert 0.2 < hit["score"] < 1
    assert said("search", "a factory was destroyed by fire", "--similar", "--outlet", "none") == "no document\n"


def test_a_query_may_be_typed_without_quotation_marks(here, said):
    for words in (["mill", "-12"], ["-12", "mill"], ["mill", "burned", "-harbour", "-12"], ["mill -12"]):
        assert [hit["document"]["publisher"] for hit in json.loads(said("search", *words, "--json"))] == ["Orbost Post"]
    assert len(json.loads(said("search", "burned on", "mill", "--json"))) == 2
    assert json.loads(said("search", "on burned", "mill", "--json")) == []  # one argument of several words is a phrase
    assert len(json.loads(said("search", "on burned", "--json"))) == 2


def test_lists_in_json_tell_moments_addresses_and_hashes(here, folder, said):
    (hit,) = json.loads(said("search", "mill -12", "--json"))
    (item,) = json.loads(said("documents", "--outlet", "orbost post", "--json"))
    assert hit["document"] == item
    told = {"published": "2031-03-05", "published_at": None, "zone": None, "modified": None, "collected": None}
    assert {name: item[name] for name in told} == told
    assert item["sha256"] == hashlib.sha256((folder / "in" / "post.txt").read_bytes()).hexdigest()
    assert len(item["digest"]) == 64
    assert dt.datetime.fromisoformat(item["added"]).tzinfo is not None
    assert item["address"] is None


def test_a_report_over_a_story_and_over_a_query(here, said):
    one, other = json.loads(said("report", "--story", "mill", "-f", "json", status=1)), None
    assert len(one["documents"]) == 2
    assert len(one["skipped"]) == 2
    other = json.loads(said("report", "--query", "mill 14", "-f", "json"))
    assert [d["publisher"] for d in other["documents"]] == ["Orbost Post"]


def test_versions_of_a_file_that_changed(here, folder, said):
    file = folder / "in" / "lantern.txt"
    before = file.read_text("utf-8")
    run(["add", str(folder / "in" / "post.txt")])
    file.write_text(before.replace("12", "13"), "utf-8")
    try:
        copy = folder / "versions.db"
        said("store", "backup", copy)
        said("add", file, "--store", copy)
        shown = said("versions", "lantern.txt", "--store", copy)
        assert "    12 became 13 in paragraph 1\n" in shown
        told = json.loads(said("versions", file, "--store", copy, "--json"))
        assert [len(v["changes"]) for v in told] == [0, 1]
    finally:
        file.write_text(before, "utf-8")


def test_tables_are_written(here, said, tmp_path):
    pages = said("export", "--to", "csv", "--story", "mill", "-o", tmp_path, "--table", "claims", "--table", "documents")
    assert pages == f"{tmp_path}/claims.csv\n{tmp_path}/documents.csv\n2 tables of 2 documents\n"
    assert (tmp_path / "documents.csv").read_text("utf-8").count("\n") == 3
    files = json.loads(said("export", "--to", "jsonl", "--story", "mill", "-o", tmp_path, "--json"))
    assert len(files) > 10


def test_check_backup_and_restore(here, said, tmp_path):
    assert said("store", "check").endswith("2 documents, 2 annotations, 2 skipped: whole\n")
    assert said("store", "backup", tmp_path / "a.jsonl.gz") == f"{tmp_path / 'a.jsonl.gz'}: a backup of {here}\n"
    said("store", "restore", tmp_path / "a.jsonl.gz", "--store", tmp_path / "new.db")
    assert said("documents", "--store", tmp_path / "new.db") == said("documents")
    assert json.loads(said("store", "check", "--json"))["problems"] == []


SLOW = "spacy thinc numpy scipy onnxruntime pint pandas trafilatura pypdf py3langid warcio alembic".split()
LIGHT = """
import sys
from sayso.cli.app import run
status = run(sys.argv[2:])
print(*sorted(set(sys.argv[1].split()) & set(sys.modules)), sep=",", file=sys.stderr)
sys.exit(status)
"""


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["add", "FOLDER", "--story", "mill"], ["documents"], ["search", "mill"], ["versions", "post.txt"]],
    ids=lambda a: a[0],
)
def test_what_is_known_is_told_without_loading_a_model(here, folder, arguments):
    given = [str(folder / "in") if a == "FOLDER" else a for a in arguments]
    if given[0] == "add":  # what could not be read is looked at again, and so loads what reads it
        given[1:2] = [str(folder / "in" / name) for name in ("lantern.txt", "post.txt")]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", LIGHT, " ".join(SLOW), *given]
    ended = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
    assert (ended.returncode, ended.stderr) == (0, "\n"), ended.stdout
    if given[0] == "add":
        assert "0 new documents, 2 sources unchanged" in ended.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["store", "backup"], "backup takes a FILE"),
        (["store", "check", "x.db"], "check takes no FILE"),
        (["search", "***"], "asks for no word"),
        (["search", "-fire"], "the query '-fire' asks for no word"),
        (["search", "-fire", "-mill"], "asks for no word"),
        (["search", "mill", "--oulet", "x"], "there is no option --oulet (see sayso search --help"),
        (["search", "-h"], "there is no option -h (see sayso search --help"),
        (["search", ""], "asks for no word"),
        (["add", "x", "--fetch", "speed=9"], "there is no fetch setting 'speed=9'"),
        (["add", "x", "--fetch", "total=soon"], "a fetch setting does not fit"),
        (["store", "restore", "gone.db", "--store", "new.db"], "there is no file gone.db"),
        (["versions", "nothing"], "means no document"),
        (["report", "--story", "none"], "holds no such document (its stories are: mill"),
        (["documents", "--store", "gone.db"], "there is no store gone.db"),
        (["add", "x", "--store", "mysql://a/b"], "cannot be kept in mysql"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_2(here, capfd, arguments, words):
    assert run(arguments) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("sayso: ")
    assert words in err
    assert err.count("\n") == 1
