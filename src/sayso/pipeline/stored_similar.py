"""Documents of the store that are like some words in meaning, by the sentence model that the annotators' package ships."""

import numpy as np

from sayso.align.embed import embed
from sayso.model.document import Document
from sayso.pipeline.stopwatch import Progress
from sayso.store import asking
from sayso.store.connect import Store
from sayso.store.passages import passage
from sayso.store.records import Hit, Selection
from sayso.store.vectors import keep_vectors, vectors_of

MODEL = "all-MiniLM-L6-v2, title and beginning"
_AT_ONCE = 64
_LEAD = 300  # characters: the model reads some forty words


def similar(
    store: Store, query: str, selection: Selection, most: int, progress: Progress | None = None
) -> tuple[Hit, ...]:  # fmt: skip
    """At most so many documents of the selection, those first whose title and beginning mean most nearly what `query` says.

    The score is a cosine, 1 at most. Vectors are made when they are first asked for, and kept.
    """
    items = asking.listed(store, selection)
    if not items:
        return ()
    vectors = dict(vectors_of(store, [item.id for item in items], MODEL))
    missing = [item.id for item in items if item.id not in vectors]
    for at in range(0, len(missing), _AT_ONCE):
        documents = asking.documents_of(store, missing[at : at + _AT_ONCE])
        made = dict(zip([d.id for d in documents], embed([_beginning(d) for d in documents]).tolist(), strict=True))
        keep_vectors(store, made, MODEL)
        vectors |= made
        if progress:
            progress("vectors", min(1.0, (at + _AT_ONCE) / len(missing)))
    scores = np.asarray([vectors[item.id] for item in items], np.float32) @ embed([query])[0]
    best = sorted(range(len(items)), key=lambda n: (-scores[n], items[n].id))[:most]
    texts = {d.id: d for d in asking.documents_of(store, [items[n].id for n in best])}
    return tuple(
        Hit(items[n], round(float(scores[n]), 4), passage(texts[items[n].id], query.split())) for n in best
    )  # fmt: skip


def _beginning(document: Document) -> str:
    """Title and first words of the body."""
    lead = " ".join(document.text[b.start : b.end] for b in document.body[:2])[:_LEAD]
    return f"{document.title or ''}. {lead}"
