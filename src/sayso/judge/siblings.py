"""Twins that part in one noun of a kind: a wedding or a funeral, by car or by train, in the leg or in the arm."""

import re
from collections.abc import Iterator

from sayso.judge.difference import Difference, Value
from sayso.judge.likeness import brief
from sayso.judge.nouns import Apart, apart, plain
from sayso.judge.scene import Scene
from sayso.judge.twins import told_alike, twins
from sayso.model.alignment import PairScore
from sayso.model.claim import Claim
from sayso.model.enums import Verdict

WHOLE = 0.5  # share of the longer twin's words
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
UNSURE = 0.9  # by what the score of a pair is lowered: a name or a number says more than a noun


def sibling_differences(scene: Scene) -> Iterator[Difference]:
    """Conflicts between twins of which each names one thing of a kind, and not the same."""
    for pair, a, b in scene.pairs():
        if told_alike(a, b) and (found := _parted(scene, pair, a, b)):
            row, left, right = found
            yield Difference(
                kind=row.kind,
                verdict=Verdict.CONFLICT,
                left=Value(a.id, left, left),
                right=Value(b.id, right, right),
                topic=f"{row.asked}: {brief(a, b)}",
                why=f"where {a.publisher} has “{left}”, {b.publisher} has “{right}”, in nearly the same words",
                weight=UNSURE * pair.score,
            )


def _parted(scene: Scene, pair: PairScore, a: Claim, b: Claim) -> tuple[Apart, str, str] | None:
    ours, theirs = ([plain(w) for w in c.clause.words] for c in (a, b))
    found = apart([w for w in ours if w not in theirs], [w for w in theirs if w not in ours])
    if found is None or not twins(pair, a, b, {found[1], found[2]}, WHOLE):
        return None
    # What one text tells in both words is two things, or one under two names; so is one thing beside several.
    if found[2] in _sentence(scene, a) or found[1] in _sentence(scene, b):
        return None
    return found if _several(a, found[1]) == _several(b, found[2]) else None


def _sentence(scene: Scene, claim: Claim) -> frozenset[str]:
    """The words of the sentence around a claim."""
    text = scene.sentence_text(claim)
    return frozenset(plain(w) for w in WORD.findall(text))


def _several(claim: Claim, noun: str) -> bool:
    """True where the noun stands in the plural."""
    return any(plain(w) == noun and w.lower().endswith("s") and not noun.endswith("s") for w in WORD.findall(claim.text))
