"""When: publication times of documents, and symbolic times as periods."""

from sayso.dating.ground import ground
from sayso.dating.infer import date_documents
from sayso.dating.story import Dated, date_story

__all__ = ["Dated", "date_documents", "date_story", "ground"]
