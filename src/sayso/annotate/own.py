"""The project's own annotators, one for each layer of the main path."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from sayso.annotate.annotator import NOTHING, Found
from sayso.annotate.claims import Context, find_clauses
from sayso.annotate.mentions import find_mentions
from sayso.annotate.parse import Parsed
from sayso.annotate.quantity import find_quantities
from sayso.annotate.temporal import find_times
from sayso.annotate.voices import find_attributions
from sayso.model.annotations import Layer
from sayso.model.clause import Clause
from sayso.model.mention import Mention
from sayso.model.quantity import Quantity
from sayso.model.time import TimeExpression
from sayso.model.voice import Attribution


@dataclass(frozen=True)
class Own:
    """What the project's own annotators share: none takes the place of another."""

    version: ClassVar[str] = "1"
    reads: ClassVar[frozenset[str]] = NOTHING
    replaces: ClassVar[str | None] = None


class Times(Own):
    """Temporal expressions."""

    name: ClassVar[str] = "sayso.times"
    writes: ClassVar[str] = Layer.TIMES

    def annotate(self, parsed: Parsed, found: Found) -> Sequence[TimeExpression]:
        """Temporal expressions, symbolic."""
        del found
        return find_times(parsed)


class Quantities(Own):
    """Quantities."""

    name: ClassVar[str] = "sayso.quantities"
    reads: ClassVar[frozenset[str]] = frozenset({Layer.TIMES})
    writes: ClassVar[str] = Layer.QUANTITIES

    def annotate(self, parsed: Parsed, found: Found) -> Sequence[Quantity]:
        """Quantities; what is a time is none."""
        return find_quantities(parsed, tuple(found.times))


class Attributions(Own):
    """Who is said to say what."""

    name: ClassVar[str] = "sayso.attributions"
    writes: ClassVar[str] = Layer.ATTRIBUTIONS

    def annotate(self, parsed: Parsed, found: Found) -> Sequence[Attribution]:
        """Attributions."""
        del found
        return find_attributions(parsed)


class Mentions(Own):
    """Names, descriptions and pronouns."""

    name: ClassVar[str] = "sayso.mentions"
    writes: ClassVar[str] = Layer.MENTIONS

    def annotate(self, parsed: Parsed, found: Found) -> Sequence[Mention]:
        """Mentions, chained within the document."""
        del found
        return find_mentions(parsed)


class Clauses(Own):
    """What each clause asserts."""

    name: ClassVar[str] = "sayso.clauses"
    reads: ClassVar[frozenset[str]] = frozenset({Layer.TIMES, Layer.QUANTITIES, Layer.ATTRIBUTIONS, Layer.MENTIONS})
    writes: ClassVar[str] = Layer.CLAUSES

    def annotate(self, parsed: Parsed, found: Found) -> Sequence[Clause]:
        """Clauses, which point into the other layers by index."""
        return find_clauses(parsed, Context(found.times, found.quantities, found.attributions, found.mentions))
