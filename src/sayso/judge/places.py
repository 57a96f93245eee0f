"""Places and doers that differ in claims of one deed."""

from collections.abc import Iterator

from sayso.judge.dates import SAYINGS
from sayso.judge.difference import Difference, Value
from sayso.judge.likeness import LIGHT, brief, one_deed
from sayso.judge.scene import Scene
from sayso.judge.twins import placed, states, told_alike, twins, words_of
from sayso.model.alignment import PairScore
from sayso.model.claim import Claim, Participant
from sayso.model.enums import PLACES, DiscrepancyKind, EntityType, Modality, Verdict

REPEATED = frozenset("speak talk address campaign tour visit appear meet".split())  # done in many a place
SURE = 0.55
SAME_DEED = 0.5
DOERS = frozenset({EntityType.PERSON, EntityType.ORG, EntityType.GROUP})


def place_differences(scene: Scene) -> Iterator[Difference]:
    """Aligned claims that put one deed in two places of which neither is told to lie in the other."""
    for pair, a, b in scene.pairs():
        found = _placed(scene, a, b) if _comparable(pair, a, b) else None
        if found is None and told_alike(a, b) and not {a.clause.predicate, b.clause.predicate} & (REPEATED | SAYINGS):
            found = _twin_places(scene, pair, a, b)
        if found is not None:
            yield _difference(scene, pair, (a, found[0]), (b, found[1]), DiscrepancyKind.PLACE)


def identity_differences(scene: Scene) -> Iterator[Difference]:
    """Aligned claims that name two different doers of one deed to one patient."""
    for pair, a, b in scene.pairs():
        if _comparable(pair, a, b) and pair.features.get("same_patient") and (found := _done(scene, a, b)):
            yield _difference(scene, pair, (a, found[0]), (b, found[1]), DiscrepancyKind.IDENTITY)


def _comparable(pair: PairScore, a: Claim, b: Claim) -> bool:
    if pair.score < SURE or a.publisher == b.publisher or a.negated != b.negated or a.clause.speech or b.clause.speech:
        return False
    if a.modality is not Modality.ASSERTED or b.modality is not Modality.ASSERTED or a.clause.nominal or b.clause.nominal:
        return False
    deeds = {a.clause.predicate, b.clause.predicate}
    return one_deed(pair, SAME_DEED) and not deeds & (LIGHT | REPEATED)


def _twin_places(scene: Scene, pair: PairScore, a: Claim, b: Claim) -> tuple[Participant, Participant] | None:
    """The one place of either twin that answers a question (where, whence, whither) otherwise, of one rank: two towns."""
    ours = placed(scene, a)
    theirs = placed(scene, b) if ours else []
    for p, asked in ours:
        others = [q for q, question in theirs if question == asked]
        if len(others) != 1 or sum(question == asked for _, question in ours) != 1:
            continue
        q = others[0]
        if p.entity in b.entities or q.entity in a.entities or scene.neighbours(p.entity, q.entity):
            continue
        if twins(pair, a, b, _words(scene, p, q)) and not (
            scene.names(b.document, p.entity) and scene.names(a.document, q.entity)
        ):
            return p, q
    return None


def _words(scene: Scene, *named: Participant) -> frozenset[str]:
    return frozenset(w for p in named for w in words_of(scene.name(p.entity) or ""))


def _placed(scene: Scene, a: Claim, b: Claim) -> tuple[Participant, Participant] | None:
    left, right = (_with(scene, c, frozenset({"place", "recipient"}), PLACES) for c in (a, b))
    return _disjoint(scene, a, b, left, right)


def _done(scene: Scene, a: Claim, b: Claim) -> tuple[Participant, Participant] | None:
    left, right = (_with(scene, c, frozenset({"agent"}), DOERS) for c in (a, b))
    return _disjoint(scene, a, b, left, right)


def _with(scene: Scene, claim: Claim, roles: frozenset[str], types: frozenset[EntityType]) -> list[Participant]:
    return [p for p in claim.participants if p.role in roles and (e := scene.entities.get(p.entity)) and e.type in types]


def _disjoint(
    scene: Scene, a: Claim, b: Claim, left: list[Participant], right: list[Participant]
) -> tuple[Participant, Participant] | None:
    """The first participant of either side, unless a text sets one beside the other: then it may be part of it."""
    if not left or not right or {p.entity for p in left} & b.entities or {p.entity for p in right} & a.entities:
        return None
    if any(scene.neighbours(p.entity, q.entity) for p in left for q in right):
        return None
    if not all(scene.proper(p.entity) for p in (left[0], right[0])):
        return None  # who is only described may be who is named
    if any(_rank(scene, p) != _rank(scene, q) for p in left for q in right):
        return None  # a town may lie in the state
    if any((p.entity in scene.countries) != (q.entity in scene.countries) for p in left for q in right):
        return None  # a town may lie in the country
    return left[0], right[0]


def _rank(scene: Scene, named: Participant) -> str:
    """Whether a participant is a country, a state of the union or anything smaller."""
    if named.entity in scene.countries:
        return "country"
    return "state" if (scene.name(named.entity) or "") in states() else "other"


def _difference(
    scene: Scene, pair: PairScore, one: tuple[Claim, Participant], other: tuple[Claim, Participant], kind: DiscrepancyKind
) -> Difference:
    (a, p), (b, q) = one, other
    names = [scene.name(x.entity) or "" for x in (p, q)]
    asked = "where" if kind is DiscrepancyKind.PLACE else "who"
    return Difference(
        kind=kind,
        verdict=Verdict.CONFLICT,
        left=Value(a.id, names[0], names[0]),
        right=Value(b.id, names[1], names[1]),
        topic=f"{asked}: {brief(a, b)}",
        why=f"{a.publisher} names {names[0]}, {b.publisher} {names[1]}, and no text puts the two together",
        weight=pair.score,
    )
