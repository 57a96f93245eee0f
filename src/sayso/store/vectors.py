"""Vectors of documents, kept for the model that made them."""

import struct
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select

from sayso.store.asking import chunks
from sayso.store.connect import Store
from sayso.store.tables import VECTORS
from sayso.store.upsert import insert_new


def vectors_of(store: Store, ids: Iterable[str], model: str) -> Mapping[str, Sequence[float]]:
    """The vectors by this model that are kept, by the id of the document."""
    found: dict[str, Sequence[float]] = {}
    with store.reading() as connection:
        for some in chunks(ids):
            where = select(VECTORS.c.document, VECTORS.c.vector).where(
                VECTORS.c.model == model, VECTORS.c.document.in_(some)
            )
            found |= {
                row.document: struct.unpack(f"<{len(row.vector) // 4}f", row.vector) for row in connection.execute(where)
            }
    return found


def keep_vectors(store: Store, made: Mapping[str, Sequence[float]], model: str) -> None:
    """Keeps vectors of documents that the store has."""
    with store.writing() as connection:
        for document, vector in made.items():
            packed = struct.pack(f"<{len(vector)}f", *vector)
            insert_new(connection, VECTORS, {"document": document, "model": model, "vector": packed})
