import json
from pathlib import Path

import pytest

from sayso.cli.app import run

GOLD = Path(__file__).parents[1] / "evaluate" / "gold"


def test_figures_errors_and_predictions(capfd, tmp_path):
    rows = tmp_path / "told.jsonl"
    assert run(["evaluate", "extraction", str(GOLD / "extraction.jsonl"), "--predictions", str(rows)]) == 0
    out, err = capfd.readouterr()
    assert out.startswith("extraction on ")
    assert err == ""
    assert [set(json.loads(line)) for line in rows.read_text("utf-8").splitlines()] == [{"id", "articleBody"}] * 15


def test_gold_is_never_overwritten(capfd, tmp_path):
    rows = tmp_path / "gold.jsonl"
    before = (GOLD / "extraction.jsonl").read_bytes()
    rows.write_bytes(before)
    assert run(["evaluate", "extraction", str(rows), "--predictions", str(tmp_path / "." / "gold.jsonl")]) == 2
    assert "would overwrite" in capfd.readouterr().err
    assert rows.read_bytes() == before


def test_a_half_without_rows_is_not_shown(capfd, tmp_path):
    one = tmp_path / "one.jsonl"
    one.write_bytes((GOLD / "extraction.jsonl").read_bytes().splitlines()[0])
    assert run(["evaluate", "extraction", str(one), "--json"]) == 0
    assert list(json.loads(capfd.readouterr().out)["figures"]) == ["all", "even"]


def test_json_of_one_half(capfd):
    assert run(["evaluate", "extraction", str(GOLD / "extraction.jsonl"), "--json", "--part", "odd"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert (told["task"], told["part"], told["rows"], list(told["figures"])) == ("extraction", "odd", 7, ["odd"])


def test_a_dossier_and_what_it_skipped(capfd, tmp_path, sample_path):
    gold, out = tmp_path / "gold.json", tmp_path / "dossier.json"
    gold.write_text('{"outlook": [{"text": ["harbour", "would refloat the ferry"]}]}')
    assert run(["evaluate", "dossier", str(gold), str(sample_path), "--predictions", str(out)]) == 1  # it skipped a file
    assert "scan.pdf.txt" in capfd.readouterr().out
    assert json.loads(out.read_text("utf-8"))["schema"] == "sayso.dossier/1"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["coref", "x"], "coref"),
        (["timex", "none.jsonl"], "cannot read none.jsonl"),
        (["timex", "none.jsonl", "--part", "third"], "third"),
        (["timex", "none.jsonl", "--predictions", "no/such/x.jsonl"], "there is no folder no/such"),
        (["dossier", "none.json"], "nothing is named that could be measured"),
        (["dossier", "none.json", "x.json", "--part", "odd"], "no even and odd half"),
        (["dossier", "none.json", "x.json"], "cannot read none.json"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_2(capfd, monkeypatch, tmp_path, arguments, words):
    monkeypatch.chdir(tmp_path)
    assert run(["evaluate", *arguments]) == 2
    out, err = capfd.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert words in err
