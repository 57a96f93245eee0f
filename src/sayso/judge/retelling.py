"""What a text is seen once to retell, judged for all its claims: whose report it goes over, which outlets it cites.

Whether one text retells another is no matter of a single sentence: where it shares the words of a report, or follows an
outlet that it cites, its neighbouring claims that name no source and stand in that report too were not found out anew.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from sayso.judge.relays import SAME_FORECAST, Relays, unfound
from sayso.judge.root import Root
from sayso.judge.roots import PRESS, Roots
from sayso.judge.same_figures import figures_agree, figures_shared, telling_figure
from sayso.judge.scene import Scene
from sayso.model.claim import Claim
from sayso.model.enums import OriginBasis, SourceKind

RETOLD = 0.8  # score of a pair from which a text that retells somebody elsewhere retells him here too
PASSAGE = 0.5  # the same where the text goes over a report of the press, sentence by sentence
SENTENCES = 2  # of a text, at least, that stand in a report which it goes over
FOLLOWED = 3  # the same for a report of which the text only cites the outlet
SHARE = 0.4  # of the sentences of a text without a source, at least, that stand in the report of an outlet which it cites

_CITY = re.compile(r"\bpost office\b", re.IGNORECASE)
Shown = Mapping[str, Root | None]


class Traces(Struct, frozen=True):
    """What a document retells: roots by key with what gave it away, in all and by the sentence that shows it."""

    whole: dict[str, str]
    sentences: dict[tuple[int, str], str]


_NONE = Traces({}, {})


class Retelling:
    """Finds in one story the accounts that claims without a source go back to because their text does."""

    def __init__(self, scene: Scene, roots: Roots, relays: Relays) -> None:
        self._scene, self._roots, self._relays = scene, roots, relays

    def root(self, claim: Claim, claims: Sequence[Claim], shown: Shown) -> tuple[Root, str] | None:
        """The root that a claim of a finding (`claims`) shares with an account that its text retells, and what shows it."""
        traces = self._traces.get(claim.document)
        if traces is not None:
            found = self._in_sentence(claim, traces, claims, shown) or self._elsewhere(claim, traces, claims, shown)
            if found is not None:
                return found
        return self._of_cited(claim, claims, shown)

    def _in_sentence(self, claim: Claim, traces: Traces, claims: Sequence[Claim], shown: Shown) -> tuple[Root, str] | None:
        for other in claims:
            known = shown[other.id]
            reason = traces.sentences.get((claim.clause.sentence_start, known.key)) if known is not None else None
            if known is not None and reason is not None and not self._scene.earlier(claim, other):
                return known, f"its sentence has {reason} of {known.name}"
        return None

    def _elsewhere(self, claim: Claim, traces: Traces, claims: Sequence[Claim], shown: Shown) -> tuple[Root, str] | None:
        for other in claims:
            known = shown[other.id]
            if known is None or known.key not in traces.whole or self._scene.earlier(claim, other):
                continue
            over = _is_press(known) and len(self._gone_over[claim.document, known.key]) >= SENTENCES
            least = PASSAGE if over and figures_agree(claim, other) else RETOLD
            if self._near(claim, other, least):
                return known, f"retells {known.name} elsewhere ({traces.whole[known.key]})"
        return None

    def _of_cited(self, claim: Claim, claims: Sequence[Claim], shown: Shown) -> tuple[Root, str] | None:
        """The outlet that tells the same, which the text of the claim cites and follows, or whom that one names for it."""
        for other in claims:
            if other.publisher not in self._cited.get(claim.document, ()) or self._scene.earlier(claim, other):
                continue
            followed = other.publisher in self._followed.get(claim.document, ())
            near = self._near(claim, other, PASSAGE if followed else RETOLD)
            if not near or not figures_shared(claim, other) or not (followed or telling_figure(claim, other)):
                continue
            cited = "is cited for more" if followed else "is cited elsewhere"
            why = f"{other.publisher} tells the same and {cited}"
            own = shown[other.id] or self._roots.outlet(other.publisher, OriginBasis.PROBABLE_RELAY, unfound(why))
            return own, why
        return None

    @cached_property
    def _gone_over(self) -> dict[tuple[str, str], set[int]]:
        """The sentences of a document that stand in what one root told, by document and key of the root."""
        found: dict[tuple[str, str], set[int]] = defaultdict(set)
        for claim, other in self._unsourced:
            root = self._roots.of(other)
            if root is not None and root.key in self._traces.get(claim.document, _NONE).whole:
                found[claim.document, root.key].add(claim.clause.sentence_start)
        return found

    @cached_property
    def _followed(self) -> dict[str, set[str]]:
        """By document, the outlets that it cites and in whose reports much of what it tells without a source stands."""
        told: dict[tuple[str, str], set[int]] = defaultdict(set)
        for claim, other in self._unsourced:
            if other.publisher in self._cited.get(claim.document, ()) and figures_shared(claim, other):
                told[claim.document, other.publisher].add(claim.clause.sentence_start)
        found: dict[str, set[str]] = {}
        for (document, publisher), sentences in told.items():
            bare = sum(any(self._roots.of(c) is None for c in held) for held in self._scene.sentences(document))
            if len(sentences) >= FOLLOWED and len(sentences) >= SHARE * bare:
                found.setdefault(document, set()).add(publisher)
        return found

    @property
    def _unsourced(self) -> Iterator[tuple[Claim, Claim]]:
        """Claims without a source with those of other outlets, told no later, that are near to them."""
        for pair in self._scene.alignment.pairs:
            if pair.score < RETOLD:
                continue
            ends = self._scene.claims[pair.left], self._scene.claims[pair.right]
            for claim, other in (ends, ends[::-1]):
                apart = claim.publisher != other.publisher and self._scene.together(claim, other)
                if apart and self._roots.of(claim) is None and not self._scene.earlier(claim, other):
                    yield claim, other

    def _near(self, claim: Claim, other: Claim, least: float) -> bool:
        pair = self._scene.pair(claim.id, other.id)
        return pair is not None and pair.score >= least

    @cached_property
    def _traces(self) -> dict[str, Traces]:
        """By document, the roots that its unsourced claims were seen to retell."""
        found: dict[str, Traces] = {}
        for group in self._scene.alignment.groups:
            claims = [self._scene.claims[c] for c in group]
            shown = {c.id: self._roots.of(c) for c in claims}
            for claim in claims:
                for other in claims if shown[claim.id] is None else ():
                    root = shown[other.id]
                    reasons = self._relays.reasons(claim, other) if root is not None else ()
                    # A forecast shows whence the forecast is, and little of the rest of the text.
                    reasons = tuple(r for r in reasons if r != SAME_FORECAST)
                    if root is not None and reasons:
                        traces = found.setdefault(claim.document, Traces({}, {}))
                        traces.whole.setdefault(root.key, " and ".join(reasons))
                        traces.sentences.setdefault((claim.clause.sentence_start, root.key), " and ".join(reasons))
        return found

    @cached_property
    def _cited(self) -> dict[str, set[str]]:
        """By document, the other outlets of the story that it names as a source."""
        found: dict[str, set[str]] = {}
        for claim in self._scene.claims.values():
            root = self._roots.of(claim)
            if root is not None and root.publisher not in {None, claim.publisher}:
                found.setdefault(claim.document, set()).add(str(root.publisher))
        return found


def _is_press(root: Root) -> bool:
    known = root.kind in {SourceKind.OUTLET, SourceKind.AGENCY}
    return known or (
        root.kind is SourceKind.ORGANISATION and PRESS.search(root.name) is not None and not _CITY.search(root.name)
    )
