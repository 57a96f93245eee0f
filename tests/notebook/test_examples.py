"""The code on the page about the Python interface runs as it stands."""

import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "python.md"
REPORTS = {
    "harbour.txt": "The ferry Sula ran aground on Tuesday with 41 people on board, the coast guard said.\n",
    "island.txt": "The ferry Sula ran aground on Tuesday with 38 people on board, the mayor, Ada Morn, said.\n",
}


def test_the_examples_run_one_after_the_other(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").mkdir()
    for name, text in REPORTS.items():
        (tmp_path / "reports" / name).write_text(f"---\ndate: 2031-03-06\npublisher: {name}\n---\n{text}", "utf-8")
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert len(blocks) == 3
    told = {}
    for block in blocks:
        exec(compile(block, str(PAGE), "exec"), told)
    assert told["again"] == told["dossier"]
    assert set(told["claims"]["outlet"]) == set(REPORTS)
    assert "The ferry Sula ran aground" in capsys.readouterr().out
    assert (tmp_path / "story.html").stat().st_size > 1000
