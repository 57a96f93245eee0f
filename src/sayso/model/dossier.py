"""The dossier: the story rebuilt, as it is written out. `docs/reference/dossier.md` explains every key.

Every field without a default is always written; fields with a default are growth beyond the first contract. Offsets are
code points into `documents[].text`, end exclusive; dates are ISO 8601 strings, None is an open end or an unknown value.
"""

from msgspec import Struct

from sayso.model.document import Skipped
from sayso.model.dossier_findings import (
    Discrepancy,
    DossierReuse,
    DossierSource,
    Finding,
    Omission,
    Series,
    TimelineEntry,
)
from sayso.model.dossier_reading import AppliedCorrection, Briefing, Framing, LoadedWord, Outlook, Position, Run
from sayso.model.dossier_texts import DossierClaim, DossierDocument, DossierNote, DossierQuote, StoryHead
from sayso.model.mention import Entity, Link

SCHEMA = "sayso.dossier/1"


class Dossier(Struct, frozen=True, kw_only=True, tag_field="schema", tag=SCHEMA):
    """One story, rebuilt across the documents that report it; every list is ordered and the same for the same input.

    Written out, its first key is `schema`, which names the version of this contract.
    """

    story: StoryHead
    documents: tuple[DossierDocument, ...]
    entities: tuple[Entity, ...]
    links: tuple[Link, ...]
    claims: tuple[DossierClaim, ...]
    quotes: tuple[DossierQuote, ...]
    findings: tuple[Finding, ...]
    discrepancies: tuple[Discrepancy, ...]
    series: tuple[Series, ...]
    timeline: tuple[TimelineEntry, ...]
    sources: tuple[DossierSource, ...]
    reuse: tuple[DossierReuse, ...]
    positions: tuple[Position, ...]
    outlook: tuple[Outlook, ...]
    framing: tuple[Framing, ...]
    omissions: tuple[Omission, ...]
    briefing: Briefing
    corrections: tuple[AppliedCorrection, ...]
    skipped: tuple[Skipped, ...]
    run: Run
    notes: tuple[DossierNote, ...] = ()
    loaded: tuple[LoadedWord, ...] = ()
