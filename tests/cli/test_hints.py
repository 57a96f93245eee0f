"""What to do next, in commands that work as they are printed."""

from pathlib import Path

import pytest

from sayso.cli.hints import called, hints
from sayso.export.formats import Format


@pytest.fixture
def installed(tmp_path, monkeypatch):
    command = tmp_path / "bin" / "sayso"
    command.parent.mkdir()
    command.write_text("#!/bin/sh\n")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(command.parent))
    return command


def test_the_command_is_plain_only_where_the_shell_finds_that_one(installed, tmp_path):
    assert called(str(installed)) == "sayso"
    assert called(".venv/bin/sayso") == ".venv/bin/sayso"
    assert called(str(tmp_path / "my tools" / "sayso")) == f"'{tmp_path}/my tools/sayso'"
    assert called("/lib/sayso/__main__.py") == "python -m sayso"


def test_the_files_that_are_written_are_named():
    jobs = [(Format.TERMINAL, None), (Format.JSON, Path("out/a b.json")), (Format.HTML, Path("out/a.html"))]
    why, page = hints(".venv/bin/sayso", jobs)
    assert why == "Why any of this: .venv/bin/sayso explain ID 'out/a b.json'"
    assert page == "Every report with its words marked: out/a.html"


def test_else_how_to_have_them():
    why, page = hints("sayso", [(Format.TERMINAL, None), (Format.JSON, None)])
    assert why.endswith("sayso report … -o story.json, then sayso explain ID story.json")
    assert page.endswith("sayso report … -o story.html")
