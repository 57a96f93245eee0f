"""What a correction is about, found again in this run: claims by span or words, entities by mentions or names."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sayso.model.claim import Claim
from sayso.model.correction import ClaimTarget, EntityTarget
from sayso.model.mention import Entity, Resolution

SAME_STRETCH = 0.5  # shared part of two spans from which they are one claim that was cut otherwise


class Claims:
    """The claims of a run, to look for those that a person spoke of."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._at: dict[tuple[str, int, int], str] = {}
        self._by_document: dict[str, list[Claim]] = {}
        for claim in claims:
            self._at[claim.document, claim.start, claim.end] = claim.id
            self._by_document.setdefault(claim.document, []).append(claim)

    def again(self, target: ClaimTarget) -> str | None:
        """The id of the claim: the same span, else the same words, else most of the span; None where it is gone."""
        exact = self._at.get((target.document, target.start, target.end))
        if exact is not None:
            return exact
        here = self._by_document.get(target.document, ())
        same = [c for c in here if c.text == target.text]
        if same:
            return min(same, key=lambda c: (abs(c.start - target.start), c.start)).id
        near = [(_shared(c, target), c) for c in here]
        best = max(near, key=lambda n: (n[0], -n[1].start), default=None)
        return best[1].id if best and best[0] >= SAME_STRETCH else None

    def all_again(self, targets: Iterable[ClaimTarget]) -> tuple[str, ...]:
        """The ids of those that are still there, each once."""
        return tuple(dict.fromkeys(c for t in targets if (c := self.again(t)) is not None))


def _shared(claim: Claim, target: ClaimTarget) -> float:
    """Intersection over union of the two spans."""
    both = min(claim.end, target.end) - max(claim.start, target.start)
    return both / (max(claim.end, target.end) - min(claim.start, target.start)) if both > 0 else 0.0


def group_of(ids: Sequence[str], groups: Mapping[str, int]) -> int | None:
    """The group that holds most of these claims; among equals that of the first."""
    held = Counter(groups[c] for c in ids if c in groups)
    return held.most_common(1)[0][0] if held else None


def entity_again(target: EntityTarget, resolution: Resolution) -> Entity | None:
    """The entity that has most of the mentions, else the one that alone bears one of the names; None where it is gone."""
    known = {e.id: e for e in resolution.entities}
    spans = ((m.document, m.start, m.end) for m in target.mentions)
    held = Counter(e for s in spans if (e := resolution.of.get(s)) is not None)
    if held:
        return known[held.most_common(1)[0][0]]
    for names in ({target.name.casefold()}, {a.casefold() for a in target.aliases}):
        called = [e for e in resolution.entities if names & {a.casefold() for a in (e.name, *e.aliases)}]
        if len(called) == 1:
            return called[0]
    return None
