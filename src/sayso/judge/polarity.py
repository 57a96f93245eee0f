"""Who affirms and who denies."""

import re
from collections.abc import Iterator

from sayso.judge.counted import counted
from sayso.judge.difference import Difference, Value
from sayso.judge.likeness import LIGHT, PRONOUNS, conditioned, one_deed, one_subject
from sayso.judge.scene import Scene
from sayso.judge.twins import twins
from sayso.model.alignment import PairScore
from sayso.model.claim import Claim
from sayso.model.enums import Between, DiscrepancyKind, Modality, Verdict

SURE = 0.45
SAME_DEED = 0.4
SAME_THING = 0.55
NO_DENIAL = re.compile(
    r"\b(?:no|none|nothing) (?:other|less|more|doubt|but|longer than)\b|\bnot (?:only|just|merely)\b", re.I
)
CHANGED = re.compile(r"\b(?:no longer|any (?:longer|more)|anymore|for the first time)\b", re.I)
ONWARDS = re.compile(r"\b(?:again|since|once more|meanwhile|resum\w+)\b", re.IGNORECASE)
BOTH = re.compile(r"\b(?:and|but) not\b|\brather than\b", re.IGNORECASE)  # what is affirmed of one and denied of the other
SELDOM = re.compile(
    r"\b(?:rarely|seldom|hardly|barely|scarcely|usually|normally|often|sometimes|always|never mind|generally)\b",
    re.IGNORECASE,
)
IMPRESSION = re.compile(
    r"\b(?:think|thought|expect\w*|know|knew|realise\w*|realize\w*|imagin\w+|assum\w+|guess\w*|remember\w*)\b", re.I
)
BESIDE, HOLDING = re.compile(r"[a-z]+ing\b"), re.compile(r"\b(?:in|of|from|for|without|at|about|to) $")
SHORT = 10  # characters in which a preposition stands
INFINITIVE = re.compile(r"[\W_]*(?:to|which|what|whom?|whether|how|why) [a-z]+\b", re.IGNORECASE)  # what is asked or planned
# What is told of as lacking up to the time of telling: "has not been charged", "no group has claimed", "has yet to".
SO_FAR = re.compile(
    r"\b(?:has|have)(?: \w+)? (?:not|never)\b|\b(?:has|have)n['’]t\b|\b(?:no|none|nobody)\b[^,;]*\b(?:has|have)\b",
    re.IGNORECASE,
)
REAL = frozenset({Modality.ASSERTED})
LONGEST_DENIAL = 160  # characters from a refusing voice to the end of what it refuses


def polarity_differences(scene: Scene) -> Iterator[Difference]:
    """Aligned claims of which one denies what the other affirms."""
    for pair, a, b in scene.pairs():
        if pair.score < SURE or a.modality not in REAL or b.modality not in REAL or denies(a) == denies(b):
            continue
        if a.document == b.document and not voices_apart(a, b):
            continue
        if (
            any(_aside(scene, c) for c in (a, b))
            or any(_counts(c, other) for c, other in ((a, b), (b, a)))
            or any(map(_loosely, (a, b)))
        ):
            continue
        if not (one_deed(pair, SAME_DEED) and _one_thing(pair, a, b)) and not _denied_twin(pair, a, b):
            continue
        yes, no = (b, a) if denies(a) else (a, b)
        if NO_DENIAL.search(no.text) or _unconvinced(no) or BOTH.search(yes.text):
            continue
        yield Difference(
            kind=DiscrepancyKind.POLARITY,
            verdict=Verdict.UPDATE if _moved(scene, yes, no) or one_voice(a, b) else Verdict.CONFLICT,
            left=Value(yes.id, yes.text, "affirmed"),
            right=Value(no.id, in_denial(scene, no), "denied"),
            topic=f"whether: {yes.text}",
            why=f"{teller(scene, yes)} affirms what {teller(scene, no)} denies",
            weight=pair.score,
            between=Between.VOICES if voices_apart(a, b) else None,
        )


def _moved(scene: Scene, yes: Claim, no: Claim) -> bool:
    """True where it is so no longer, was not so up to the earlier telling, or is so again or since a day told later."""
    if ONWARDS.search(yes.text) and scene.earlier(no, yes) is True:
        return True
    return CHANGED.search(no.text) is not None or (SO_FAR.search(no.text) is not None and scene.earlier(no, yes) is True)


def denies(claim: Claim) -> bool:
    """True where the claim is negated, or an odd number of the voices over it refuse it."""
    return (claim.negated + sum(v.negated for v in claim.voices)) % 2 == 1


