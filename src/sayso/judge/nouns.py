"""Nouns that stand for each other, and nouns of which one thing is one only: a curated table of the words of news."""

import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from msgspec import Struct

from sayso.model.enums import DiscrepancyKind

# Rooms and parts of buildings that only the word before them tells apart, and words that tell nothing apart.
ROOMLIKE = frozenset("room deck floor wing ward".split())
WIDE = frozenset("main same large big small other upper lower first top new old the a its their".split())


class Apart(Struct, frozen=True):
    """A question with the groups of words that answer it otherwise, by word."""

    asked: str
    kind: DiscrepancyKind
    group: dict[str, int]


@lru_cache(maxsize=20_000)
def plain(noun: str) -> str:
    """A noun in the singular and in one spelling."""
    noun = noun.lower().replace("ization", "isation").replace("isations", "isation")
    return noun[:-1] if len(noun) > 3 and noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


@cache
def _table() -> tuple[dict[str, frozenset[int]], tuple[Apart, ...]]:
    table = tomllib.loads((files("sayso.judge") / "nouns.toml").read_text("utf8"))
    same: dict[str, set[int]] = {}
    for n, group in enumerate(table["same"]):
        for word in group:
            same.setdefault(plain(word), set()).add(n)
    apart = tuple(
        Apart(
            row["asked"], DiscrepancyKind(row["kind"]), {plain(w): n for n, group in enumerate(row["groups"]) for w in group}
        )
        for row in table["apart"]
    )
    return {word: frozenset(groups) for word, groups in same.items()}, apart


def one_kind(a: str | None, b: str | None) -> bool:
    """True for one noun or two that stand for each other where something is counted."""
    if a is None or b is None:
        return False
    a, b = plain(a), plain(b)
    return a == b or bool(_table()[0].get(a, frozenset()) & _table()[0].get(b, frozenset()))


def kind_of(noun: str) -> str:
    """One name for a noun and all that stand for it."""
    groups = _table()[0].get(plain(noun), frozenset())
    return (
        min((w for w, held in _table()[0].items() if held & groups), default=plain(noun))
        if len(groups) == 1
        else plain(noun)
    )


@cache
def _parting() -> frozenset[str]:
    """All words that answer some question of the table."""
    return frozenset(word for row in _table()[1] for word in row.group)


def apart(left: Iterable[str], right: Iterable[str]) -> tuple[Apart, str, str] | None:
    """The first question to which the words of either side give one answer each, and not the same."""
    ours, theirs = ([p for w in words if (p := plain(w)) in _parting()] for words in (left, right))
    for row in _table()[1] if ours and theirs else ():
        a, b = ([w for w in words if w in row.group] for words in (ours, theirs))
        groups = {row.group[w] for w in a}, {row.group[w] for w in b}
        if len(groups[0]) == 1 and len(groups[1]) == 1 and groups[0] != groups[1]:
            return row, a[0], b[0]
    return None


@cache
def _places() -> tuple[dict[str, int], ...]:
    return tuple(row.group for row in _table()[1] if row.kind is DiscrepancyKind.PLACE and row.asked == "where")


def place_of(words: Iterable[str]) -> str | None:
    """The room or building that a phrase names: its last word, "room" and its like only with the word before it."""
    told = [plain(w) for w in words]
    if not told:
        return None
    name = f"{told[-2]}_{told[-1]}" if told[-1] in ROOMLIKE and len(told) > 1 else told[-1]
    return name if (len(told) > 1 and told[-1] in ROOMLIKE) or any(name in row for row in _places()) else None


def places_apart(one: str, other: str) -> bool:
    """True for two rooms, or two buildings, as `place_of` names them."""
    left, right = one.split("_"), other.split("_")
    if len(left) == len(right) == 2 and left[1] == right[1] and left[1] in ROOMLIKE:
        return left[0] != right[0] and not {left[0], right[0]} & WIDE
    for row in _places():
        a, b = (row.get(name, row.get(words[-1])) for name, words in ((one, left), (other, right)))
        if a is not None and b is not None and a != b:
            return True
    return False
