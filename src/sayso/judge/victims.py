"""Whom a deed befell: the same persons by entity, or by what they are where one account gives no name."""

from collections.abc import Iterator

from msgspec import Struct

from sayso.judge.likeness import PRONOUNS
from sayso.judge.nouns import one_kind, plain
from sayso.judge.scene import Scene
from sayso.judge.titles import titles
from sayso.model.claim import Claim
from sayso.model.clause import Role
from sayso.model.enums import EntityType

BEFORE = 4  # characters before a participant in which "by" stands


class Deed(Struct, frozen=True):
    """A claim with the nouns of those who did it, and the persons whom it befell as entities and nouns."""

    claim: Claim
    doers: tuple[str, ...]
    entities: frozenset[str]
    nouns: frozenset[str]


class Victims:
    """Reads deeds of a scene and tells whether two befell the same persons."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._called: dict[str, set[str]] = {}
        for told in titles(scene).values():
            for title in told:
                self._called.setdefault(title.entity, set()).add(plain(title.head))

    def deed(self, claim: Claim) -> Deed:
        """Who did it to whom; the noun after "by" is the doer of a participle, whatever stands before it its victim."""
        by = [r for r in claim.clause.roles if self._by(claim, r)]
        doers = by or [r for r in claim.clause.roles if r.role == "agent"]
        others = [r for r in claim.clause.roles if r.role == "patient" or (by and r.role == "agent" and r not in by)]
        inside = frozenset(
            p.entity for p in claim.participants if any(r.start <= p.start < max(r.end, r.start + 1) for r in others)
        ) | {p.entity for p in claim.participants if p.role == "patient" or (by and p.role == "agent")}
        return Deed(
            claim,
            tuple(plain(r.head) for r in doers),
            frozenset(e for e in inside if self._person(e)),
            frozenset(plain(r.head) for r in others) - PRONOUNS,
        )

    def holder(self, claim: Claim) -> Deed:
        """The persons of whom a claim says what became of them, subject or object."""
        own = [r for r in claim.clause.roles if r.role in {"agent", "patient"}]
        entities = frozenset(
            p.entity for p in claim.participants if p.role in {"agent", "patient"} and self._person(p.entity)
        )
        return Deed(claim, (), entities, frozenset(plain(r.head) for r in own) - PRONOUNS)

    def alike(self, a: Deed, b: Deed) -> bool:
        """True for a shared person, or where one account has only a noun that says what the other's person is."""
        if a.entities & b.entities:
            return True
        left, right = set(self._nouns(a)), set(self._nouns(b))
        return (not a.entities or not b.entities or self._nameless(a) or self._nameless(b)) and any(
            one_kind(x, y) for x in left for y in right
        )

    def _nouns(self, deed: Deed) -> Iterator[str]:
        yield from deed.nouns
        for entity in deed.entities:
            yield from self._called.get(entity, ())

    def _nameless(self, deed: Deed) -> bool:
        """True where no text names any of the persons."""
        return not any(self._scene.names(d, e) for d in self._scene.documents for e in deed.entities)

    def _person(self, entity: str) -> bool:
        known = self._scene.entities.get(entity)
        return known is not None and known.type in {EntityType.PERSON, EntityType.GROUP}

    def _by(self, claim: Claim, role: Role) -> bool:
        before = self._scene.documents[claim.document].text[max(0, role.start - 2 * BEFORE) : role.end].lower()
        words = before.split()
        return "by" in words[:-1] and words.index("by") <= 2
