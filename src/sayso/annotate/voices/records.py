"""What the finders of this package hand to one another; all offsets count in the document's text."""

from dataclasses import dataclass
from typing import TypeAlias

Reach: TypeAlias = tuple[int, int]  # [start, end) in code points of the document's text


@dataclass(frozen=True, slots=True)
class Candidate:
    """An attribution before it is put in order. `outer` is the voice that relays it where the cue itself says so."""

    source: Reach | None
    cue: Reach | None
    content: tuple[Reach, ...]
    negated: bool = False
    anonymous: bool = False
    recipient: Reach | None = None
    pronoun: Reach | None = None
    outer: "Candidate | None" = None

    @property
    def extent(self) -> Reach:
        """From the first to the last character of the content."""
        return self.content[0][0], self.content[-1][1]
