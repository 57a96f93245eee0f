"""States of one person or thing that exclude each other, or of which one follows on the other."""

from collections.abc import Iterator

from sayso.judge.difference import Difference, Value
from sayso.judge.lexicon import states, states_of
from sayso.judge.polarity import denies
from sayso.judge.scene import Scene
from sayso.model.claim import Claim
from sayso.model.enums import DiscrepancyKind, EntityType, Modality, Verdict

STATIVE = frozenset({"missing", "alive", "dead", "unaccounted", "lost", "safe", "free", "open", "closed", "homeless"})
INTRANSITIVE = frozenset({"disappear", "vanish", "die", "escape", "survive"})
HOLDERS = frozenset({EntityType.PERSON, EntityType.GROUP})


def state_differences(scene: Scene) -> Iterator[Difference]:
    """Updates between claims of different documents that put one person into successive states."""
    held: dict[str, list[tuple[Claim, str, str]]] = {}
    for claim in sorted(scene.claims.values(), key=lambda c: (c.document, c.start, c.end)):
        if claim.modality is Modality.ASSERTED and not denies(claim) and not scene.background(claim.period):
            for word, state in _states(claim):
                for entity in _holders(scene, claim, word):
                    held.setdefault(entity, []).append((claim, word, state))
    for entity in sorted(held):
        yield from _moves(scene, entity, held[entity])


def _states(claim: Claim) -> Iterator[tuple[str, str]]:
    """Words of the clause's head that put somebody into a state."""
    for name in sorted(states_of(claim.clause.predicate)):
        yield claim.clause.predicate, name
    if claim.clause.predicate in {"go", "be", "remain", "report"}:
        for word in claim.clause.words:
            if word in STATIVE:
                for name in sorted(states_of(word)):
                    yield word, name


def _holders(scene: Scene, claim: Claim, word: str) -> list[str]:
    """The persons whom the state befalls: the patient, or the subject of a verb or adjective of being."""
    by_role = {
        role: [p.entity for p in claim.participants if p.role == role and _can_hold(scene, p.entity)]
        for role in ("agent", "patient")
    }
    if word in INTRANSITIVE:
        return by_role["agent"]
    return by_role["patient"] or (by_role["agent"] if word in STATIVE else [])


def _can_hold(scene: Scene, entity: str) -> bool:
    known = scene.entities.get(entity)
    return known is not None and known.type in HOLDERS


def _moves(scene: Scene, entity: str, told: list[tuple[Claim, str, str]]) -> Iterator[Difference]:
    for a, word, state in told:
        for b, later_word, later in told:
            if a.publisher == b.publisher or state == later or later not in states()[state].follows:
                continue
            if scene.earlier(a, b) is False:
                continue  # told the other way round: somebody was freed and lost again, or the stories are two
            name = scene.name(entity) or ""
            yield Difference(
                kind=DiscrepancyKind.POLARITY,
                verdict=Verdict.UPDATE,
                left=Value(a.id, a.text, state),
                right=Value(b.id, b.text, later),
                topic=f"what became of {name}",
                why=f"{a.publisher} tells that {name} is {state} (“{word.replace('_', ' ')}”), "
                f"{b.publisher} {later} (“{later_word.replace('_', ' ')}”): a state that changes",
                weight=0.7,
            )
