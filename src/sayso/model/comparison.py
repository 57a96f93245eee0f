"""Two outlets of one story, side by side. In every record `a` belongs to the first outlet and `b` to the second."""

from enum import Enum

from msgspec import Struct

from sayso.model.diff import ClaimTold, FindingTold
from sayso.model.dossier_findings import Days
from sayso.model.enums import Between, DiscrepancyKind, OriginBasis, ReuseKind, Verdict

SCHEMA = "sayso.comparison/1"


class Wording(Enum):
    """In what two tellings of one finding differ though they can both hold."""

    HEDGE = "hedge"  # at least 14 against 14
    SURENESS = "sureness"  # may have slept against slept
    VOICE = "voice"  # on somebody's word against the outlet's own
    SAYING = "saying"  # claimed against said
    LOADED = "loaded words"


class LeanedOn(Struct, frozen=True, kw_only=True):
    """An origin behind what an outlet tells; `findings` counts those of its findings that rest on it, on any basis."""

    name: str
    bases: tuple[OriginBasis, ...]
    findings: int
    also: bool  # the other outlet leans on it too


class TakenFrom(Struct, frozen=True, kw_only=True):
    """Text that an outlet takes from another: the share of the body, 0 to 1."""

    publisher: str
    kind: ReuseKind
    share: float


class OutletTold(Struct, frozen=True, kw_only=True):
    """One outlet: what it published, and on what it leans.

    `findings` counts all that it tells, `unsourced` those of which no origin that counts stands behind its claims. `loaded`
    are the loaded words in its own voice with how often they stand there.
    """

    name: str
    titles: tuple[str, ...]
    published: Days
    claims: int
    findings: int
    unsourced: int
    origins: tuple[LeanedOn, ...]
    taken: tuple[TakenFrom, ...]
    loaded: tuple[tuple[str, int], ...]


class BothTold(Struct, frozen=True, kw_only=True):
    """A finding that both outlets tell, with the claims of each and the origins behind them."""

    finding: FindingTold
    a: tuple[ClaimTold, ...]
    b: tuple[ClaimTold, ...]
    origins_a: tuple[str, ...]
    origins_b: tuple[str, ...]


class ToldOtherwise(Struct, frozen=True, kw_only=True):
    """A discrepancy in which the two outlets hold different values."""

    id: str
    kind: DiscrepancyKind
    verdict: Verdict
    between: Between
    question: str
    a: tuple[str, ...]
    b: tuple[str, ...]
    claims_a: tuple[str, ...]
    claims_b: tuple[str, ...]


class WordedOtherwise(Struct, frozen=True, kw_only=True):
    """One finding in other words: what differs, the words of each, and the claims that hold them."""

    finding: str
    headline: str
    differs: Wording
    a: str
    b: str
    claim_a: ClaimTold
    claim_b: ClaimTold


class CalledOtherwise(Struct, frozen=True, kw_only=True):
    """What the outlets call one person or thing, with how often; only words that the other does not use."""

    entity: str
    name: str
    a: tuple[str, ...]
    b: tuple[str, ...]


class Comparison(Struct, frozen=True, kw_only=True, tag_field="schema", tag=SCHEMA):
    """Two outlets of one story, side by side; every list tells the weightiest first."""

    story: str
    title: str
    a: OutletTold
    b: OutletTold
    otherwise: tuple[ToldOtherwise, ...]
    worded: tuple[WordedOtherwise, ...]
    called: tuple[CalledOtherwise, ...]
    shared: tuple[BothTold, ...]
    only_a: tuple[FindingTold, ...]
    only_b: tuple[FindingTold, ...]
