"""Two dossiers laid side by side: which documents, claims and findings of one are which of the other."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from rapidfuzz import fuzz

from sayso.between.documents import match_documents
from sayso.between.indexed import Indexed
from sayso.between.pairing import Candidate, folded, overlap, pair
from sayso.model.diff import Cause, Revision
from sayso.model.dossier import Dossier
from sayso.model.dossier_texts import DossierClaim

REVISED = 72.0  # likeness in percent from which a claim is another's wording; indel distance of the folded texts
SHORTEST = 15  # code points of a text of which that can be said


@dataclass(frozen=True)
class Correspondence:
    """What is which: `documents` and `claims` map old ids to new ones, `revised` are the claims put in other words."""

    old: Indexed
    new: Indexed
    documents: Mapping[str, str]
    claims: Mapping[str, str]
    revised: frozenset[str]

    @classmethod
    def of(cls, old: Dossier, new: Dossier) -> Self:
        """Lays two dossiers side by side."""
        a, b = Indexed(old), Indexed(new)
        documents = match_documents(old.documents, new.documents)
        claims: dict[str, str] = {}
        revised: set[str] = set()
        for left, right in documents.items():
            same, near = _claims(a.claims_of[left], b.claims_of[right])
            claims |= same | near
            revised |= near.keys()
        return cls(a, b, documents, claims, frozenset(revised))

    @cached_property
    def renamed(self) -> dict[str, str]:
        """New names of outlets by old ones: those whose reports go by another name in the other dossier."""
        old, new = ({d.publisher for d in index.dossier.documents} for index in (self.old, self.new))
        names = [(self.old.documents[o].publisher, self.new.documents[n].publisher) for o, n in self.documents.items()]
        return pair((1.0, a, b) for a, b in names if a != b and a not in new and b not in old)

    def moved(self, old: Iterable[str], new: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The outlets that are only among the new ones, and those that are only among the old ones."""
        back = {n: o for o, n in self.renamed.items()}
        before, after = set(old), set(new)
        gained = (o for o in after if back.get(o, o) not in before)
        left = (o for o in before if self.renamed.get(o, o) not in after)
        return tuple(sorted(gained)), tuple(sorted(left))

    @cached_property
    def matched(self) -> frozenset[str]:
        """New claims that the old dossier has too."""
        return frozenset(self.claims.values())

    @cached_property
    def unchanged(self) -> frozenset[str]:
        """New ids of the documents whose text is the same in both."""
        same = (n for o, n in self.documents.items() if self.old.documents[o].text == self.new.documents[n].text)
        return frozenset(same)

    @cached_property
    def unchanged_old(self) -> frozenset[str]:
        """Old ids of the same documents."""
        return frozenset(o for o, n in self.documents.items() if n in self.unchanged)

    @cached_property
    def added(self) -> frozenset[str]:
        """New claims that a report brought: not in the old dossier, and not in a text that it holds."""
        alone = self.new.claims.keys() - self.matched
        return frozenset(c for c in alone if self.new.claims[c].document not in self.unchanged)

    @cached_property
    def lost(self) -> frozenset[str]:
        """Old claims that went with a report, or with a version of it."""
        alone = self.old.claims.keys() - self.claims.keys()
        return frozenset(c for c in alone if self.old.claims[c].document not in self.unchanged_old)

    @cached_property
    def findings(self) -> dict[str, str]:
        """New findings by old ones: those that share most of the claims that both dossiers have."""
        old = {f.id: frozenset(self.claims[c] for c in f.claims if c in self.claims) for f in self.old.dossier.findings}
        new = {f.id: frozenset(f.claims) & self.matched for f in self.new.dossier.findings}
        return pair(overlap(old, new))

    def revisions(self, document: str) -> tuple[Revision, ...]:
        """The claims of an old document that its newer version puts in other words, in the order of the text."""
        found = [c for c in self.old.claims_of[document] if c.id in self.revised]
        return tuple(
            Revision(
                old=self.old.told([c.id])[0],
                new=self.new.told([self.claims[c.id]])[0],
                differs=_differs(c, self.new.claims[self.claims[c.id]]),
            )
            for c in found
        )

    def cause(self, old: frozenset[str], new: frozenset[str]) -> Cause:
        """Whether reports brought, took or reworded any of these old and new claims."""
        reworded = {self.claims[c] for c in self.revised}
        moved = self.lost & old or self.added & new or self.revised & old or reworded & new
        return Cause.REPORTS if moved else Cause.READING


def _claims(old: list[DossierClaim], new: list[DossierClaim]) -> tuple[dict[str, str], dict[str, str]]:
    """New claims by old ones of one document: the same words, and nearly the same words."""
    same = (
        {c.id: c.id for c in old if any(c.id == d.id for d in new)}
        if old and new and old[0].document == new[0].document
        else {}
    )
    left, right = [c for c in old if c.id not in same], [c for c in new if c.id not in same]
    places, others = _places(left), _places(right)
    same |= {claim: others[key] for key, claim in places.items() if key in others}
    taken = set(same.values())
    return same, pair(_near([c for c in left if c.id not in same], [c for c in right if c.id not in taken]))


def _places(claims: list[DossierClaim]) -> dict[tuple[str, int], str]:
    """Claims by their words and by how often those stood before in the text."""
    found: dict[tuple[str, int], str] = {}
    for claim in claims:
        words = folded(claim.text)
        found[words, sum(1 for key in found if key[0] == words)] = claim.id
    return found


def _near(old: list[DossierClaim], new: list[DossierClaim]) -> Iterator[Candidate]:
    texts = [(c.id, folded(c.text)) for c in new]
    for claim in old:
        words = folded(claim.text)
        for other, text in texts:
            if min(len(words), len(text)) >= SHORTEST and (score := fuzz.ratio(words, text, score_cutoff=REVISED)):
                yield score, claim.id, other


_READINGS: dict[str, Callable[[DossierClaim], object]] = {
    "number": lambda c: sorted((str(q.low), str(q.high), str(q.unit)) for q in c.quantities),
    "time": lambda c: (c.time.start, c.time.end) if c.time else (None, None),
    "denial": lambda c: c.negated,
    "modality": lambda c: c.modality,
    "voice": lambda c: [folded(v.source) for v in c.attribution],
}


def _differs(old: DossierClaim, new: DossierClaim) -> tuple[str, ...]:
    return tuple(name for name, of in _READINGS.items() if of(old) != of(new))
