"""Everything that `annotate` finds within one document; each tuple is ordered by offset, indices refer into it."""

from msgspec import Struct

from sayso.model.clause import Clause
from sayso.model.mention import Mention
from sayso.model.quantity import Quantity
from sayso.model.time import TimeExpression
from sayso.model.voice import Attribution


class Annotations(Struct, frozen=True, kw_only=True):
    """The annotations of the document `document`; `sentences` are [start, end) pairs."""

    document: str
    sentences: tuple[tuple[int, int], ...]
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    quantities: tuple[Quantity, ...]
    attributions: tuple[Attribution, ...]
    clauses: tuple[Clause, ...]
