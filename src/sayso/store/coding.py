"""Records as they lie in a store, and the keys that they lie under."""

import hashlib
import zlib
from collections.abc import Mapping
from typing import TypeVar

import msgspec

from sayso.errors import RunError
from sayso.model.annotations import Annotations
from sayso.model.custody import Original
from sayso.model.document import Document
from sayso.store.failures import STAGE

_T = TypeVar("_T")
_LEVEL = 3  # of zlib: higher ones cost thrice the time for a twentieth of the space


def key_of(*parts: object) -> str:
    """A key that is the same for the same parts."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()


def custody_key(original: Original) -> str:
    """The key of an arrival: the same bytes from the same place are one."""
    return key_of(original.sha256, original.name, original.address or "")


def digest_of(document: Document) -> str:
    """The hash of all that is known of a document; annotations hang on it."""
    return hashlib.sha256(msgspec.json.encode(document)).hexdigest()


def digest_as_kept(record: str, text: str) -> str:
    """The digest of a document as its columns hold it, whatever fields later versions know; raises RunError as below."""
    told = _decoded(record, dict[str, object])
    return hashlib.sha256(msgspec.json.encode(told if told.get("text") else told | {"text": text})).hexdigest()


def pack(data: bytes) -> bytes:
    """The bytes, smaller."""
    return zlib.compress(data, _LEVEL)


def unpack(data: bytes) -> bytes:
    """The bytes as they were; raises RunError where they are damaged."""
    try:
        return zlib.decompress(data)
    except zlib.error as error:
        raise _damaged("bytes that cannot be unpacked") from error


def document_columns(document: Document) -> Mapping[str, object]:
    """The columns of a document that hold its words: a NUL, which PostgreSQL cannot, stays in the record alone."""
    plain = "\0" not in document.text
    kept = msgspec.structs.replace(document, text="") if plain else document
    return {
        "text": document.text.replace("\0", " "),
        "record": msgspec.json.encode(kept).decode(),
        "title": None if document.title is None else document.title.replace("\0", " "),
    }


def document_from(record: str, text: str) -> Document:
    """The document of its record and its text; raises RunError where the record is damaged."""
    found = _decoded(record, Document)
    return found if found.text else msgspec.structs.replace(found, text=text)


def _decoded(record: str, kind: type[_T]) -> _T:
    try:
        return msgspec.json.decode(record, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _damaged(f"a document that cannot be read: {error}") from error


def encode_annotations(annotations: Annotations) -> bytes:
    """Annotations, small; MessagePack keeps infinite bounds, which JSON does not."""
    return pack(msgspec.msgpack.encode(annotations))


def decode_annotations(data: bytes) -> Annotations:
    """The annotations that were encoded; raises RunError where they are damaged."""
    try:
        return msgspec.msgpack.decode(unpack(data), type=Annotations)
    except msgspec.DecodeError as error:
        raise _damaged(f"annotations that cannot be read: {error}") from error


def _damaged(what: str) -> RunError:
    return RunError(STAGE, f"the store holds {what}", "see what else is wrong: sayso store check; then restore a backup")
