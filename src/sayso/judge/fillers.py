"""Who did it, whom they seek, since when: the open place in deeds of one kind that befell the same persons."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from msgspec import structs

from sayso.judge.difference import Difference, Value
from sayso.judge.likeness import PRONOUNS, brief, conditioned
from sayso.judge.nouns import apart, one_kind, plain
from sayso.judge.polarity import denies
from sayso.judge.scene import Scene
from sayso.judge.states import OTHERS, hunting
from sayso.judge.tolls import past
from sayso.judge.victims import Deed, Victims
from sayso.model.claim import Claim
from sayso.model.enums import DiscrepancyKind, Modality, Verdict

TAKING = frozenset("kidnap abduct capture seize snatch arrest detain hold hijack".split())
TAKEN = re.compile(
    r"\btak(?:e|es|en|ing)\b.*\b(?:prisoner|hostage|captive)s?\b|\btook\b.*\b(?:prisoner|hostage|captive)s?\b"
)
GONE = re.compile(
    r"\b(?:went|gone|going|been|is|are|was|were|still) (?:missing|unaccounted)\b|\b(?:disappear|vanish)\w*\b", re.IGNORECASE
)
HELD = re.compile(
    r"\b(?:held|detained|jailed|imprisoned|captive|in custody|behind bars|in prison|under arrest)\b", re.IGNORECASE
)
ARRESTED = frozenset({"arrest", "detain"})
UNKNOWN = re.compile(r"\b(?:unknown|unidentified|masked|mysterious)\b", re.IGNORECASE)
TOLD = frozenset({Modality.ASSERTED, Modality.POSSIBLE, Modality.PREDICTED})
SURENESS = 0.6


def filler_differences(scene: Scene) -> Iterator[Difference]:
    """Takers of one captive, those whom the police seek, and the days from which somebody is missing."""
    victims = Victims(scene)
    told = [
        c for c in scene.originals if c.modality in TOLD and not denies(c) and not c.clause.nominal and not conditioned(c)
    ]
    taken = [victims.deed(c) for c in told if _takes(c) and not past(scene, c) and not OTHERS.search(c.text.lower())]
    gone = [victims.holder(c) for c in told if _since(c, GONE) and not past(scene, c)]
    held = [victims.holder(c) for c in told if _since(c, HELD) and not past(scene, c)]
    yield from _compared(scene, victims, [d for d in taken if set(d.doers) - PRONOUNS], _takers)
    yield from _compared(scene, victims, gone, _onsets)
    for a, b in combinations(held, 2):
        one = victims.alike(a, b) or bool(_where(scene, a) & _where(scene, b))
        if a.claim.publisher != b.claim.publisher and one and (found := _onsets(scene, a, b)):
            yield structs.replace(found, topic="since when held")
    sought = [victims.deed(c) for c in told if hunting(c) and not OTHERS.search(c.text.lower())]
    yield from (found for a, b in combinations(sought, 2) if (found := _sought(a, b)))


def _compared(
    scene: Scene, victims: Victims, deeds: Sequence[Deed], compare: Callable[[Scene, Deed, Deed], Difference | None]
) -> Iterator[Difference]:
    for a, b in combinations(deeds, 2):
        if a.claim.publisher != b.claim.publisher and victims.alike(a, b) and (found := compare(scene, a, b)):
            yield found


def _takes(claim: Claim) -> bool:
    return claim.clause.predicate in TAKING or (claim.clause.predicate == "take" and TAKEN.search(claim.text) is not None)


def _where(scene: Scene, deed: Deed) -> frozenset[str]:
    """The towns where somebody is held: those held in one town are, in one story, the same."""
    return frozenset(p.entity for p in deed.claim.participants if p.role == "place") - scene.countries


def _since(claim: Claim, state: re.Pattern[str]) -> bool:
    """True where somebody is told to be in a state, gone or held, since a day."""
    since = re.compile(rf"\bsince {re.escape(claim.time_text or '-')}", re.IGNORECASE)
    return (
        claim.period.start is not None
        and claim.period.end is None
        and bool(state.search(claim.text) and since.search(claim.text))
    )


def _takers(scene: Scene, a: Deed, b: Deed) -> Difference | None:
    """Another doer: after a guess or an unknown one an update, of an excluding kind a conflict, else not surely another."""
    left, right = (next(w for w in d.doers if w not in PRONOUNS) for d in (a, b))
    if one_kind(left, right) or {a.claim.clause.predicate, b.claim.clause.predicate} <= ARRESTED:
        return None
    guessed = [d.claim.modality is not Modality.ASSERTED or UNKNOWN.search(d.claim.text) is not None for d in (a, b)]
    shown = [_phrase(d.claim, w) for d, w in ((a, left), (b, right))]
    if guessed[0] != guessed[1] or (all(guessed) and a.claim.modality is not b.claim.modality):
        told = [f"{d.claim.publisher} “{words}”" for d, words in zip((a, b), shown, strict=True)]
        left_open, settled = "what the one supposes the other leaves open", "what was open or supposed becomes known"
        outcome = left_open if all(guessed) else settled
        why = f"by {' and by '.join(told)}: {outcome}"
        return _difference(a, b, (shown[0], shown[1]), Verdict.UPDATE, (f"by whom: {brief(a.claim, b.claim)}", why))
    if not any(guessed) and apart([left], [right]):
        why = f"{a.claim.publisher} names {shown[0]} for it, {b.claim.publisher} {shown[1]}"
        return _difference(a, b, (shown[0], shown[1]), Verdict.CONFLICT, (f"by whom: {brief(a.claim, b.claim)}", why))
    return None


def _onsets(scene: Scene, a: Deed, b: Deed) -> Difference | None:
    first, then = a.claim.period.start, b.claim.period.start
    if first is None or then is None or first == then:
        return None
    told = [f"“since {d.claim.time_text}”" for d in (a, b)]
    why = f"{told[0]} ({first}) and {told[1]} ({then}) are different days"
    found = _difference(a, b, (first.isoformat(), then.isoformat()), Verdict.CONFLICT, ("since when missing", why))
    return structs.replace(found, kind=DiscrepancyKind.DATE)


def _sought(a: Deed, b: Deed) -> Difference | None:
    """A man whom one account has the police look for, and a woman whom the other has."""
    if a.claim.publisher == b.claim.publisher:
        return None
    heads = [[plain(r.head) for r in d.claim.clause.roles if r.role in {"patient", "other"}] for d in (a, b)]
    found = apart(*heads)
    if found is None:
        return None
    why = f"{a.claim.publisher} has them look for a {found[1]}, {b.claim.publisher} for a {found[2]}: it may be both"
    return _difference(a, b, (found[1], found[2]), Verdict.COMPATIBLE, ("whom the police seek", why))


def _phrase(claim: Claim, head: str) -> str:
    """The words of a claim that end in the head noun."""
    found = re.search(rf"((?:\b[\w’'-]+ ){{0,2}}\b{re.escape(head)}\w*)", claim.text, re.IGNORECASE)
    return found[1] if found else head


def _difference(a: Deed, b: Deed, reads: tuple[str, str], verdict: Verdict, told: tuple[str, str]) -> Difference:
    topic, why = told
    return Difference(
        kind=DiscrepancyKind.IDENTITY,
        verdict=verdict,
        left=Value(a.claim.id, reads[0], reads[0].lower()),
        right=Value(b.claim.id, reads[1], reads[1].lower()),
        topic=topic,
        why=why,
        weight=SURENESS,
    )
