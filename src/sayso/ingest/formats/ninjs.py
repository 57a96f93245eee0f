"""ninjs 1, 2 and 3 of the IPTC: news items in JSON, single, in a list, or held by another one."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import ClassVar

from sayso.ingest.formats.fragment import markup_pieces
from sayso.ingest.formats.records import dump_json, load_json
from sayso.ingest.items import Item, Part, article, text_of
from sayso.ingest.limits import Limits
from sayso.ingest.meta import Meta, meta_from
from sayso.ingest.source import Raw, skip
from sayso.model.document import Skipped

_SIGNS = (
    '"body_text"',
    '"body_xhtml"',
    '"body_html"',
    '"body_nitf"',
    '"bodies"',
    '"headlines"',
    '"versioncreated"',
    '"pubstatus"',
)
_WITHDRAWN = ("canceled", "cancelled", "withheld")
_Record = Mapping[str, object]


class Ninjs:
    """News items in JSON."""

    name: ClassVar[str] = "sayso.ninjs"
    version: ClassVar[str] = "1"
    suffixes: ClassVar[frozenset[str]] = frozenset({".json", ".ninjs"})
    media_types: ClassVar[frozenset[str]] = frozenset({"application/ninjs+json", "application/vnd.iptc.ninjs+json"})
    envelope: ClassVar[bool] = True

    def recognises(self, item: Item) -> bool:
        """An object or list with a `uri` and keys that only ninjs has."""
        opening = item.opening.lower()
        return opening[:1] in ("{", "[") and '"uri"' in opening and any(sign in opening for sign in _SIGNS)

    def read(self, item: Item, limits: Limits) -> Iterator[Part]:
        """Every text of it, also those that an item is associated with; a single one has the bytes of the file."""
        item = item.loaded(limits)
        data = load_json(text_of(item), "the file")
        records = data if isinstance(data, list) else [data]
        if not any(isinstance(r, dict) for r in records):
            raise skip("the file holds no news item", "give a ninjs object, or a list of them")
        for number, record in enumerate(records[: limits.members], 1):
            if isinstance(record, dict):
                one = item if record is data else item.part(f"{item.name}#{number}", dump_json(record))
                yield from _items(one, _lower(record), limits.depth)


def _items(item: Item, record: _Record, depth: int) -> Iterator[Part]:
    kind = record.get("type", "text")
    if kind == "text" or _bodies(record):
        yield article(item, partial(_raw, record))
    elif not _associated(record):
        yield Skipped(
            item.name, f"it is a news item of the kind {str(kind)[:40]!r}, without text", "give the text that belongs to it"
        )
    if depth:
        for n, held in enumerate(_associated(record), 1):
            if held.get("type", "text") == "text" and _bodies(_lower(held)):
                yield from _items(item.part(f"{item.name}/{n}", dump_json(held)), _lower(held), depth - 1)


def _associated(record: _Record) -> list[_Record]:
    held = record.get("associations")
    found = list(held.values()) if isinstance(held, dict) else held if isinstance(held, list) else []
    return [r for r in found if isinstance(r, dict)]


def _raw(record: _Record) -> Raw:
    status = record.get("pubstatus")
    if status in _WITHDRAWN:
        raise skip(f"its agency has set it to {status}", "look for a later version of it")
    pieces = next((found for body in _bodies(record) if (found := markup_pieces(body))), [])
    if not pieces:
        raise skip("the news item has no body", "ask the agency for the full text")
    return Raw(tuple(pieces), _meta(record))


def _bodies(record: _Record) -> list[str]:
    """The texts of the item, those with mark-up first."""
    found: list[tuple[bool, str]] = []
    for key in sorted(k for k in record if k.startswith("body_")):
        value = record[key]
        if isinstance(value, str):
            found.append((key == "body_text", value))
    listed = record.get("bodies")
    for body in listed if isinstance(listed, list) else []:
        if isinstance(body, dict) and isinstance(value := body.get("value"), str):
            found.append(("html" not in str(_lower(body).get("contenttype", "")), value))
    return [value for _, value in sorted(found, key=lambda f: f[0]) if value.strip()]


def _meta(record: _Record) -> Meta:
    created = record.get("firstcreated") or record.get("contentcreated") or record.get("versioncreated")
    changed = record.get("versioncreated")
    uri = record.get("uri")
    return meta_from(
        {
            "title": record.get("headline")
            or _value(record.get("headlines"))
            or record.get("title")
            or _value(record.get("titles")),
            "publisher": _source(record),
            "authors": record.get("byline") or record.get("by") or record.get("bylines"),
            "published": created,
            "modified": changed if changed != created else None,
            "url": record.get("link") or (uri if isinstance(uri, str) and uri.startswith("http") else None),
            "language": record.get("language"),
        },
        "ninjs",
    )


def _source(record: _Record) -> str | None:
    """Who provides it, of all whom it names: as a record, as a list of records, or, in version 1, as plain words."""
    named = record.get("infosources") or record.get("infosource")
    found = list(named) if isinstance(named, list) else [named]
    found.sort(key=lambda r: not (isinstance(r, dict) and str(r.get("role", "")).lower().endswith("provider")))
    candidates = (*found, *(record.get(key) for key in ("source", "provider", "copyrightholder")))
    return next((name for named in candidates if (name := _name(named))), None)


def _name(named: object) -> str | None:
    """A name that stands by itself or in a record."""
    name = named.get("name") if isinstance(named, dict) else named
    return name.strip() or None if isinstance(name, str) else None


def _value(listed: object) -> object:
    found = [r.get("value") for r in listed if isinstance(r, dict)] if isinstance(listed, list) else []
    return next((v for v in found if v), None)


def _lower(record: _Record) -> dict[str, object]:
    """Keys in lower case: versions 1 and 2 write `versioncreated`, version 3 `versionCreated`."""
    return {str(key).lower(): value for key, value in record.items()}
