"""Nobody hurt in one account, somebody hurt in another: the same persons, or the same scene."""

import re
from collections.abc import Iterator

from sayso.judge.difference import Difference, Value
from sayso.judge.lexicon import outcome_of
from sayso.judge.likeness import PRONOUNS, conditioned
from sayso.judge.nouns import one_kind, plain
from sayso.judge.polarity import teller, voices_apart
from sayso.judge.scene import Scene
from sayso.judge.scope import elsewhere
from sayso.judge.tolls import past
from sayso.model.claim import Claim
from sayso.model.enums import Between, DiscrepancyKind, Modality, Verdict

HURT = "hurt"
NOBODY = re.compile(r"\b(?:nobody|no[ -]?one|none|no (?:\w+ )?(?:people|person|casualt\w+|injur\w+))\b", re.IGNORECASE)
WHOLE = re.compile(r"\b(?:unharmed|unhurt|uninjured|unscathed|without (?:a scratch|injury)|not a scratch)\b", re.IGNORECASE)
SO_FAR = re.compile(r"\b(?:so far|yet|initially|at first|has been|have been)\b", re.IGNORECASE)
HERE = re.compile(
    r"\b(?:nobody|no[ -]?one|none) (?:in|at|on|of) (?:the |our |this |that )?(?P<where>[\w’'-]+)", re.IGNORECASE
)
THERE = re.compile(r"\b(?:hurt|injured|wounded|harmed) (?:there|here)\b", re.IGNORECASE)
HARM = frozenset("pistol-whip whip beat bruise stab burn maul slash".split())
WOUND = frozenset("cut wound injury burn bruise concussion fracture".split())
ANYBODY = frozenset("people person man woman nobody one none casualty injury".split())
RARE = 10  # sentences of a story at most that hold a noun by which one scene is known
SURENESS = 0.55
BACK = 2  # sentences before a claim that set the scene
HOSPITALS = frozenset("hospital clinic scene police newspaper".split())  # where those hurt anywhere are told of


def unhurt_differences(scene: Scene) -> Iterator[Difference]:
    """Conflicts between accounts that have nobody, and somebody of them, hurt; an update where it was so far."""
    told = [c for c in scene.originals if c.modality is Modality.ASSERTED and not past(scene, c) and not conditioned(c)]
    whole = [c for c in told if _whole(c)]
    hurt = [c for c in told if _hurt(c)]
    for a in whole:
        for b in hurt:
            apart = elsewhere(scene, a, b) or _local(scene, a, b)
            if a.publisher != b.publisher and not apart and _one_scene(scene, a, b):
                yield _difference(scene, a, b)


def _local(scene: Scene, a: Claim, b: Claim) -> bool:
    """True where nobody was hurt in one place of which the other account does not speak ("nobody in the village")."""
    found = HERE.search(a.text)
    if THERE.search(a.text):
        return True
    return found is not None and plain(found["where"].lower()) not in {plain(w) for w in _words(scene, b)}


def _whole(claim: Claim) -> bool:
    """True where nobody, or none of those told of, is said to be hurt."""
    if WHOLE.search(claim.text):
        return not claim.negated or "not a scratch" in claim.text
    return claim.negated and outcome_of(claim.clause.predicate) == HURT and NOBODY.search(claim.text) is not None


def _hurt(claim: Claim) -> bool:
    """True where somebody is said to be hurt."""
    if claim.negated or claim.clause.nominal or WHOLE.search(claim.text) or any(v.negated for v in claim.voices):
        return False
    words = {claim.clause.predicate, *claim.clause.words}
    harmed = outcome_of(claim.clause.predicate) == HURT or bool(words & HARM)
    heads = {plain(r.head) for r in claim.clause.roles if r.role == "patient"}
    return harmed or (claim.clause.predicate in {"receive", "suffer", "sustain"} and bool(heads & WOUND))


def _one_scene(scene: Scene, a: Claim, b: Claim) -> bool:
    """True where both tell of one kind of persons or, where none is named, of one place that few sentences name."""
    left, right = (_whom(c) for c in (a, b))
    if left or WHOLE.search(a.text):  # "they were found unhurt": who they are is not told
        return any(one_kind(x, y) for x in left for y in right)
    return any(scene.rarity(w) <= RARE for w in _places(scene, a) & _words(scene, b))


def _whom(claim: Claim) -> frozenset[str]:
    """The nouns for those of whom it is told."""
    heads = {plain(r.head) for r in claim.clause.roles if r.role in {"agent", "patient"}}
    return frozenset(heads - PRONOUNS - ANYBODY - WOUND - {"scratch"})


def _places(scene: Scene, claim: Claim) -> frozenset[str]:
    """Where it happened, or came to: the nouns of place and direction of the sentence of a claim and those before it."""
    near = scene.before(claim, BACK)
    return frozenset(r.head for c in near for r in c.clause.roles if r.role in {"place", "recipient"}) - PRONOUNS - HOSPITALS


def _words(scene: Scene, claim: Claim) -> frozenset[str]:
    """The words of the sentence of a claim and of those before it."""
    return frozenset(w for c in scene.before(claim, BACK - 1) for w in c.clause.words)


def _difference(scene: Scene, a: Claim, b: Claim) -> Difference:
    later = scene.earlier(a, b) is True and SO_FAR.search(a.text) is not None
    return Difference(
        kind=DiscrepancyKind.POLARITY,
        verdict=Verdict.UPDATE if later else Verdict.CONFLICT,
        left=Value(a.id, a.text, "nobody hurt"),
        right=Value(b.id, b.text, "somebody hurt"),
        topic="whether anybody was hurt",
        why=f"{teller(scene, a)} has nobody hurt, {teller(scene, b)} somebody",
        weight=SURENESS,
        between=Between.VOICES if voices_apart(a, b) else None,
    )
