"""Findings that are new or gone, borne by more or fewer, or told by other outlets."""

from collections.abc import Iterator

from sayso.between.correspondence import Correspondence
from sayso.between.indexed import Indexed
from sayso.model.diff import FindingChange, FindingMove, FindingTold
from sayso.model.dossier_findings import Finding
from sayso.model.enums import Status


def finding_changes(both: Correspondence) -> tuple[FindingChange, ...]:
    """All of them, the weightiest first; those that were only grouped otherwise are none."""
    kept = both.findings
    ranked = [(_rank(both, c), c) for c in (*_alone(both), *_told_otherwise(both, kept))]
    return tuple(change for _, change in sorted(ranked, key=lambda r: r[0]))


def show(index: Indexed, finding: Finding) -> FindingTold:
    """A finding as a comparison shows it."""
    return FindingTold(
        id=finding.id,
        headline=finding.headline or finding.statement,
        status=finding.status,
        independent=finding.independent,
        outlets=tuple(sorted(finding.outlets)),
        origins=index.origins(finding),
    )


def _rank(both: Correspondence, change: FindingChange) -> tuple[object, ...]:
    """By the weightier of its two forms; the same whichever dossier is the old one."""
    ranks = [both.old.rank(both.old.findings[change.old.id])] if change.old else []
    ranks += [both.new.rank(both.new.findings[change.new.id])] if change.new else []
    return (*min(r[:-1] for r in ranks), *sorted(r[-1] for r in ranks))


def _alone(both: Correspondence) -> Iterator[FindingChange]:
    """Findings of which the other dossier has no claim at all, and of which a report brought or took some."""
    for finding in both.new.dossier.findings:
        claims = set(finding.claims)
        if not claims & both.matched and (added := claims & both.added):
            in_new = any(both.new.claims[c].document not in both.documents.values() for c in added)
            yield FindingChange(
                change=FindingMove.NEW if in_new else FindingMove.ADDED,
                cause=both.cause(frozenset(), frozenset(claims)),
                old=None,
                new=show(both.new, finding),
                added=both.new.told(added),
            )
    for finding in both.old.dossier.findings:
        claims = set(finding.claims)
        if not claims & both.claims.keys() and (lost := claims & both.lost):
            in_gone = any(both.old.claims[c].document not in both.documents for c in lost)
            yield FindingChange(
                change=FindingMove.GONE if in_gone else FindingMove.WITHDRAWN,
                cause=both.cause(frozenset(claims), frozenset()),
                old=show(both.old, finding),
                new=None,
                lost=both.old.told(lost),
            )


def _told_otherwise(both: Correspondence, kept: dict[str, str]) -> Iterator[FindingChange]:
    for o, n in kept.items():
        before, after = both.old.findings[o], both.new.findings[n]
        old, new = show(both.old, before), show(both.new, after)
        gained, left = both.moved(old.outlets, new.outlets)
        move = _move(old, new, gained, left)
        if move is not None:
            yield FindingChange(
                change=move,
                cause=both.cause(frozenset(before.claims), frozenset(after.claims)),
                old=old,
                new=new,
                gained=gained,
                left=left,
                added=both.new.told(set(after.claims) & both.added),
                lost=both.old.told(set(before.claims) & both.lost),
            )


_STATUS = (
    (Status.CORROBORATED, FindingMove.CORROBORATED, FindingMove.UNCORROBORATED),
    (Status.DISPUTED, FindingMove.DISPUTED, FindingMove.UNDISPUTED),
    (Status.SINGLE_ORIGIN, FindingMove.SOURCED, FindingMove.UNSOURCED),
)


def _move(old: FindingTold, new: FindingTold, gained: tuple[str, ...], left: tuple[str, ...]) -> FindingMove | None:
    """What became of a finding, its status before the outlets that tell it."""
    if old.status is not new.status:
        return next(
            gained if new.status is status else lost
            for status, gained, lost in _STATUS
            if status in {old.status, new.status}
        )
    if not gained and not left:
        return None
    return FindingMove.OTHERS if gained and left else FindingMove.MORE if gained else FindingMove.FEWER
