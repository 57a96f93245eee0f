"""Accounts that now part, no longer part, or part in other values."""

from collections.abc import Iterator

from sayso.between.correspondence import Correspondence
from sayso.between.indexed import Indexed
from sayso.between.pairing import Candidate, overlap, pair
from sayso.model.diff import Cause, DiscrepancyChange, DiscrepancyMove, DiscrepancyTold, SideTold
from sayso.model.dossier_findings import Discrepancy
from sayso.model.enums import Verdict

_ORDER = tuple(DiscrepancyMove)


def discrepancy_changes(both: Correspondence) -> tuple[DiscrepancyChange, ...]:
    """New conflicts first, then ended ones, updates, and those whose values changed; the counts of a series are left out."""
    same = pair(_candidates(both))
    old = {d.id: d for d in both.old.dossier.discrepancies}
    new = {d.id: d for d in both.new.dossier.discrepancies}
    pairs = [(old[o], new[n]) for o, n in same.items()]
    alone = (
        [(d, None) for n, d in old.items() if n not in same],
        [(None, d) for n, d in new.items() if n not in same.values()],
    )
    counted = {s.about for index in (both.old, both.new) for s in index.dossier.series}
    found = [c for before, after in (*pairs, *alone[0], *alone[1]) if (c := _change(both, before, after, counted))]
    return tuple(sorted(found, key=_rank))


def show(index: Indexed, apart: Discrepancy) -> DiscrepancyTold:
    """A discrepancy as a comparison shows it."""
    sides = (SideTold(value=s.value, outlets=index.outlets(s.claims), claims=tuple(sorted(s.claims))) for s in apart.sides)
    return DiscrepancyTold(
        id=apart.id,
        kind=apart.kind,
        verdict=apart.verdict,
        between=apart.between,
        question=apart.question,
        sides=tuple(sorted(sides, key=lambda s: (-len(s.outlets), s.claims, s.value))),
    )


def held(apart: Discrepancy | None) -> frozenset[str]:
    """The claims of all sides."""
    return frozenset(c for s in apart.sides for c in s.claims) if apart else frozenset()


def _candidates(both: Correspondence) -> Iterator[Candidate]:
    """Discrepancies of one kind that share claims of two sides, or some claim and what they are about."""
    old = {d.id: d for d in both.old.dossier.discrepancies}
    new = {d.id: d for d in both.new.dossier.discrepancies}
    left = {n: frozenset(both.claims[c] for c in held(d) if c in both.claims) for n, d in old.items()}
    right = {n: held(d) & both.matched for n, d in new.items()}
    for score, o, n in overlap(left, right):
        if old[o].kind is new[n].kind and (len(left[o] & right[n]) > 1 or old[o].about == new[n].about):
            yield score, o, n


def _change(
    both: Correspondence, before: Discrepancy | None, after: Discrepancy | None, counted: set[str]
) -> DiscrepancyChange | None:  # fmt: skip
    move = _move(before, after, {d.about for d in (before, after) if d} <= counted)
    if move is None or (move is DiscrepancyMove.CHANGED and not _other_values(both, before, after)):
        return None
    cause = both.cause(held(before), held(after))
    if before and after and before.verdict is not after.verdict and held(after) - both.matched:
        cause = Cause.REPORTS
    return DiscrepancyChange(
        change=move,
        cause=cause,
        old=show(both.old, before) if before else None,
        new=show(both.new, after) if after else None,
    )


def _move(before: Discrepancy | None, after: Discrepancy | None, series: bool) -> DiscrepancyMove | None:
    old, new = before and before.verdict, after and after.verdict
    if Verdict.CONFLICT in {old, new} and old is not new:
        if new is Verdict.CONFLICT:
            return DiscrepancyMove.DISPUTED
        return DiscrepancyMove.RESOLVED if after else DiscrepancyMove.VANISHED
    if series:  # told as a figure
        return None
    if Verdict.UPDATE in {old, new} and old is not new:
        return DiscrepancyMove.UPDATED if new is Verdict.UPDATE else DiscrepancyMove.NOT_UPDATED
    return DiscrepancyMove.CHANGED if new in {Verdict.CONFLICT, Verdict.UPDATE} else None


def _other_values(both: Correspondence, before: Discrepancy | None, after: Discrepancy | None) -> bool:
    """True where another value is told, or another outlet tells one."""
    old, new = ({s.value.casefold(): index.outlets(s.claims) for s in apart.sides} if apart else {}
                for index, apart in ((both.old, before), (both.new, after)))  # fmt: skip
    return old.keys() != new.keys() or any(both.moved(old[value], new[value]) != ((), ()) for value in old)


def _rank(change: DiscrepancyChange) -> tuple[object, ...]:
    told = [d for d in (change.old, change.new) if d]
    outlets = max(len({o for s in d.sides for o in s.outlets}) for d in told)
    return _ORDER.index(change.change), -outlets, sorted(d.id for d in told)
