"""Ages of one person, wherever the story tells them."""

import re
from collections.abc import Iterator
from itertools import combinations

from msgspec import Struct

from sayso.judge.difference import Difference, Value
from sayso.judge.numbers import reads
from sayso.judge.scene import Scene
from sayso.model.claim import Claim
from sayso.model.enums import DiscrepancyKind, EntityType, QuantityKind, Verdict
from sayso.model.quantity import Quantity

AFTER_NAME = re.compile(r"^(?:\s*,)?\s*\(?(?:aged |who is |now )?$")
BEING = re.compile(r"\b(?:is|was|turned|at) (?:only |just |now )?$")
BEFORE_NAME = re.compile(r"^(?:[ -]year[ -]old)?,? (?:[\w’'-]+ ){0,4}$")
REACH = 30  # characters from a name to the age that it is said to have
BIRTHDAY = 40  # days between two tellings from which a year more may be a birthday
SURENESS = 0.85


class Aged(Struct, frozen=True):
    """The age that a claim gives a person."""

    claim: Claim
    quantity: Quantity
    entity: str


def age_differences(scene: Scene) -> Iterator[Difference]:
    """Conflicts between the ages that two outlets give one person."""
    held: dict[str, list[Aged]] = {}
    seen = set()
    for claim in sorted(scene.originals, key=lambda c: (c.clause.nominal, len(c.text), c.document, c.start)):
        for quantity in claim.quantities:
            if quantity.kind is QuantityKind.AGE and quantity.value and (claim.document, quantity.start) not in seen:
                if (entity := _whose(scene, claim, quantity)) is not None:
                    seen.add((claim.document, quantity.start))
                    held.setdefault(entity, []).append(Aged(claim, quantity, entity))
    for entity in sorted(held):
        for a, b in combinations(held[entity], 2):
            if a.claim.publisher != b.claim.publisher and a.quantity.value != b.quantity.value and _near(scene, a, b):
                name = scene.name(entity) or entity
                yield Difference(
                    kind=DiscrepancyKind.NUMBER,
                    verdict=Verdict.CONFLICT,
                    left=Value(a.claim.id, a.quantity.text, reads(a.quantity)),
                    right=Value(b.claim.id, b.quantity.text, reads(b.quantity)),
                    topic=f"age of {name}",
                    why=f"{name} is {a.quantity.text} in {a.claim.publisher}, {b.quantity.text} in {b.claim.publisher}",
                    weight=SURENESS,
                    whole=True,
                )


def _whose(scene: Scene, claim: Claim, quantity: Quantity) -> str | None:
    """The person right before an age ("Ann Roe, 41", "she was 41") or right after it ("41-year-old Ann Roe")."""
    text = scene.documents[claim.document].text
    people = [p for p in claim.participants if (e := scene.entities.get(p.entity)) and e.type is EntityType.PERSON]
    before = [p for p in people if p.end <= quantity.start]
    if before:
        last = max(before, key=lambda p: p.end)
        between = text[last.end : quantity.start]
        if AFTER_NAME.match(between) or (len(between) < REACH and BEING.search(between) and "," not in between):
            return last.entity
    after = [p for p in people if p.start >= quantity.end]
    if after:
        first = min(after, key=lambda p: p.start)
        if BEFORE_NAME.match(text[quantity.end : first.start]) and (claim.document, first.start, first.end) in scene.names_at:
            return first.entity
    return None


def _near(scene: Scene, a: Aged, b: Aged) -> bool:
    """False where enough time lies between that a birthday explains a year."""
    days = [scene.published[x.claim.document][0] for x in (a, b)]
    if None in days or abs((a.quantity.value or 0) - (b.quantity.value or 0)) > 1:
        return True
    first, then = sorted(d for d in days if d is not None)
    return (then - first).days < BIRTHDAY
