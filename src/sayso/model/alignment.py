"""Which claims of a story speak to one question, and how surely."""

from msgspec import Struct


class PairScore(Struct, frozen=True):
    """How surely two claims (ids) answer one question, from 0 to 1, and the features that the score was made of."""

    left: str
    right: str
    score: float
    features: dict[str, float]


class Alignment(Struct, frozen=True):
    """Groups of claim ids (each claim in exactly one group) and the pairs that come near enough to be compared.

    `copies` are claims that documents took from each other word for word: the first of each stands for the others, which
    have a pair with it alone.
    """

    groups: tuple[tuple[str, ...], ...]
    pairs: tuple[PairScore, ...]
    copies: tuple[tuple[str, ...], ...] = ()
