"""Claims of a story: a clause of one document with its voices, time, place and participants resolved across documents."""

from msgspec import Struct

from sayso.model.clause import Clause
from sayso.model.document import identify
from sayso.model.enums import EntityType, Modality
from sayso.model.quantity import Quantity
from sayso.model.time import Period


class ResolvedVoice(Struct, frozen=True):
    """One voice of an attribution chain: the words, the entity they mean, and the words of saying.

    `negated` marks a voice that denies or refuses the content, `anonymous` one that cannot be cited by name.
    """

    source: str
    start: int
    end: int
    entity: str | None = None
    cue: str | None = None
    negated: bool = False
    anonymous: bool = False
    type: EntityType | None = None
    citable: bool = True  # somebody or some body; False for words that the reading took for a speaker


class Participant(Struct, frozen=True):
    """An entity with its role in the clause: agent, patient, recipient, place, other."""

    entity: str
    role: str
    start: int
    end: int


class Claim(Struct, frozen=True, kw_only=True):
    """What one document asserts in one clause; `clause` keeps what the document alone gave.

    `voices` is the attribution chain, outermost first, empty for the outlet's own voice; `speaker` is
    who speaks where the claim tells of an act of speech; `spoken` is the chain of voices of that act, `whole` where no
    other claim tells what was said ("The council condemned the raid"). `period` is the grounded time
    that governs the clause (unknown: Period()), with the words and the basis. `place` is an entity id. `times` are the
    periods of all time expressions inside the clause with their words.
    """

    id: str
    document: str
    publisher: str
    clause: Clause
    voices: tuple[ResolvedVoice, ...] = ()
    speaker: ResolvedVoice | None = None
    spoken: tuple[ResolvedVoice, ...] = ()
    whole: bool = False
    period: Period = Period()
    time_text: str | None = None
    time_basis: str | None = None
    times: tuple[tuple[str, Period], ...] = ()
    place: str | None = None
    participants: tuple[Participant, ...] = ()
    quantities: tuple[Quantity, ...] = ()

    @property
    def text(self) -> str:
        """The words of the claim, verbatim."""
        return self.clause.text

    @property
    def start(self) -> int:
        """First code point of the claim in its document."""
        return self.clause.start

    @property
    def end(self) -> int:
        """End (exclusive) of the claim in its document."""
        return self.clause.end

    @property
    def modality(self) -> Modality:
        """How surely the clause is put."""
        return self.clause.modality

    @property
    def negated(self) -> bool:
        """True where the clause denies what it tells."""
        return self.clause.negated

    @property
    def entities(self) -> frozenset[str]:
        """Ids of all entities that take part in the clause."""
        return frozenset(p.entity for p in self.participants)


def claim_id(document: str, start: int, end: int) -> str:
    """A claim is known by its document and span."""
    return identify("c", document, start, end)
