"""What a reader of one format hands on, and how input that cannot be read is told."""

from msgspec import Struct

from sayso.errors import SkipDocument
from sayso.ingest.meta import Meta
from sayso.model.enums import BlockKind

STAGE = "ingest"


class Raw(Struct, frozen=True):
    """One article before cleaning: pieces of text, each with its kind where the mark-up tells it, and its metadata."""

    pieces: tuple[tuple[str, BlockKind | None], ...]
    meta: Meta
    trusted_language: bool = True  # whether a person wrote the language down for this very text


def skip(reason: str, remedy: str) -> SkipDocument:
    """The error that lists one document under `skipped`."""
    return SkipDocument(STAGE, reason, remedy)
