"""Sources into a store, and dossiers out of it."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import sayso
from sayso.annotate.annotators import Annotated
from sayso.config import settings_from
from sayso.errors import RunError
from sayso.export.as_json import to_json
from sayso.model.document import Skipped
from sayso.pipeline import stored, stored_report, stored_workers
from sayso.pipeline.stored import Adding, add
from sayso.store import asking, cache
from sayso.store.connect import open_store
from sayso.store.records import Selection
from tests.store.contract import contents
from tests.store.material import arrival


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "sayso.db", create=True) as opened:
        yield opened


def without_run(dossier):
    told = json.loads(to_json(dossier))
    del told["run"]
    return told


def test_a_report_from_the_store_is_the_one_from_the_files(store, pytestconfig, monkeypatch):
    corpus = Path(pytestconfig.rootpath, "examples", "corpus")
    added = add(store, [corpus], Adding(story="ombu"))
    assert (added.new, added.skipped) == (6, ())
    expected = without_run(sayso.report([corpus]))
    assert without_run(stored_report.stored_report(store, Selection(story="ombu"), settings_from())) == expected

    def never(*_):
        raise AssertionError("what was annotated is annotated again")

    monkeypatch.setattr(stored_report, "annotate", lambda missing, *_: never() if missing else Annotated((), ()))
    again = stored_report.stored_report(store, Selection(story="ombu"), settings_from())
    assert without_run(again) == expected


def test_what_is_skipped_is_in_the_report_as_it_is_from_files(store, folder, tmp_path):
    for file in folder.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "copy.txt").write_bytes((tmp_path / "lantern.txt").read_bytes())
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "german.txt").write_text("Das Schiff lief am Freitag auf einen Felsen, und niemand wurde verletzt. " * 5)
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    files = sorted([*tmp_path.glob("*.txt"), *tmp_path.glob("*.html"), *tmp_path.glob("*.jsonl")])
    added = add(store, files, Adding(story="ferry"))
    assert (added.new, added.copies, len(added.skipped)) == (3, 1, 3)
    expected = without_run(sayso.report(files))
    told = without_run(stored_report.stored_report(store, Selection(story="ferry"), settings_from()))
    assert [s["path"] for s in told["skipped"]] == [s["path"] for s in expected["skipped"]]
    assert len(told["skipped"]) == 4
    assert {d["id"] for d in told["documents"]} == {d["id"] for d in expected["documents"]}
    again = add(store, files, Adding(story="ferry"))
    assert (again.new, again.known, again.unchanged, len(again.skipped)) == (0, 0, 4, 3)
    german = next(s for s in added.skipped if "german" in s.path)
    assert german.reason.startswith("language de")


def bring(monkeypatch, *arrived):
    monkeypatch.setattr(stored, "arriving", lambda *_, **__: lambda sources: iter(arrived))


def test_the_same_again_is_not_even_read(store, folder, monkeypatch):
    first = add(store, [folder], Adding())
    before = contents(store)
    with monkeypatch.context() as refusing:
        bring(refusing)
        again = add(store, [folder], Adding())
    assert (first.new, again.new, again.unchanged) == (3, 0, 3)
    assert contents(store) == before
    assert add(store, [folder], Adding(story="ferry")).known == 3  # for another story it is read, and not annotated


def test_an_address_that_has_not_changed_is_not_told_as_skipped(store, monkeypatch):
    page = "https://a.example/fire"
    came = arrival("82 people were hurt.", page, kept={"address": page})
    bring(monkeypatch, came)
    assert add(store, [page], Adding()).new == 1
    bring(monkeypatch, Skipped(page, stored.UNCHANGED, "nothing needs doing"))
    again = add(store, [page], Adding(story="fire"))
    assert (again.unchanged, again.skipped) == (1, ())
    assert asking.stories(store) == {"fire": 1}
    assert asking.skipped(store) == ()


def test_a_store_among_its_sources_is_no_source(folder, tmp_path):
    (tmp_path / "lantern.txt").write_bytes((folder / "lantern.txt").read_bytes())
    with open_store(tmp_path / "sayso.db", create=True) as store:
        added = add(store, [tmp_path], Adding(workers=1))
        assert (added.new, added.skipped) == (1, ())
        assert add(store, [tmp_path], Adding()).unchanged == 1


def test_a_changed_sidecar_is_read(store, folder, tmp_path):
    file = tmp_path / "lantern.txt"
    file.write_bytes((folder / "lantern.txt").read_bytes())
    add(store, [file], Adding())
    (tmp_path / "lantern.meta.yaml").write_text("publisher: The Mended Lantern\n")
    assert add(store, [file], Adding()).renewed == 1
    assert [d.publisher for d in asking.documents(store)] == ["The Mended Lantern"]


def test_processes_beside_give_the_same_store(store, folder, tmp_path, monkeypatch):
    monkeypatch.setattr(stored, "FEW", 0)
    monkeypatch.setattr(stored, "BATCH", 1)
    add(store, [folder], Adding(story="ferry"))
    with open_store(tmp_path / "alone.db", create=True) as alone:
        add(alone, [folder], Adding(story="ferry", workers=1))
        assert contents(alone) == contents(store)
        assert all(cache.has_annotations(alone, key) for key in keys(store))


def keys(store):
    from sayso.pipeline.stored_team import team_of

    return [cache.annotation_key(d, team_of(settings_from().model)) for d in asking.documents(store)]


def test_a_process_that_is_ended_from_outside_is_told(store, folder, monkeypatch):
    monkeypatch.setattr(stored, "FEW", 0)
    ended = stored_workers.BrokenProcessPool("gone")

    class Broken(stored_workers.Future):
        def result(self, timeout=None):
            raise ended

    monkeypatch.setattr(stored_workers.Workers, "start", lambda self: None)
    monkeypatch.setattr(stored_workers.Workers, "submit", lambda *_: Broken())
    with pytest.raises(RunError, match=r"was ended.*what is written stays"):
        add(store, [folder], Adding())


def test_nothing_named_and_nothing_selected_are_told(store):
    with pytest.raises(RunError, match=r"no source was named"):
        add(store, [], Adding())
    with pytest.raises(RunError, match=r"no such document.*its stories are: none yet"):
        stored_report.stored_report(store, Selection(story="none"), settings_from())


KILLED = """
import sys
from sayso.pipeline.stored import Adding, add
from sayso.store.connect import open_store
from sayso.store import keeping
import sayso.pipeline.stored as stored
left, place, *sources = int(sys.argv[1]), *sys.argv[2:]
if __name__ == "__main__":
    real = stored.keep
    def keep(*given):
        global left
        left -= 1
        if left < 0:
            import os, signal
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*given)
    stored.keep = keep
    with open_store(place, create=True) as store:
        add(store, sources, Adding(story="ferry"))
