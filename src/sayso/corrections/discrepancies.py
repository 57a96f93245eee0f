"""Discrepancies dismissed and confirmed."""

from collections.abc import Sequence

from msgspec.structs import replace

from sayso.corrections.finding_again import Claims
from sayso.model.correction import Action, Correction, Corrections, DiscrepancyTarget, Outcome, SideTarget
from sayso.model.dossier_findings import Discrepancy, Side
from sayso.model.story import ReadStory

Judged = tuple[tuple[Discrepancy, ...], tuple[Outcome, ...]]


def correct_discrepancies(found: Sequence[Discrepancy], read: ReadStory, corrections: Corrections) -> Judged:
    """What is left of the discrepancies, the confirmed ones with a note; of two judgements of one the later stands."""
    wanted = corrections.standing(Action.DISMISS_DISCREPANCY, Action.CONFIRM_DISCREPANCY)
    claims = Claims(read.claims) if wanted else None
    judged: dict[str, Correction] = {}
    outcomes = []
    for correction in reversed(wanted):
        meant = [d for d in found for t in correction.targets if claims and same_discrepancy(d, t, claims)]
        free = [d for d in meant if d.id not in judged]
        judged.update({d.id: correction for d in free})
        outcomes.append(_outcome(correction, meant, free, _grown(found, correction, claims) if claims else []))
    kept = [_confirmed(d, judged.get(d.id)) for d in found if not _dismissed(judged.get(d.id))]
    return tuple(kept), tuple(reversed(outcomes))


def _outcome(
    correction: Correction, meant: Sequence[Discrepancy], free: Sequence[Discrepancy], grown: Sequence[Discrepancy]
) -> Outcome:
    if free:
        return Outcome(id=correction.id, applied=True)
    if meant:
        return Outcome(id=correction.id, applied=False, note="a later line says otherwise")
    if grown:
        values = " / ".join(f"“{s.value}”" for s in grown[0].sides)
        return Outcome(id=correction.id, applied=False, note=f"it holds other values now, look again: {values}")
    return Outcome(id=correction.id, applied=False, note="this run finds no such discrepancy")


def _dismissed(correction: Correction | None) -> bool:
    return correction is not None and correction.action is Action.DISMISS_DISCREPANCY


def _confirmed(found: Discrepancy, correction: Correction | None) -> Discrepancy:
    return found if correction is None else replace(found, confirmed=correction.said)


def same_discrepancy(found: Discrepancy, target: object, claims: Claims) -> bool:
    """True where the two part in one thing: two sides at least come back, and no value is new."""
    if not isinstance(target, DiscrepancyTarget) or target.differs_in is not found.kind:
        return False
    return _sides_again(found, target, claims) >= 2 and all(_known(s, target, claims) for s in found.sides)


def _grown(found: Sequence[Discrepancy], correction: Correction, claims: Claims) -> list[Discrepancy]:
    """Those in which the target comes back with values that nobody has judged."""
    return [
        d
        for d in found
        for t in correction.targets
        if isinstance(t, DiscrepancyTarget) and t.differs_in is d.kind and _sides_again(d, t, claims) >= 2
    ]


def _sides_again(found: Discrepancy, target: DiscrepancyTarget, claims: Claims) -> int:
    """How many sides of the target are told by claims on different sides of what was found."""
    return len({n for s in target.sides for n, side in enumerate(found.sides) if _same_claims(side, s, claims)})


def _same_claims(side: Side, target: SideTarget, claims: Claims) -> bool:
    return bool(set(side.claims) & set(claims.all_again(target.claims)))


def _known(side: Side, target: DiscrepancyTarget, claims: Claims) -> bool:
    return any(
        _same_claims(side, s, claims) or side.value == s.value or (side.reads is not None and side.reads == s.reads)
        for s in target.sides
    )
