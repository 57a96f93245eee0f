"""A partition of units that grows by joins with a stated reason; a join that would mix two people is refused."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.model.enums import EntityType
from sayso.resolve.units import Unit, Words, heaviest


@dataclass(frozen=True, slots=True)
class Join:
    """Unit `b` was joined to the cluster of unit `a`, and why."""

    a: int
    b: int
    why: str


class Clusters:
    """Which units are one entity. `apart(names, names)` says whether two sets of names cannot be one thing."""

    def __init__(self, units: Sequence[Unit], apart: Callable[[frozenset[Words], frozenset[Words]], bool]) -> None:
        self.units = units
        self.joins: list[Join] = []
        self._apart = apart
        self._parent = list(range(len(units)))
        self._members = [[i] for i in range(len(units))]
        self._names = [frozenset(n for n, _ in u.names) for u in units]
        self._types: dict[int, EntityType] = {}  # by root, for clusters that did not grow since

    def root(self, i: int) -> int:
        """The smallest unit of the cluster of `i`."""
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def names(self, i: int) -> frozenset[Words]:
        """All names of the cluster of `i`."""
        return self._names[self.root(i)]

    def members(self, i: int) -> list[int]:
        """All units of the cluster of `i`, in order."""
        return sorted(self._members[self.root(i)])

    def type(self, i: int) -> EntityType:
        """The type that the names of a cluster tell, all documents together."""
        root = self.root(i)
        if root not in self._types:
            self._types[root] = self._told(root)
        return self._types[root]

    def _told(self, i: int) -> EntityType:
        tally: dict[EntityType, float] = {}
        for k in self.members(i):
            for kind, weight in self.units[k].types:
                tally[kind] = tally.get(kind, 0.0) + weight
        return heaviest(tally)

    def join(self, a: int, b: int, why: str) -> bool:
        """Joins two clusters; False where their names cannot be one thing, or they are one already."""
        one, two = sorted((self.root(a), self.root(b)))
        if one == two:
            return False
        people = self.type(one) is EntityType.PERSON and self.type(two) is EntityType.PERSON
        if people and self._apart(self._names[one], self._names[two]):
            return False
        self._parent[two] = one
        self._types.pop(one, None)
        self._members[one].extend(self._members[two])
        self._names[one] |= self._names[two]
        self.joins.append(Join(a, b, why))
        return True

    def roots(self) -> list[int]:
        """The smallest unit of every cluster, in order."""
        return [i for i in range(len(self.units)) if self.root(i) == i]
