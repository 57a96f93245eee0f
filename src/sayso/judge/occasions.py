"""Whether two dated claims tell of two occasions: the gates that every route to a date that differs passes."""

import re

from sayso.judge.counted import counted
from sayso.judge.days import MONTH
from sayso.judge.nouns import one_kind
from sayso.judge.scene import Scene
from sayso.model.claim import Claim
from sayso.model.enums import EntityType, QuantityKind
from sayso.model.quantity import Quantity
from sayso.model.time import Period

NAMED = re.compile(rf"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|{MONTH}|(?:1[6-9]|20)\d\d)\b")
MEASURED = frozenset({QuantityKind.MEASURE, QuantityKind.PERCENT})
DAYS, YEAR = 15, 360  # days of a time told by the day, and of a year
DOERS = frozenset({EntityType.ORG, EntityType.PERSON, EntityType.GROUP, EntityType.LOC})  # a place that acts is misread


def two_occasions(scene: Scene, a: Claim, b: Claim, *, alike: bool = False) -> bool:
    """True where the claims date two things: either sentence names the other's time too, or whom only it names.

    What is told `alike`, word for word, may have another doer or number by mistake; what is not has them because it is
    another deed.
    """
    if _other_grain(a.period, b.period) or scene.other_company((a,), (b,)):
        return True
    if _names(scene, a, b) or _names(scene, b, a):
        return True
    return not alike and (_other_doer(scene, a, b) or _other_counts(a, b) or _other_values(a, b))


def _other_grain(a: Period, b: Period) -> bool:
    """True where one is a year and the other a few days, and not in it: each is told of something else."""
    lengths = [(p.end - p.start).days for p in (a, b) if p.start is not None and p.end is not None]
    return len(lengths) == 2 and min(lengths) <= DAYS and max(lengths) >= YEAR


def _names(scene: Scene, claim: Claim, other: Claim) -> bool:
    """True where the sentence of a claim names a day, month or year by which the other is dated, and its own time does not.

    Then both times stand in it, for different things: who was champion of one year was banned in another.
    """
    if any(p.start == other.period.start and p.end == other.period.end for _, p in claim.times if p != claim.period):
        return True
    own, theirs = (set(NAMED.findall((c.time_text or "").lower())) for c in (claim, other))
    text = scene.sentence_text(claim).lower()
    return any(re.search(rf"\b{name}\b", text) for name in theirs - own)


def _other_doer(scene: Scene, a: Claim, b: Claim) -> bool:
    """True where each has a doer known by name, and not the same; who takes part in either deed may do it with the other."""
    left, right = ({p.entity for p in c.participants if p.role == "agent" and _acts(scene, p.entity)} for c in (a, b))
    return bool(left and right) and not left & right and not (left & b.entities and right & a.entities)


def _acts(scene: Scene, entity: str) -> bool:
    known = scene.entities.get(entity)
    return known is not None and known.type in DOERS


def _other_values(a: Claim, b: Claim) -> bool:
    """True where both measure in one unit, or count those whom one thing befell, and share no value."""
    left, right = ({(x.low, x.high, key) for x in c.quantities if (key := _measured(c, x))} for c in (a, b))
    shared = {key for *_, key in left} & {key for *_, key in right}
    return bool(shared) and not left & right


def _measured(claim: Claim, quantity: Quantity) -> str | None:
    """The unit of a measure, a share or a sum, or what befell those counted where such a count grows."""
    if quantity.kind is QuantityKind.COUNT:
        key = counted(quantity, claim)
        return key.outcome if key.grows else None
    return f"{quantity.kind.value} {quantity.unit}" if quantity.kind in MEASURED else None


def _other_counts(a: Claim, b: Claim) -> bool:
    """True where both count one kind of thing, and not as many."""
    return any(
        p.kind is q.kind is QuantityKind.COUNT
        and p.of is not None
        and q.of is not None
        and one_kind(p.of, q.of)
        and p.low != q.low
        for p in a.quantities
        for q in b.quantities
    )
