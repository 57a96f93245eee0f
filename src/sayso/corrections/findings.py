"""Findings merged and split: which claims people hold to speak to one question."""

from msgspec.structs import replace

from sayso.corrections.finding_again import Claims, group_of
from sayso.model.alignment import Alignment
from sayso.model.correction import Action, ClaimTarget, Correction, Corrections, FindingTarget, Outcome
from sayso.model.story import ReadStory

GONE = "none of its claims is in these reports any more"
Groups = list[list[str]]


def correct_findings(
    alignment: Alignment, read: ReadStory, corrections: Corrections
) -> tuple[Alignment, tuple[Outcome, ...]]:
    """The alignment with the groups that people decided on, one correction after the other, and what became of each."""
    wanted = corrections.standing(Action.MERGE_FINDINGS, Action.SPLIT_FINDING)
    if not wanted:
        return alignment, ()
    claims = Claims(read.claims)
    groups: Groups = [list(g) for g in alignment.groups]
    outcomes = []
    for correction in wanted:
        act = _merge if correction.action is Action.MERGE_FINDINGS else _split
        groups, outcome = act(groups, correction, claims)
        outcomes.append(outcome)
    return replace(alignment, groups=_in_order(groups, alignment)), tuple(outcomes)


def _in_order(groups: Groups, alignment: Alignment) -> tuple[tuple[str, ...], ...]:
    """The groups in the order in which the alignment has their claims, whatever was done to them first."""
    place = {c: n for n, c in enumerate(c for group in alignment.groups for c in group)}
    ordered = sorted((sorted(group, key=place.__getitem__) for group in groups), key=lambda g: place[g[0]])
    return tuple(tuple(group) for group in ordered)


def _merge(groups: Groups, correction: Correction, claims: Claims) -> tuple[Groups, Outcome]:
    """Unites the groups that hold most of the claims of each finding."""
    place = {c: n for n, group in enumerate(groups) for c in group}
    findings = [t for t in correction.targets if isinstance(t, FindingTarget)]
    found = [(t, group_of(claims.all_again(t.claims), place)) for t in findings]
    gone = [t.words for t, n in found if n is None]
    if gone:
        return groups, Outcome(id=correction.id, applied=False, note=f"{GONE}: “{gone[0]}”")
    united = sorted({n for _, n in found if n is not None})
    if len(united) < 2:
        return groups, Outcome(id=correction.id, applied=True, note="they stand together without it")
    whole = [c for n in united for c in groups[n]]
    rest = [whole if n == united[0] else g for n, g in enumerate(groups) if n not in united[1:]]
    return rest, Outcome(id=correction.id, applied=True)


def _split(groups: Groups, correction: Correction, claims: Claims) -> tuple[Groups, Outcome]:
    """Takes claims out of every group that holds other claims of the finding, into one group of their own."""
    out = set(claims.all_again(t for t in correction.targets if isinstance(t, ClaimTarget)))
    told = [c for t in correction.targets if isinstance(t, FindingTarget) for c in t.claims]
    stay = set(claims.all_again(told)) - out
    if not out:
        return groups, Outcome(id=correction.id, applied=False, note="the claims are not in these reports any more")
    if not stay:
        return groups, Outcome(id=correction.id, applied=False, note="nothing is left that they could be parted from")
    mixed = [bool(out & set(g) and stay & set(g)) for g in groups]
    taken = [c for g, m in zip(groups, mixed, strict=True) if m for c in g if c in out]
    if not taken:
        return groups, Outcome(id=correction.id, applied=True, note="they stand apart without it")
    rest = [[c for c in g if c not in out] if m else g for g, m in zip(groups, mixed, strict=True)]
    return [*rest, taken], Outcome(id=correction.id, applied=True)
