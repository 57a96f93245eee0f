"""What a rule is: the words it may start with, a pattern matched at such a word, and a reading of the match."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sayso.model.enums import Anchor, TimeKind


@dataclass(frozen=True, slots=True)
class Reading:
    """A temporal expression [start, end) before its surroundings are looked at."""

    start: int
    end: int
    kind: TimeKind
    value: str
    anchor: Anchor
    unit: str | None = None
    amount: float | None = None
    modifier: str | None = None
    zone: str | None = None

    @property
    def day_sized(self) -> bool:
        """True for one calendar day: a weekday, a day of a month, a holiday, today."""
        return self.kind is TimeKind.DATE and (self.value.count("-") == 2 or self.unit in ("holiday", "day"))


Reader = Callable[["re.Match[str]"], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """`first` holds the lower-case words (or "#" for figures) that `pattern` may start with."""

    first: frozenset[str]
    pattern: re.Pattern[str]
    read: Reader


def rule(first: Iterable[str], pattern: str, read: Reader) -> Rule:
    """A rule whose pattern ignores case and starts at a word."""
    return Rule(frozenset(first), re.compile(pattern, re.IGNORECASE), read)


def relative(  # noqa: PLR0913 - the parts of a relative reading
    match: "re.Match[str]",
    value: str,
    unit: str,
    amount: float | None,
    *,
    anchor: Anchor = Anchor.PUBLICATION,
    modifier: str | None = None,
) -> Reading:
    """A date counted from an anchor."""
    kind = TimeKind.TIME if "T" in value else TimeKind.DATE
    return Reading(match.start(), match.end(), kind, value, anchor, unit, amount, modifier)


def absolute(match: "re.Match[str]", value: str) -> Reading:
    """A date that carries its own year, or nothing to count from."""
    kind = TimeKind.TIME if "T" in value else TimeKind.DATE
    return Reading(match.start(), match.end(), kind, value, Anchor.ABSOLUTE)
