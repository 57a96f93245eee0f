"""The words that judge what they name (`loaded.toml`), by the forms in which they stand in a text."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from sayso.dossier.stances import forms_of
from sayso.model.enums import LoadedSort

_IRREGULAR = {"slay": ("slay", "slays", "slew", "slain", "slaying"), "lynch": ("lynch", "lynches", "lynched", "lynching")}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One pattern for all forms; `words` tells the lemma and the sort of each, `saying` holds the verbs of doubting."""

    pattern: re.Pattern[str]
    words: dict[str, tuple[str, LoadedSort]]
    saying: frozenset[str]

    def of(self, form: str) -> tuple[str, LoadedSort]:
        """Lemma and sort of a form that the pattern has found."""
        return self.words[" ".join(form.casefold().split())]


@cache
def lexicon() -> Lexicon:
    """The table that ships with the package, read once."""
    tables: dict[str, Any] = tomllib.loads((files(__package__) / "loaded.toml").read_text("utf-8"))
    words: dict[str, tuple[str, LoadedSort]] = {}
    for name, table in tables.items():
        sort = LoadedSort(name)
        for phrase in table.get("phrases", "").split(","):
            if phrase.strip():
                words[phrase.strip()] = (phrase.strip(), sort)
        for verb in table.get("verbs", "").split():
            head, _, rest = verb.partition("_")
            for form in _IRREGULAR.get(head) or forms_of(head):
                words.setdefault(f"{form} {rest}".strip(), (verb.replace("_", " "), sort))
        for noun in table.get("nouns", "").split():
            for form in (noun, _plural(noun)):
                words.setdefault(form, (noun, sort))
        for quality in table.get("qualities", "").split():
            words.setdefault(quality, (quality, sort))
    longest = sorted(words, key=lambda w: (-len(w), w))
    pattern = re.compile(
        r"(?<![\w-])(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in longest) + r")(?![\w-])", re.I
    )
    saying = frozenset(tables[LoadedSort.DOUBTING.value]["verbs"].split())
    return Lexicon(pattern=pattern, words=words, saying=saying)


def _plural(noun: str) -> str:
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) or noun in {"hero"} else "s")
