"""Ages of one person, wherever the story tells them."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from sayso.judge.difference import Difference, Value
from sayso.judge.figures import reads
from sayso.judge.scene import Scene
from sayso.model.claim import Claim
from sayso.model.enums import DiscrepancyKind, EntityType, QuantityKind, Verdict
from sayso.model.quantity import Quantity

AFTER_NAME = re.compile(r"^(?:\s*,)?\s*\(?(?:aged |who is |now )?$")
BEING = re.compile(r"\b(?:is|was|turned|at) (?:only |just |now )?$")
BEFORE_NAME = re.compile(r"^(?:[ -]year[ -]old)?,? (?:[\w’'-]+ ){0,4}$")
REACH = 30  # characters from a name to the age that it is said to have
BIRTHDAY = 40  # days between two tellings from which a year more may be a birthday
FARTHEST = 300  # characters back to the name of "the 41-year-old"
THE_AGED = re.compile(r"\b[Tt]he $")
DOES = re.compile(r"\s(?:has|had|is|was|will|would|who|said|told|did|does|[a-z]+ed)\b|,")
TOLD_AS = frozenset({QuantityKind.AGE, QuantityKind.COUNT})
BARE = re.compile(r"[1-9]\d")  # an age that reads like any count
WAS = re.compile(r"(?:\bwho|,|\b[A-Z][\w’'-]+|\b[Hh]e|\b[Ss]he) (?:is|was|turned) (?:only |just |now )?$")
OTHER = re.compile(r"\b(?:number|figure|total|score|average|turnout|toll)\b", re.IGNORECASE)
ENDS = re.compile(r"[.;]|,? (?:and|when|at the time|in (?:his|her))\b|, (?:and|was|had|who)\b")
SURENESS = 0.85


class Aged(Struct, frozen=True):
    """The age that a claim gives a person."""

    claim: Claim
    quantity: Quantity
    entity: str


def age_differences(scene: Scene) -> Iterator[Difference]:
    """Conflicts between the ages that two outlets give one person."""
    held: dict[str, list[Aged]] = {}
    for aged in _told(scene):
        held.setdefault(aged.entity, []).append(aged)
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


def _told(scene: Scene) -> Iterator[Aged]:
    """Every age that stands beside a person, with the shortest claim that holds it, else one of its sentence."""
    people: dict[str, list[tuple[int, int, str]]] = {}
    for (document, start, end), entity in scene.entity_of.items():
        known = scene.entities.get(entity)
        if known is not None and known.type is EntityType.PERSON:
            people.setdefault(document, []).append((start, end, entity))
    for document in sorted(people):
        named, claims = sorted(people[document]), scene.of(document)
        for quantity in scene.annotations[document].quantities:
            if quantity.kind in TOLD_AS and quantity.value:
                inside = [c for c in claims if c.clause.sentence_start <= quantity.start < c.clause.sentence_end]
                if quantity.kind is QuantityKind.AGE:
                    whose = _whose(scene, document, quantity, named)
                else:
                    whose = _bare(scene, document, quantity, [p for c in inside[:1] for p in named if _within(c, p)])
                if whose is not None and inside:
                    yield Aged(min(inside, key=lambda c: _distance(c, quantity)), quantity, whose)


def _within(claim: Claim, person: tuple[int, int, str]) -> bool:
    return claim.clause.sentence_start <= person[0] < claim.clause.sentence_end


def _bare(scene: Scene, document: str, quantity: Quantity, named: Sequence[tuple[int, int, str]]) -> str | None:
    """The one person of a sentence that says no more than "was 74" of how old he is."""
    text = scene.documents[document].text
    before, after = text[max(0, quantity.start - REACH) : quantity.start], text[quantity.end : quantity.end + REACH]
    if not BARE.fullmatch(quantity.text) or not WAS.search(before) or not ENDS.match(after):
        return None
    people = {p[2] for p in named if p[1] <= quantity.start and (document, *p[:2]) in scene.names_at}
    return people.pop() if len(people) == 1 and not OTHER.search(before) else None


def _distance(claim: Claim, quantity: Quantity) -> tuple[bool, bool, int, int]:
    holds = claim.start <= quantity.start < claim.end
    return not holds, claim.clause.nominal, len(claim.text) if holds else abs(claim.start - quantity.start), claim.start


def _whose(scene: Scene, document: str, quantity: Quantity, named: Sequence[tuple[int, int, str]]) -> str | None:
    """The person right before an age ("Ann Roe, 41", "she was 41") or right after it ("41-year-old Ann Roe")."""
    text = scene.documents[document].text
    before = [p for p in named if p[1] <= quantity.start and quantity.start - p[1] < REACH]
    if before:
        _, end, entity = max(before, key=lambda p: p[1])
        between = text[end : quantity.start]
        if AFTER_NAME.match(between) or (BEING.search(between) and "," not in between):
            return entity
    if THE_AGED.search(text[max(0, quantity.start - 5) : quantity.start]) and DOES.match(text[quantity.end :]):
        earlier = [
            p for p in named if quantity.start - FARTHEST < p[1] <= quantity.start and (document, *p[:2]) in scene.names_at
        ]
        return max(earlier)[2] if earlier else None
    after = [p for p in named if quantity.end <= p[0] < quantity.end + REACH]
    if after:
        start, end, entity = min(after)
        if BEFORE_NAME.match(text[quantity.end : start]) and (document, start, end) in scene.names_at:
            return entity
    return None


def _near(scene: Scene, a: Aged, b: Aged) -> bool:
    """False where enough time lies between that a birthday explains a year."""
    days = [scene.published[x.claim.document][0] for x in (a, b)]
    if None in days or abs((a.quantity.value or 0) - (b.quantity.value or 0)) > 1:
        return True
    first, then = sorted(d for d in days if d is not None)
    return (then - first).days < BIRTHDAY
