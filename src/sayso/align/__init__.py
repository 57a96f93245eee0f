"""Which claims of a story speak to the same question."""

from sayso.align.alignment import Alignment, PairScore, align

__all__ = ["Alignment", "PairScore", "align"]
