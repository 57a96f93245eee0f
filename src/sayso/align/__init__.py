"""Which claims of a story speak to the same question."""

from sayso.align.alignment import Budget, align

__all__ = ["Budget", "align"]
