"""A cleaned text → its blocks: what is story, and what stands around it."""

from sayso.ingest.blocks.notes import Notes, Split
from sayso.ingest.blocks.split import split

__all__ = ["Notes", "Split", "split"]
