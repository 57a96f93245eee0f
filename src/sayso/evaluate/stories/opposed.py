"""What stands against each other: discrepancies, their verdicts, and traps."""

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from sayso.evaluate.records import Fault, Figures
from sayso.evaluate.stories.gold import Anchor, GoldStory
from sayso.evaluate.stories.places import Places, Sentence
from sayso.evaluate.stories.wording import share
from sayso.model.dossier import Dossier
from sayso.model.dossier_findings import Discrepancy
from sayso.model.enums import Verdict

CONFLICT, COMPATIBLE = Verdict.CONFLICT.value, Verdict.COMPATIBLE.value
SERIOUS = frozenset({CONFLICT, Verdict.UPDATE.value})


class Opposed:
    """Anchors on the sides of reported discrepancies.

    A discrepancy of the gold is found where an accepted verdict is reported for two of its sides and no serious verdict
    that is not accepted. Mere variants (compatible) need not be reported.
    """

    def __init__(self, gold: GoldStory, dossier: Dossier, places: Places) -> None:
        self._gold, self._places = gold, places
        self._reported = [(d, [frozenset(side.claims) for side in d.sides]) for d in dossier.discrepancies]
        self._verdicts = {d.id: self._set_against(d.sides) for d in gold.discrepancies}
        self._sprung = [
            trap
            for trap in gold.traps
            if self._set_against(trap.sides) & (frozenset({CONFLICT}) if trap.series else SERIOUS)
        ]

    def _set_against(self, sides: Sequence[Anchor]) -> frozenset[str]:
        """The verdicts under which claims of two of the anchors stand on different sides."""
        hits = [self._places.hits(side) for side in sides]
        return frozenset(d.verdict.value for d, held in self._reported if _apart(hits, held))

    def score(self) -> Figures:
        """Recall, precision over pairs, and how often something harmless was made a conflict."""
        due = [d for d in self._gold.discrepancies if d.accepted != {COMPATIBLE}]
        mild = [d for d in self._gold.discrepancies if CONFLICT not in d.accepted]
        return {
            "discrepancy_recall": share(sum(self._found(d.id, d.accepted) for d in due), len(due)),
            "discrepancy_pair_precision": self._precision(),
            "mild_called_conflict": share(sum(CONFLICT in self._verdicts[d.id] for d in mild), len(mild)),
            "traps_reported": share(len(self._sprung), len(self._gold.traps)),
            "conflicts_reported": sum(d.verdict is Verdict.CONFLICT for d, _ in self._reported),
        }

    def _found(self, name: str, accepted: frozenset[str]) -> bool:
        reported = self._verdicts[name]
        return bool(reported & accepted) and reported & SERIOUS <= accepted

    def faults(self) -> Iterator[Fault]:
        """Discrepancies not found, harmless ones called a conflict, traps reported."""
        for d in self._gold.discrepancies:
            told = ", ".join(sorted(self._verdicts[d.id])) or "nothing"
            words = f"{d.id}: {' / '.join(repr(words) for _, words in d.sides)}"
            if d.accepted != {COMPATIBLE} and not self._found(d.id, d.accepted):
                yield Fault("discrepancy not found", f"{d.verdict} told as {told}", _first(d.sides), words)
            if CONFLICT not in d.accepted and CONFLICT in self._verdicts[d.id]:
                yield Fault("called a conflict", d.verdict, _first(d.sides), words)
        for trap in self._sprung:
            words = " / ".join(repr(words) for _, words in trap.sides)
            yield Fault("trap reported", trap.id or "a trap", _first(trap.sides), words)

    def _precision(self) -> float | None:
        """Of the pairs of anchors on different sides of a reported discrepancy, the share that the gold sets apart too.

        Under a verdict that is not serious the sides of one agreement may stand apart as well: other words, same value.
        """
        judged = Apart(self._gold, self._places)
        pairs = {pair for d, held in self._reported for pair in judged.pairs(d, held)}
        return share(sum(judged.right(verdict, ends) for verdict, ends in pairs), len(pairs))


class Apart:
    """All anchors that are sides of something, by the sentence that they begin in."""

    def __init__(self, gold: GoldStory, places: Places) -> None:
        groups = [(d.id, d.sides, True) for d in gold.discrepancies]
        groups += [(a.id, a.sides, False) for a in gold.agreements]
        groups += [(f"trap {n}", t.sides, t.series) for n, t in enumerate(gold.traps)]
        anchors = [(name, side, opposed) for name, sides, opposed in groups for side in sides]
        self._hits = [places.hits(side) for _, side, _ in anchors]
        self._where = [places.sentence(side) for _, side, _ in anchors]
        self._opposed: set[frozenset[Sentence]] = set()
        self._same: set[frozenset[Sentence]] = set()
        for (i, a), (j, b) in combinations(enumerate(anchors), 2):
            if a[0] == b[0]:
                (self._opposed if a[2] else self._same).add(frozenset((self._where[i], self._where[j])))

    def pairs(self, told: Discrepancy, held: Sequence[frozenset[str]]) -> Iterator[tuple[Verdict, frozenset[Sentence]]]:
        """The pairs of sentences that one reported discrepancy sets apart."""
        sides = [frozenset(n for n, claims in enumerate(held) if hits & claims) for hits in self._hits]
        on = [(side, where) for side, where in zip(sides, self._where, strict=True) if side]
        for (a, here), (b, there) in combinations(on, 2):
            if a != b and here != there:
                yield told.verdict, frozenset((here, there))

    def right(self, verdict: Verdict, ends: frozenset[Sentence]) -> bool:
        """True where the gold sets the two sentences apart so too."""
        return ends in self._opposed or (verdict.value not in SERIOUS and ends in self._same)


def _apart(hits: Sequence[frozenset[str]], held: Sequence[frozenset[str]]) -> bool:
    return any(a & left and b & right for left, right in permutations(held, 2) for a, b in combinations(hits, 2))


def _first(sides: Sequence[Anchor]) -> str:
    return sides[0][0] if sides else ""
