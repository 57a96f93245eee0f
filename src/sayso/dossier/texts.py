"""Documents, claims and quotations as the dossier shows them."""

from collections.abc import Callable, Mapping, Sequence

from sayso.model.annotations import Annotations
from sayso.model.claim import Claim, ResolvedVoice
from sayso.model.document import Document
from sayso.model.dossier_texts import (
    ClaimParticipant,
    ClaimQuantity,
    ClaimTime,
    ClaimVoice,
    DossierClaim,
    DossierDocument,
    DossierNote,
    DossierQuote,
    Published,
    QuoteCue,
    QuoteSource,
    number,
)
from sayso.model.quantity import Quantity
from sayso.model.time import Period
from sayso.model.voice import Attribution

Meant = Callable[[str, int], str | None]


def show_document(document: Document) -> DossierDocument:
    """A document with how its publication is known."""
    published = document.published
    exact = published.at
    return DossierDocument(
        id=document.id,
        path=document.path,
        url=document.url,
        sha256=document.sha256,
        publisher=document.publisher,
        title=document.title,
        authors=document.authors,
        published=Published(
            start=exact or (published.start.isoformat() if published.start else None),
            end=exact or (published.end.isoformat() if published.end else None),
            zone=published.zone,
            basis=published.basis,
            why=published.why,
        ),
        modified=document.modified,
        language=document.language,
        text=document.text,
    )


def iso(period: Period) -> tuple[str | None, str | None]:
    """First and last moment of a period as ISO 8601, with times of day where they are known."""
    ends: list[str | None] = []
    for day, hour in ((period.start, period.start_time), (period.end, period.end_time)):
        if day is None:
            ends.append(None)
        else:
            ends.append(day.isoformat() + (f"T{hour.isoformat('minutes')}" if hour else ""))
    return ends[0], ends[1]


def show_claim(claim: Claim) -> DossierClaim:
    """A claim with its voices, time, participants and quantities."""
    start, end = iso(claim.period)
    time = (
        ClaimTime(start=start, end=end, text=claim.time_text, basis=claim.time_basis)
        if claim.time_text or claim.time_basis
        else None
    )
    participants = {(p.entity, p.role): ClaimParticipant(p.entity, p.role) for p in claim.participants}
    return DossierClaim(
        id=claim.id,
        document=claim.document,
        start=claim.start,
        end=claim.end,
        text=claim.text,
        attribution=tuple(
            ClaimVoice(source=v.source, entity=v.entity, start=v.start, end=v.end, cue=v.cue, negated=v.negated)
            for v in _chain(claim)
        ),
        modality=claim.modality,
        negated=claim.negated,
        time=time,
        place=claim.place,
        participants=tuple(participants.values()),
        quantities=tuple(_quantity(q) for q in claim.quantities),
    )


def _chain(claim: Claim) -> tuple[ResolvedVoice, ...]:
    """The voices over the claim, outermost first, then those that speak in it, where it holds what was said."""
    known = {v.start for v in claim.voices}
    return (*claim.voices, *(v for v in claim.spoken if claim.whole and v.start not in known))


def _quantity(quantity: Quantity) -> ClaimQuantity:
    return ClaimQuantity(
        start=quantity.start,
        end=quantity.end,
        low=number(quantity.low),
        high=number(quantity.high),
        low_open=quantity.low_open,
        high_open=quantity.high_open,
        likely_low=number(quantity.likely_low),
        likely_high=number(quantity.likely_high),
        unit=quantity.unit,
        hedge=quantity.hedge,
        of=quantity.of,
    )


def show_quotes(
    documents: Sequence[Document], annotations: Mapping[str, Annotations], meant: Meant
) -> tuple[DossierQuote, ...]:
    """Every piece of content with its source; a content in several pieces gives several quotations.

    `meant` tells the entity that the source of an attribution means, by document and index.
    """
    return tuple(
        quote
        for d in documents
        for n, said in enumerate(annotations[d.id].attributions)
        for quote in _quotes(d.id, said, meant(d.id, n))
    )


def _quotes(document: str, attribution: Attribution, speaks: str | None) -> list[DossierQuote]:
    source, cue = attribution.source, attribution.cue
    speaker = QuoteSource(start=source.start, end=source.end, text=source.text, entity=speaks) if source else None
    return [
        DossierQuote(
            document=document,
            start=start,
            end=end,
            kind=attribution.kind,
            source=speaker,
            cue=QuoteCue(cue.start, cue.end, cue.text) if cue else None,
        )
        for start, end in attribution.content
    ]


def show_notes(documents: Sequence[Document], annotations: Mapping[str, Annotations]) -> tuple[DossierNote, ...]:
    """What added annotators wrote, by document, layer and offset."""
    return tuple(
        DossierNote(document=d.id, layer=layer, start=n.start, end=n.end, label=n.label, value=n.value)
        for d in documents
        for layer, notes in sorted(annotations[d.id].notes.items())
        for n in notes
    )
