"""Check, backup and restore, within one database and from one to the other."""

import gzip
import sqlite3
from contextlib import closing

import pytest

from sayso.errors import ConfigurationError, RunError
from sayso.model.document import Skipped
from sayso.store import cache
from sayso.store.asking import documents
from sayso.store.backup import backup, restore
from sayso.store.checking import check
from sayso.store.connect import connected, open_store
from sayso.store.keeping import keep, keep_skipped
from sayso.store.notes import give_receipt
from sayso.store.vectors import keep_vectors, vectors_of
from tests.store.contract import annotations, contents
from tests.store.material import HARBOUR, arrival, unread


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "sayso.db", create=True) as opened:
        fill(opened)
        yield opened


def fill(store):
    came = arrival(
        kept={"address": "https://a.example/x", "collected": "2031-03-08T10:00:00+00:00", "headers": (("ETag", "1"),)},
        day=None,
    )
    keep(store, came, cache.annotated(came.outcome, annotations(came.outcome), "t"), "ferry")
    keep(store, arrival(HARBOUR + " \0 “odd” \U0001f642", "/b.txt"), None, "ferry")
    keep(store, unread())
    keep_skipped(store, Skipped("/gone", "it is not there", "check it"))
    keep_vectors(store, {came.outcome.id: [0.5, -0.25]}, "m")
    give_receipt(store, "f", "a")
    return came


@pytest.mark.parametrize("name", ["copy.db", "rows.jsonl", "rows.jsonl.gz"])
def test_a_restored_backup_is_the_store(store, tmp_path, name):
    backup(store, tmp_path / name)
    with open_store(tmp_path / "new.db", create=True) as new:
        assert restore(tmp_path / name, new) == sum(check(store).rows.values())
        assert contents(new) == contents(store)
        assert check(new) == check(store)
        before = contents(new)
        fill(new)  # and goes on where the other stood
        assert contents(new) == before
        keep(new, arrival("Another.", "/c.txt"))
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(["sayso.db", "sayso.db-shm", "sayso.db-wal", "new.db", name])


def test_a_copy_is_a_store_by_itself(store, tmp_path):
    backup(store, tmp_path / "copy.db")
    with open_store(tmp_path / "copy.db") as copy:
        assert contents(copy) == contents(store)


def test_the_same_store_gives_the_same_rows(store, tmp_path):
    for name in ("a.jsonl", "b.jsonl"):
        backup(store, tmp_path / name)
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


def test_a_backup_overwrites_nothing_and_needs_a_known_ending(store, tmp_path):
    (tmp_path / "a.jsonl").write_text("mine")
    with pytest.raises(RunError, match="is there already"):
        backup(store, tmp_path / "a.jsonl")
    with pytest.raises(ConfigurationError, match="tells no form of backup"):
        backup(store, tmp_path / "a.zip")
    with pytest.raises(RunError, match="cannot write"):
        backup(store, tmp_path / "gone" / "a.jsonl")
    assert (tmp_path / "a.jsonl").read_text() == "mine"


def test_a_store_that_holds_something_takes_no_backup(store, tmp_path):
    backup(store, tmp_path / "a.jsonl")
    before = contents(store)
    with pytest.raises(RunError, match="is not empty"):
        restore(tmp_path / "a.jsonl", store)
    assert contents(store) == before


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data.rsplit(b"\n", 2)[0] + b"\n",
        lambda data: data.replace(b'"documents"', b'"nonsense"'),
        lambda data: data.replace(b'"version":"0001"', b'"version":"9999"'),
        lambda data: b"",
        lambda data: b"a letter\n",
        lambda data: b"[1]\n" + data,
    ],
)
def test_a_spoilt_backup_is_refused_whole(store, tmp_path, spoil):
    backup(store, tmp_path / "a.jsonl")
    for name, pack in (("b.jsonl", bytes), ("b.jsonl.gz", gzip.compress)):
        (tmp_path / name).write_bytes(pack(spoil((tmp_path / "a.jsonl").read_bytes())))
        with open_store(tmp_path / "new.db", create=True) as new:
            with pytest.raises(RunError, match="is no whole backup"):
                restore(tmp_path / name, new)
            assert sum(check(new).rows.values()) == 0
    (tmp_path / "cut.jsonl.gz").write_bytes(gzip.compress(b'{"format":"sayso-store","version":"0001"}\n' * 9)[:-9])
    with open_store(tmp_path / "new.db") as new, pytest.raises(RunError, match="is no whole backup"):
        restore(tmp_path / "cut.jsonl.gz", new)


