"""What a reader of one format is, and which one reads an item.

A reader is found by its entry point in the group `sayso.readers`; `docs/how-to/write-a-reader.md` shows one.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Protocol

from sayso.errors import ConfigurationError
from sayso.ingest.items import Item, Part
from sayso.ingest.limits import Limits
from sayso.ingest.own import READERS
from sayso.ingest.source import STAGE

GROUP = "sayso.readers"
_DECLARED = ("name", "version", "suffixes", "media_types", "envelope", "recognises", "read")


class Reader(Protocol):
    """A reader of one format.

    name: unique, by custom `package.format`. version: changes whenever what is read may change. suffixes: endings of file
    names, in lower case with their dot. media_types: what the web calls the format. envelope: whether an item may hold other
    articles than itself.
    """

    @property
    def name(self) -> str:
        """Unique name."""

    @property
    def version(self) -> str:
        """Version of the reading."""

    @property
    def suffixes(self) -> frozenset[str]:
        """Endings of file names."""

    @property
    def media_types(self) -> frozenset[str]:
        """Media types."""

    @property
    def envelope(self) -> bool:
        """Whether it holds others."""

    def recognises(self, item: Item) -> bool:
        """Whether the first bytes are of this format; of items of another name or type only where that is sure."""

    def read(self, item: Item, limits: Limits) -> Iterator[Part]:
        """The articles, parts, links and what is skipped, in order; raises SkipDocument for what cannot be read, and nothing
        else whatever the bytes. An item must be read before the next is asked for.
        """


@cache
def installed() -> tuple[Reader, ...]:
    """The readers that other packages add, by name, then the project's own. Raises ConfigurationError for a broken one."""
    own: tuple[Reader, ...] = tuple(kind() for kind in READERS)
    names = {reader.name for reader in own}
    found = {
        reader.name: reader for point in sorted(entry_points(group=GROUP)) if (reader := _load(point)).name not in names
    }
    return (*(found[name] for name in sorted(found)), *own)


def reader_of(item: Item) -> Reader | None:
    """Who reads an item: who is named for it and recognises it, else who recognises it, else who is named for it."""
    named = [r for r in installed() if item.kind in r.media_types]
    named += [r for r in installed() if item.suffix in r.suffixes and r not in named]
    others = [r for r in installed() if r not in named]
    return next((r for r in (*named, *others) if r.recognises(item)), named[0] if named else None)


@cache
def suffixes(*, envelope: bool | None = None) -> tuple[str, ...]:
    """All endings that are read, in the order of their readers; of single articles or of envelopes alone where asked for."""
    return tuple(dict.fromkeys(s for r in _own_first() if envelope in (None, r.envelope) for s in sorted(r.suffixes)))


def _own_first() -> list[Reader]:
    own = [kind.name for kind in READERS]
    return sorted(installed(), key=lambda r: own.index(r.name) if r.name in own else len(own))


def kinds() -> str:
    """The endings of single articles, as a phrase."""
    return _listed(suffixes(envelope=False))


def all_kinds() -> str:
    """All endings that are read, as a phrase: single articles first."""
    single = suffixes(envelope=False)
    return f"{_listed(single)}, or within {_listed([s for s in suffixes(envelope=True) if s not in single])}"


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"


def _load(point: EntryPoint) -> Reader:
    try:
        made: Reader = point.load()()
    except (ImportError, AttributeError, TypeError) as error:
        raise ConfigurationError(
            STAGE, f"the reader {point.value} cannot be loaded: {error}", "install its package again, or remove it"
        ) from error
    for declared in _DECLARED:
        if not hasattr(made, declared):
            raise ConfigurationError(STAGE, f"the reader {point.value} declares no `{declared}`", "ask its author")
    return made
