"""Whether one claim tells what a line made of another says: stricter than speaking to one question, since it is credited.

A finding holds what answers one question; a line names outlets for its very words. The bounds were set on the pairs of the
development stories, so that no outlet is named for what it does not tell.
"""

from sayso.model.claim import Claim
from sayso.model.dossier_findings import PairExplanation
from sayso.model.enums import QuantityKind

SCORE = 0.65  # of the pair, at the least
ALIKE = 0.6  # nearness in meaning or words where the deeds are one
WHOLLY = 0.8  # nearness from which the deeds need not be
DEED = 0.35  # likeness of the predicates of one deed
SURE = 0.9  # score from which nearness alone will do
FIGURE = (0.85, 0.5, 0.3)  # score, nearness and likeness of predicates for claims that tell one number

APART = ("other_number", "polarity_differs", "world_differs", "other_time", "other_agent")
_SAYING = frozenset("be have do say tell report add announce note state claim write explain declare".split())


def says_the_same(pair: PairExplanation, a: Claim, b: Claim) -> bool:
    """True where an outlet that tells one of the two claims may be named for the words of the other."""
    told = pair.features.get
    if pair.score < SCORE or any(told(name) for name in APART) or _other_counts(a, b):
        return False
    alike, likeness = max(told("meaning", 0.0), told("words", 0.0)), told("predicate_meaning", 0.0)
    if alike >= WHOLLY:
        return True
    if told("same_number") and pair.score >= FIGURE[0] and alike >= FIGURE[1] and likeness >= FIGURE[2]:
        return True
    saying = {a.clause.predicate, b.clause.predicate} <= _SAYING
    return not saying and alike >= ALIKE and (likeness >= DEED or pair.score >= SURE)


def _other_counts(a: Claim, b: Claim) -> bool:
    """True where both claims count and share no value."""
    one, two = (
        {(q.low, q.high) for q in c.quantities if q.kind is QuantityKind.COUNT and q.low is not None} for c in (a, b)
    )
    return bool(one and two) and not one & two
