"""Files, feeds, archives and pages → documents: bytes, encodings, envelopes, and the parts of a text that are no story."""

from sayso.ingest.arrivals import Options, arrivals
from sayso.ingest.items import Fetching, Item
from sayso.ingest.limits import Limits
from sayso.ingest.readers import all_kinds
from sayso.ingest.reading import Reading, read

__all__ = ["Fetching", "Item", "Limits", "Options", "Reading", "all_kinds", "arrivals", "read"]
