"""The tables of outcomes and states, by lemma."""

import tomllib
from functools import cache
from importlib.resources import files

from msgspec import Struct


class State(Struct, frozen=True):
    """A state with the lemmas that put something into it and the states that may follow, surely or `again`."""

    name: str
    words: frozenset[str]
    forms: frozenset[str] = frozenset()
    follows: frozenset[str] = frozenset()
    grows: bool = False
    again: frozenset[str] = frozenset()


def _load(name: str) -> dict[str, State]:
    table = tomllib.loads((files("sayso.judge") / name).read_text("utf8"))
    return {
        key: State(
            key,
            frozenset(row["words"]),
            frozenset(row.get("forms", ())),
            frozenset(row.get("follows", ())),
            bool(row.get("grows", False)),
            frozenset(row.get("again", ())),
        )
        for key, row in table.items()
    }


@cache
def outcomes() -> dict[str, State]:
    """Outcomes by name."""
    return _load("outcomes.toml")


@cache
def states() -> dict[str, State]:
    """States by name."""
    return _load("states.toml")


@cache
def outcome_of(lemma: str) -> str | None:
    """Name of the outcome that a lemma tells of."""
    return next((s.name for s in outcomes().values() if lemma in s.words), None)


@cache
def outcome_forms() -> dict[str, str]:
    """Outcome by written form."""
    return {form: state.name for state in outcomes().values() for form in state.forms}


@cache
def states_of(lemma: str) -> frozenset[str]:
    """Names of the states that a lemma puts something into."""
    return frozenset(s.name for s in states().values() if lemma in s.words)


class Opposites(Struct, frozen=True):
    """Lemmas of one side and of the other; `moves` where one may follow upon the other."""

    one: frozenset[str]
    other: frozenset[str]
    moves: bool


@cache
def opposites() -> tuple[Opposites, ...]:
    """Words that say opposite things."""
    table = tomllib.loads((files("sayso.judge") / "opposites.toml").read_text("utf8"))
    return tuple(Opposites(frozenset(row["one"]), frozenset(row["other"]), bool(row["moves"])) for row in table["pair"])
