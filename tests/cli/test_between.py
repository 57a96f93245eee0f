"""`sayso diff` and `sayso compare` on the command line."""

import json
import sys
import types

import pytest

from sayso.cli.app import run


@pytest.fixture
def paths(old_path, new_path):
    return [str(old_path), str(new_path)]


@pytest.mark.parametrize("command", ["diff", "compare"])
def test_every_help_carries_an_example(capfd, command):
    assert run([command, "--help"]) == 0
    assert f"Example: sayso {command} " in capfd.readouterr().out


def test_diff(capfd, paths):
    assert run(["diff", *paths]) == 0
    out, err = capfd.readouterr()
    assert "NOW DISPUTED" in out
    assert err == ""
    assert "\x1b" not in out


def test_compare_reads_a_dossier(capfd, paths):
    assert run(["compare", "gazette", "RADIO", paths[1]]) == 0
    assert capfd.readouterr().out.startswith("The Hill Gazette and Radio Tarn\n")


def test_the_ending_of_the_file_tells_the_format(capfd, tmp_path, paths):
    notes, data = tmp_path / "changes.md", tmp_path / "changes.json"
    assert run(["diff", *paths, "-o", str(notes)]) == 0
    assert run(["compare", "hill", "radio", paths[1], "-o", str(data)]) == 0
    assert notes.read_text("utf-8").startswith("# Mill wall falls, 14 hurt\n")
    assert json.loads(data.read_bytes())["schema"] == "sayso.comparison/1"
    assert capfd.readouterr().out == ""


def test_json_has_everything_however_little_is_shown(capfd, paths):
    assert run(["diff", *paths, "--format", "json"]) == 0
    short = capfd.readouterr().out
    assert run(["diff", *paths, "--format", "json", "--all"]) == 0
    assert capfd.readouterr().out == short
    assert json.loads(short)["schema"] == "sayso.diff/1"


def test_compare_reads_reports_and_tells_what_it_skipped(capfd, monkeypatch, sample):
    monkeypatch.setitem(sys.modules, "sayso.pipeline.report", types.SimpleNamespace(report=lambda *_: sample))
    one, other = sorted({d.publisher for d in sample.documents})[:2]
    assert run(["compare", one, other, "reports"]) == 1
    out, err = capfd.readouterr()
    assert out.startswith(f"{one} and {other}\n")
    assert "skipped scan.pdf.txt" in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["diff", "OLD"], "Missing argument"),
        (["diff", "OLD", "missing.json"], "cannot read missing.json"),
        (["diff", "OLD", "NEW", "-o", "changes.html"], "changes.html tells no format"),
        (["diff", "OLD", "NEW", "-f", "html"], "html"),
        (["compare", "hill", "radio"], "Missing argument"),
        (["compare", "hill", "post", "NEW"], "the outlets are: Coast Daily, Radio Tarn, The Hill Gazette"),
        (["compare", "hill", "gazette", "NEW"], "are both The Hill Gazette"),
        (["compare", "hill", "radio", "NEW", "reports"], "a dossier in JSON stands alone"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_2(capfd, paths, arguments, words):
    known = dict(zip(("OLD", "NEW"), paths, strict=True))
    assert run([known.get(a, a) for a in arguments]) == 2
    out, err = capfd.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert words in err
