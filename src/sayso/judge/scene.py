"""What every judgement may look at: the claims, documents and entities of one story."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property

from sayso.model.alignment import Alignment, PairScore
from sayso.model.claim import Claim
from sayso.model.enums import CountryForm, EntityType, MentionKind, Order
from sayso.model.mention import Entity
from sayso.model.story import ReadStory
from sayso.model.time import Period


class Scene:
    """An index over one story; read only."""

    def __init__(self, story: ReadStory, alignment: Alignment) -> None:
        self.documents = {d.id: d for d in story.documents}
        self.annotations = story.annotations
        self.claims = {c.id: c for c in story.claims}
        self.entities: dict[str, Entity] = {e.id: e for e in story.resolution.entities}
        self.entity_of = story.resolution.of
        self.alignment = alignment
        self.reuse = story.reuse
        self.families, self.hosts = story.families, story.hosts
        self._first = {copy: held[0] for held in alignment.copies for copy in held[1:]}
        self.copies = {held[0]: held[1:] for held in alignment.copies}
        self.group_of = {claim: n for n, group in enumerate(alignment.groups) for claim in group}

    def pairs(self) -> Iterable[tuple[PairScore, Claim, Claim]]:
        """The pairs worth comparing with their claims; of copies only the one that stands for all is compared."""
        for pair in self.alignment.pairs:
            if pair.right in self._first or pair.left in self._first:
                continue
            yield pair, self.claims[pair.left], self.claims[pair.right]

    @cached_property
    def _scored(self) -> dict[frozenset[str], PairScore]:
        return {frozenset((p.left, p.right)): p for p in self.alignment.pairs}

    def pair(self, a: str, b: str) -> PairScore | None:
        """The scored pair of two claims or of those that they are copies of, by their ids; None where there is none."""
        return self._scored.get(frozenset((a, b))) or self._scored.get(frozenset(self._first.get(c, c) for c in (a, b)))

    def original(self, claim: Claim) -> Claim:
        """The claim that stands for all its copies, itself among them."""
        return self.claims[self._first.get(claim.id, claim.id)]

    @cached_property
    def originals(self) -> tuple[Claim, ...]:
        """All claims but the copies of others, in order."""
        claims = (c for c in self.claims.values() if c.id not in self._first)
        return tuple(sorted(claims, key=lambda c: (c.document, c.start, c.end)))

    def sentence(self, claim: Claim) -> list[Claim]:
        """All claims of the sentence in which a claim stands."""
        return self._sentence_of[claim.document, claim.clause.sentence_start]

    def sentence_text(self, claim: Claim) -> str:
        """The words of the sentence in which a claim stands."""
        return self.documents[claim.document].text[claim.clause.sentence_start : claim.clause.sentence_end]

    def of(self, document: str) -> list[Claim]:
        """The claims of a document in order."""
        return [c for held in self.sentences(document) for c in held]

    def sentences(self, document: str) -> list[list[Claim]]:
        """The claims of a document by sentence, both in order."""
        return self._sentences.get(document, [])

    @cached_property
    def _sentences(self) -> dict[str, list[list[Claim]]]:
        found: dict[str, list[list[Claim]]] = {}
        for document, start in sorted(self._sentence_of):
            held = sorted(self._sentence_of[document, start], key=lambda c: (c.start, c.end))
            found.setdefault(document, []).append(held)
        return found

    def before(self, claim: Claim, sentences: int) -> list[Claim]:
        """The claims of the sentence of a claim and of as many before it."""
        held = self.sentences(claim.document)
        at = next(n for n, told in enumerate(held) if told[0].clause.sentence_start == claim.clause.sentence_start)
        return [c for told in held[max(0, at - sentences) : at + 1] for c in told]

    def rarity(self, word: str) -> int:
        """In how many sentences of the story a content word (lemma) stands."""
        return self._rarity[word]

    @cached_property
    def _rarity(self) -> Counter[str]:
        held = [{w for c in claims for w in c.clause.words} for claims in self._sentence_of.values()]
        return Counter(w for words in held for w in words)

    def mentioned(self, entity: str) -> int:
        """In how many sentences of the story an entity takes part."""
        return self._mentioned[entity]

    @cached_property
    def _mentioned(self) -> Counter[str]:
        return Counter(e for claims in self._sentence_of.values() for e in {x for c in claims for x in c.entities})

    def as_of(self, claim: Claim) -> Claim:
        """The claim, or the dated act of speech in its sentence, as of which it is told."""
        if claim.period.known:
            return claim
        around = (c for c in self.sentence(claim) if c.clause.speech)
        told = next((c for c in around if c.period.known and c.start <= claim.start and claim.end <= c.end), None)
        opening = self.documents[claim.document].text[claim.clause.sentence_start :][: len("of these")]
        return told or (self._before(claim) if opening.lower().startswith(("of these", "of those", "of them")) else claim)

    def _before(self, claim: Claim) -> Claim:
        """The dated claim of the sentence before that of a claim which goes on from it, else the claim itself."""
        starts = sorted(s for d, s in self._sentence_of if d == claim.document and s < claim.clause.sentence_start)
        dated = (c for c in self._sentence_of[claim.document, starts[-1]] if c.period.known) if starts else iter(())
        return next(dated, claim)

    @cached_property
    def _sentence_of(self) -> dict[tuple[str, int], list[Claim]]:
        """Claims by the sentence in which they stand."""
        found: dict[tuple[str, int], list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            found[claim.document, claim.clause.sentence_start].append(claim)
        return found

    def together(self, a: Claim, b: Claim) -> bool:
        """True where two claims stand in one finding."""
        return self.group_of[a.id] == self.group_of[b.id]

    def name(self, entity: str | None) -> str | None:
        """The name of an entity."""
        known = self.entities.get(entity) if entity else None
        return known.name if known else None

    def is_person(self, entity: str) -> bool:
        """True for an entity known to be a person."""
        known = self.entities.get(entity)
        return known is not None and known.type is EntityType.PERSON

    def other_company(self, one: Iterable[Claim], other: Iterable[Claim]) -> bool:
        """True where either side names a person whom the other does not: who met one met the other at another time."""
        left, right = ({e for c in claims for e in c.entities if self.is_person(e)} for claims in (one, other))
        return bool(left - right and right - left)

    def proper(self, entity: str) -> bool:
        """True for an entity known by a name, not by a description ("the mayor's lawyer")."""
        return (self.name(entity) or " ").split(" ")[-1][:1].isupper()

    @cached_property
    def _neighbours(self) -> dict[str, set[str]]:
        """Entities by the entities that stand in one sentence with them."""
        sentences: dict[tuple[str, int], set[str]] = defaultdict(set)
        for claim in self.claims.values():
            sentences[claim.document, claim.clause.sentence_start].update(claim.entities)
        found: dict[str, set[str]] = defaultdict(set)
        for held in sentences.values():
            for entity in held:
                found[entity] |= held
        return found

    def neighbours(self, a: str, b: str) -> bool:
        """True where some sentence of the story names both entities."""
        return b in self._neighbours.get(a, set())

    def names(self, document: str, entity: str) -> bool:
        """True where a document calls an entity by a name."""
        return (document, entity) in self._named

    @cached_property
    def _named(self) -> frozenset[tuple[str, str]]:
        return frozenset((document, self.entity_of[document, start, end]) for document, start, end in self.names_at)

    @cached_property
    def names_at(self) -> frozenset[tuple[str, int, int]]:
        """Documents and spans of all names that stand for an entity."""
        return frozenset(
            (document, m.start, m.end)
            for document, annotations in self.annotations.items()
            for m in annotations.mentions
            if m.kind is MentionKind.NAME and (document, m.start, m.end) in self.entity_of
        )

    @cached_property
    def countries(self) -> frozenset[str]:
        """Entities that are countries."""
        return frozenset(
            self.entity_of[document, m.start, m.end]
            for document, annotations in self.annotations.items()
            for m in annotations.mentions
            if m.country and m.form is CountryForm.NAME and (document, m.start, m.end) in self.entity_of
        )

    @cached_property
    def published(self) -> dict[str, tuple[dt.date | None, dt.date | None]]:
        """First and last possible day of publication by document."""
        return {d.id: (d.published.start, d.published.end) for d in self.documents.values()}

    def order(self, a: Claim, b: Claim) -> Order:
        """Known where one document was surely published on an earlier day, or the claims carry times that say so."""
        return Order.UNKNOWN if self.earlier(a, b) is None else Order.KNOWN

    def earlier(self, a: Claim, b: Claim) -> bool | None:
        """True where `a` was told before `b`, False where after, None where that is unknown."""
        (a_first, a_last), (b_first, b_last) = self.published[a.document], self.published[b.document]
        if a_last is not None and b_first is not None and a_last < b_first:
            return True
        if b_last is not None and a_first is not None and b_last < a_first:
            return False
        return None

    @cached_property
    def days(self) -> tuple[dt.date | None, dt.date | None]:
        """First and last day of publication known in the story."""
        known = [day for pair in self.published.values() for day in pair if day is not None]
        return (min(known), max(known)) if known else (None, None)

    def background(self, period: Period, before: int = 60) -> bool:
        """True where a period ends more than `before` days before the first publication."""
        first = self.days[0]
        return first is not None and period.end is not None and (first - period.end).days > before
