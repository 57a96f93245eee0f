"""What took place when."""

import datetime as dt
from collections.abc import Mapping, Sequence

from msgspec import structs

from sayso.dossier.passages import with_denial
from sayso.dossier.texts import iso
from sayso.model.claim import Claim
from sayso.model.dossier_findings import Days, Finding, TimelineEntry
from sayso.model.enums import Modality, OriginBasis
from sayso.model.time import Period

WIDEST = 370  # days; what is dated no better than that has no place on a timeline
BACKGROUND = 60  # days before the first publication
TOLD = frozenset({Modality.ASSERTED, Modality.PREDICTED, Modality.INTENDED, Modality.POSSIBLE})


def timeline(findings: Sequence[Finding], claims: Mapping[str, Claim], first: dt.date | None) -> tuple[TimelineEntry, ...]:
    """One entry for each finding and period, in order of time; `first` is the first day of publication."""
    entries = []
    for finding in findings:
        dated: dict[Period, list[Claim]] = {}
        for claim in (claims[c] for c in finding.claims):
            if (period := _datable(claim)) is not None:
                dated.setdefault(period, []).append(claim)
        for period, told in dated.items():
            entries.append(_entry(finding, period, told, first))
    return tuple(sorted(entries, key=lambda e: (e.date.start or "", e.date.end or "", -e.origins, e.claims)))


def _datable(claim: Claim) -> Period | None:
    """The period under which a claim is entered, that of a deadline being its last day; None where it has no place."""
    period = claim.period
    if claim.modality not in TOLD or period.end is None:
        return None
    if period.start is None:
        return structs.replace(period, start=period.end)
    return period if (period.end - period.start).days <= WIDEST else None


def _entry(finding: Finding, period: Period, told: list[Claim], first: dt.date | None) -> TimelineEntry:
    ids = {c.id for c in told}
    origins = {o.source for o in finding.origins if ids & set(o.claims) and o.basis is not OriginBasis.UNSOURCED}
    start, end = iso(period)
    best = min(told, key=lambda c: (c.clause.modified, c.modality is not Modality.ASSERTED, abs(len(c.text) - 110), c.id))
    participants = sorted({p.entity for c in told for p in c.participants if p.role in {"agent", "patient"}})
    long_ago = first is not None and period.end is not None and (first - period.end).days > BACKGROUND
    return TimelineEntry(
        date=Days(start, end),
        summary=with_denial(best.text, best),
        claims=tuple(sorted(ids)),
        origins=len(origins),
        participants=tuple(participants),
        background=long_ago,
    )
