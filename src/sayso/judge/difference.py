"""Two claims that give different values for one question."""

from msgspec import Struct

from sayso.model.enums import Between, DiscrepancyKind, Verdict


class Value(Struct, frozen=True):
    """One side of a difference: the claim, its words for the value, and the value as it was compared."""

    claim: str
    shown: str
    reads: str


class Difference(Struct, frozen=True, kw_only=True):
    """`left` and `right` differ in `kind`; `topic` is the question in words, equal for equal questions.

    `weight` (0..1) says how surely both speak to the one question; `why` is a sentence made from the values.
    """

    kind: DiscrepancyKind
    verdict: Verdict
    left: Value
    right: Value
    topic: str
    why: str
    weight: float
    between: Between | None = None
    whole: bool = False  # one of the values of a count that moves: all of them make one discrepancy
