"""The gate over recorded floors: the small gold is measured here, so that a fall fails the tests."""

import importlib.util
import sys
from pathlib import Path

import msgspec
import pytest

ROOT = Path(__file__).parents[2]


def loaded():
    spec = importlib.util.spec_from_file_location("gate_quality", ROOT / "benchmarks" / "gate_quality.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["gate_quality"] = module
    spec.loader.exec_module(module)
    return module


gate = loaded()
OWN = [s for s in gate.recorded() if s.own]


# The own story takes as long as a whole report: `make gate` alone measures it.
@pytest.mark.parametrize("gold_set", [s for s in OWN if s.task != "dossier"], ids=lambda s: s.name)
def test_every_figure_of_the_small_gold_holds(gold_set, nlp):
    told = []
    assert gate.check(gold_set, ROOT, nlp, told.append), "\n".join(told)


def test_a_fall_is_told(nlp):
    times = next(s for s in OWN if s.task == "timex")
    told = []
    assert not gate.check(msgspec.structs.replace(times, floors={"value_f1": 0.999}), ROOT, nlp, told.append)
    assert any(line.startswith("  FELL value_f1") for line in told)


def test_every_task_has_floors_on_published_and_on_own_gold():
    for own in (True, False):
        assert {s.task for s in gate.recorded() if s.own is own} == {
            "timex", "attribution", "quantities", "extraction", "dossier"
        }  # fmt: skip
    assert all(s.floors and "skipped" in s.ceilings for s in gate.recorded())


def test_the_folder_is_named_or_found_or_absent(tmp_path, monkeypatch):
    monkeypatch.setattr(gate, "CHECKOUT", tmp_path / "checkout")
    monkeypatch.delenv("SAYSO_DATA", raising=False)
    assert gate.data_folder([]) is None
    beside = tmp_path / "shared" / "data"
    beside.mkdir(parents=True)
    assert gate.data_folder([]) == beside
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path))
    assert gate.data_folder([]) == tmp_path
    assert gate.data_folder([str(beside)]) == beside
    with pytest.raises(SystemExit, match="there is no folder"):
        gate.data_folder([str(tmp_path / "none")])


def test_without_a_folder_the_gate_says_so_and_reads_its_own(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(gate, "data_folder", lambda _: None)
    monkeypatch.setattr(gate, "recorded", lambda: [s for s in OWN if s.task == "extraction"])
    assert gate.main([]) == 0
    assert "reading the project's own small gold" in capsys.readouterr().out
    monkeypatch.setattr(gate, "data_folder", lambda _: tmp_path)
    monkeypatch.setattr(gate, "recorded", lambda: [msgspec.structs.replace(OWN[0], own=False)])
    assert gate.main([]) == 2  # the folder lacks the set
    assert "No such file" in capsys.readouterr().err


def test_stories_are_found_with_their_gold_and_averaged(tmp_path):
    for name in ("a", "b"):
        (tmp_path / "stories" / name).mkdir(parents=True)
    (tmp_path / "a.json").write_text("{}")
    mean = gate.GoldSet(name="m", task="dossier", gold=("*.json",), reports="stories/*")
    assert list(gate._stories(tmp_path, mean)) == [(tmp_path / "a.json", tmp_path / "stories" / "a")]
