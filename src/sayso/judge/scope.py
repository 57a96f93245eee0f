"""What narrows a number or a deed to one place, one world or one item of a list."""

import re
from functools import lru_cache

from sayso.judge.counted import counted
from sayso.judge.scene import Scene
from sayso.model.claim import Claim
from sayso.model.enums import EntityType, QuantityKind
from sayso.model.quantity import Quantity

NEXT = 20  # characters between what is counted and the place where
RATE = re.compile(
    r"\b(?:a|per|each|every) (?:second|minute|hour|day|night|week|month|year)\b|\b(?:dai|hour|week|month|year)ly\b|\bannual",
    re.I,
)
PERSONAL = frozenset({QuantityKind.DURATION, QuantityKind.MONEY, QuantityKind.AGE})
SUMMED = re.compile(r"\b(?:together|combined)\b", re.IGNORECASE)
AGAINST = re.compile(r"\b(?:against|oppos\w+|abstain\w*)\b", re.IGNORECASE)
# What is so for the time being: "were waiting in the roads", "stuck in a queue".
WAITING = re.compile(
    r"\b(?:waiting|queu(?:e)?ing|at anchor|anchored|stuck|stranded|lined up|camped|in (?:a|the) queue|standing idle)\b",
    re.IGNORECASE,
)
BASE = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|most|some|many|none|all|several)"
    r" of (?:the|its|their|his|her|our|[\w-]+[’']s)(?: [\w-]+[’']s?)? $",
    re.IGNORECASE,
)
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


def waits(text: str) -> bool:
    """True where a text tells of those who wait or are held up: how many they are is a matter of the hour."""
    return WAITING.search(text) is not None


def other_world(a: Claim, b: Claim) -> bool:
    """True where only one tells what was expected, what comes in a span of time, or who was against it."""
    return worlds(a.text) != worlds(b.text)


@lru_cache(maxsize=20_000)  # a sentence is set against many others
def worlds(text: str) -> tuple[bool, ...]:
    """Whether a text tells what was expected, what comes in a span of time, who was against it, and a sum of several."""
    return tuple(form.search(text) is not None for form in (EXPECTED, RATE, AGAINST, SUMMED))


def base(scene: Scene, claim: Claim, quantity: Quantity) -> bool:
    """True for the whole beside a part of it: the 41 of "19 of the province's 41"."""
    return BASE.search(scene.documents[claim.document].text[claim.clause.sentence_start : quantity.start]) is not None


def of_two(scene: Scene, one: tuple[Claim, Quantity], other: tuple[Claim, Quantity]) -> bool:
    """True for what each of two persons gets, is or pays: his ban is set against no ban of hers."""
    (a, p), (b, q) = one, other
    left, right = ({e for e in c.entities if scene.is_person(e) and scene.proper(e)} for c in (a, b))
    return p.kind in PERSONAL and q.kind in PERSONAL and bool(left - right and right - left)


def narrowed(scene: Scene, one: tuple[Claim, Quantity], other: tuple[Claim, Quantity]) -> bool:
    """True where the place right after either number is not the other's, or only one is counted under a name."""
    here, there = (place_of(scene, *side) for side in (one, other))
    if here and there and here != there:
        return True
    return any(
        w not in d.clause.words and _as_name(w, c.text)
        for (c, q), (d, _) in ((one, other), (other, one))
        for w in q.of_words
    )


def _as_name(word: str, text: str) -> bool:
    """True where a text has the word with a capital letter, or in capitals."""
    titled, capitals = word.title(), word.upper()
    if titled not in text and capitals not in text:
        return False
    return re.search(rf"\b{re.escape(titled)}|\b{re.escape(capitals)}\b", text) is not None


def place_of(scene: Scene, claim: Claim, quantity: Quantity) -> str | None:
    """The first place told right after what is counted."""
    end = max(quantity.end, quantity.of_end or 0)
    after = sorted((p.start, p.entity) for p in claim.participants if end <= p.start <= end + NEXT)
    return next((e for _, e in after if e in scene.entities and scene.entities[e].type in PLACES), None)


def listed(quantity: Quantity, claim: Claim) -> bool:
    """True where a claim tells several numbers of one kind of thing and one fate, or the number is but part of a word."""
    if claim.text[quantity.end - claim.start : quantity.end - claim.start + 1] == "-":
        return True
    fate = counted(quantity, claim).outcome
    return any(
        x.kind is quantity.kind
        and x.unit == quantity.unit
        and (x.of in {quantity.of, None} and (quantity.of is not None or quantity.unit is not None))
        for x in claim.quantities
        if (x.low, x.high) != (quantity.low, quantity.high)
        and x.partitive == quantity.partitive
        and counted(x, claim).outcome == fate
    )
