"""Who affirms and who denies."""

from collections.abc import Iterator

from sayso.judge.difference import Difference, Value
from sayso.judge.scene import Scene
from sayso.model.alignment import PairScore
from sayso.model.claim import Claim
from sayso.model.enums import Between, DiscrepancyKind, Modality, Verdict

SURE = 0.62
REAL = frozenset({Modality.ASSERTED})


def polarity_differences(scene: Scene) -> Iterator[Difference]:
    """Aligned claims of which one denies what the other affirms."""
    for pair, a, b in scene.pairs():
        if pair.score < SURE or a.modality not in REAL or b.modality not in REAL or denies(a) == denies(b):
            continue
        if a.clause.speech or b.clause.speech or not _one_deed(pair) or (a.document == b.document and not _voices(a, b)):
            continue
        if _only_a_number(pair):
            continue
        yes, no = (b, a) if denies(a) else (a, b)
        yield Difference(
            kind=DiscrepancyKind.POLARITY,
            verdict=Verdict.CONFLICT,
            left=Value(yes.id, yes.text, "affirmed"),
            right=Value(no.id, no.text, "denied"),
            topic=f"whether: {yes.text}",
            why=f"{_who(scene, yes)} affirms what {_who(scene, no)} denies",
            weight=pair.score,
            between=Between.VOICES if _voices(a, b) else None,
        )


def denies(claim: Claim) -> bool:
    """True where the claim is negated, or an odd number of the voices over it refuse it."""
    return (claim.negated + sum(v.negated for v in claim.voices)) % 2 == 1


def _voices(a: Claim, b: Claim) -> bool:
    """True where both sides are told by voices, and by different ones."""
    left, right = ({v.entity or v.source for v in c.voices} for c in (a, b))
    return bool(left and right and not left & right)


def _one_deed(pair: PairScore) -> bool:
    return bool(pair.features.get("same_predicate")) or pair.features.get("predicate_meaning", 0.0) >= 0.5


def _only_a_number(pair: PairScore) -> bool:
    """ "No more than five" against "six": a matter of numbers."""
    return bool(pair.features.get("other_number"))


def _who(scene: Scene, claim: Claim) -> str:
    for voice in reversed(claim.voices):
        name = scene.name(voice.entity) or voice.source
        if name:
            return f"{name} (in {claim.publisher})"
    return claim.publisher
