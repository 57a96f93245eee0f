"""The states of one article: documents that share an address, or the path of a file, in the order of their collection."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select

from sayso.model.document import Document
from sayso.store.asking import chunks, custody_of, documents_of
from sayso.store.connect import Store
from sayso.store.records import Version
from sayso.store.tables import ADDRESSES

_NEVER = (dt.datetime.min.replace(tzinfo=dt.UTC), -1)


def versions(store: Store, document: Document) -> tuple[Version, ...]:
    """Every kept version of the article that the document is one of, first to last; itself alone where there is no other.

    The order is that of the moments of collection; a file has none, and counts from when it was added.
    """
    own = select(ADDRESSES.c.address).where(ADDRESSES.c.document == document.id)
    shared = select(ADDRESSES.c.document).where(ADDRESSES.c.address.in_(own)).distinct()
    with store.reading() as connection:
        ids = connection.execute(shared).scalars().all()
    found = [Version(d, custody_of(store, d.sha256)[0]) for d in documents_of(store, ids)]
    return tuple(sorted(found, key=_when))


def latest(store: Store, documents: Sequence[Document]) -> tuple[Document, ...]:
    """Of documents that are versions of one article the last alone, in the order given."""
    places: dict[str, list[str]] = {}
    ids = [d.id for d in documents]
    with store.reading() as connection:
        for some in chunks(ids):
            rows = connection.execute(
                select(ADDRESSES.c.address, ADDRESSES.c.document).where(ADDRESSES.c.document.in_(some))
            )
            for row in rows:
                places.setdefault(row.address, []).append(row.document)
    several = {d for shared in places.values() if len(shared) > 1 for d in shared}
    when = {d.id: _when(Version(d, custody_of(store, d.sha256)[0])) for d in documents if d.id in several}
    older = {d for shared in places.values() for d in shared if d != max(shared, key=lambda x: when.get(x, _NEVER))}
    return tuple(d for d in documents if d.id not in older)


def _when(version: Version) -> tuple[dt.datetime, int]:
    held = version.held
    return _moment(held.collected) or _moment(held.added) or dt.datetime.max.replace(tzinfo=dt.UTC), held.number


def _moment(told: str | None) -> dt.datetime | None:
    """A moment in ISO 8601; one that is none, or whose zone is not told, is taken as UTC or as unknown."""
    try:
        moment = dt.datetime.fromisoformat(told) if told else None
    except ValueError:
        return None
    return moment.replace(tzinfo=dt.UTC) if moment is not None and moment.tzinfo is None else moment
