"""What a dossier finds across documents: findings, discrepancies, series, timeline, sources, reuse, omissions."""

import re
from typing import Annotated

from msgspec import Meta, Struct

from sayso.model.dossier_texts import Number
from sayso.model.enums import (
    Between,
    DiscrepancyKind,
    Order,
    OriginBasis,
    ReuseKind,
    SourceKind,
    Status,
    Verdict,
)
from sayso.model.reuse import ReuseSpan

_ASKED = frozenset({"when", "where"})

Share = Annotated[float, Meta(ge=0, le=1)]


class Origin(Struct, frozen=True, kw_only=True):
    """One independent root behind claims of a finding; `source` is an id in `sources`, `why` tells what was folded in."""

    source: str
    name: str
    basis: OriginBasis
    claims: tuple[str, ...]
    why: tuple[str, ...] = ()


class PairExplanation(Struct, frozen=True, kw_only=True):
    """Why two claims were held to speak to one question: a score and the features it was made of."""

    a: str
    b: str
    score: float
    features: dict[str, float]


class Finding(Struct, frozen=True, kw_only=True):
    """The claims of a story that speak to one question; `statement` is the text of its clearest claim, verbatim.

    `independent` is how many origins count: named or first-hand ones that tell what the statement tells, each matched with
    an outlet of its own. `headline` tells it in a line that reads by itself: words of a document, with … where some are left
    out and, in brackets, the day that a "Friday" means.
    """

    id: str
    statement: str
    claims: tuple[str, ...]
    outlets: tuple[str, ...]
    origins: tuple[Origin, ...]
    status: Status
    why: tuple[str, ...]
    pairs: tuple[PairExplanation, ...] = ()
    independent: Annotated[int, Meta(ge=0)] = 0
    headline: str = ""


_ADDED_DAY = re.compile(r" \[[^]]*\d{4}\]")


def without_added_days(headline: str) -> str:
    """A headline without the days that it puts in brackets behind a "Friday": words of a document alone."""
    return _ADDED_DAY.sub("", headline)


class Side(Struct, frozen=True, kw_only=True):
    """One distinct value of a discrepancy with the claims that hold it; `reads` is the value as it was compared."""

    value: str
    claims: tuple[str, ...]
    reads: str | None = None


class Discrepancy(Struct, frozen=True, kw_only=True):
    """Values for one question that are worth setting side by side; only a conflict says that they cannot all hold.

    `confirmed` tells who held the verdict to be right, when and why.
    """

    id: str
    kind: DiscrepancyKind
    verdict: Verdict
    order: Order
    between: Between
    about: str
    finding: str | None
    score: float
    sides: tuple[Side, ...]
    why: str
    features: dict[str, float] = {}
    confirmed: str | None = None

    @property
    def question(self) -> str:
        """What the values answer, with a gap where one of them stood: `When: the ferry sailed on […]`."""
        asked, mark, told = self.about.partition(": ")
        label, words = (f"{asked}: ", told) if mark and asked in _ASKED else ("", self.about)
        words = words.removeprefix(f"{asked} ")
        for value in sorted({s.value for s in self.sides}, key=lambda v: (-len(v), v)):
            if label and len(words) > len(value) and value in words:
                words = words.replace(value, "[…]", 1)
                break
        whole = label + words
        return whole[:1].upper() + whole[1:]


class SeriesPoint(Struct, frozen=True, kw_only=True):
    """One told value of a series; `as_of` is the day for which it was told."""

    low: Number | None
    high: Number | None
    as_of: str | None
    claim: str


class Series(Struct, frozen=True, kw_only=True):
    """One measured thing over time."""

    about: str
    unit: str | None
    points: tuple[SeriesPoint, ...]


class Days(Struct, frozen=True):
    """First and last day, both inclusive."""

    start: str | None
    end: str | None


class TimelineEntry(Struct, frozen=True, kw_only=True):
    """What took place when; `origins` counts the independent ones, `background` marks what long precedes the story."""

    date: Days
    summary: str
    claims: tuple[str, ...]
    origins: Annotated[int, Meta(ge=0)]
    participants: tuple[str, ...]
    background: bool


class Citation(Struct, frozen=True):
    """The claims for which one document cites a source."""

    document: str
    claims: tuple[str, ...]


class DossierSource(Struct, frozen=True, kw_only=True):
    """Somebody or something that is cited, or the outlet that speaks for itself."""

    id: str
    name: str
    kind: SourceKind
    cited_by: tuple[Citation, ...]


class DossierReuse(Struct, frozen=True, kw_only=True, rename={"giver": "from", "taker": "to"}):
    """`taker` (written `to`) takes `share` of its body from `giver` (written `from`); `spans` count in `taker`."""

    giver: str
    taker: str
    kind: ReuseKind
    share: Share
    spans: tuple[ReuseSpan, ...]
    why: str = ""


class Omission(Struct, frozen=True, kw_only=True):
    """A finding that some outlets tell and others leave out."""

    finding: str
    told_by: tuple[str, ...]
    missing_in: tuple[str, ...]
