"""Twins that say opposite things of one thing: arrested and released, closed and reopened, alive and dead."""

from collections.abc import Iterator

from sayso.judge.difference import Difference, Value
from sayso.judge.lexicon import opposites
from sayso.judge.likeness import PRONOUNS, as_told
from sayso.judge.polarity import denies
from sayso.judge.scene import Scene
from sayso.judge.tolls import past
from sayso.judge.twins import told_alike, twins
from sayso.model.claim import Claim
from sayso.model.enums import DiscrepancyKind, QuantityKind, Verdict

SURENESS = 0.65  # at most: where it is known who or what changed its state, that is told instead


def opposed_differences(scene: Scene) -> Iterator[Difference]:
    """Updates between twins where one state may follow upon the other, else conflicts."""
    for pair, a, b in scene.pairs():
        if not told_alike(a, b) or denies(a) != denies(b) or not _one_holder(a, b) or past(scene, a) or past(scene, b):
            continue
        for left, right, moves in _opposed(a, b):
            if not twins(pair, a, b, {left, right}) or _of_others(a, left) or _of_others(b, right):
                continue
            told = f"“{as_told(a, left)}” and “{as_told(b, right)}”"
            yield Difference(
                kind=DiscrepancyKind.POLARITY,
                verdict=Verdict.UPDATE if moves else Verdict.CONFLICT,
                left=Value(a.id, a.text, left),
                right=Value(b.id, b.text, right),
                topic=f"what became of it: {a.text}",
                why=f"{told}: a state that changes" if moves else f"{told} exclude each other",
                weight=min(pair.score, SURENESS),
            )
            break


def _opposed(a: Claim, b: Claim) -> Iterator[tuple[str, str, bool]]:
    """Words of either claim that say the opposite of a word of the other, the predicates first."""
    left_words, right_words = ((c.clause.predicate, *c.clause.words) for c in (a, b))
    ours = [w for w in left_words if w not in right_words]
    theirs = [w for w in right_words if w not in left_words]
    for row in opposites():
        for one, other in ((row.one, row.other), (row.other, row.one)):
            left, right = [w for w in ours if w in one], [w for w in theirs if w in other]
            if left and right and not any(w in one for w in theirs) and not any(w in other for w in ours):
                yield left[0], right[0], row.moves


def _of_others(claim: Claim, word: str) -> bool:
    """True where a number tells how many it befell: "suspected of killing five" puts nobody else into that state."""
    return (
        any(q.governor == word and q.kind is QuantityKind.COUNT for q in claim.quantities) and word != claim.clause.predicate
    )


def _one_holder(a: Claim, b: Claim) -> bool:
    """True where both claims tell of one entity or one noun."""
    heads = [{r.head.rstrip("s") for r in c.clause.roles} - PRONOUNS for c in (a, b)]
    return bool(heads[0] & heads[1] or a.entities & b.entities)
