"""What the documents of a dossier say, each with the exact characters: documents, claims, quotations."""

import math
from typing import Annotated

from msgspec import Meta, Struct

from sayso.model.enums import Basis, Modality, QuoteKind

Offset = Annotated[int, Meta(ge=0)]
Number = int | float


def number(value: float | None) -> Number | None:
    """A value as it is written out: whole numbers without a fraction, None for none and for no bound."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if float(value).is_integer() else value


class StoryHead(Struct, frozen=True, kw_only=True):
    """The story as a whole; `start` and `end` are the first and last day that it spans.

    `as_of` is the day from which the dossier looks: the latest publication known unless the reader set another.
    """

    id: str
    title: str
    start: str | None
    end: str | None
    as_of: str | None


class Published(Struct, frozen=True, kw_only=True):
    """First and last moment at which a document may have been published, and how that is known."""

    start: str | None
    end: str | None
    zone: str | None
    basis: Basis
    why: str | None = None


class DossierDocument(Struct, frozen=True, kw_only=True):
    """One outlet's text; `sha256` is that of the bytes as they were read, `text` what all offsets count in."""

    id: str
    path: str | None
    url: str | None
    sha256: str
    publisher: str
    title: str | None
    authors: tuple[str, ...]
    published: Published
    modified: str | None
    language: str | None
    text: str


class ClaimVoice(Struct, frozen=True, kw_only=True):
    """One voice of an attribution chain: `source` is `text[start:end]`, `cue` the words of saying.

    `negated` marks a voice that denies the claim, or does not say it.
    """

    source: str
    entity: str | None
    start: Offset
    end: Offset
    cue: str | None
    negated: bool = False


class ClaimTime(Struct, frozen=True, kw_only=True):
    """When what a claim tells took place, the words that say so, and how they were read."""

    start: str | None
    end: str | None
    text: str | None
    basis: str | None


class ClaimParticipant(Struct, frozen=True):
    """An entity with its role in a claim: agent, patient, recipient, place, other."""

    entity: str
    role: str


class ClaimQuantity(Struct, frozen=True, kw_only=True):
    """A number of a claim as the interval of values it admits, and the narrower one it makes likely."""

    start: Offset
    end: Offset
    low: Number | None
    high: Number | None
    low_open: bool
    high_open: bool
    likely_low: Number | None
    likely_high: Number | None
    unit: str | None
    hedge: str | None
    of: str | None


class DossierClaim(Struct, frozen=True, kw_only=True):
    """What one document asserts in one clause; `attribution` runs outermost first, empty is the outlet's own voice."""

    id: str
    document: str
    start: Offset
    end: Offset
    text: str
    attribution: tuple[ClaimVoice, ...]
    modality: Modality
    negated: bool
    time: ClaimTime | None
    place: str | None
    participants: tuple[ClaimParticipant, ...]
    quantities: tuple[ClaimQuantity, ...]


class QuoteSource(Struct, frozen=True, kw_only=True):
    """The words that name a speaker, and the entity they mean where that is known."""

    start: Offset
    end: Offset
    text: str
    entity: str | None


class QuoteCue(Struct, frozen=True):
    """The words of saying."""

    start: Offset
    end: Offset
    text: str


class DossierQuote(Struct, frozen=True, kw_only=True):
    """What one source is quoted as saying in one document; source and cue are None where the text names none."""

    document: str
    start: Offset
    end: Offset
    kind: QuoteKind
    source: QuoteSource | None
    cue: QuoteCue | None


class DossierNote(Struct, frozen=True, kw_only=True):
    """What an added annotator says of a stretch of one document; `layer` is the name of what it writes."""

    document: str
    layer: str
    start: Offset
    end: Offset
    label: str
    value: str | None
