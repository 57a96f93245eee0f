"""In what condition a thing was: shut or not, working or not, in whatever words of one kind."""

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations

from msgspec import Struct

from sayso.judge.difference import Difference, Value
from sayso.judge.likeness import PRONOUNS, conditioned
from sayso.judge.nouns import kind_of
from sayso.judge.polarity import CHANGED, denies, teller, voices_apart
from sayso.judge.scene import Scene
from sayso.judge.tolls import past
from sayso.model.claim import Claim
from sayso.model.enums import Between, DiscrepancyKind, Modality, Verdict

SURENESS = 0.55
RARE = 25  # sentences of a story at most that hold the noun for the thing


class Condition(Struct, frozen=True):
    """A condition with the words that affirm it and those that deny it."""

    asked: str
    words: frozenset[str]
    opposite: frozenset[str]


class Told(Struct, frozen=True):
    """A claim that has a thing in a condition or not."""

    claim: Claim
    thing: str
    holds: bool


@cache
def conditions() -> Sequence[Condition]:
    """The curated table of conditions."""
    table = tomllib.loads((files("sayso.judge") / "conditions.toml").read_text("utf8"))
    return tuple(Condition(row["asked"], frozenset(row["is"]), frozenset(row["not"])) for row in table["condition"])


def condition_differences(scene: Scene) -> Iterator[Difference]:
    """Conflicts between outlets, or voices, of which one affirms of a thing what the other denies."""
    real = [c for c in scene.originals if c.modality is Modality.ASSERTED and not c.clause.nominal and not conditioned(c)]
    real = [c for c in real if not c.clause.speech and not past(scene, c)]
    for condition in conditions():
        told = [t for c in real for t in _told(scene, condition, c)]
        for a, b in combinations(told, 2):
            if a.thing == b.thing and a.holds != b.holds and _two(a.claim, b.claim):
                yes, no = (a.claim, b.claim) if a.holds else (b.claim, a.claim)
                yield Difference(
                    kind=DiscrepancyKind.POLARITY,
                    verdict=Verdict.UPDATE if CHANGED.search(no.text) else Verdict.CONFLICT,
                    left=Value(yes.id, yes.text, "affirmed"),
                    right=Value(no.id, no.text, "denied"),
                    topic=f"{condition.asked}: the {a.thing}",
                    why=f"{teller(scene, yes)} affirms of the {a.thing} what {teller(scene, no)} denies",
                    weight=SURENESS,
                    between=Between.VOICES if voices_apart(yes, no) else None,
                )


def _two(a: Claim, b: Claim) -> bool:
    return a.publisher != b.publisher or voices_apart(a, b)


def _told(scene: Scene, condition: Condition, claim: Claim) -> Iterator[Told]:
    """The one thing of which a claim says that it is or is not so: subject of the state, object of the deed."""
    said = {claim.clause.predicate, *claim.clause.words[-1:]}
    plainly, opposite = bool(said & condition.words), bool(said & condition.opposite)
    if plainly == opposite:
        return
    roles = {role: [r.head for r in claim.clause.roles if r.role == role] for role in ("patient", "agent")}
    heads = [h for h in (roles["patient"] or roles["agent"]) if h not in PRONOUNS and h not in said]
    if len(heads) == 1 and scene.rarity(heads[0]) <= RARE:
        yield Told(claim, kind_of(heads[0]), plainly != denies(claim))
