"""Whether one who did it was alone: a lone gunman in one account, the men of a group in another."""

import re
from collections.abc import Iterator

from sayso.judge.difference import Difference, Value
from sayso.judge.likeness import conditioned
from sayso.judge.onsets import EVENTS
from sayso.judge.polarity import teller, voices_apart
from sayso.judge.scene import Scene
from sayso.judge.tolls import past
from sayso.model.claim import Claim
from sayso.model.enums import Between, DiscrepancyKind, Modality, Verdict

DEEDS = EVENTS | frozenset(
    "attack bombing bomb bomber attacker gunman shooter assault murder killing assassination robbery raid arson".split()
)
ALONE = re.compile(
    r"\blone (?:operator|wolf|gunman|attacker|actor|bomber|shooter|assailant|perpetrator|assassin)\b"
    r"|\bact(?:ed|ing) (?:alone|on (?:his|her) own)\b|\bno (?:known )?(?:links?|ties|connections?) (?:to|with) any\b",
    re.IGNORECASE,
)
PEOPLE = r"(?:operatives?|members|militants?|fighters|agents|cell|followers|accomplices|network)"
TOGETHER = re.compile(
    rf"\b{PEOPLE} (?:(?:who (?:are|were) )?(?:linked|tied|identified|affiliated|associated|belonging) (?:to|with)|of|from)\b"
    r"|\b(?:with|by|and) (?:his|her|several|two|three|four|five) accomplices\b",
    re.IGNORECASE,
)
TOLD = frozenset({Modality.ASSERTED, Modality.PREDICTED})
SURENESS = 0.6


def alone_differences(scene: Scene) -> Iterator[Difference]:
    """Conflicts between outlets of which one has a single doer of a deed, the other a group; a text with both weighs."""
    told = [c for c in scene.originals if c.modality in TOLD and not conditioned(c) and not past(scene, c)]
    single = [c for c in told if ALONE.search(c.text) and _of_a_deed(scene, c) and not c.clause.nominal]
    several = [c for c in told if TOGETHER.search(c.text) and _of_a_deed(scene, c) and _does(c)]
    both = {i for i, d in scene.documents.items() if ALONE.search(d.text) and TOGETHER.search(d.text)}
    for a in single:
        for b in several:
            if a.publisher != b.publisher and not {a.document, b.document} & both:
                yield Difference(
                    kind=DiscrepancyKind.IDENTITY,
                    verdict=Verdict.CONFLICT,
                    left=Value(a.id, a.text, "alone"),
                    right=Value(b.id, b.text, "a group"),
                    topic="whether one did it alone",
                    why=f"{teller(scene, a)} has one who did it alone, {teller(scene, b)} a group",
                    weight=SURENESS,
                    between=Between.VOICES if voices_apart(a, b) else None,
                )


def _of_a_deed(scene: Scene, claim: Claim) -> bool:
    """True where the sentence of a claim tells of an attack or its like."""
    return any(r.head in DEEDS for c in scene.sentence(claim) for r in c.clause.roles)


def _does(claim: Claim) -> bool:
    """True where the group did, planned or ordered it, and was not merely hit, asked or caught."""
    did = frozenset(
        "orchestrate plan carry_out commit stage mount perpetrate organise organize prepare order direct".split()
    )
    return claim.clause.predicate in did and not claim.negated and not claim.clause.nominal
