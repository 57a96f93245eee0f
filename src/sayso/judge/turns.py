"""What had not happened, or was still to come, in one text and has come about in a later one: not charged, then charged."""

import re
from collections.abc import Iterator

from sayso.judge.dates import REPEATED, SAYINGS
from sayso.judge.difference import Difference, Value
from sayso.judge.likeness import LIGHT, PRONOUNS, conditioned
from sayso.judge.nouns import one_kind
from sayso.judge.polarity import INFINITIVE, SO_FAR, denies
from sayso.judge.scene import Scene
from sayso.judge.scope import elsewhere
from sayso.judge.tolls import past
from sayso.model.claim import Claim
from sayso.model.enums import DiscrepancyKind, Modality, Verdict

OFTEN = frozenset(
    "expect want hope seek try help need use see hold find leave bring keep show know think continue begin start".split()
)
ANSWERS = frozenset("deny confirm comment answer reply respond".split())  # given as often as asked for
PLEDGES = frozenset(
    "offer promise agree pledge vow threaten demand propose invite request".split()
)  # done when they are said
AHEAD = frozenset({Modality.PREDICTED, Modality.INTENDED, Modality.CONDITIONAL})
RELATIVE = re.compile(r"\W*(?:that|which|who)\b", re.IGNORECASE)
RARE = 10  # sentences of a story at most that hold a noun by which one thing is known
RARER = 6  # and a verb by which one deed is
SURENESS = 0.6
STEM = 6  # letters by which a verb and its noun are one
STEPPED_DOWN = re.compile(r"\b(?:step|stepped|stepping|stand|stood|standing) down\b", re.IGNORECASE)
REJECTED = re.compile(
    r"\b(?:reject|dismiss|den[iy]|disput|refut)\w* (?:\w+ ){0,3}"
    r"(?:reports?|claims?|rumou?rs|suggestions?|allegations?) that\b[^;]*$",
    re.IGNORECASE,
)
SAME = (frozenset({"resign", "quit", "step_down", "stand_down"}), frozenset({"sack", "dismiss", "fire", "oust"}))
PERFORMING = frozenset("file lodge submit launch hand_in tender enter announce issue".split())
WHOM = ("patient", "other")


def turn_differences(scene: Scene) -> Iterator[Difference]:
    """Updates between a text in which a deed is denied so far, or to come, and a later one in which it is done."""
    before = [c for c in scene.originals if _open(c) or _refused(scene, c)]
    done = [c for c in scene.originals if _done(scene, c)]
    settled = {(c.document, _deed(c)) for c in done}
    for a in before:
        for b in done:
            if _deed(a) != _deed(b) or a.publisher == b.publisher or not (_refused(scene, a) or _before(scene, a, b)):
                continue
            if (
                (a.document, _deed(b)) in settled
                or elsewhere(scene, a, b)
                or not (_one_matter(scene, a, b) or (_refused(scene, a) and _one_person(scene, a, b)))
            ):
                continue
            yield _difference(scene, a, b)


def _before(scene: Scene, a: Claim, b: Claim) -> bool:
    """True where the one, or a copy of it, was told before the other."""
    return any(scene.earlier(scene.claims[c], b) for c in (a.id, *scene.copies.get(a.id, ())))


def _deed(claim: Claim) -> str:
    """What is done, by its stem: to lodge an appeal is to appeal, to announce a resignation to resign."""
    things = [r.head for r in claim.clause.roles if r.role == "patient" and r.head not in PRONOUNS]
    verb = claim.clause.predicate
    if verb in {"step", "stand"} and STEPPED_DOWN.search(claim.text):
        verb = "step_down"
    deed = (things[0] if verb in PERFORMING and things else verb)[:STEM]
    return next((min(group) for group in SAME if any(w[:STEM] == deed for w in group)), deed)


