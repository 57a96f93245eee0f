"""Which claims of a story speak to the same question."""

from sayso.align.alignment import align

__all__ = ["align"]
