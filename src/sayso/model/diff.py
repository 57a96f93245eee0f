"""What two dossiers of one story say of each other: each change with what stood in the old and what stands in the new.

In every record `old` is None for what the old dossier does not have, `new` for what the new one does not have. Ids of `old`
are ids of the old dossier, ids of `new` those of the new one.
"""

from enum import Enum

from msgspec import Struct

from sayso.model.dossier_findings import Days
from sayso.model.dossier_texts import Number
from sayso.model.enums import Between, DiscrepancyKind, Modality, OutlookState, Status, Verdict

SCHEMA = "sayso.diff/1"


class Caution(Enum):
    """What a reader should know before reading the changes."""

    NOTHING_SHARED = "no report in common"
    OTHER_VERSION = "made with other versions or settings"
    BACKWARDS = "the new dossier looks from an earlier day"


class Cause(Enum):
    """Whether something changed because of what reports tell, or because the same words were read or grouped otherwise."""

    REPORTS = "reports"
    READING = "reading"


class DocumentMove(Enum):
    """What became of a document."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


class FindingMove(Enum):
    """What became of a finding."""

    NEW = "new"  # told by a document that is new
    GONE = "gone"  # its documents are gone
    ADDED = "added"  # a newer version of a document tells it
    WITHDRAWN = "withdrawn"  # the newer version of its document lacks it
    CORROBORATED = "corroborated"
    UNCORROBORATED = "no longer corroborated"
    DISPUTED = "disputed"
    UNDISPUTED = "no longer disputed"
    SOURCED = "sourced"
    UNSOURCED = "no longer sourced"
    MORE = "told by more outlets"
    FEWER = "told by fewer outlets"
    OTHERS = "told by other outlets"


class DiscrepancyMove(Enum):
    """What became of a difference between accounts."""

    DISPUTED = "now a conflict"
    RESOLVED = "conflict resolved"  # the accounts are still set side by side, and can hold now
    VANISHED = "conflict vanished"  # they are no longer set side by side
    UPDATED = "now an update"
    NOT_UPDATED = "no longer an update"
    CHANGED = "values changed"


class OutlookMove(Enum):
    """What became of something said to be still to come."""

    NEW = "new"
    GONE = "gone"
    LAPSED = "lapsed"
    MET = "met"
    REOPENED = "open again"
    POSTPONED = "another day"


class ClaimTold(Struct, frozen=True, kw_only=True):
    """A claim with its outlet and words; `voices` are those it is attributed to, outermost first."""

    id: str
    document: str
    publisher: str
    text: str
    voices: tuple[str, ...] = ()


class Revision(Struct, frozen=True, kw_only=True):
    """A claim that the newer version of its document puts in other words; `differs` names what of its reading differs.

    It holds words of: number, time, denial, modality, voice; empty where only the wording differs.
    """

    old: ClaimTold
    new: ClaimTold
    differs: tuple[str, ...] = ()


class DocumentTold(Struct, frozen=True, kw_only=True):
    """A document as one dossier holds it."""

    id: str
    publisher: str
    title: str | None
    where: str | None
    published: Days
    claims: int


class DocumentChange(Struct, frozen=True, kw_only=True):
    """A document that is new, gone or changed; `kept` counts the claims that both versions have word for word."""

    change: DocumentMove
    old: DocumentTold | None
    new: DocumentTold | None
    kept: int = 0
    revised: tuple[Revision, ...] = ()
    added: tuple[ClaimTold, ...] = ()
    withdrawn: tuple[ClaimTold, ...] = ()


class FindingTold(Struct, frozen=True, kw_only=True):
    """A finding as one dossier holds it; `origins` are the names of the origins that count."""

    id: str
    headline: str
    status: Status
    independent: int
    outlets: tuple[str, ...]
    origins: tuple[str, ...]


class FindingChange(Struct, frozen=True, kw_only=True):
    """A finding that is new, gone, or told otherwise; `added` and `lost` are its claims that one side alone has.

    `gained` and `left` are the outlets that only the new or only the old dossier has tell it, renamed ones left out.
    """

    change: FindingMove
    cause: Cause
    old: FindingTold | None
    new: FindingTold | None
    gained: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    added: tuple[ClaimTold, ...] = ()
    lost: tuple[ClaimTold, ...] = ()


class FigureValue(Struct, frozen=True, kw_only=True):
    """One value of a figure: `told` are the words with their hedge, `low` to `high` what they admit."""

    told: str
    low: Number | None
    high: Number | None
    outlets: tuple[str, ...]
    claims: tuple[str, ...]


class FigureTold(Struct, frozen=True, kw_only=True):
    """The latest values of a figure, and the day for which they were told; several where outlets differ.

    `id` is that of the discrepancy in which its values stand, if there is one.
    """

    id: str | None
    day: str | None
    values: tuple[FigureValue, ...]


class FigureChange(Struct, frozen=True, kw_only=True):
    """A figure whose latest value moved, or that one dossier alone has."""

    about: str
    unit: str | None
    old: FigureTold | None
    new: FigureTold | None


class SideTold(Struct, frozen=True, kw_only=True):
    """One value where accounts part, with who holds it."""

    value: str
    outlets: tuple[str, ...]
    claims: tuple[str, ...]


class DiscrepancyTold(Struct, frozen=True, kw_only=True):
    """A discrepancy as one dossier holds it."""

    id: str
    kind: DiscrepancyKind
    verdict: Verdict
    between: Between
    question: str
    sides: tuple[SideTold, ...]


class DiscrepancyChange(Struct, frozen=True, kw_only=True):
    """A difference between accounts that arose, ended or changed."""

    change: DiscrepancyMove
    cause: Cause
    old: DiscrepancyTold | None
    new: DiscrepancyTold | None


class OutlookTold(Struct, frozen=True, kw_only=True):
    """Something to come as one dossier holds it; `met_by` is the claim that tells of it as happened."""

    statement: str
    finding: str | None
    modality: Modality
    horizon: Days
    state: OutlookState
    met_by: ClaimTold | None
    outlets: tuple[str, ...]
    claims: tuple[str, ...]


class OutlookChange(Struct, frozen=True, kw_only=True):
    """Something to come that is new or gone, or whose state or day changed."""

    change: OutlookMove
    old: OutlookTold | None
    new: OutlookTold | None


class DossierHead(Struct, frozen=True, kw_only=True):
    """One of the two dossiers: its story, how much it holds, and the day from which it looks.

    `reread` counts the claims that it alone reads in a text that both dossiers hold: nothing that a report changed.
    """

    story: str
    title: str
    as_of: str | None
    documents: int
    claims: int
    outlets: tuple[str, ...]
    reread: int


class Renamed(Struct, frozen=True, kw_only=True):
    """An outlet whose reports go by another name."""

    old: str
    new: str


class DossierDiff(Struct, frozen=True, kw_only=True, tag_field="schema", tag=SCHEMA):
    """What changed from one dossier of a story to another; every list tells the weightiest first.

    `gained` and `lost` are the outlets that only the new or only the old dossier has, `renamed` those that go by another
    name.
    """

    old: DossierHead
    new: DossierHead
    cautions: tuple[Caution, ...]
    figures: tuple[FigureChange, ...]
    discrepancies: tuple[DiscrepancyChange, ...]
    findings: tuple[FindingChange, ...]
    outlook: tuple[OutlookChange, ...]
    documents: tuple[DocumentChange, ...]
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    renamed: tuple[Renamed, ...] = ()

    @property
    def empty(self) -> bool:
        """True where nothing changed."""
        listed = (
            self.figures,
            self.discrepancies,
            self.findings,
            self.outlook,
            self.documents,
            self.gained,
            self.lost,
            self.renamed,
        )
        return not any(listed)
