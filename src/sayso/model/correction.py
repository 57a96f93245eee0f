"""Corrections by people: one line of `sayso.corrections.jsonl`, and what became of it in a run.

The targets name things in terms that outlast a run: documents by the hash of their bytes, spans, names, words.
"""

from enum import Enum

from msgspec import Struct

from sayso.model.document import identify
from sayso.model.enums import DiscrepancyKind


class Action(Enum):
    """What a person may decide."""

    MERGE_ENTITIES = "merge-entities"
    SPLIT_ENTITY = "split-entity"
    MERGE_FINDINGS = "merge-findings"
    SPLIT_FINDING = "split-finding"
    DISMISS_DISCREPANCY = "dismiss-discrepancy"
    CONFIRM_DISCREPANCY = "confirm-discrepancy"
    SET_PUBLISHER_FAMILY = "set-publisher-family"
    SET_PUBLISHED = "set-published"
    SET_PUBLISHER = "set-publisher"
    UNDO = "undo"


class DocumentTarget(Struct, frozen=True, kw_only=True, tag_field="kind", tag="document"):
    """A document: its id (by the hash of its bytes), the hash itself, and what it is called."""

    document: str
    sha256: str
    words: str


class ClaimTarget(Struct, frozen=True, kw_only=True, tag_field="kind", tag="claim"):
    """A claim: its document, its span and its words."""

    document: str
    start: int
    end: int
    text: str


class FindingTarget(Struct, frozen=True, kw_only=True, tag_field="kind", tag="finding"):
    """A finding by its claims; `words` is its statement as it was when the line was written, `id` the id it had."""

    id: str
    words: str
    claims: tuple[ClaimTarget, ...]


class SideTarget(Struct, frozen=True, kw_only=True):
    """One value of a discrepancy, as told and as compared, with its claims."""

    value: str
    reads: str | None
    claims: tuple[ClaimTarget, ...]


class DiscrepancyTarget(Struct, frozen=True, kw_only=True, tag_field="kind", tag="discrepancy"):
    """A discrepancy by its kind, its values and their claims; `words` is the question that it answered."""

    id: str
    words: str
    differs_in: DiscrepancyKind
    sides: tuple[SideTarget, ...]


class MentionTarget(Struct, frozen=True, kw_only=True, tag_field="kind", tag="mention"):
    """One mention: document, span, words."""

    document: str
    start: int
    end: int
    text: str


class EntityTarget(Struct, frozen=True, kw_only=True, tag_field="kind", tag="entity"):
    """An entity by its names and by mentions of it; `id` is the id that it had."""

    id: str
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[MentionTarget, ...]


class NameTarget(Struct, frozen=True, kw_only=True, tag_field="kind", tag="name"):
    """A name that an entity goes by."""

    name: str


class OutletTarget(Struct, frozen=True, kw_only=True, tag_field="kind", tag="outlet"):
    """An outlet by the name of the publisher."""

    name: str


class LineTarget(Struct, frozen=True, kw_only=True, tag_field="kind", tag="line"):
    """An earlier line, by its id."""

    id: str


AnyTarget = (
    DocumentTarget
    | ClaimTarget
    | FindingTarget
    | DiscrepancyTarget
    | MentionTarget
    | EntityTarget
    | NameTarget
    | OutletTarget
    | LineTarget
)


class Correction(Struct, frozen=True, kw_only=True):
    """One judgement: who decided what, when and why. `at` is a moment in UTC, `value` what a thing is set to."""

    id: str
    at: str
    by: str
    why: str
    action: Action
    targets: tuple[AnyTarget, ...]
    value: str | None = None

    @property
    def said(self) -> str:
        """By whom, when and why, for the reasons that a dossier gives."""
        return f"{self.by} on {self.at[:10]}: {self.why}"


class Outcome(Struct, frozen=True, kw_only=True):
    """What became of the correction `id`: whether it stands in the dossier, and what there is to say of it."""

    id: str
    applied: bool
    note: str | None = None


class Unread(Struct, frozen=True, kw_only=True):
    """A line that is no correction, with the file, its number and the reason; `found` is as much of it as can be read."""

    file: str
    number: int
    reason: str
    found: dict[str, str]


class Corrections(Struct, frozen=True, kw_only=True):
    """All corrections of a run in the order of their lines, and what could not be read.

    `places` are the files in which they are looked for, whether these exist or not; new lines go into the first.
    """

    places: tuple[str, ...] = ()
    lines: tuple[Correction, ...] = ()
    unread: tuple[Unread, ...] = ()

    def undone(self) -> dict[int, Correction]:
        """By number of a line that no longer stands, the later undo that stands against it; an undo may be undone itself."""
        gone: dict[int, Correction] = {}
        wanted: dict[str, Correction] = {}
        for n in range(len(self.lines) - 1, -1, -1):
            line = self.lines[n]
            if line.id in wanted:
                gone[n] = wanted[line.id]
            elif line.action is Action.UNDO:
                wanted.update({t.id: line for t in line.targets if isinstance(t, LineTarget)})
        return gone

    def standing(self, *actions: Action) -> tuple[Correction, ...]:
        """The corrections of these kinds that nothing undid, in order; the same line twice is one."""
        gone = self.undone()
        found = {c.id: c for n, c in enumerate(self.lines) if c.action in actions and n not in gone}
        return tuple(found.values())


NONE = Corrections()
UNDONE = "undone by"  # how the note of a line begins that a later one undid


def correction_id(line: bytes) -> str:
    """The id of a line: that of its words without the id, in the order and spelling in which they are written."""
    return identify("k", line.decode())
