"""Which publishers are one house, and which hosts only carry what others write: a curated table that users extend."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec
from msgspec import Struct

from sayso.errors import ConfigurationError
from sayso.model.story import Family

_ADDRESS = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}")
FORM = "docs/how-to/add-publishers.md shows the form of the file"


class _Hosts(Struct, frozen=True, forbid_unknown_fields=True):
    names: tuple[str, ...] = ()


class Publishers(Struct, frozen=True, forbid_unknown_fields=True):
    """Names and addresses of outlets by the name of their house, and hosts that carry the copy of others."""

    families: dict[str, tuple[str, ...]] = {}
    hosts: _Hosts = _Hosts()

    def families_among(self, publishers: Iterable[str]) -> tuple[Family, ...]:
        """The houses of which at least two of these outlets are members, with these outlets."""
        present = {name: forms(name) for name in sorted(set(publishers))}
        found = []
        for house, outlets in sorted(self.families.items()):
            known = {plain(o) for o in outlets}
            here = tuple(name for name, called in present.items() if known & called)
            if len(here) > 1:
                found.append(Family(name=house, outlets=here))
        return tuple(found)

    def names(self) -> frozenset[str]:
        """All outlets of the table, in the plain form of `plain`."""
        return frozenset(map(plain, (o for held in (*self.families.values(), self.hosts.names) for o in held)))

    def is_host(self, publisher: str) -> bool:
        """True where an outlet only carries what others write."""
        return not forms(publisher).isdisjoint(map(plain, self.hosts.names))


def forms(publisher: str) -> frozenset[str]:
    """What an outlet may stand in the table as: its name, or its address with every domain above it."""
    flat = plain(publisher)
    if not _ADDRESS.fullmatch(flat):
        return frozenset({flat})
    labels = flat.split(".")
    return frozenset(".".join(labels[n:]) for n in range(len(labels) - 1))


def plain(name: str) -> str:
    """A name without case, accents and article; a web address without its scheme, path and "www."."""
    flat = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c)).strip()
    address = _ADDRESS.match(re.sub(r"^https?://", "", flat))
    if address and "/" not in flat[: address.start()] and " " not in flat:
        return address.group().removeprefix("www.")
    return " ".join(re.sub(r"^the\s+", "", flat).split())


@cache
def curated() -> Publishers:
    """The project's own table."""
    return _parsed(files("sayso.judge").joinpath("publishers.toml").read_text("utf-8"), "publishers.toml")


def publishers_of(path: Path | None) -> Publishers:
    """The project's table with what a file adds; a house that the file leaves without outlets is taken out.

    Raises ConfigurationError for a file that cannot be read.
    """
    if path is None:
        return curated()
    try:
        added = _parsed(path.read_text("utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ConfigurationError("settings", f"cannot read {path}: {reason}", FORM) from error
    own = curated()
    merged = {house: _joined(own.families, added.families, house) for house in {**own.families, **added.families}}
    return Publishers(
        families={house: outlets for house, outlets in merged.items() if outlets},
        hosts=_Hosts((*own.hosts.names, *added.hosts.names)),
    )


def _joined(own: Mapping[str, Sequence[str]], added: Mapping[str, Sequence[str]], house: str) -> tuple[str, ...]:
    if house in added and not added[house]:
        return ()
    return tuple(dict.fromkeys((*own.get(house, ()), *added.get(house, ()))))


def _parsed(text: str, name: str) -> Publishers:
    try:
        return msgspec.convert(tomllib.loads(text), type=Publishers)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ConfigurationError("settings", f"{name} is no table of publishers: {error}", FORM) from error
