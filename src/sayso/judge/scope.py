"""What narrows a number or a deed to one place, one world or one item of a list."""

import re

from sayso.judge.counted import counted
from sayso.judge.scene import Scene
from sayso.model.claim import Claim
from sayso.model.enums import EntityType
from sayso.model.quantity import Quantity

PLACES = frozenset({EntityType.GPE, EntityType.LOC})
EXPECTED = re.compile(
    r"\b(?:forecast|expect(?:ed|ing|s)?|estimate[ds]?|predict(?:ed|s)?|project(?:ed|s|ions?)|consensus|target(?:ed|s)?|capacity"
    r"|planned|hop(?:ed|es|ing)|aim(?:ed|s|ing)?|initial(?:ly)?|previous(?:ly)?|originally)\b",
    re.IGNORECASE,
)


def places(scene: Scene, claim: Claim) -> frozenset[str]:
    """The towns, regions and countries that a claim names."""
    return frozenset(
        p.entity for p in claim.participants if (e := scene.entities.get(p.entity)) is not None and e.type in PLACES
    ) | ({claim.place} if claim.place else set())


def elsewhere(scene: Scene, a: Claim, b: Claim) -> bool:
    """True where both claims name places and none that the other names: what is counted here is not counted there."""
    left, right = places(scene, a), places(scene, b)
    return bool(left and right) and not left & right


def expected(claim: Claim) -> bool:
    """True where the words of a claim set a number that was looked for, or stood before, against the one that came."""
    return EXPECTED.search(claim.text) is not None


def listed(quantity: Quantity, claim: Claim) -> bool:
    """True where a claim tells several numbers of one kind of thing and one fate, or the number is but part of a word."""
    if claim.text[quantity.end - claim.start : quantity.end - claim.start + 1] == "-":
        return True
    fate = counted(quantity, claim).outcome
    return any(
        x.kind is quantity.kind and x.unit == quantity.unit and x.of in {quantity.of, None} and quantity.of is not None
        for x in claim.quantities
        if (x.low, x.high) != (quantity.low, quantity.high)
        and x.partitive == quantity.partitive
        and counted(x, claim).outcome == fate
    )
