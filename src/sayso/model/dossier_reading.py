"""What a dossier offers its reader besides the findings: stances, outlook, framing, briefing; and how it was made."""

from typing import Annotated

from msgspec import Meta, Struct

from sayso.model.dossier_findings import Days
from sayso.model.dossier_texts import ClaimTime, Offset
from sayso.model.enums import LoadedSort, Modality, OutlookKind, OutlookState, Stance

Setting = str | int | float | bool | None | tuple[str, ...]


class Position(Struct, frozen=True, kw_only=True):
    """Where an actor stands towards a target; both are words or, where the story knows them, names of entities."""

    actor: str
    stance: Stance
    target: str | None
    time: ClaimTime | None
    claims: tuple[str, ...]


class Outlook(Struct, frozen=True, kw_only=True):
    """Something said to be still to come, by when, and what became of it; `met_by` is the claim that tells of it.

    `statement` tells it in a line that reads by itself: words of a document, with … where some are left out and, in
    brackets, who a pronoun or an unnamed subject is and the day that a "Friday" means.
    """

    statement: str
    modality: Modality
    horizon: Days
    state: OutlookState
    met_by: str | None
    claims: tuple[str, ...]
    kind: OutlookKind = OutlookKind.FORECAST


class Label(Struct, frozen=True, kw_only=True):
    """What one document calls an entity, `text[start:end]` where it first does so, and how many times.

    `quoted` is true where it does so only in quotation marks, `loaded` where the words hold one that judges.
    """

    label: str
    document: str
    start: Offset
    end: Offset
    count: Annotated[int, Meta(ge=1)] = 1
    quoted: bool = False
    loaded: bool = False


class Framing(Struct, frozen=True):
    """The words by which the documents call one entity: those that judge first, bare ones last."""

    entity: str
    labels: tuple[Label, ...]


class LoadedUse(Struct, frozen=True, kw_only=True):
    """One place where a word that judges stands, `text[start:end]`; `quoted` where it stands in quotation marks."""

    document: str
    start: Offset
    end: Offset
    quoted: bool


class LoadedWord(Struct, frozen=True, kw_only=True):
    """A word that judges, by outlet and by whom it is said of.

    `entity` is whom it names or whose deed or word it tells, None where the text ties it to nobody; `own` counts the
    outlet's own uses, `quoted` those in quotation marks.
    """

    outlet: str
    word: str
    sort: LoadedSort
    entity: str | None
    own: Annotated[int, Meta(ge=0)]
    quoted: Annotated[int, Meta(ge=0)]
    uses: tuple[LoadedUse, ...]


class BriefingLine(Struct, frozen=True, kw_only=True):
    """One line for a hurried reader, always with claims; `of` is the id of the finding, discrepancy or document told of."""

    text: str
    claims: Annotated[tuple[str, ...], Meta(min_length=1)]
    of: str | None = None


class BriefingSection(Struct, frozen=True):
    """A titled list of lines; `lead` says in one sentence what the lines have in common."""

    title: str
    lines: tuple[BriefingLine, ...]
    lead: str = ""


class Briefing(Struct, frozen=True):
    """The story at a glance."""

    sections: tuple[BriefingSection, ...]


class AppliedCorrection(Struct, frozen=True, kw_only=True):
    """What a person decided. `id` is that of the line, `target` tells in words what it is about, `value` what it was set to.

    `applied` is false for a line that does not stand in this dossier: it was undone, a later one says otherwise, its target
    is gone, or it cannot be read; `note` tells which. `touches` are the ids of what it bears on here.
    """

    at: str
    by: str
    why: str
    action: str
    target: str
    id: str = ""
    value: str | None = None
    applied: bool = True
    note: str | None = None
    touches: tuple[str, ...] = ()


class ModelUsed(Struct, frozen=True):
    """A model that took part, with the SHA-256 of its files."""

    name: str
    sha256: str


class Run(Struct, frozen=True, kw_only=True):
    """How the dossier was made: versions by package, settings by name, models, seconds by stage. Enters no id.

    `corrections` are the files in which corrections were looked for; new ones go into the first.
    """

    versions: dict[str, str]
    settings: dict[str, Setting]
    models: tuple[ModelUsed, ...]
    seconds: dict[str, float]
    corrections: tuple[str, ...] = ()
