"""Where somebody is at home: one town in one account, another in the next."""

import re
from collections.abc import Iterator
from itertools import combinations

from msgspec import Struct

from sayso.judge.difference import Difference, Value
from sayso.judge.lexicon import outcome_of
from sayso.judge.scene import Scene
from sayso.model.claim import Claim
from sayso.model.enums import DiscrepancyKind, Verdict

NAME = r"(?P<town>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2})"
BORN = re.compile(rf"\b(?:home ?town (?:of )?|(?:was )?born in |a native of ){NAME}")
LIVING = re.compile(
    rf"\b(?:live[sd]|living|resid(?:es|ed|ing)|resident|was at home)(?: (?:with|near)(?: \w+){{1,3}}?)? (?:in|of) "
    rf"(?:(?:a|the) (?:\w+ )?(?:town|village|city|suburb|hamlet) (?:called |named |of )?)?{NAME}"
)
VICTIMS = frozenset("victim deceased".split())
SURENESS = 0.5


class Home(Struct, frozen=True):
    """A town with the claim that has somebody at home there; `born` where it is told as the place he comes from."""

    claim: Claim
    town: str
    born: bool


def home_differences(scene: Scene) -> Iterator[Difference]:
    """Differences between the homes that outlets give one person: from one town, living in another, can both hold."""
    told = [h for c in scene.originals if not c.negated for h in _homes(c)]
    for a, b in combinations(told, 2):
        if a.claim.publisher == b.claim.publisher or a.town == b.town or not _one_person(scene, a.claim, b.claim):
            continue
        if any(_names(scene, x.claim, y.town) for x, y in ((a, b), (b, a))):
            continue
        yield Difference(
            kind=DiscrepancyKind.PLACE,
            verdict=Verdict.CONFLICT if a.born == b.born else Verdict.COMPATIBLE,
            left=Value(a.claim.id, a.town, a.town),
            right=Value(b.claim.id, b.town, b.town),
            topic="where at home",
            why=f"at home in {a.town} ({a.claim.publisher}), in {b.town} ({b.claim.publisher})",
            weight=SURENESS,
        )


def _homes(claim: Claim) -> Iterator[Home]:
    for form in (BORN, LIVING):
        if found := form.search(claim.text):
            yield Home(claim, found["town"], form is BORN)


def _one_person(scene: Scene, a: Claim, b: Claim) -> bool:
    """True where both sentences are about one person, or the one names who died and the other calls him the victim."""
    left, right = ({e for c in scene.sentence(x) for e in c.entities if scene.is_person(e)} for x in (a, b))
    if left & right:
        return True
    return any(_victim(x) and any(_died(scene, e) for e in named) for x, named in ((a, right), (b, left)))


def _victim(claim: Claim) -> bool:
    return any(r.role == "agent" and r.head in VICTIMS for r in claim.clause.roles)


def _died(scene: Scene, entity: str) -> bool:
    """True for a person named in the story who is told to have died."""
    told = (c for c in scene.claims.values() if scene.proper(entity) and entity in c.entities)
    return any(outcome_of(w) == "dead" for c in told for w in (c.clause.predicate, *c.clause.words))


def _names(scene: Scene, claim: Claim, town: str) -> bool:
    """True where a text names the other town as well: the one may lie near, or in, the other."""
    return town in scene.documents[claim.document].text
