"""Files → documents, all at once: the door of the room for a report."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from sayso.ingest.arrivals import ENGLISH, arrivals
from sayso.model.custody import Arrival
from sayso.model.document import Document, Skipped


class Reading(Struct, frozen=True):
    """What was read, by date, publisher and id, and what was not, by path, with reason and remedy."""

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...]


def read(
    paths: Sequence[str | Path],
    progress: Callable[[int, int], None] | None = None,
    languages: frozenset[str] = ENGLISH,
) -> Reading:
    """Reads files and folders (recursively) of every kind that has a reader; nothing is fetched.

    `progress` is called with files done and files in all. The order of `paths` has no influence. Whatever cannot be read
    is in `skipped`; raises RunError only where `paths` is empty.
    """
    documents: list[Document] = []
    skipped: list[Skipped] = []
    for found in arrivals(paths, None, progress, languages):
        outcome = found.outcome if isinstance(found, Arrival) else found
        (documents if isinstance(outcome, Document) else skipped).append(outcome)  # type: ignore[arg-type]
    return Reading(tuple(sorted(documents, key=_order)), tuple(sorted(skipped, key=lambda s: (s.path, s.reason))))


def _order(document: Document) -> tuple[dt.date, str, str]:
    return document.published.start or dt.date.max, document.publisher, document.id
