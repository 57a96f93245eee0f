"""When: publication times of documents, and symbolic times as periods."""

from sayso.dating.ground import ground
from sayso.dating.infer import date_documents

__all__ = ["date_documents", "ground"]
