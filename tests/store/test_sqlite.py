"""The contract in SQLite, and what only a file can suffer."""

import sqlite3
import threading
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

import sayso.store
from sayso.errors import ConfigurationError, RunError
from sayso.store import asking, connect, waiting
from sayso.store.connect import open_store
from sayso.store.keeping import keep
from tests.store.contract import WAITING, Contract
from tests.store.material import arrival


@pytest.fixture
def place(tmp_path):
    return tmp_path / "sayso.db"


class TestSqlite(Contract):
    """All of the contract."""


def test_the_known_versions_are_the_migrations():
    config = Config()
    config.set_main_option("script_location", str(Path(sayso.store.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)
    assert {s.revision for s in scripts.walk_revisions()} == connect.KNOWN
    assert scripts.get_heads() == [connect.HEAD]


def test_a_store_is_one_file_with_a_log_beside_it_that_goes(place):
    with open_store(place, create=True) as store:
        keep(store, arrival())
        with store.reading() as connection:
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    assert [p.name for p in place.parent.iterdir()] == ["sayso.db"]
    copy = place.with_name("copy.db")
    copy.write_bytes(place.read_bytes())
    with open_store(copy) as store:
        assert len(asking.listed(store)) == 1


def test_no_store_is_told_and_none_is_made(place):
    with pytest.raises(RunError, match=r"there is no store .*sayso\.db \(name another with --store"):
        open_store(place)
    assert not place.exists()


@pytest.mark.parametrize("create", [True, False])
def test_a_file_that_is_no_store_is_left_alone(place, create):
    place.write_text("A letter, and no database. " * 60, "utf-8")
    before = place.read_bytes()
    with pytest.raises(RunError, match=r"is no store"):
        open_store(place, create=create)
    assert place.read_bytes() == before


def test_the_database_of_another_program_is_left_alone(place):
    with sqlite3.connect(place) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    with pytest.raises(RunError, match=r"is a database, but no store of sayso"):
        open_store(place, create=True)
    with sqlite3.connect(place) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("recipes",)]
    connection.close()


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(RunError, match=r"cannot be opened.*its folder exists"):
        open_store(tmp_path / "gone" / "sayso.db", create=True)


def test_a_store_that_another_process_holds_is_told_and_nothing_is_lost(place):
    with open_store(place, create=True, patience=0.1) as store:
        other = sqlite3.connect(place, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RunError, match=r"is locked by another process \(wait until"):
            keep(store, arrival())
        assert asking.listed(store) == ()  # reading goes on
        other.execute("ROLLBACK")
        other.close()
        keep(store, arrival())
        assert len(asking.listed(store)) == 1


def test_that_one_waits_for_another_process_is_told_once_and_writing_goes_on(place, monkeypatch):
    told = []
    with open_store(place, create=True, tell=told.append) as store:
        keep(store, arrival())
        assert told == []
        monkeypatch.setattr(waiting, "MOMENT", 0.05)
        other = sqlite3.connect(place, isolation_level=None, check_same_thread=False)
        for n in range(2):
            other.execute("BEGIN IMMEDIATE")
            threading.Timer(0.3, other.execute, ["ROLLBACK"]).start()
            keep(store, arrival(f"Report {n}.", f"/{n}.txt"))
        assert told == [WAITING.format(place)]
        assert len(asking.listed(store)) == 3
        other.close()


def test_a_full_disk_is_told_and_what_is_written_stays(place):
    with open_store(place, create=True) as store:
        keep(store, arrival())
        with store.reading() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        with pytest.raises(RunError, match=r"the disk is full.*what is written stays"):
            keep(store, arrival("".join(f"word{n} " for n in range(30_000)), "/reports/long.txt"))
        assert [d.path for d in asking.documents(store)] == ["/reports/lantern.txt"]


def test_a_cut_file_is_told(place):
    with open_store(place, create=True) as store:
        for n in range(40):
            keep(store, arrival(f"Report {n}. " * 200, f"/{n}.txt"))
    whole = place.read_bytes()
    place.write_bytes(whole[: len(whole) // 2 // 4096 * 4096])
    with pytest.raises(RunError, match=r"is damaged.*restore a backup"), open_store(place) as store:
        list(asking.documents(store))


@pytest.mark.parametrize("place", ["mysql://a/b", "sqlite://", "nonsense://", "://"])
def test_an_address_of_another_kind_is_refused(place):
    with pytest.raises(ConfigurationError, match=r"name a file, or postgresql://"):
        open_store(place, create=True)
