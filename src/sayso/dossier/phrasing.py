"""The line by which a finding is told: the passage that reads best, with the claims that say the same as it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.dossier.nearness import says_the_same
from sayso.dossier.passages import Passage, passages
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.dossier_findings import Finding

_PASSING = re.compile(r"\b(?:recent|recently|yesterday|today|tonight|tomorrow|this (?:week|month|year))\b", re.IGNORECASE)
SHARED = 0.5  # share of the fewer content words in common from which two lines tell one fact
IDEAL = 110  # code points of a line that reads well


@dataclass(frozen=True, slots=True)
class Line:
    """A passage and the claims behind it, its own first."""

    passage: Passage
    claims: tuple[Claim, ...]
    of: str | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the claims."""
        return tuple(c.id for c in self.claims)

    @property
    def outlets(self) -> frozenset[str]:
        """Who tells it."""
        return frozenset(c.publisher for c in self.claims)

    @property
    def words(self) -> frozenset[str]:
        """The content words of its own claim."""
        return frozenset(self.passage.claim.clause.words)


@dataclass(frozen=True)
class Phrasing:
    """Puts findings into lines; without its document a claim can only be shown by its own words."""

    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]
    counts: frozenset[str] = frozenset()  # claims whose figures a section of their own tells

    @cached_property
    def _counting(self) -> frozenset[tuple[str, int]]:
        """The sentences that hold such figures, by document and start."""
        told = (self.claims[c] for c in self.counts)
        return frozenset((c.document, c.clause.sentence_start) for c in told)

    @cached_property
    def claims_by_word(self) -> Mapping[str, Sequence[Claim]]:
        """The claims that hold a content word."""
        index: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            for word in frozenset(claim.clause.words):
                index[word].append(claim)
        return index

    @cached_property
    def publishers_by_value(self) -> Mapping[float, frozenset[str]]:
        """Who tells a number, by its value."""
        index: defaultdict[float, set[str]] = defaultdict(set)
        for claim in self.claims.values():
            for quantity in claim.quantities:
                if quantity.value is not None:
                    index[quantity.value].add(claim.publisher)
        return {value: frozenset(told) for value, told in index.items()}

    @cached_property
    def _bests(self) -> dict[str, Line | None]:
        """What `best` has found, by the id of the finding: several parts of a dossier ask for it."""
        return {}

    def best(self, finding: Finding) -> Line | None:
        """The line that most outlets bear out; of those the one that reads best. None where nothing reads by itself."""
        if finding.id not in self._bests:
            self._bests[finding.id] = self._best(finding)
        return self._bests[finding.id]

    def _best(self, finding: Finding) -> Line | None:
        near = _near(finding, self.claims)
        members = [self.claims[c] for c in finding.claims]
        lines = [
            Line(p, (c, *(o for o in members if o.id in near.get(c.id, ()))), finding.id)
            for c in members
            for p in self.of(c)
        ]
        return min(lines, key=lambda x: _order(x, finding.statement), default=None)

    def of(self, claim: Claim) -> Sequence[Passage]:
        """The passages of one claim, best first."""
        document = self.documents.get(claim.document)
        if document is None:
            return []
        found = passages(claim, document.text)
        if (claim.document, claim.clause.sentence_start) in self._counting:
            found = (p for p in found if p.rank)  # the sentence would tell the figure again
        return sorted(found, key=lambda p: p.rank)

    def lead(self, claims: Iterable[Claim]) -> float:
        """How early the claims are told in their documents: 1 for a first word, 0 for a last."""
        places = [c.start / max(1, len(d.text)) for c in claims if (d := self.documents.get(c.document))]
        return 1 - min(places, default=1)

    def weight(self, line: Line) -> tuple[int, float]:
        """What puts one line before another: how many outlets tell it, then names, numbers and how early it is told."""
        own = line.passage.claim
        names, numbers = min(3, len(own.entities)) / 3, min(2, len(own.quantities)) / 2
        return len(line.outlets), round(names + numbers + 1.5 * self.lead(line.claims), 3)


def same_fact(one: Line, other: Line) -> bool:
    """True where two lines tell one fact: by a claim, a stretch of text or most of their words in common."""
    if set(one.ids) & set(other.ids):
        return True
    a, b = one.passage.claim, other.passage.claim
    if a.document == b.document and a.clause.sentence_start == b.clause.sentence_start:
        return True
    return len(one.words & other.words) >= SHARED * max(3, min(len(one.words), len(other.words)))


def _near(finding: Finding, claims: Mapping[str, Claim]) -> Mapping[str, set[str]]:
    near: dict[str, set[str]] = {}
    for pair in finding.pairs:
        if says_the_same(pair, claims[pair.a], claims[pair.b]):
            near.setdefault(pair.a, set()).add(pair.b)
            near.setdefault(pair.b, set()).add(pair.a)
    return near


def _order(line: Line, statement: str) -> tuple[object, ...]:
    passage = line.passage
    own = passage.claim.text == statement
    return (
        -len(line.outlets),
        passage.rank,
        not own,
        bool(_PASSING.search(passage.text)),
        abs(len(passage.text) - IDEAL) // 20,
        passage.claim.id,
    )
