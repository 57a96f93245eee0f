"""One difference that two detectors find in the same statements is told once, in the surer words."""

from collections.abc import Sequence

from sayso.judge.difference import Difference, Value
from sayso.judge.lexicon import states, states_of
from sayso.judge.scene import Scene
from sayso.model.enums import DiscrepancyKind, Verdict

Group = list[Difference]
Statement = tuple[str, int]


def told_once(scene: Scene, groups: Sequence[Group]) -> list[Group]:
    """The groups of differences but those that say of the same statements what a surer one says already."""
    kept: list[Group] = []
    for n in sorted(range(len(groups)), key=lambda n: _rank(groups[n], n)):
        if not any(_again(scene, groups[n], other) for other in kept):
            kept.append(groups[n])
    return kept


def _rank(group: Group, n: int) -> tuple[bool, float, int]:
    return not any(d.whole for d in group), -max(d.weight for d in group), n


def _again(scene: Scene, group: Group, other: Group) -> bool:
    """True where a group tells no value that the other does not tell, of the same statements."""
    if group[0].kind is not other[0].kind:
        return False
    if group[0].kind is DiscrepancyKind.POLARITY:
        change = _changed(scene, group) if group[0].verdict is other[0].verdict is Verdict.UPDATE else None
        return change is not None and change == _changed(scene, other)
    values = {(_statement(scene, v), _bare(v)) for d in group for v in (d.left, d.right)}
    return values <= {(_statement(scene, v), _bare(v)) for d in other for v in (d.left, d.right)}


def _statement(scene: Scene, value: Value) -> Statement:
    claim = scene.claims[value.claim]
    return claim.document, claim.clause.sentence_start


def _bare(value: Value) -> str:
    """A value without its unit, which one detector reads and another does not."""
    return value.reads.split("]")[0].split(")")[0]


def _changed(scene: Scene, group: Group) -> frozenset[tuple[str, str]] | None:
    """The documents of a change of state with the states they tell; None where its values are no states."""
    found = set()
    for value in (v for d in group for v in (d.left, d.right)):
        state = value.reads if value.reads in states() else min(states_of(value.reads), default=None)
        if state is None:
            return None
        found.add((scene.claims[value.claim].document, state))
    return frozenset(found)
