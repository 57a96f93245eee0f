"""Persons who differ in twins: another name in the same part, or in the same post."""

from collections.abc import Iterator, Mapping

from sayso.judge.difference import Difference, Value
from sayso.judge.likeness import brief
from sayso.judge.scene import Scene
from sayso.judge.titles import Title, same_post, titles
from sayso.judge.twins import told_alike, twins, words_of
from sayso.model.alignment import PairScore
from sayso.model.claim import Claim, Participant
from sayso.model.enums import DiscrepancyKind, EntityType, Verdict

WHOLE = 0.5  # share of the longer twin's words: one who met and one who was met share the words of meeting
FULL = 2  # words of a full name: a single one may be that of a town
Named = tuple[str, str]  # claim and person


def people_differences(scene: Scene) -> Iterator[Difference]:
    """Twins that name two persons, neither of whom the other text knows: who did it, whom it befell, who said so."""
    told = titles(scene)
    for pair, a, b in scene.pairs():
        if not told_alike(a, b):
            continue
        found = _in_part(scene, pair, a, b) or _in_post(scene, pair, (a, b), told)
        if found is not None:
            yield _difference(scene, pair, (a, b), found)


def _in_part(scene: Scene, pair: PairScore, a: Claim, b: Claim) -> tuple[Named, Named] | None:
    """The one person named in either twin; an apposition plays the part of the noun that it stands beside."""
    left, right = (_persons(scene, c) for c in (a, b))
    if len({p.entity for p in left}) != 1 or len({q.entity for q in right}) != 1:
        return None
    roles = [{p.role for p in side} for side in (left, right)]
    if not roles[0] & roles[1] and not any("other" in side for side in roles):
        return None
    p, q = left[0].entity, right[0].entity
    return ((a.id, p), (b.id, q)) if _instead(scene, pair, (a, p), (b, q)) else None


def _persons(scene: Scene, claim: Claim) -> list[Participant]:
    """The participants whom the words of a claim name as persons."""
    return [
        p
        for p in claim.participants
        if (claim.document, p.start, p.end) in scene.names_at and scene.entities[p.entity].type is EntityType.PERSON
    ]


def _in_post(
    scene: Scene, pair: PairScore, claims: tuple[Claim, Claim], told: Mapping[str, list[Title]]
) -> tuple[Named, Named] | None:
    """Two holders of one post in the sentences of twins, be it as the ones who say so."""
    a, b = claims
    for one in (t for t in told.get(a.document, ()) if t.sentence == a.clause.sentence_start):
        for other in (t for t in told.get(b.document, ()) if t.sentence == b.clause.sentence_start):
            if same_post(one, other) and _instead(scene, pair, (a, one.entity), (b, other.entity)):
                return (one.claim, one.entity), (other.claim, other.entity)
    return None


def _instead(scene: Scene, pair: PairScore, one: tuple[Claim, str], other: tuple[Claim, str]) -> bool:
    """True where one stands for the other: neither text names the other's person, no text knows both."""
    (a, p), (b, q) = one, other
    if not (scene.proper(p) and scene.proper(q)):
        return False  # who is only described may be who is named
    if p == q or scene.names(b.document, p) or scene.names(a.document, q):
        return False
    if any(scene.names(d, p) and scene.names(d, q) for d in scene.documents):
        return False
    left, right = (words_of(scene.name(x) or "") for x in (p, q))
    if len(left) < FULL or len(right) < FULL or left & right:
        return False  # less than a full name, or one name written in two ways
    return twins(pair, a, b, left | right, WHOLE)


def _difference(scene: Scene, pair: PairScore, claims: tuple[Claim, Claim], found: tuple[Named, Named]) -> Difference:
    a, b = claims
    (left, p), (right, q) = found
    names = [scene.name(x) or "" for x in (p, q)]
    return Difference(
        kind=DiscrepancyKind.IDENTITY,
        verdict=Verdict.CONFLICT,
        left=Value(left, names[0], names[0]),
        right=Value(right, names[1], names[1]),
        topic=f"who: {brief(a, b)}",
        why=f"where {a.publisher} names {names[0]}, {b.publisher} names {names[1]}, and neither text knows the other's",
        weight=pair.score,
    )
