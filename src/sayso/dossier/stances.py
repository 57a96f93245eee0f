"""The words that show where somebody stands (`stances.toml`), as a table by lemma."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from sayso.model.enums import Stance

_DOUBLING = re.compile(r"[^aeiou][aeiou][bdgklmnprtvz]$")
_IRREGULAR = {
    "stood": "stand", "spoke": "speak", "came": "come", "fought": "fight", "upheld": "uphold", "forbade": "forbid",
    "lent": "lend", "sent": "send", "gave": "give", "made": "make", "had": "have", "has": "have", "said": "say",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stances:
    """Stances by verb, by verb with the words that must follow it, by noun, by copular phrase; nouns that can be actors."""

    verbs: dict[str, Stance]
    phrases: dict[str, tuple[tuple[str, Stance], ...]]
    nouns: dict[str, Stance]
    carriers: frozenset[str]
    copular: dict[str, Stance]
    forms: dict[str, str]
    actors: frozenset[str]

    def lemma(self, word: str) -> str:
        """The lemma of a verb form that the table knows, else the word itself, in lower case."""
        return self.forms.get(word.lower(), word.lower())


@cache
def stances() -> Stances:
    """The table that ships with the package, read once."""
    tables: dict[str, Any] = tomllib.loads((files(__package__) / "stances.toml").read_text("utf-8"))
    verbs: dict[str, Stance] = {}
    phrases: dict[str, list[tuple[str, Stance]]] = {}
    for name, words in tables["verbs"].items():
        for word in words.split():
            verb, _, rest = word.partition("_")
            if rest:
                phrases.setdefault(verb, []).append((rest.replace("_", " "), Stance(name)))
            else:
                verbs[word] = Stance(name)
    nouns = tables["nouns"]
    carriers = frozenset(nouns.pop("verbs").split())
    known = {*verbs, *phrases, *carriers}
    return Stances(
        verbs=verbs,
        phrases={verb: tuple(sorted(found, key=lambda p: -len(p[0]))) for verb, found in phrases.items()},
        nouns={word: Stance(name) for name, words in nouns.items() for word in words.split()},
        carriers=carriers,
        copular={phrase: Stance(name) for name, found in tables["copular"].items() for phrase in found},
        forms={form: verb for verb in sorted(known) for form in forms_of(verb)} | _IRREGULAR,
        actors=frozenset(word for words in tables["actors"].values() for word in words.split()),
    )


def forms_of(verb: str) -> tuple[str, ...]:
    """The regular forms of a verb."""
    stem = verb[:-1] if verb.endswith("e") else verb
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    twice = (verb + verb[-1] + "ed", verb + verb[-1] + "ing") if _DOUBLING.search(verb) else ()
    return verb, verb + "s", verb + "es", stem + "ed", stem + "ing", *twice
