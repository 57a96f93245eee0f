"""What shows that two numbers answer two questions, however alike the words around them."""

import re

from sayso.judge.counted import counted, value_of
from sayso.judge.figures import Told
from sayso.judge.nouns import one_kind
from sayso.judge.parts import one_of_two
from sayso.judge.scene import Scene
from sayso.judge.scope import base, waits
from sayso.judge.tolls import past
from sayso.model.claim import Claim
from sayso.model.enums import QuantityKind
from sayso.model.quantity import Quantity

FACTOR = re.compile(r"(?:[ -]times|-fold)\b", re.IGNORECASE)
# How a length is measured: downwards, upwards, along, across, towards a quarter, from something, into it, past others.
WAY = re.compile(
    r"[\s-]+(?:to the )?(?:(under\w*|deep|down|below|beneath)|(high|tall|above)|(long|in length)|(wide|across)"
    r"|((?:north|south|east|west)\w*)|((?:away )?from|off)|(inside|within|into)|(further|farther|nearer|closer))\b",
    re.IGNORECASE,
)


def unlike(scene: Scene, one: Told, other: Told) -> bool:
    """True where one number is of a part, a past, a rest, a wait or a way of measuring that the other is not of."""
    (a, p), (b, q) = one, other
    return (
        one_of_two(scene, one, other)
        or _bygone(scene, a) != _bygone(scene, b)
        or _factor(a, p)
        or _factor(b, q)
        or held_up(scene, a) != held_up(scene, b)
        or base(scene, a, p) != base(scene, b, q)
        or _beside(a, p) != _beside(b, q)
        or _other_way(a, p, b, q)
        or _adds_up(scene, p, b, q)
        or _adds_up(scene, q, a, p)
    )


def _bygone(scene: Scene, claim: Claim) -> bool:
    """True for what was so long before the story; what is so of a ship "built in 1987" is so now."""
    return past(scene, claim) and claim.clause.tense != "present"


def held_up(scene: Scene, claim: Claim) -> bool:
    """True where the sentence of a claim tells of those who wait or are held up."""
    return waits(scene.sentence_text(claim))


def _factor(claim: Claim, quantity: Quantity) -> bool:
    """True for "three times as much"."""
    return FACTOR.match(claim.text[max(0, quantity.end - claim.start) :]) is not None


def _beside(claim: Claim, quantity: Quantity) -> bool:
    """True for "three other cities": a count beside something that is not counted."""
    after = claim.text[max(0, quantity.end - claim.start) :]
    return after.startswith(" other ") and not counted(quantity, claim).grows


def _other_way(a: Claim, p: Quantity, b: Claim, q: Quantity) -> bool:
    """True for two lengths that are measured in two ways: how deep, and how far from something."""
    if p.kind is not QuantityKind.MEASURE:
        return False
    ways = [_way(c.text[max(0, x.end - c.start) :]) for c, x in ((a, p), (b, q))]
    return None not in ways and ways[0] != ways[1]


def _way(after: str) -> int | None:
    """In which way the length before these words is measured; None where they do not say."""
    found = WAY.match(after)
    return next((n for n, told in enumerate(found.groups()) if told), None) if found else None


def _adds_up(scene: Scene, whole: Quantity, claim: Claim, part: Quantity) -> bool:
    """True where a number and another of its kind beside it make up the first: nine exchanged for five are fourteen."""
    if whole.kind is not QuantityKind.COUNT:
        return False
    alike = (x for c in scene.sentence(claim) for x in c.quantities if x.kind is part.kind and x.start != part.start)
    beside = {value_of(x) for x in alike if one_kind(x.of, part.of)}
    return any(value_of(whole) == value_of(part) + x for x in beside if x > 0)
