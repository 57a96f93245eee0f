"""A story as far as reading goes."""

from msgspec import Struct

from sayso.model.annotations import Annotations
from sayso.model.claim import Claim
from sayso.model.correction import Outcome
from sayso.model.document import Document, Skipped
from sayso.model.mention import Resolution
from sayso.model.reuse import Reuse


class Family(Struct, frozen=True, kw_only=True):
    """Outlets that count as one, by the names of their publishers; `name` is what they are called together."""

    name: str | None
    outlets: tuple[str, ...]


class ReadStory(Struct, frozen=True, kw_only=True):
    """What each document holds, dated, with entities and reuse known across documents; annotations by document id.

    `families` are outlets that count as one, `hosts` those that only carry what others write, `outcomes` what became of
    the corrections that were applied while reading, `skipped` what arrived as a document and could not be annotated.
    """

    documents: tuple[Document, ...]
    annotations: dict[str, Annotations]
    reuse: tuple[Reuse, ...]
    resolution: Resolution
    claims: tuple[Claim, ...]
    families: tuple[Family, ...] = ()
    hosts: frozenset[str] = frozenset()
    outcomes: tuple[Outcome, ...] = ()
    skipped: tuple[Skipped, ...] = ()
