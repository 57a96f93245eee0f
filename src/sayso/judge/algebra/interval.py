"""Intervals of the real line, and finite unions of them: the sets that values of a text admit."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Interval:
    """The reals from `low` to `high`, each end in or out of the set; infinite ends are always out. Never empty."""

    low: float = -math.inf
    high: float = math.inf
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        """Puts infinite ends out of the set, so that equal sets are equal records; raises ValueError on an empty set."""
        object.__setattr__(self, "low_open", self.low_open or math.isinf(self.low))
        object.__setattr__(self, "high_open", self.high_open or math.isinf(self.high))
        if not (self.low < self.high or (self.low == self.high and not self.low_open and not self.high_open)):
            raise ValueError(f"no value lies between {self.low} and {self.high}")

    @classmethod
    def point(cls, value: float) -> Self:
        """The set of one value."""
        return cls(value, value)

    def __contains__(self, value: float) -> bool:
        above = value > self.low or (value == self.low and not self.low_open)
        return above and (value < self.high or (value == self.high and not self.high_open))

    def intersection(self, other: "Interval") -> "Interval | None":
        """What both admit, None where that is nothing."""
        low, low_open = max((self.low, self.low_open), (other.low, other.low_open))
        high, high_closed = min((self.high, not self.high_open), (other.high, not other.high_open))
        if low < high or (low == high and not low_open and high_closed):
            return Interval(low, high, low_open, not high_closed)
        return None

    def meets(self, other: "Interval") -> bool:
        """True where some value lies in both."""
        return self.intersection(other) is not None

    def contains(self, other: "Interval") -> bool:
        """True where every value of the other lies in this one."""
        return self.intersection(other) == other

    def hull(self, other: "Interval") -> "Interval":
        """The smallest interval that contains both."""
        low, low_open = min((self.low, self.low_open), (other.low, other.low_open))
        high, high_closed = max((self.high, not self.high_open), (other.high, not other.high_open))
        return Interval(low, high, low_open, not high_closed)

    def mapped(self, function: Callable[[float], float]) -> "Interval":
        """The image under a monotonic function; a falling one swaps the ends."""
        low, high = self._image(function, self.low), self._image(function, self.high)
        if low > high:
            return Interval(high, low, self.high_open, self.low_open)
        return Interval(low, high, self.low_open, self.high_open)

    @staticmethod
    def _image(function: Callable[[float], float], end: float) -> float:
        """Infinite ends keep the direction in which the function runs."""
        if math.isfinite(end):
            return function(end)
        return math.copysign(math.inf, (function(1.0) - function(0.0)) * end)


Values = tuple[Interval, ...]


def meet(a: Iterable[Interval], b: Iterable[Interval]) -> bool:
    """True where some value lies in both unions."""
    others = tuple(b)
    return any(one.meets(other) for one in a for other in others)
