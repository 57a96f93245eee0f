"""Findings: the claims that answer one question, with their origins and how well they are supported."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import structs

from sayso.judge.lexicon import states_of
from sayso.judge.likeness import PRONOUNS, one_deed
from sayso.judge.origins import Origins, independent
from sayso.judge.polarity import denies
from sayso.judge.scene import Scene
from sayso.model.alignment import PairScore
from sayso.model.claim import Claim
from sayso.model.document import identify
from sayso.model.dossier_findings import Discrepancy, Finding, Origin, PairExplanation
from sayso.model.enums import DiscrepancyKind, Modality, Status, Verdict

NEAR = 0.5  # score, meaning and likeness of predicates from which a claim says what the statement of its finding says
SAME = 0.58
DEED = 0.35
SUPPOSED = frozenset({Modality.CONDITIONAL, Modality.HYPOTHETICAL})
SHORT = 40  # code points below which a claim seldom reads as a sentence


def find(scene: Scene, origins: Origins) -> tuple[Finding, ...]:
    """One finding for each group of claims, the widest told first; disputes are marked by `dispute`."""
    pairs = _pairs_by_group(scene)
    found = [_finding(scene, group, origins, pairs.get(n, ())) for n, group in enumerate(scene.alignment.groups)]
    return tuple(sorted(found, key=lambda f: (-len(f.outlets), -len(f.claims), f.id)))


def _pairs_by_group(scene: Scene) -> Mapping[int, list[PairScore]]:
    held: dict[int, list[PairScore]] = {}
    for pair in scene.alignment.pairs:
        group = scene.group_of[pair.left]
        if group == scene.group_of[pair.right]:
            held.setdefault(group, []).append(pair)
    return held


def _finding(scene: Scene, group: Sequence[str], origins: Origins, pairs: Iterable[PairScore]) -> Finding:
    claims = [scene.claims[c] for c in group]
    pairs = list(pairs)
    behind = origins.behind(claims)
    outlets = tuple(sorted({c.publisher for c in claims}))
    statement = clearest(claims, pairs)
    backing = _backing(scene, statement, claims, pairs)
    sure = [c for c in backing if not origins.roots.inferred(scene.claims[c])]
    count = independent(behind, {c: origins.account(scene.claims[c], claims) for c in sure})
    return Finding(
        id=identify("f", *sorted(group)),
        statement=statement.text,
        claims=tuple(c.id for c in sorted(claims, key=lambda c: (c.publisher, c.document, c.start))),
        outlets=outlets,
        origins=behind,
        status=_status(behind, count),
        why=_why(outlets, behind, count),
        independent=max(count, int(any(o.basis.counts for o in behind))),
        pairs=tuple(PairExplanation(a=p.left, b=p.right, score=p.score, features=p.features) for p in pairs),
    )


def clearest(claims: Sequence[Claim], pairs: Iterable[PairScore]) -> Claim:
    """The claim that reads best by itself: a whole clause with a subject of its own, asserted, near to the others."""
    nearness = dict.fromkeys((c.id for c in claims), 0.0)
    for pair in pairs:
        nearness[pair.left] += pair.score
        nearness[pair.right] += pair.score
    return min(claims, key=lambda c: (_fragment(c), -round(nearness[c.id], 1), abs(len(c.text) - 110), c.id))


def _fragment(claim: Claim) -> int:
    """How far a claim is from a sentence that can stand alone: 0 for one that is."""
    clause, half = claim.clause, claim.start + len(claim.text) // 2
    own = [r for r in clause.roles if r.role in {"agent", "patient"} and claim.start <= r.start < half]
    subject = any(r.head not in PRONOUNS for r in own)
    asserted = claim.modality is Modality.ASSERTED
    return sum((2 * clause.nominal, 2 * clause.modified, not subject, not asserted, len(claim.text) < SHORT))


def _backing(scene: Scene, statement: Claim, claims: Sequence[Claim], pairs: Iterable[PairScore]) -> list[str]:
    """The claims that say what the statement says.

    To corroborate asks more than to speak to one question: whole clauses near in meaning that tell one deed, neither
    denying it nor giving another count.
    """
    near = {statement.id}
    for pair in pairs:
        if statement.id in (pair.left, pair.right) and _says_the_same(pair):
            near |= {pair.left, pair.right}
    near |= {copy for c in near for copy in scene.copies.get(c, ())}
    return [c.id for c in claims if c.id in near and _sides_with(c, statement)]


def _says_the_same(pair: PairScore) -> bool:
    told = pair.features.get
    return pair.score >= NEAR and told("meaning", 0.0) >= SAME and one_deed(pair, DEED) and not told("other_number")


def _sides_with(claim: Claim, statement: Claim) -> bool:
    if claim.id == statement.id:
        return True
    if _dated(statement) and not statement.clause.speech and not _dated(claim):
        return False  # "it was a call" does not bear out that the call was ten days ago
    told = all(c.modality not in SUPPOSED and not c.clause.nominal for c in (claim, statement))
    return told and denies(claim) == denies(statement) and not _other_state(claim, statement)


def _dated(claim: Claim) -> bool:
    return claim.time_text is not None and claim.period.known


def _other_state(claim: Claim, statement: Claim) -> bool:
    """True where the two put somebody into unlike states: "gone missing" is not borne out by "freed"."""
    states = [frozenset().union(*(states_of(w) for w in (c.clause.predicate, *c.clause.words))) for c in (claim, statement)]
    return bool(states[0] and states[1] and not states[0] & states[1])


def _status(behind: Sequence[Origin], count: int) -> Status:
    if count >= 2:
        return Status.CORROBORATED
    named = any(o.basis.counts for o in behind)
    return Status.SINGLE_ORIGIN if named else Status.UNSOURCED


def _why(outlets: Sequence[str], behind: Sequence[Origin], count: int) -> tuple[str, ...]:
    count = max(count, int(any(o.basis.counts for o in behind)))
    told = f"{len(outlets)} outlet{'s' * (len(outlets) != 1)}, {count} independent origin{'s' * (count != 1)}"
    if sum(o.basis.counts for o in behind) > count:
        told += "; the others named here tell something else of it, or tell it in the same outlet"
    return (told, *(f"{o.name} ({o.basis.value}): {'; '.join(o.why)}" for o in behind))


def dispute(findings: Sequence[Finding], discrepancies: Sequence[Discrepancy]) -> tuple[Finding, ...]:
    """The findings with those marked as disputed in which a conflict stands."""
    conflicts = [d for d in discrepancies if d.verdict is Verdict.CONFLICT]
    touched: dict[str, list[Discrepancy]] = {}
    for conflict in conflicts:
        for claim in {c for side in conflict.sides for c in side.claims}:
            touched.setdefault(claim, []).append(conflict)
    return tuple(_marked(f, {d.id: d for c in f.claims for d in touched.get(c, ())}) for f in findings)


def _marked(finding: Finding, touching: Mapping[str, Discrepancy]) -> Finding:
    against = [known for known, conflict in sorted(touching.items()) if _stands_in(conflict, finding)]
    if not against:
        return finding
    return structs.replace(finding, status=Status.DISPUTED, why=(*finding.why, f"disputed: {', '.join(against)}"))


def _stands_in(conflict: Discrepancy, finding: Finding) -> bool:
    """True where the conflict is about the question of the finding, and not about what one of its claims says besides.

    Two sides among the claims of the finding, or one that at least half of them take. A label names somebody in passing:
    who is called otherwise elsewhere may still have done what is told.
    """
    if conflict.kind is DiscrepancyKind.LABEL:
        return False
    held = [sum(c in side.claims for c in finding.claims) for side in conflict.sides]
    return sum(h > 0 for h in held) > 1 or 2 * max(held) >= len(finding.claims)
