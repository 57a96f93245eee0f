"""The dossier as JSON and back, and the JSON Schema of that contract."""

import json
from typing import Any

import msgspec

from sayso.errors import RunError
from sayso.model.dossier import SCHEMA, Dossier


class _Head(msgspec.Struct):
    schema: str


def to_json(dossier: Dossier) -> bytes:
    """The dossier as UTF-8 JSON, indented, with a final line feed; the same dossier gives the same bytes."""
    return msgspec.json.format(msgspec.json.encode(dossier, order="deterministic"), indent=1) + b"\n"


def from_json(data: bytes, name: str = "this") -> Dossier:
    """Reads a dossier; raises RunError where `data`, called `name`, is none, or one of another version of the contract."""
    try:
        msgspec.json.decode(data, type=_Head)  # a tag alone may be left out
        return msgspec.json.decode(data, type=Dossier)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        reason = f"{name} is no dossier of the form {SCHEMA}: {error}"
        raise RunError("read", reason, "write one with: sayso report PATH... -o FILE.json") from error


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a dossier."""
    made = msgspec.json.schema(Dossier)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": SCHEMA, **made}


def schema_text() -> str:
    """The JSON Schema as it is published in `docs/reference/dossier.schema.json`."""
    return json.dumps(schema(), indent=1, sort_keys=True, ensure_ascii=False) + "\n"