def _open(claim: Claim) -> bool:
    """True for what a text says has not happened, will not, or is to come."""
    if not _telling(claim):
        return False
    if claim.modality in AHEAD and claim.clause.predicate in PLEDGES:
        return False
    if claim.modality in AHEAD:
        return not claim.clause.modified and RELATIVE.match(claim.text) is None
    return claim.negated and claim.modality is Modality.ASSERTED and SO_FAR.search(claim.text) is not None


def _refused(scene: Scene, claim: Claim) -> bool:
    """True for a deed that some voice rejects as untrue: "rejected a report that he had stepped down"."""
    if claim.negated or claim.modality is not Modality.ASSERTED or not _telling(claim) or claim.clause.tense != "past":
        return False
    text = scene.documents[claim.document].text[claim.clause.sentence_start : claim.start]
    return any(v.negated for v in claim.voices) or REJECTED.search(text) is not None


def _done(scene: Scene, claim: Claim) -> bool:
    real = claim.modality is Modality.ASSERTED and not denies(claim) and claim.clause.tense == "past"
    real = real and INFINITIVE.match(claim.text) is None  # a bill to allow it is no leave
    return (
        real
        and not _refused(scene, claim)
        and _telling(claim)
        and not past(scene, claim)
        and not scene.background(claim.period)
    )


def _telling(claim: Claim) -> bool:
    """True for a clause whose verb says by itself what was done, once."""
    verb = claim.clause.predicate
    if claim.clause.nominal or conditioned(claim) or verb in (LIGHT - REPEATED) | OFTEN | ANSWERS:
        return False
    # An ambassador is recalled, a raid claimed, a case reported: done to a thing, such a verb tells of no saying.
    return verb not in REPEATED | SAYINGS or any(r.role == "patient" and r.head not in PRONOUNS for r in claim.clause.roles)


def _one_matter(scene: Scene, a: Claim, b: Claim) -> bool:
    """True where both deeds befall, or are done by, one person or thing."""
    whom = [{p.entity for p in c.participants if p.role == "patient"} for c in (a, b)]
    if whom[0] and whom[1]:
        return bool(whom[0] & whom[1])
    heads = [{r.head for r in c.clause.roles if r.role in WHOM} - PRONOUNS for c in (a, b)]
    things = [{r.head for r in c.clause.roles if r.role == "patient"} - PRONOUNS for c in (a, b)]
    if things[1] and (things[0] or heads[0]):
        rare = scene.rarity(b.clause.predicate) <= RARER
        return any(one_kind(x, y) and (rare or scene.rarity(y) <= RARE) for x in heads[0] for y in things[1])
    if things[0] and a.clause.predicate not in PERFORMING:
        return False
    doers = [{p.entity for p in c.participants if p.role == "agent"} for c in (a, b)]
    return not (whom[0] or whom[1]) and bool(doers[0] & doers[1])


def _one_person(scene: Scene, a: Claim, b: Claim) -> bool:
    """True where a deed of persons that one text rejects and another tells is told of one person by name."""
    doers = [{p.entity for p in c.participants if scene.is_person(p.entity) and scene.proper(p.entity)} for c in (a, b)]
    return (
        len(doers[0]) == 1
        and doers[0] == doers[1]
        and _deed(a) in {min(group)[:STEM] for group in SAME} | {min(g) for g in SAME}
    )


def _difference(scene: Scene, a: Claim, b: Claim) -> Difference:
    ahead, refused = a.modality in AHEAD, _refused(scene, a)
    lacked = "will not be" if a.negated and ahead else "is to come" if ahead else "has not been"
    why = f"{a.publisher} tells that it {lacked}, {b.publisher}, later, that it has: what was open has come about"
    if refused:
        why = f"rejected in {a.publisher}, told as done in {b.publisher}"
    return Difference(
        kind=DiscrepancyKind.POLARITY,
        verdict=Verdict.CONFLICT if refused else Verdict.UPDATE,
        left=Value(a.id, a.text, "denied" if refused else "open"),
        right=Value(b.id, b.text, "done"),
        topic=f"whether: {b.text}",
        why=why,
        weight=SURENESS,
    )