SPOILT = {"cut.jsonl": b'{"format":"sayso-store","version":"0001"}\n', "no.db": b"A letter. " * 900, "letter.jsonl.gz": b"?"}


@pytest.mark.parametrize("name", SPOILT)
def test_a_backup_that_cannot_be_restored_leaves_nothing_behind(tmp_path, name):
    (tmp_path / name).write_bytes(SPOILT[name])
    with connected(tmp_path / "new.db") as new, pytest.raises(RunError):
        restore(tmp_path / name, new)
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_backup_that_cannot_be_restored_leaves_what_was_there(store, tmp_path):
    (tmp_path / "cut.jsonl").write_bytes(SPOILT["cut.jsonl"])
    (tmp_path / "mine.db").write_text("A letter. " * 900)
    for place, words in (("sayso.db", "is not empty"), ("mine.db", "is no store")):
        with connected(tmp_path / place) as other, pytest.raises(RunError, match=words):
            restore(tmp_path / "cut.jsonl", other)
    assert (tmp_path / "mine.db").read_text() == "A letter. " * 900
    assert len(list(documents(store))) == 2


def test_a_store_is_made_by_restoring_into_it(store, tmp_path):
    backup(store, tmp_path / "a.jsonl")
    with connected(tmp_path / "new.db") as new:
        restore(tmp_path / "a.jsonl", new)
    with open_store(tmp_path / "new.db") as new:
        assert contents(new) == contents(store)


def test_a_whole_store_has_no_problem(store):
    found = check(store)
    assert found.problems == ()
    assert (found.rows["documents"], found.rows["originals"], found.rows["skipped"]) == (2, 3, 2)
    assert vectors_of(store, [arrival().outcome.id], "m") == {arrival().outcome.id: (0.5, -0.25)}


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        ("UPDATE originals SET data = x'78'", "its bytes cannot be unpacked"),
        ("UPDATE originals SET size = 1", "its bytes are not those that arrived"),
        ("UPDATE documents SET record = '{}'", "a document that cannot be read"),
        ("UPDATE documents SET publisher = 'Else'", "its columns and its record differ"),
        ("UPDATE documents SET digest = 'f'", "its digest is another"),
        ("UPDATE documents SET record = replace(record, '2031-03-08', '2031-03-09')", "its digest is another"),
        ("UPDATE documents SET text = replace(text, 'Twelve', 'Twenty')", "its digest is another"),
        ("UPDATE documents SET title = 'Else'", "its columns and its record differ"),
        ("UPDATE documents SET address = 'https://b.example/y'", "its columns and its record differ"),
        ("UPDATE annotations SET record = x'78'", "bytes that cannot be unpacked"),
        ("INSERT INTO fulltext(fulltext) VALUES ('delete-all')", "the full-text index is not that of the documents"),
        ("DELETE FROM custody", "refers to one of custody that is gone"),
        ("DELETE FROM documents", "it was neither read nor skipped"),
        ("DELETE FROM vectors", None),
    ],
)
def test_what_is_wrong_is_found(store, spoil, words):
    with closing(sqlite3.connect(store.file)) as connection, connection:
        connection.execute(spoil)
    problems = check(store).problems
    assert any(words in p for p in problems) if words else problems == ()
