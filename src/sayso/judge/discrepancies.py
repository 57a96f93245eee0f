"""Discrepancies: differences that speak to one question, gathered into sides."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from sayso.judge.ages import age_differences
from sayso.judge.alone import alone_differences
from sayso.judge.asked import asked_differences
from sayso.judge.conditions import condition_differences
from sayso.judge.dates import date_differences
from sayso.judge.denied import denied_differences
from sayso.judge.difference import Difference, Value
from sayso.judge.fillers import filler_differences
from sayso.judge.homes import home_differences
from sayso.judge.hours import hour_differences
from sayso.judge.labels import label_differences
from sayso.judge.matched import matched_differences
from sayso.judge.moments import moment_differences
from sayso.judge.numbers import number_differences
from sayso.judge.once_told import told_once
from sayso.judge.onsets import onset_differences
from sayso.judge.opposed import opposed_differences
from sayso.judge.people import people_differences
from sayso.judge.places import identity_differences, place_differences
from sayso.judge.polarity import polarity_differences
from sayso.judge.rebuttals import rebuttal_differences
from sayso.judge.rivals import rival_differences
from sayso.judge.scene import Scene
from sayso.judge.siblings import sibling_differences
from sayso.judge.states import state_differences
from sayso.judge.successions import succession_differences
from sayso.judge.turns import turn_differences
from sayso.judge.unhurt import unhurt_differences
from sayso.judge.yearly import yearly_differences
from sayso.model.document import identify
from sayso.model.dossier_findings import Discrepancy, Finding, Side
from sayso.model.enums import Between, DiscrepancyKind, Order, Verdict

DETECTORS = (
    number_differences,
    asked_differences,
    matched_differences,
    moment_differences,
    age_differences,
    date_differences,
    hour_differences,
    label_differences,
    place_differences,
    onset_differences,
    identity_differences,
    people_differences,
    succession_differences,
    opposed_differences,
    sibling_differences,
    state_differences,
    polarity_differences,
    denied_differences,
    condition_differences,
    rebuttal_differences,
    rival_differences,
    filler_differences,
    turn_differences,
    unhurt_differences,
    yearly_differences,
    alone_differences,
    home_differences,
)
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
SEVERITY = {Verdict.CONFLICT: 0, Verdict.UPDATE: 1, Verdict.COMPATIBLE: 2, Verdict.AGREE: 3}


def discrepancies(scene: Scene, findings: Sequence[Finding]) -> tuple[Discrepancy, ...]:
    """All discrepancies of a story, conflicts first, then the surest."""
    found = [d for detector in DETECTORS for d in detector(scene)]
    groups = told_once(scene, _components(_one_verdict(found)))
    holder = {c: f.id for f in findings for c in f.claims}
    built = [_build(scene, group, holder) for group in groups]
    return tuple(sorted(built, key=lambda d: (SEVERITY[d.verdict], -d.score, d.id)))


def _one_verdict(found: Iterable[Difference]) -> list[Difference]:
    """One verdict for each pair of claims and kind: that for the whole story, else the surest, then the gravest."""
    best: dict[tuple[frozenset[str], object, frozenset[str]], Difference] = {}
    for d in found:
        if d.left.reads == d.right.reads:
            continue  # one value, in whatever words
        numbers = d.kind is DiscrepancyKind.NUMBER  # one clause may tell several
        reads = frozenset((d.left.reads, d.right.reads)) if numbers else frozenset()
        key = (frozenset((d.left.claim, d.right.claim)), d.kind, reads)
        other = best.get(key)
        if other is None or _rank(d) < _rank(other):
            best[key] = d
    return list(best.values())


def _rank(d: Difference) -> tuple[bool, float, int, str]:
    """What is told for a whole story goes before what is told for a pair."""
    return not d.whole, -d.weight, SEVERITY[d.verdict], d.topic


def _components(found: Sequence[Difference]) -> list[list[Difference]]:
    """Differences of one kind and topic that hang together by their claims; sides that were never set against each other
    are not: such a component falls apart into its pairs of values.
    """
    parent = list(range(len(found)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    seen: dict[tuple[str, object, str, str], int] = {}
    for n, d in enumerate(found):
        for claim in (d.left.claim, d.right.claim):
            key = (claim, d.kind, d.verdict.value, d.topic if d.whole else "")
            parent[root(n)] = root(seen.setdefault(key, n))
    grouped: dict[int, list[Difference]] = {}
    for n, d in enumerate(found):
        grouped.setdefault(root(n), []).append(d)
    return [part for group in grouped.values() for part in _whole(group)]


def _whole(group: list[Difference]) -> list[list[Difference]]:
    """The group itself where every two of its values were set against each other, else one group for each two values."""
    values = {v.reads for d in group for v in (d.left, d.right)}
    against: dict[frozenset[str], list[Difference]] = {}
    for d in group:
        against.setdefault(frozenset((d.left.reads, d.right.reads)), []).append(d)
    if all(d.whole for d in group) or all(frozenset(pair) in against for pair in combinations(sorted(values), 2)):
        return [group]
    return [against[key] for key in sorted(against, key=sorted)]


def _build(scene: Scene, group: list[Difference], holder: dict[str, str]) -> Discrepancy:
    group = sorted(group, key=lambda d: (SEVERITY[d.verdict], -d.weight, d.left.claim, d.right.claim))
    top = group[0]  # the reason given is the one for the verdict given
    sides = _sides(scene, group)
    claims = [c for side in sides for c in side.claims]
    findings = [holder[c] for c in claims]
    main = max(sorted(set(findings)), key=findings.count)
    orders = {scene.order(scene.claims[d.left.claim], scene.claims[d.right.claim]) for d in group}
    return Discrepancy(
        id=identify("x", top.kind.value, *sorted(claims)),
        kind=top.kind,
        verdict=top.verdict,
        order=Order.KNOWN if orders == {Order.KNOWN} else Order.UNKNOWN,
        between=_between(scene, group),
        about=top.topic,
        finding=main,
        score=round(max(d.weight for d in group), 4),
        sides=sides,
        why=_why(top, sides),
        features=pair.features if (pair := scene.pair(top.left.claim, top.right.claim)) else {},
    )


def _why(top: Difference, sides: Sequence[Side]) -> str:
    """The reason given for two values; of more, what all of them are, and the reason for one pair where that says more."""
    if len(sides) <= 2:
        return top.why
    if top.kind is DiscrepancyKind.NUMBER:
        sides = sorted(sides, key=lambda s: float(found[0]) if (found := _FIGURE.search(s.reads or "")) else 0.0)
    moves = top.kind is DiscrepancyKind.NUMBER and top.verdict is Verdict.UPDATE
    values = f"{len(sides)} values are told: {', '.join(f'“{s.value}”' for s in sides)}"
    return f"a count that moves; {values}" if moves else f"{values}; of two, {top.why}"


def _sides(scene: Scene, group: list[Difference]) -> tuple[Side, ...]:
    """One side for each distinct value, in the order of telling where it is known."""
    held: dict[str, list[Value]] = {}
    for d in group:
        for value in (d.left, d.right):
            held.setdefault(value.reads, []).append(value)
    sides = []
    for reads, values in held.items():
        first = min(values, key=lambda v: (len(v.shown), v.shown))
        claims = {c for v in values for c in _told_by(scene, v.claim, group[0].kind)}
        sides.append(Side(value=first.shown, claims=tuple(sorted(claims)), reads=reads))
    return tuple(sorted(sides, key=lambda s: (_told(scene, s), s.reads or "", s.claims)))


def _told_by(scene: Scene, claim: str, kind: DiscrepancyKind) -> Iterator[str]:
    """A claim and its copies; a copy of a later day may mean another day by the same words."""
    yield claim
    for copy in scene.copies.get(claim, ()):
        if kind is not DiscrepancyKind.DATE or scene.claims[copy].period == scene.claims[claim].period:
            yield copy


def _told(scene: Scene, side: Side) -> str:
    """Day of the earliest telling of a side; unknown days come last."""
    days = [scene.published[scene.claims[c].document][0] for c in side.claims]
    return min((d.isoformat() for d in days if d is not None), default="9999")


def _between(scene: Scene, group: list[Difference]) -> Between:
    if any(d.between is Between.VOICES for d in group):
        return Between.VOICES
    documents = {scene.claims[v.claim].document for d in group for v in (d.left, d.right)}
    return Between.ONE_DOCUMENT if len(documents) == 1 else Between.OUTLETS
