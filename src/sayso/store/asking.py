"""What a store holds: documents, originals with their custody, what was skipped, stories."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, RowMapping, Select, func, or_, select

from sayso.errors import RunError
from sayso.model.custody import Original
from sayso.model.document import Document, Skipped
from sayso.store.coding import document_from, unpack
from sayso.store.connect import Store
from sayso.store.failures import STAGE
from sayso.store.fulltext import matching
from sayso.store.records import EVERYTHING, Held, Listed, Selection
from sayso.store.tables import CUSTODY, DOCUMENTS, NAMES, ORIGINALS, SKIPPED, STORIES

AT_ONCE = 400  # ids in one question
_T = TypeVar("_T")
_OWN = [name for name in Listed.__struct_fields__ if name in DOCUMENTS.c]
_CAME = ("collected", "collected_again", "added")
COLUMNS = [*(DOCUMENTS.c[name] for name in _OWN), DOCUMENTS.c.record, DOCUMENTS.c.custody]


def listed(store: Store, selection: Selection = EVERYTHING) -> tuple[Listed, ...]:
    """The documents of a selection by day, outlet and id, without their texts."""
    with store.reading() as connection:
        rows = connection.execute(narrowed(select(*COLUMNS), selection, connection)).mappings().all()
        return tuple(sorted(with_stories(connection, rows), key=_order))


def with_stories(connection: Connection, rows: Sequence[RowMapping]) -> list[Listed]:
    """Rows with the columns of a list, and the stories of each document."""
    told = _stories(connection, [row["id"] for row in rows])
    came = _custody(connection, [row["custody"] for row in rows])
    return [_listed(row, came[row["custody"]], told.get(row["id"], ())) for row in rows]


def _listed(row: RowMapping, came: Mapping[str, str | None], stories: tuple[str, ...]) -> Listed:
    told: dict[str, Any] = {name: row[name] for name in _OWN} | _moments(row) | dict(came)
    return Listed(**told, stories=stories)


class _Publication(msgspec.Struct):
    at: str | None = None
    zone: str | None = None


class _Moments(msgspec.Struct):
    """What the record of a document says of its times."""

    published: _Publication = msgspec.field(default_factory=_Publication)
    modified: str | None = None


def _moments(row: RowMapping) -> dict[str, str | None]:
    try:
        told = msgspec.json.decode(row["record"], type=_Moments)
    except msgspec.DecodeError:
        return {}  # a damaged record is told where the document itself is asked for
    return {"published_at": told.published.at, "zone": told.published.zone, "modified": told.modified}


def _custody(connection: Connection, keys: Sequence[str]) -> dict[str, dict[str, str | None]]:
    """When the bytes behind a document came, by the key of their arrival."""
    columns = [CUSTODY.c[name] for name in _CAME]
    found: dict[str, dict[str, str | None]] = {}
    for some in chunks(keys):
        for row in connection.execute(select(CUSTODY.c.key, *columns).where(CUSTODY.c.key.in_(some))).mappings():
            found[row["key"]] = {name: row[name] for name in _CAME}
    return found


def documents(store: Store, selection: Selection = EVERYTHING) -> Iterator[Document]:
    """The documents of a selection by day, outlet and id, one after the other."""
    for ids in chunks(item.id for item in listed(store, selection)):
        yield from documents_of(store, ids)


def documents_of(store: Store, ids: Sequence[str]) -> tuple[Document, ...]:
    """The documents of these ids that the store has, in the order of the ids."""
    with store.reading() as connection:
        columns = select(DOCUMENTS.c.id, DOCUMENTS.c.record, DOCUMENTS.c.text)
        rows = [r for some in chunks(ids) for r in connection.execute(columns.where(DOCUMENTS.c.id.in_(some)))]
    found = {row.id: document_from(row.record, row.text) for row in rows}
    return tuple(found[i] for i in ids if i in found)


def document_named(store: Store, wanted: str) -> Document:
    """The one document that `wanted` means: an id or its beginning, an address, a path or its end.

    Raises RunError where there is none, or more than one.
    """
    path = DOCUMENTS.c.path
    ending = or_(path.endswith(f"/{wanted}", autoescape=True), path == wanted, DOCUMENTS.c.address == wanted)
    where = or_(DOCUMENTS.c.id.startswith(wanted, autoescape=True), ending)
    with store.reading() as connection:
        ids = connection.execute(select(DOCUMENTS.c.id).where(where).order_by(DOCUMENTS.c.number.desc())).scalars().all()
        latest = connection.execute(select(DOCUMENTS.c.id).where(ending).order_by(DOCUMENTS.c.number.desc())).scalars().all()
    chosen = latest[:1] if latest and set(ids) == set(latest) and _one_place(store, latest) else ids
    if len(chosen) != 1:
        told = f"{len(ids)} documents" if ids else "no document"
        raise RunError(STAGE, f"{wanted!r} means {told} of {store.shown}", "give an id, as sayso documents shows it")
    return documents_of(store, chosen)[0]


def _one_place(store: Store, ids: Sequence[str]) -> bool:
    """True where these are versions of one article: the latest is meant."""
    found = documents_of(store, ids)
    return len({d.path for d in found}) == 1 or len({d.url for d in found} - {None}) == 1


def original_of(store: Store, sha256: str) -> Original:
    """The bytes of an article as they arrived first; raises RunError where the store does not have them."""
    joined = select(CUSTODY, ORIGINALS.c.data).join(ORIGINALS).where(CUSTODY.c.sha256 == sha256).order_by(CUSTODY.c.number)
    with store.reading() as connection:
        row = connection.execute(joined).mappings().first()
    if row is None:
        raise RunError(STAGE, f"{store.shown} holds no original {sha256}", "see what it holds: sayso documents")
    told = {name: row[name] for name in ("sha256", "source", "name", "address", "media_type", "collected", "reader")}
    return Original(**told, data=unpack(row["data"]), headers=_headers(row["headers"]))


def name_of(store: Store, sha256: str) -> str | None:
    """The name under which these bytes arrived first and were read; None where they were not."""
    read = select(CUSTODY.c.name).join(DOCUMENTS, DOCUMENTS.c.custody == CUSTODY.c.key).where(DOCUMENTS.c.sha256 == sha256)
    with store.reading() as connection:
        return connection.execute(read).scalars().first()


def custody_of(store: Store, sha256: str) -> tuple[Held, ...]:
    """Every arrival of these bytes, first to last."""
    columns = [CUSTODY.c[name] for name in Held.__struct_fields__]
    with store.reading() as connection:
        rows = connection.execute(select(*columns).where(CUSTODY.c.sha256 == sha256).order_by(CUSTODY.c.number)).mappings()
        return tuple(Held(**{**row, "headers": _headers(row["headers"])}) for row in rows)


def skipped(store: Store, story: str | None = None) -> tuple[Skipped, ...]:
    """What could not be read, by name; of one story where that is named."""
    rows = select(SKIPPED.c.name, SKIPPED.c.reason, SKIPPED.c.remedy).distinct()
    with store.reading() as connection:
        found = connection.execute(rows if story is None else rows.where(SKIPPED.c.story == story)).all()
    return tuple(sorted((Skipped(*row) for row in found), key=lambda s: (s.path, s.reason)))


def stories(store: Store) -> dict[str, int]:
    """The names of the stories, in order, with how many documents each has."""
    with store.reading() as connection:
        rows = connection.execute(select(STORIES.c.story, func.count()).group_by(STORIES.c.story)).all()
    return dict(sorted(tuple(row) for row in rows))


def has_story(store: Store, story: str) -> bool:
    """True where something was added for the story, be it skipped."""
    with store.reading() as connection:
        places = (
            select(STORIES.c.story).where(STORIES.c.story == story),
            select(SKIPPED.c.story).where(SKIPPED.c.story == story),
        )
        return any(connection.execute(place.limit(1)).first() for place in places)


def narrowed(query: "Select[Any]", selection: Selection, connection: Connection) -> "Select[Any]":
    """The question, put to the documents of the selection only."""
    c = DOCUMENTS.c
    if selection.story is not None:
        query = query.where(c.id.in_(select(STORIES.c.document).where(STORIES.c.story == selection.story)))
    if selection.outlet is not None:
        query = query.where(func.lower(c.publisher) == selection.outlet.lower())
    if selection.language is not None:
        query = query.where(c.language == selection.language)
    if selection.since is not None:
        query = query.where(func.coalesce(c.published_until, c.published) >= selection.since)
    if selection.until is not None:
        query = query.where(c.published <= selection.until)
    if selection.entity is not None:
        query = query.where(c.id.in_(_bearing(selection.entity)))
    if selection.query is not None:
        query = matching(query, selection.query, connection)
    return query


def _bearing(entity: str) -> "Select[Any]":
    """The documents that bear a name of which `entity` is the whole or some whole words."""
    name, wanted = NAMES.c.name, " ".join(entity.casefold().split())
    inside = or_(
        name == wanted,
        name.startswith(f"{wanted} ", autoescape=True),
        name.endswith(f" {wanted}", autoescape=True),
        name.contains(f" {wanted} ", autoescape=True),
    )
    return select(NAMES.c.document).where(inside)


def _stories(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for some in chunks(ids):
        rows = connection.execute(select(STORIES.c.document, STORIES.c.story).where(STORIES.c.document.in_(some)))
        for document, story in sorted(tuple(row) for row in rows):
            found[document] = (*found.get(document, ()), story)
    return found


def _order(item: Listed) -> tuple[dt.date, str, str]:
    return item.published or dt.date.max, item.publisher, item.id


def _headers(told: str) -> tuple[tuple[str, str], ...]:
    return msgspec.json.decode(told, type=tuple[tuple[str, str], ...])


def chunks(items: Iterable[_T]) -> Iterator[list[_T]]:
    """The items, as many at once as one question may name."""
    left = iter(items)
    while chunk := list(islice(left, AT_ONCE)):
        yield chunk
