import json
import sys
import types

import msgspec
import pytest

from sayso import __version__
from sayso.cli.app import run
from sayso.errors import ConfigurationError, RunError
from sayso.export.as_json import schema_text, to_json


@pytest.fixture
def path_taken(monkeypatch, sample, tmp_path):
    """Puts a pipeline in place that hands back the sample; notes what it was called with."""
    calls = []
    monkeypatch.chdir(tmp_path)

    def report(paths, settings, progress=None):
        calls.append((paths, settings, progress))
        return sample

    monkeypatch.setitem(sys.modules, "sayso.pipeline.report", types.SimpleNamespace(report=report))
    return calls


def whole(monkeypatch, sample, path_taken):
    dossier = msgspec.structs.replace(sample, skipped=())
    monkeypatch.setattr(sys.modules["sayso.pipeline.report"], "report", lambda *_: dossier)
    return dossier


def fails(monkeypatch, error):
    def report(*_):
        raise error

    monkeypatch.setattr(sys.modules["sayso.pipeline.report"], "report", report)


def test_version(capfd):
    assert run(["--version"]) == 0
    assert capfd.readouterr().out == f"sayso {__version__}\n"


@pytest.mark.parametrize("arguments", [[], ["--help"], ["report", "--help"], ["explain", "-h"], ["schema", "--help"]])
def test_every_help_carries_an_example(capfd, arguments):
    assert run(arguments) == 0
    assert "Example: sayso " in capfd.readouterr().out


def test_the_summary_names_what_was_skipped_and_the_status_tells(capfd, path_taken):
    assert run(["report", "reports"]) == 1
    out, err = capfd.readouterr()
    assert out.startswith("Ferry runs aground off Skerrin\n")
    assert "scan.pdf.txt: the file is no text" in out
    assert err == ""
    assert "\x1b" not in out


def test_other_formats_tell_of_skipped_documents_on_standard_error(capfd, path_taken, sample):
    assert run(["report", "reports", "--format", "json"]) == 1
    out, err = capfd.readouterr()
    assert out.encode() == to_json(sample)
    assert err == "sayso: skipped scan.pdf.txt: the file is no text (give it as text or HTML)\n"


def test_all_read_is_status_0(capfd, monkeypatch, path_taken, sample):
    whole(monkeypatch, sample, path_taken)
    assert run(["report", "reports", "-f", "markdown"]) == 0
    assert capfd.readouterr().out.startswith("# Ferry")


def test_settings_reach_the_path_and_nobody_watches_a_pipe(path_taken):
    run(["report", "a.txt", "b", "--as-of", "2031-03-09", "--model", "en_other"])
    paths, settings, progress = path_taken[0]
    assert [str(p) for p in paths] == ["a.txt", "b"]
    assert (settings.as_of.isoformat(), settings.model, progress) == ("2031-03-09", "en_other", None)


def test_the_ending_of_the_file_tells_the_format(tmp_path, path_taken, sample, capfd):
    page, data, notes = tmp_path / "s.html", tmp_path / "s.json", tmp_path / "s.md"
    assert run(["report", "x", "-o", str(page), "-o", str(data), "-o", str(notes)]) == 1
    assert len(path_taken) == 1
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert data.read_bytes() == to_json(sample)
    assert notes.read_text("utf-8").startswith("# Ferry")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["s.html", "s.json", "s.md"]
    assert capfd.readouterr().out == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["report"], "it is not clear what to report"),
        (["report", "x", "--story", "y"], "it is not clear what to report"),
        (["add"], "Missing argument"),
        (["documents", "--store", "gone.db"], "there is no store gone.db"),
        (["documents", "--since", "soon"], "--since cannot be 'soon'"),
        (["reprt"], "reprt"),
        (["report", "x", "--format", "pdf"], "pdf"),
        (["report", "x", "--as-of", "2031-02-30"], "write a day of the calendar as YYYY-MM-DD"),
        (["report", "x", "--as-of", "soon"], "as_of cannot be 'soon'"),
        (["report", "x", "--model", ""], "name an installed spaCy model"),
        (["report", "x", "-o", "story.pdf"], "story.pdf tells no format"),
        (["report", "x", "-o", "no/such/folder/s.json"], "there is no folder no/such/folder"),
        (["explain", "f1", "missing.json"], "cannot read missing.json"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_2(capfd, path_taken, arguments, words):
    assert run(arguments) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.startswith("sayso: ")
    assert words in err
    assert path_taken == []


@pytest.mark.parametrize(
    "error", [RunError("ingest", "nothing to read in x", "name a file"), ConfigurationError("a", "b", "c")]
)
def test_errors_of_the_path_are_one_line_and_status_2(capfd, path_taken, monkeypatch, error):
    fails(monkeypatch, error)
    assert run(["report", "x"]) == 2
    assert capfd.readouterr().err == f"sayso: {error}\n"


def test_a_folder_as_output_is_refused(capfd, path_taken, tmp_path):
    assert run(["report", "x", "-f", "json", "-o", str(tmp_path)]) == 2
    assert "it is a folder" in capfd.readouterr().err


def test_explain(capfd, sample_path):
    assert run(["explain", "x1", str(sample_path)]) == 0
    assert capfd.readouterr().out.startswith("Two accounts say yes and no for one thing")
    assert run(["explain", "refloat the ferry", str(sample_path)]) == 0
    assert capfd.readouterr().out.startswith("Harbour Post tells this on the word of “The line”.")
    assert run(["explain", "none", str(sample_path)]) == 2
    assert "nothing in this dossier has the id or the words none" in capfd.readouterr().err


def test_explain_refuses_what_is_no_dossier(capfd, tmp_path):
    other = tmp_path / "other.json"
    other.write_text(json.dumps({"schema": "sayso.dossier/1"}))
    assert run(["explain", "f1", str(other)]) == 2
    assert "is no dossier of the form sayso.dossier/1" in capfd.readouterr().err


def test_schema(capfd):
    assert run(["schema"]) == 0
    assert capfd.readouterr().out == schema_text()
