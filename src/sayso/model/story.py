"""A story as far as reading goes."""

from msgspec import Struct

from sayso.model.annotations import Annotations
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.mention import Resolution
from sayso.model.reuse import Reuse


class ReadStory(Struct, frozen=True, kw_only=True):
    """What each document holds, dated, with entities and reuse known across documents; annotations by document id."""

    documents: tuple[Document, ...]
    annotations: dict[str, Annotations]
    reuse: tuple[Reuse, ...]
    resolution: Resolution
    claims: tuple[Claim, ...]
