"""What was to come and has lapsed, was met, has another day, or is newly foretold."""

from collections.abc import Iterable, Iterator, Mapping

from sayso.between.correspondence import Correspondence
from sayso.between.indexed import Indexed
from sayso.between.pairing import Candidate, overlap, pair
from sayso.model.diff import OutlookChange, OutlookMove, OutlookTold
from sayso.model.dossier_findings import Days
from sayso.model.dossier_reading import Outlook
from sayso.model.enums import OutlookState

_ORDER = (
    OutlookMove.LAPSED, OutlookMove.MET, OutlookMove.POSTPONED, OutlookMove.REOPENED, OutlookMove.NEW, OutlookMove.GONE,
)  # fmt: skip
_STATE = {
    OutlookState.LAPSED: OutlookMove.LAPSED, OutlookState.MET: OutlookMove.MET, OutlookState.OPEN: OutlookMove.REOPENED,
}  # fmt: skip


def outlook_changes(both: Correspondence) -> tuple[OutlookChange, ...]:
    """Changed states first, then other days, then what is new or gone, each by the day by which it falls due."""
    old, new = _by_claims(both.old), _by_claims(both.new)
    same = pair(_candidates(both, old, new))
    found = []
    for o, n in same.items():
        before, after = old[o], new[n]
        if before.state is not after.state:
            found.append(OutlookChange(change=_STATE[after.state], old=show(both.old, before), new=show(both.new, after)))
        elif before.horizon != after.horizon:
            found.append(OutlookChange(change=OutlookMove.POSTPONED, old=show(both.old, before), new=show(both.new, after)))
    for n, after in new.items():
        if n not in same.values() and set(after.claims) & both.added:
            found.append(OutlookChange(change=OutlookMove.NEW, old=None, new=show(both.new, after)))
    for o, before in old.items():
        if o not in same and set(before.claims) & both.lost:
            found.append(OutlookChange(change=OutlookMove.GONE, old=show(both.old, before), new=None))
    return tuple(sorted(found, key=_rank))


def show(index: Indexed, item: Outlook) -> OutlookTold:
    """Something to come as a comparison shows it, in the line that its finding has for a reader."""
    told = sorted(item.claims, key=lambda c: index.claims[c].text != item.statement)
    finding = index.findings.get(index.finding_of.get(told[0], ""))
    line = finding.headline if finding and item.statement[:30] in finding.headline else item.statement
    return OutlookTold(
        statement=line,
        finding=finding.id if finding else None,
        modality=item.modality,
        horizon=item.horizon,
        state=item.state,
        met_by=index.told([item.met_by])[0] if item.met_by in index.claims else None,
        outlets=index.outlets(item.claims),
        claims=tuple(sorted(item.claims)),
    )


def _by_claims(index: Indexed) -> dict[str, Outlook]:
    """What is to come by its claims, for it has no id."""
    return {"\x1f".join(sorted(o.claims)): o for o in index.dossier.outlook}


def _candidates(both: Correspondence, old: Mapping[str, Outlook], new: Mapping[str, Outlook]) -> Iterator[Candidate]:
    """What shares claims; else what one finding foretells for one day."""
    left = {n: _mapped(both, o.claims) for n, o in old.items()}
    right = {n: frozenset(o.claims) & both.matched for n, o in new.items()}
    yield from ((2 + score, o, n) for score, o, n in overlap(left, right))
    days: dict[tuple[str | None, Days], list[str]] = {}
    for n, item in new.items():
        days.setdefault((both.new.finding_of.get(item.claims[0]), item.horizon), []).append(n)
    for o, item in old.items():
        finding = both.findings.get(both.old.finding_of.get(item.claims[0], ""))
        if finding:
            yield from ((1.0, o, n) for n in days.get((finding, item.horizon), ()))


def _mapped(both: Correspondence, claims: Iterable[str]) -> frozenset[str]:
    return frozenset(both.claims[c] for c in claims if c in both.claims)


def _rank(change: OutlookChange) -> tuple[object, ...]:
    told = [o for o in (change.old, change.new) if o]
    due = min(o.horizon.end or o.horizon.start or "9999" for o in told)
    return _ORDER.index(change.change), due, -max(len(o.outlets) for o in told), sorted(o.claims for o in told)
