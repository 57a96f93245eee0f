"""PostgreSQL by its address, as the programs of PostgreSQL itself understand it: socket, encryption, password file."""

import getpass
import logging
import os
import re
import ssl
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL

from sayso.errors import ConfigurationError
from sayso.store.failures import STAGE

# What goes wrong on a connection is told by what fails for it; the pool would print it as well.
logging.getLogger("sqlalchemy.pool").addHandler(logging.NullHandler())
_SAID = ("host", "sslmode", "sslrootcert")  # what may stand behind the question mark of an address
_FIELD = re.compile(r"((?:\\.|[^\\:])*)(?::|$)")
_MODES = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")


def shown_address(url: URL) -> str:
    """The address as it was written, without a password."""
    secret = {name for name in url.query if "pass" in name.lower()}
    bare = URL.create(url.drivername, url.username, None, url.host, url.port, url.database)
    return bare.set(query={k: v for k, v in url.query.items() if k not in secret}).render_as_string().replace("%2F", "/")


def postgres_engine(url: URL, patience: float) -> Engine:
    """Connections to a server; raises ConfigurationError for an address that it does not understand.

    `patience` are the seconds to wait for a lock, and, two at least, for the server.
    """
    told = {name: value for name, value in url.query.items() if isinstance(value, str)}
    if odd := sorted(set(url.query) - set(told) | set(told) - set(_SAID)):
        raise _wrong(f"the address of the store says {', '.join(odd)}", f"it may say {', '.join(_SAID)}, each once")
    plain = URL.create("postgresql+pg8000", url.username or getpass.getuser(), database=url.database)
    engine = create_engine(plain, connect_args=_arguments(url, told, patience))
    event.listen(engine, "connect", _let_it_take_its_time)
    return engine


def _arguments(url: URL, told: Mapping[str, str], patience: float) -> dict[str, Any]:
    host, port = told.get("host") or url.host or "localhost", url.port or 5432
    where = {"unix_sock": f"{host}/.s.PGSQL.{port}"} if host.startswith("/") else {"host": host, "port": port}
    user, database = url.username or getpass.getuser(), url.database or url.username or getpass.getuser()
    lock = str(max(1, int(patience * 1000)))  # milliseconds; 0 would be for ever
    return where | {
        "password": url.password or _password("localhost" if "unix_sock" in where else host, str(port), database, user),
        "ssl_context": False if "unix_sock" in where else _encryption(told),
        "timeout": max(2.0, patience),
        "startup_params": {"lock_timeout": lock, "TimeZone": "UTC"},
    }


def _let_it_take_its_time(connection: Any, _: object) -> None:  # noqa: ANN401 - pg8000 has no types
    """Once connected, an answer may take long: the time of `timeout` was for the way there."""
    connection._usock.settimeout(None)


def _encryption(told: Mapping[str, str]) -> ssl.SSLContext | bool | None:
    """By the modes of PostgreSQL: None encrypts where the server can, True always, a context asks who the server is."""
    mode, root = told.get("sslmode", "prefer"), told.get("sslrootcert")
    if mode not in _MODES:
        raise _wrong(f"sslmode cannot be {mode!r}", f"choose one of {', '.join(_MODES)}")
    if not mode.startswith("verify"):
        return {"disable": False, "require": True}.get(mode)
    try:
        context = ssl.create_default_context(cafile=root)
    except OSError as error:
        raise _wrong(
            f"sslrootcert {root} cannot be read: {error.strerror or error}", "name a file of certificates"
        ) from error
    context.check_hostname = mode == "verify-full"
    return context


def _password(*wanted: str) -> str | None:
    """PGPASSWORD, or the first line of the password file that fits host, port, database and user."""
    if told := os.environ.get("PGPASSWORD"):
        return told
    for *fields, password in _lines(Path(os.environ.get("PGPASSFILE") or Path.home() / ".pgpass")):
        if all(field in ("*", want) for field, want in zip(fields, wanted, strict=True)):
            return password
    return None


def _lines(file: Path) -> Iterator[list[str]]:
    """The lines of a password file that others may not read: host, port, database, user, password."""
    if not file.is_file() or file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        return
    for line in file.read_text("utf-8", "surrogateescape").splitlines():
        fields = [re.sub(r"\\(.)", r"\1", field) for field in _FIELD.findall(line)][:5]
        if len(fields) == 5 and not line.startswith("#"):
            yield fields


def _wrong(reason: str, remedy: str) -> ConfigurationError:
    return ConfigurationError(STAGE, reason, remedy)
