"""Two outlets of one story, side by side."""

from sayso.between.indexed import Indexed, reads
from sayso.between.leaning import claims_by, origins_behind, outlet_told, told_by
from sayso.between.outlets import outlet_named
from sayso.between.pairing import folded
from sayso.between.wording import called, worded
from sayso.errors import RunError
from sayso.model.comparison import BothTold, Comparison, ToldOtherwise, WordedOtherwise, Wording
from sayso.model.diff import FindingTold
from sayso.model.dossier import Dossier
from sayso.model.dossier_findings import Discrepancy, Finding, without_added_days
from sayso.model.enums import Verdict

_VERDICTS = (Verdict.CONFLICT, Verdict.UPDATE, Verdict.COMPATIBLE)
_WORDINGS = tuple(Wording)


def compare(dossier: Dossier, a: str, b: str) -> Comparison:
    """What the outlets `a` and `b` of a dossier both tell, tell otherwise, word otherwise, or tell alone.

    Names may be shortened. Raises RunError, which lists the outlets, for a name that means none, several or twice the same.
    """
    index = Indexed(dossier)
    known = [d.publisher for d in dossier.documents]
    one, other = outlet_named(a, known), outlet_named(b, known)
    if one == other:
        rest = ", ".join(sorted(set(known) - {one}))
        raise RunError("compare", f"“{a}” and “{b}” are both {one}", f"name two outlets; the others are: {rest or 'none'}")
    here, there = ({f.id: f for f in told_by(index, outlet)} for outlet in (one, other))
    both = _ranked(index, [f for f in here.values() if f.id in there])
    otherwise = _otherwise(index, one, other)
    parted = {c for t in otherwise for c in (*t.claims_a, *t.claims_b)}
    return Comparison(
        story=dossier.story.id,
        title=dossier.story.title,
        a=outlet_told(index, one, other),
        b=outlet_told(index, other, one),
        otherwise=otherwise,
        worded=_worded(index, both, one, other, parted),
        called=called(index, one, other),
        shared=tuple(_both(index, f, one, other) for f in both),
        only_a=_alone(index, [f for f in here.values() if f.id not in there], one),
        only_b=_alone(index, [f for f in there.values() if f.id not in here], other),
    )


def _ranked(index: Indexed, findings: list[Finding]) -> list[Finding]:
    return sorted(findings, key=index.rank)


def _alone(index: Indexed, findings: list[Finding], outlet: str) -> tuple[FindingTold, ...]:
    """What one outlet tells and the other does not: first what reads by itself in its words, each the weightiest first."""
    return tuple(sorted((_show(index, f, outlet) for f in _ranked(index, findings)), key=lambda f: not reads(f.headline)))


def _show(index: Indexed, finding: Finding, *outlets: str) -> FindingTold:
    """A finding in words of these outlets, with the origins behind what they tell of it."""
    return FindingTold(
        id=finding.id,
        headline=_line(index, finding, outlets),
        status=finding.status,
        independent=finding.independent,
        outlets=tuple(sorted(finding.outlets)),
        origins=tuple(sorted({o for outlet in outlets for o in origins_behind(index, finding, outlet)})),
    )


def _line(index: Indexed, finding: Finding, outlets: tuple[str, ...]) -> str:
    """The headline of a finding where the outlets have its words, else the longest of their claims."""
    line = finding.headline or finding.statement
    bare = folded(without_added_days(line))
    texts = (folded(d.text) for d in index.dossier.documents if d.publisher in outlets)
    if set(finding.outlets) <= set(outlets) or any(bare in text for text in texts):
        return line
    own = [index.claims[c] for outlet in outlets for c in claims_by(index, finding, outlet)]
    longest = min(own, key=lambda c: (-len(c.text), outlets.index(index.outlet(c.id)), c.id))
    words = " ".join(longest.text.split())
    return f"… {words}" if words[:1].islower() else words


def _both(index: Indexed, finding: Finding, a: str, b: str) -> BothTold:
    return BothTold(
        finding=_show(index, finding, a, b),
        a=index.told(claims_by(index, finding, a)),
        b=index.told(claims_by(index, finding, b)),
        origins_a=origins_behind(index, finding, a),
        origins_b=origins_behind(index, finding, b),
    )


def _otherwise(index: Indexed, a: str, b: str) -> tuple[ToldOtherwise, ...]:
    """Discrepancies in which each of the outlets holds a value that the other does not hold; conflicts first."""
    found = []
    for apart in index.dossier.discrepancies:
        here, there = _held(index, apart, a), _held(index, apart, b)
        alone = sorted(here.keys() - there.keys()), sorted(there.keys() - here.keys())
        if alone[0] and alone[1] and apart.verdict in _VERDICTS:
            found.append(
                ToldOtherwise(
                    id=apart.id,
                    kind=apart.kind,
                    verdict=apart.verdict,
                    between=apart.between,
                    question=apart.question,
                    a=tuple(alone[0]),
                    b=tuple(alone[1]),
                    claims_a=tuple(sorted(c for value in alone[0] for c in here[value])),
                    claims_b=tuple(sorted(c for value in alone[1] for c in there[value])),
                )
            )
    return tuple(sorted(found, key=lambda t: (_VERDICTS.index(t.verdict), -_weight(t), t.id)))


def _held(index: Indexed, apart: Discrepancy, outlet: str) -> dict[str, list[str]]:
    """The values that an outlet holds, with its claims."""
    held: dict[str, list[str]] = {}
    for side in apart.sides:
        if own := [c for c in side.claims if index.outlets([c]) == (outlet,)]:
            held.setdefault(side.value, []).extend(own)
    return held


def _weight(told: ToldOtherwise) -> int:
    """How many claims hold the values."""
    return len(told.claims_a) + len(told.claims_b)


def _worded(index: Indexed, both: list[Finding], one: str, other: str, parted: set[str]) -> tuple[WordedOtherwise, ...]:
    """Differences of wording by kind; where two claims part in their values, their hedges are no news."""
    found = [(n, w) for n, f in enumerate(both) for w in worded(index, f, one, other)]
    kept = [x for x in found if x[1].differs is not Wording.HEDGE or not {x[1].claim_a.id, x[1].claim_b.id} <= parted]
    return tuple(w for _, w in sorted(kept, key=lambda x: (_WORDINGS.index(x[1].differs), x[0])))