def in_denial(scene: Scene, claim: Claim) -> str:
    """The words of a denied claim, from the voice that refuses it where the claim itself reads as if it held."""
    refusing = next((v for v in reversed(claim.voices) if v.negated), None)
    if claim.negated or refusing is None or not claim.clause.sentence_start <= refusing.start < claim.start:
        return claim.text
    words = scene.documents[claim.document].text[refusing.start : claim.end]
    return words if len(words) <= LONGEST_DENIAL else claim.text


def voices_apart(a: Claim, b: Claim) -> bool:
    """True where both sides are told by voices, and by different ones."""
    left, right = ({v.entity or v.source for v in c.voices} for c in (a, b))
    return bool(left and right and not left & right)


def _aside(scene: Scene, claim: Claim) -> bool:
    """True for words that assert nothing by themselves: what is asked or planned, and a gerund that a preposition holds."""
    if INFINITIVE.match(claim.text):
        return True
    before = scene.documents[claim.document].text[max(0, claim.start - SHORT) : claim.start]
    return BESIDE.match(claim.text) is not None and (claim.clause.modified or HOLDING.search(before) is not None)


def _unconvinced(claim: Claim) -> bool:
    """True for what somebody did not think or expect: an impression denies nothing."""
    return any(v.negated and v.cue is not None and IMPRESSION.search(v.cue) for v in claim.voices)


def one_voice(a: Claim, b: Claim) -> bool:
    """True where one person is told to have said both: then he changed what he says."""
    said = [c.voices[-1].entity if c.voices else None for c in (a, b)]
    return said[0] is not None and said[0] == said[1]


def _one_thing(pair: PairScore, a: Claim, b: Claim) -> bool:
    """Claims near in meaning with one subject or object; a clause of speech tells of the speech, not of the thing."""
    if a.clause.speech or b.clause.speech or a.clause.nominal or b.clause.nominal:
        return False
    if a.clause.modified and b.clause.modified:
        return False
    if (a.clause.modified or b.clause.modified) and a.clause.predicate != b.clause.predicate:
        return False  # "the paper that he never took out" denies no paper
    return pair.features.get("meaning", 0.0) >= SAME_THING and one_subject(a, b, or_object=False) and not _qualified(a, b)


def _denied_twin(pair: PairScore, a: Claim, b: Claim) -> bool:
    """Twins of one predicate of which one is denied, told of one participant whatever its grammatical role."""
    if a.clause.predicate != b.clause.predicate or not twins(pair, a, b):
        return False
    if a.clause.predicate in LIGHT and (a.clause.speech or b.clause.speech):
        return False  # what somebody said and what he would not say are two things
    heads = [{r.head.rstrip("s") for r in c.clause.roles} - PRONOUNS for c in (a, b)]
    if not heads[0] & heads[1] and not a.entities & b.entities:
        return False
    return not _qualified(a, b) or all(set(_last_two(c)) <= set(d.clause.words) for c, d in ((a, b), (b, a)))


def _qualified(a: Claim, b: Claim) -> bool:
    """True where both claims say the same noun under unlike qualities ("no suicide attack" against "an armed attack")."""
    return a.clause.predicate == b.clause.predicate and _last_two(a) != _last_two(b) and bool(_last_two(a) and _last_two(b))


def _last_two(claim: Claim) -> tuple[str, ...]:
    words = claim.clause.words
    return words[-2:] if claim.clause.predicate in words[-1:] and len(words) > 1 else ()


def _counts(claim: Claim, other: Claim) -> bool:
    """True for "no more than five" or "nobody was hurt": a matter of numbers, unless both tell the same one."""
    same = {(q.low, q.high, q.of) for q in other.quantities}
    own = [q for q in claim.quantities if (q.low, q.high, q.of) not in same]
    governed = {claim.clause.predicate, None}
    return any(q.governor in governed and (counted(q, claim).grows or (q.low or 0) > 2) for q in own)


def _loosely(claim: Claim) -> bool:
    """True for what is told as rare, as usual or as a condition: neither affirmed nor denied outright."""
    return conditioned(claim) or SELDOM.search(claim.text) is not None


def teller(scene: Scene, claim: Claim) -> str:
    """Who tells a claim: the innermost voice that has a name, and the outlet."""
    for voice in reversed(claim.voices):
        name = scene.name(voice.entity) or voice.source
        if name and name.lower() not in PRONOUNS:
            return f"{name} (in {claim.publisher})"
    return claim.publisher
