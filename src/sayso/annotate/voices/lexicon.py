"""The words of saying (`cues.toml`), folded into one table by lemma."""

import tomllib
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Any


class Frame(Enum):
    """What a verb of saying takes for its content."""

    CLAUSE = "clause"
    QUOTE = "quote"
    OBJECT = "object"
    INFINITIVE = "infinitive"
    PERSON = "person"
    LABEL = "label"
    RECIPIENT = "recipient"
    RAISING = "raising"


@dataclass(frozen=True, slots=True)
class Cue:
    """The frames of one verb and the prepositions whose phrase belongs to the content."""

    frames: frozenset[Frame]
    takes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables of cues, by lemma in lower case and American spelling."""

    verbs: dict[str, Cue]
    nouns: frozenset[str]
    object_nouns: frozenset[str]
    object_prepositions: frozenset[str]
    anonymous_heads: frozenset[str]
    anonymous_modifiers: frozenset[str]
    adverbs: frozenset[str]
    viewpoints: frozenset[str]
    relays: frozenset[str]
    documents: frozenset[str]
    senders: frozenset[str]
    bodies: frozenset[str]
    takes_up: frozenset[str]
    deeds: frozenset[str]
    counted: frozenset[str]
    blows: frozenset[str]
    armed: frozenset[str]
    targets: frozenset[str]
    sayable: frozenset[str]
    attitudes: dict[str, Cue]  # adjectives, by lower-case form

    def verb(self, lemma: str) -> Cue | None:
        """The cue of a verb's lemma, in whichever spelling."""
        return self.verbs.get(fold(lemma))


# Lemmas that the lemmatiser makes of other verbs' forms: "hoped" and "retweeted".
_MISREAD = {"hop": "hope", "retweete": "retweet"}


def fold(lemma: str) -> str:
    """Lower case and American endings: "criticise" is "criticize", "favour" is "favor"."""
    word = lemma.lower()
    word = _MISREAD.get(word, word)
    if word.endswith("ise") and word[:-3] + "ize" in _ised():
        return word[:-3] + "ize"
    return word.replace("our", "or") if word in {"favour", "honour", "rumour"} else word


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "cues.toml").read_text("utf-8"))


@cache
def _ised() -> frozenset[str]:
    words = (w for table in _tables()["verbs"].values() for w in table["words"].split())
    return frozenset(w for w in words if w.endswith("ize"))


def _verbs(tables: dict[str, Any]) -> dict[str, Cue]:
    frames: dict[str, set[Frame]] = {}
    takes: dict[str, set[str]] = {}
    for table in tables["verbs"].values():
        for word in table["words"].split():
            frames.setdefault(word, set()).update(map(Frame, table["frames"]))
            if table["frames"]:
                takes.setdefault(word, set()).update(table.get("takes", ()))
    for preposition, words in tables["pairs"].items():
        for word in words.split():
            frames.setdefault(word, set())
            takes.setdefault(word, set()).add(preposition)
    return {word: Cue(frozenset(found), frozenset(takes.get(word, ()))) for word, found in frames.items()}


def _attitudes(tables: dict[str, Any]) -> dict[str, Cue]:
    found: dict[str, Cue] = {}
    for table in tables["attitudes"].values():
        for word in table["words"].split():
            known = found.get(word, Cue(frozenset(), frozenset()))
            frames, takes = map(Frame, table.get("frames", ())), table.get("takes", ())
            found[word] = Cue(known.frames.union(frames), known.takes.union(takes))
    return found


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships with the package, read once."""
    tables = _tables()
    return Lexicon(
        verbs=_verbs(tables),
        nouns=_words(tables["nouns"]["saying"]["words"]),
        object_nouns=_words(tables["nouns"]["object"]["words"]),
        object_prepositions=frozenset(tables["nouns"]["object"]["takes"]),
        anonymous_heads=_words(tables["anonymous"]["heads"]),
        anonymous_modifiers=_words(tables["anonymous"]["modifiers"]),
        adverbs=_words(tables["adverbs"]["words"]),
        viewpoints=_words(tables["viewpoints"]["words"]),
        relays=_words(tables["relays"]["words"]),
        documents=_words(tables["documents"]["words"]),
        senders=_words(tables["senders"]["words"]),
        bodies=_words(tables["bodies"]["words"]),
        takes_up=_words(tables["takes_up"]["words"]),
        deeds=_words(tables["deeds"]["words"]),
        counted=_words(tables["deeds"]["counted"]),
        blows=_words(tables["deeds"]["blows"]),
        armed=_words(tables["deeds"]["armed"]),
        targets=_words(tables["deeds"]["targets"]),
        sayable=_words(tables["sayable"]["words"]),
        attitudes=_attitudes(tables),
    )
