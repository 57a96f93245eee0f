"""Counts of a part: the patients of one hospital, the dead of one side, those whom one town took in.

A part says nothing against a whole that is not smaller, nor against another part.
"""

import re

from sayso.judge.nouns import plain
from sayso.judge.once import once
from sayso.judge.scene import Scene
from sayso.judge.surroundings import HUMANS
from sayso.model.claim import Claim
from sayso.model.enums import QuantityKind
from sayso.model.quantity import Quantity

# What is done with people in one house: nobody is killed by being treated.
CARING = frozenset(
    "treat admit receive take bring rush carry remain stay keep register discharge release operate hospitalize"
    " hospitalise transfer count have see".split()
)
SHELTERING = frozenset("take_in house shelter host accommodate lodge sleep camp".split())
# One house: by its name, or as the one that was told of before; "in hospital" and "to hospitals" are any.
ONE_HOUSE = re.compile(
    r"\b(?:(?P<name>(?:[A-Z][\w.’'-]*\s(?:and\s)?){1,4})(?:Hospital|Clinic|Infirmary|(?:Medical|Health) Cent(?:er|re))"
    r"|[Tt]he (?P<words>(?:[\w’'-]+ ){0,2})(?:hospital|clinic|infirmary|(?:medical|health) cent(?:er|re)|morgue|mortuary))\b"
)
# Before a house: one who works there, and may tell of more than he sees.
WITNESS = re.compile(
    r"\b(?:doctors?|surgeons?|nurses?|physicians?|medics?|officials?|staff|sources?|director|head|chief|list|spokes\w+)"
    r"\b[^,;.]{0,25}\b(?:at|of|from|in) (?:the )?$",
    re.IGNORECASE,
)
OWN = re.compile(r"\s+(?:(?:more|other) )?(?:of )?(?P<own>its|our|their|my|his|her)(?: own)? ")
DEAD_OF = re.compile(
    r"\b(?:number|toll|tally|count) of (?P<side>[A-Z]\w+) (?:dead|deaths|killed|wounded|injured|casualties|fatalities)\b"
    r"[^,;.]*$"
)
ALONE = re.compile(r"^[^,;.]{0,40}\b(?:in|at|on) (?P<place>(?:the )?[\w’' -]{2,30}) alone\b")
ADMITS = re.compile(
    r"\b(?P<side>[A-Z]\w+) (?:admits?|admitted|acknowledges?|acknowledged|concedes?|conceded|lost) (?:to )?$"
)
REACH = 60  # characters


def one_of_two(scene: Scene, one: tuple[Claim, Quantity], other: tuple[Claim, Quantity]) -> bool:
    """True where either number is of a part, not of one and the same, and both can hold."""
    mine, theirs = (part_of(scene, *told) for told in (one, other))
    if mine == theirs:
        return False
    if mine and theirs:
        return True
    part, whole = (one[1], other[1]) if mine else (other[1], one[1])
    return part.low is None or whole.high is None or part.low <= whole.high


@once
def part_of(scene: Scene, claim: Claim, quantity: Quantity) -> str | None:
    """What a count is a part of, in words that are equal for equal parts; None for a whole."""
    if quantity.kind is not QuantityKind.COUNT or plain(quantity.of or "person") not in HUMANS | {"evacuee", "refugee"}:
        return None
    text = scene.documents[claim.document].text
    before, after = text[claim.clause.sentence_start : quantity.start], text[quantity.end : claim.clause.sentence_end]
    if found := DEAD_OF.search(before) or ADMITS.search(before):
        return found["side"].lower()
    if OWN.match(after):
        return _owner(scene, claim)
    if found := ALONE.match(after):
        return found["place"].lower()
    around = (c for c in scene.sentence(claim) if c.start <= quantity.start < c.end and not c.clause.speech)
    deeds = {claim.clause.predicate, quantity.governor, *(c.clause.predicate for c in around)}
    if deeds & SHELTERING:
        return _shelter(scene, claim)
    return _house(scene.sentence_text(claim)) if deeds & CARING else None


def _owner(scene: Scene, claim: Claim) -> str:
    """Whose they are: of him who says so, else of whom the clause tells."""
    voice = claim.voices[-1] if claim.voices else None
    told = voice and (voice.entity or voice.source.lower())
    return told or next((p.entity for p in claim.participants if p.role == "agent"), "own")


def _shelter(scene: Scene, claim: Claim) -> str:
    """Where people were taken in: a town, else the one thing that took them in."""
    places = sorted(p.entity for p in claim.participants if p.role in {"agent", "place"})
    return " ".join(places) or " ".join(sorted(r.head for r in claim.clause.roles if r.role == "agent")) or "shelter"


def _house(sentence: str) -> str | None:
    """The one house that a sentence tells of, but for that of a witness."""
    for found in ONE_HOUSE.finditer(sentence):
        if not WITNESS.search(sentence[max(0, found.start() - REACH) : found.start()]):
            words = (found["name"] or found["words"] or "").lower().split()
            return " ".join(["house", *(w.strip(".,’'") for w in words)])
    return None
