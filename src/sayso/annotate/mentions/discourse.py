"""The discourse of one document while it is read: which sightings are one chain, and what is known of each chain."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from sayso.annotate.mentions.records import Sighting
from sayso.model.enums import EntityType, MentionKind


@dataclass(slots=True)
class Facts:
    """What all sightings of a chain tell together; grows as chains are joined."""

    type: EntityType
    gender: str | None
    plural: bool
    named: bool
    roles: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    size: int = 1

    def absorb(self, other: "Facts") -> None:
        """Takes over what another chain tells; a named chain keeps its type."""
        if other.named and not self.named:
            self.type, self.plural = other.type, other.plural
        self.gender = self.gender or other.gender
        self.named = self.named or other.named
        self.roles |= other.roles
        self.countries |= other.countries
        self.size += other.size


class Discourse:
    """Sightings in the order of the text, and a partition of them into chains."""

    def __init__(self, docs: Sequence[Doc], sightings: Sequence[Sighting]) -> None:
        self.docs, self.sightings = docs, sightings
        self._parent = list(range(len(sightings)))
        self._facts = [
            Facts(s.type, s.gender, s.plural, s.kind is MentionKind.NAME, set(s.roles), set(s.of_country)) for s in sightings
        ]
        self.at_head = {(s.part, s.head): i for i, s in reversed(list(enumerate(sightings)))}

    def root(self, i: int) -> int:
        """The chain of sighting `i`: its first sighting."""
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def join(self, a: int, b: int) -> None:
        """Makes one chain of two."""
        low, high = sorted((self.root(a), self.root(b)))
        if low != high:
            self._parent[high] = low
            self._facts[low].absorb(self._facts[high])

    def bind(self, i: int, j: int) -> bool:
        """Joins a description or pronoun to a chain; refuses to make one of two named chains."""
        if self.root(i) != self.root(j) and self.facts(i).named and self.facts(j).named:
            return False
        self.join(i, j)
        return True

    def facts(self, i: int) -> Facts:
        """What is known of the chain of sighting `i`."""
        return self._facts[self.root(i)]

    def head(self, i: int) -> Token:
        """The head token of sighting `i`."""
        return self.docs[self.sightings[i].part][self.sightings[i].head]

    def token_chain(self, part: int, token: Token) -> int | None:
        """The sighting whose head is a token, or None."""
        return self.at_head.get((part, token.i))

    def numbers(self) -> list[int]:
        """Dense chain numbers of all sightings, in order of first appearance."""
        dense: dict[int, int] = {}
        return [dense.setdefault(self.root(i), len(dense)) for i in range(len(self.sightings))]
