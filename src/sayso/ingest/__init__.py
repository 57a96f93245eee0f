"""Files → documents: bytes, encodings, front matter, pages, and the parts of a text that are not its story."""

from sayso.ingest.reading import Reading, read

__all__ = ["Reading", "read"]
