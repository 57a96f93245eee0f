"""What belongs together: pairs of anchors that tell one thing."""

from collections.abc import Iterator
from itertools import combinations

from sayso.evaluate.records import Fault, Figures
from sayso.evaluate.stories.gold import Anchor, GoldStory
from sayso.evaluate.stories.places import Places
from sayso.evaluate.stories.wording import share
from sayso.model.dossier import Dossier


class Together:
    """Pairs of anchors of different documents: does the dossier put them into one finding, and should it?

    Two agreements that share a sentence are left out where they meet: what one sentence tells may well be one finding.
    """

    def __init__(self, gold: GoldStory, dossier: Dossier, places: Places) -> None:
        self._anchors = [(item.id, side) for item in gold.agreements for side in item.sides]
        self._places = places
        self._finding: dict[str, str] = {}
        for finding in dossier.findings:
            for claim in finding.claims:
                self._finding.setdefault(claim, finding.id)  # a claim belongs to one finding
        self._found = [self._findings(side) for _, side in self._anchors]

    def _findings(self, anchor: Anchor) -> set[str]:
        return {self._finding[claim] for claim in self._places.hits(anchor) if claim in self._finding}

    def _pairs(self) -> Iterator[tuple[int, int]]:
        where = [self._places.sentence(side) for _, side in self._anchors]
        numbers = range(len(self._anchors))
        related = {
            frozenset((self._anchors[i][0], self._anchors[j][0]))
            for i, j in combinations(numbers, 2)
            if where[i] is not None and where[i] == where[j]
        }
        for i, j in combinations(numbers, 2):
            (one, (document, _)), (other, (another, _)) = self._anchors[i], self._anchors[j]
            if document != another and (one == other or frozenset((one, other)) not in related):
                yield i, j

    def score(self) -> Figures:
        """Recall and precision over the pairs."""
        judged = [(self._same(i, j), self._joined(i, j)) for i, j in self._pairs()]
        right = sum(same and joined for same, joined in judged)
        return {
            "agreement_pair_recall": share(right, sum(same for same, _ in judged)),
            "agreement_pair_precision": share(right, sum(joined for _, joined in judged)),
        }

    def faults(self) -> Iterator[Fault]:
        """Pairs that were not put together, and pairs that were and should not."""
        for i, j in self._pairs():
            same, joined = self._same(i, j), self._joined(i, j)
            if same != joined:
                (one, left), (other, right) = self._anchors[i], self._anchors[j]
                about = one if one == other else f"{one} with {other}"
                kind, words = "not joined" if same else "wrongly joined", f"{left[1]!r} / {right[0]} {right[1]!r}"
                yield Fault(kind, about, left[0], words)

    def _same(self, i: int, j: int) -> bool:
        return self._anchors[i][0] == self._anchors[j][0]

    def _joined(self, i: int, j: int) -> bool:
        return bool(self._found[i] & self._found[j])