"""


@pytest.mark.parametrize("point", [0, 2])
def test_a_killed_run_goes_on_where_it_was(store, folder, tmp_path, point):
    script = tmp_path / "killed.py"
    script.write_text(KILLED)
    place = tmp_path / "killed.db"
    given = [sys.executable, script, str(point), place, folder]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    ended = subprocess.run(given, env=environment, check=False, capture_output=True)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    with open_store(place) as killed:
        assert len(asking.listed(killed)) == point
        add(killed, [folder], Adding(story="ferry"))
        add(store, [folder], Adding(story="ferry"))
        assert contents(killed) == contents(store)


def test_processes_beside_end_with_the_one_that_started_them(folder, tmp_path):
    script = tmp_path / "orphan.py"
    script.write_text(
        "import os, signal, sys\n"
        "from sayso.pipeline.stored_workers import Workers\n"
        "if __name__ == '__main__':\n"
        "    workers = Workers(1 + 1, sys.argv[1])\n"
        "    workers.start()\n"
        "    workers.submit([], 'team').result()\n"
        "    print(*workers._pool._processes, flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    given = [sys.executable, script, settings_from().model]
    ended = subprocess.run(given, env=environment, check=False, stdout=subprocess.PIPE)
    children = [int(word) for word in ended.stdout.split()]
    assert children
    for _ in range(100):
        if not any(running(child) for child in children):
            return
        time.sleep(0.1)
    raise AssertionError("a process goes on after the end of the one that started it")


def running(process):
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False
