"""Members of a finding that tell of somebody else: what befell a woman of 72 beside what befell a man of 21.

Reports tell of earlier cases beside the new one, in the same words. To keep the two apart while findings are made would tear
these asunder, for most claims tell no age and are like either; so whoever is told of by fewer outlets is put out afterwards.
"""

import math
from collections.abc import Sequence

from sayso.model.claim import Claim
from sayso.model.enums import QuantityKind
from sayso.model.quantity import Quantity

GENERATION = 15  # years by which two outlets do not misstate the age of one person
UNDERGOES = frozenset({"nsubjpass", "dobj"})
DIES = frozenset("collapse die disappear drown fall perish succumb".split())  # to its subject it happens


def put_out_others(groups: Sequence[Sequence[int]], claims: Sequence[Claim]) -> list[list[int]]:
    """The groups (indices of claims) without those that tell of another person, each of which is a group of its own."""
    found: list[list[int]] = []
    for group in groups:
        others = _others({n: q for n in group if (q := _befallen(claims[n])) is not None}, claims)
        found += [[n for n in group if n not in others], *([n] for n in sorted(others))]
    return sorted(found)


def _others(aged: dict[int, Quantity], claims: Sequence[Claim]) -> frozenset[int]:
    """Those of whom fewer documents tell than of somebody who is not the same; ties fall to the lower index."""
    alike = {n: {claims[m].document for m in aged if _one_person(aged[n], aged[m])} for n in aged}
    rank = {n: (len(alike[n]), -n) for n in aged}
    return frozenset(n for n in aged if any(rank[m] > rank[n] and not _one_person(aged[n], aged[m]) for m in aged))


def _befallen(claim: Claim) -> Quantity | None:
    """The one age of a claim, where something happens to whoever has it."""
    ages = [q for q in claim.quantities if q.kind is QuantityKind.AGE]
    if len(ages) != 1:
        return None
    befalls = ages[0].relation in UNDERGOES or (ages[0].relation == "nsubj" and ages[0].governor in DIES)
    return ages[0] if befalls else None


def _one_person(one: Quantity, other: Quantity) -> bool:
    return not _above(one, other) and not _above(other, one)


def _above(one: Quantity, other: Quantity) -> bool:
    return (one.low or 0.0) > (math.inf if other.high is None else other.high) + GENERATION
