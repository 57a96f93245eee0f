"""Files in, one dossier out: whole, sound, and the same whatever the order of the files."""

import copy
import datetime as dt
import itertools
import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

import sayso
from sayso.export.as_json import from_json, to_json

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "reference" / "dossier.schema.json").read_text("utf-8"))
KEYS = (
    "schema story documents entities links claims quotes findings discrepancies series timeline sources reuse positions"
    " outlook framing omissions briefing corrections skipped run notes loaded"
).split()


def without_run(data):
    dossier = json.loads(data)
    del dossier["run"]
    return json.dumps(dossier)


def test_all_keys_are_there_and_the_schema_holds(written):
    assert list(written) == KEYS
    jsonschema.validate(written, SCHEMA)


def test_nothing_in_it_is_unsound(written, faults_of):
    assert faults_of(written) == []


def test_nothing_in_the_example_is_unsound(example, faults_of):
    jsonschema.validate(example, SCHEMA)
    assert faults_of(example) == []
    assert all(example[key] for key in KEYS if key not in {"corrections", "skipped", "notes"})


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (lambda d: d["claims"][0].update(text="other words"), "is not 'other words'"),
        (lambda d: d["findings"][0]["claims"].append("c0"), "'c0' is no id of claims"),
        (lambda d: d["findings"].pop(), "exactly one finding"),
        (lambda d: d["sources"].clear(), "is no id of sources"),
        (lambda d: d["entities"].clear(), "is no id of entities"),
        (lambda d: d["briefing"]["sections"][0]["lines"][0].update(claims=[]), "without words or claims"),
        (lambda d: d["quotes"][0].update(end=10**6), "quote"),
    ],
)
def test_the_checker_sees_harm(written, faults_of, harm, told):
    harmed = copy.deepcopy(written)
    harm(harmed)
    assert any(told in fault for fault in faults_of(harmed))


def test_the_documents_are_read_dated_and_named(written):
    said = [(d["publisher"], d["published"]["start"][:10], d["published"]["basis"]) for d in written["documents"]]
    assert said == [
        ("The Skerrin Lantern", "2031-03-08", "stated"),
        ("Northern Courier", "2031-03-09", "stated"),
        ("Polar Wire", "2031-03-10", "stated"),
    ]


def test_it_looks_from_the_latest_publication_never_from_today(written, dossier):
    assert written["story"]["as_of"] == "2031-03-10"
    assert written["story"]["end"] <= "2031-03-10"
    assert dt.date.today().isoformat() not in without_run(to_json(dossier))


def test_the_story_is_told(written):
    claims = {c["id"]: c for c in written["claims"]}
    texts = [[claims[c]["text"] for c in f["claims"]] for f in written["findings"]]
    assert any(len(group) > 1 and all("rock" in text for text in group) for group in texts)
    assert {s["name"] for s in written["sources"]} >= {"Norline"}
    quoted = [q for q in written["quotes"] if q["kind"] == "direct" and q["source"]]
    assert {q["source"]["text"] for q in quoted} >= {"teacher Ola Brandt"}
    assert any(c["time"] and c["time"]["start"] == "2031-03-07" for c in written["claims"])
    assert any(o["horizon"]["end"] == "2031-03-20" and o["state"] == "open" for o in written["outlook"])


def test_a_set_day_lets_a_deadline_lapse(folder):
    later = sayso.report([folder], as_of="2031-04-02", title="The Hild")
    assert (later.story.as_of, later.story.title) == ("2031-04-02", "The Hild")
    assert {o.state.value for o in later.outlook if o.horizon.end == "2031-03-20"} <= {"lapsed", "met"}


def test_the_order_of_the_paths_has_no_influence(folder, dossier):
    files = sorted(folder.iterdir())
    expected = without_run(to_json(dossier))
    for order in list(itertools.permutations(files))[1:6:2]:
        assert without_run(to_json(sayso.report(order))) == expected
    assert without_run(to_json(sayso.report([str(files[0]), folder, files[0]]))) == expected


def test_it_can_be_written_and_read(dossier):
    assert sayso.Dossier.of(from_json(to_json(dossier))) == dossier


def test_the_run_tells_with_what_it_was_made(written):
    run = written["run"]
    assert run["versions"]["spacy"]
    assert {"model", "question_threshold", "as_of"} <= set(run["settings"])
    assert all(len(m["sha256"]) == 64 for m in run["models"])
    stages = {"ingest", "load", "annotate", "dating", "reuse", "resolve", "align", "judge"}
    assert stages <= set(run["seconds"])


def test_progress_runs_through_the_stages(folder):
    from sayso.config import Settings
    from sayso.pipeline.report import report

    told = []
    report([folder / "lantern.txt"], Settings(), lambda stage, share: told.append((stage, share)))
    assert all(0 <= share <= 1 for _, share in told)
    order = list(dict.fromkeys(stage for stage, _ in told))
    assert order == ["ingest", "load", "annotate", "dating", "reuse", "resolve", "align", "judge", "dossier"]


def test_the_same_bytes_whatever_the_seed_of_hashes(folder, dossier):
    command = [sys.executable, "-m", "sayso", "report", str(folder), "-f", "json"]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONHASHSEED": seed}) for seed in "012"]
    for run in runs:
        written, _ = run.communicate(timeout=120)
        assert run.returncode == 0
        assert without_run(written) == without_run(to_json(dossier))


def test_an_unknown_model_is_a_wrong_setting(folder):
    with pytest.raises(sayso.ConfigurationError, match="en_missing"):
        sayso.report([folder], model="en_missing")


def test_nothing_to_read_stops_the_run(tmp_path):
    with pytest.raises(sayso.RunError, match="holds no articles"):
        sayso.report([tmp_path])
    with pytest.raises(sayso.RunError, match=r"missing\.txt: there is no such file"):
        sayso.report([tmp_path / "missing.txt"])
