"""Annotations that were made before: found again by all that is known of a document and the versions that made them."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from sayso.model.annotations import Annotations
from sayso.model.document import Document
from sayso.model.enums import MentionKind
from sayso.store.asking import chunks
from sayso.store.coding import decode_annotations, digest_of, encode_annotations, key_of
from sayso.store.connect import Store
from sayso.store.keeping import annotate
from sayso.store.records import Annotated
from sayso.store.tables import ANNOTATIONS


def annotation_key(document: Document, team: str) -> str:
    """Under what the annotations of a document by a team are kept; a correction of the document gives another one."""
    return key_of(digest_of(document), team)


def annotated(document: Document, found: Annotations, team: str) -> Annotated:
    """Annotations made ready to be kept; the slow part of keeping them, for any process."""
    said = (document.text[m.start : m.end] for m in found.mentions if m.kind is MentionKind.NAME)
    names = {" ".join(name.casefold().replace("\0", " ").split()) for name in said}
    shown = tuple(sorted(n for n in names if any(c.isalnum() for c in n)))
    return Annotated(annotation_key(document, team), team, encode_annotations(found), shown)


def keep_annotations(store: Store, document: str, found: Annotated) -> None:
    """Keeps annotations of a document that the store has."""
    with store.writing() as connection:
        annotate(connection, document, found)


def has_annotations(store: Store, key: str) -> bool:
    """True where these annotations are kept."""
    with store.reading() as connection:
        return connection.execute(select(ANNOTATIONS.c.key).where(ANNOTATIONS.c.key == key)).first() is not None


def annotations_of(store: Store, documents: Sequence[Document], team: str) -> Mapping[str, Annotations]:
    """The annotations by this team that are kept, by the id of the document."""
    keys = {annotation_key(d, team): d.id for d in documents}
    found: dict[str, Annotations] = {}
    with store.reading() as connection:
        for some in chunks(keys):
            rows = connection.execute(select(ANNOTATIONS.c.key, ANNOTATIONS.c.record).where(ANNOTATIONS.c.key.in_(some)))
            found |= {keys[row.key]: decode_annotations(row.record) for row in rows}
    return found
