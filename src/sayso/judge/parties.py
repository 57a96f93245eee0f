"""Which sources are one government: a country, its capital, its leader, its officials in public, and its bodies.

Two such bodies are two sources; but where the country itself, its government or its leader speaks too, they say it for it.
"""

import re
import tomllib
from enum import Enum, auto
from functools import cache, cached_property
from importlib.resources import files

from msgspec import Struct

from sayso.judge.root import Root
from sayso.judge.scene import Scene
from sayso.model.claim import ResolvedVoice
from sayso.model.document import Document
from sayso.model.enums import EntityType, MentionKind, OriginBasis, SourceKind

_REACH = 24  # characters between a country and the name of who leads it
_LEADER = re.compile(
    r"(?:[’']s)?\s+(?:(?:then|former|outgoing|acting|de facto|opposition|vice|deputy)[- ])?"
    r"(?:president|prime minister|premier|chancellor|king|queen|emir|sultan|supreme leader|leader|ruler|dictator)\b,?\s*",
    re.IGNORECASE,
)
_NOT_LEADING = re.compile(r"\b(?:opposition|vice|deputy|former)\b", re.IGNORECASE)
_FORMER = re.compile(r"\b(?:former|late|ex)[- ]$", re.IGNORECASE)  # before the country
_WHOLE = re.compile(
    r"(?:the )?(?:[\w.’'-]+ )?(?:government|regime|administration|presidency|cabinet|authorities)", re.IGNORECASE
)
_OF_LEADER = re.compile(r"(?:the )?(?P<leader>.+?)(?:[’']s?)? (?:government|regime|administration)", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:ministry|department|military|army|navy|air force|coast guard|embassy|treasury|consulate|armed forces"
    r"|administration|secretariat|foreign office)\b",
    re.IGNORECASE,
)
_OFFICIALS = re.compile(r"(?:the )?(?:[\w.]+ )?(?:officials|authorities|leaders|ministers|diplomats)", re.IGNORECASE)
# Stances that officials take in public: what they let a reporter know in private is the reporter's.
_PUBLIC = re.compile(
    r"\b(?:decr(?:y|ies|ied)|denounc\w+|condemn\w*|accus\w+|blam\w+|reject\w*|dismiss\w*|den(?:y|ies|ied)|protest\w*"
    r"|critici[sz]\w*|deplor\w+|hail\w*|welcom\w+|vow\w*|declar\w+|announc\w+)\b",
    re.IGNORECASE,
)


class Rank(Enum):
    """How a source stands to its country."""

    LEADER = auto()
    PART = auto()  # a body of the state
    WHOLE = auto()  # the country, its capital, its government


class Side(Struct, frozen=True):
    """The country that a source speaks for, by entity or by code, and as what."""

    country: str
    rank: Rank


class Behind(Struct, frozen=True):
    """A source whose name follows that of a country, or holds it, with the words between the two or behind the country."""

    entity: str
    country: str
    words: str
    inside: bool = False


class Parties:
    """Tells in one story which named roots speak for one government."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def one(self, a: Root, b: Root) -> Root | None:
        """The root that stands for both where they are one government, else None; whoever is told of most closely."""
        one, other = self._side(a), self._side(b)
        if one is None or other is None or one.country != other.country or one.rank is other.rank is Rank.PART:
            return None
        return min(((one, a), (other, b)), key=lambda p: (p[0].rank.value, p[1].key))[1]

    def _side(self, root: Root) -> Side | None:
        if root.kind in {SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.DOCUMENT}:
            return None
        known = self._scene.entities.get(root.key.removeprefix("entity:"))
        if known is None:
            return None
        if known.id in self._countries:
            return Side(self._countries[known.id], Rank.WHOLE)
        if known.type is EntityType.PERSON:
            return Side(self._leaders[known.id], Rank.LEADER) if known.id in self._leaders else None
        for name in (known.name, *known.aliases):
            if (listed := _listed().get(re.sub(r"^the ", "", name.lower()))) is not None:
                return listed
            if (leader := _OF_LEADER.fullmatch(name)) is not None and leader["leader"] in self._led_by:
                return Side(self._led_by[leader["leader"]], Rank.WHOLE)
        return self._owned.get(known.id)

    @cached_property
    def _led_by(self) -> dict[str, str]:
        """What tells a country apart, by the names of its leader."""
        known = ((self._scene.entities[p], country) for p, country in self._leaders.items())
        return {name: country for leader, country in known for name in (leader.name, *leader.aliases)}

    @cached_property
    def _countries(self) -> dict[str, str]:
        """What tells a country apart, by its entity: its code, else the entity itself."""
        places = {e.id: e.id for e in self._scene.entities.values() if e.type is EntityType.GPE}
        coded = {
            self._scene.entity_of[document, m.start, m.end]: m.country
            for document, a in sorted(self._scene.annotations.items())
            for m in a.mentions
            if m.country is not None and (document, m.start, m.end) in self._scene.entity_of
        }
        return places | {e: code for e, code in coded.items() if e in places}

    @cached_property
    def _leaders(self) -> dict[str, str]:
        """By person who is called the leader of a country, what tells the country apart."""
        return {b.entity: b.country for b in self._behind if _leads(b.words)}

    @cached_property
    def _owned(self) -> dict[str, Side]:
        """Bodies whose country stands before their name or begins it: "the US Navy", "Turkey's foreign ministry"."""
        found: dict[str, Side] = {}
        for behind in self._behind:
            known = self._scene.entities[behind.entity]
            if known.type is EntityType.ORG and (behind.inside or not behind.words.strip(" '’s")):
                rank = _state(behind.words.strip() if behind.inside else known.name)
                if rank is not None:
                    found.setdefault(behind.entity, Side(behind.country, rank))
        return found

    @cached_property
    def _behind(self) -> tuple[Behind, ...]:
        """Every mention that begins with a country or follows one closely, with the words between."""
        found: list[Behind] = []
        for document, annotations in sorted(self._scene.annotations.items()):
            text, of = self._scene.documents[document].text, self._scene.entity_of
            spots = [
                (m.start, m.end, of[document, m.start, m.end])
                for m in annotations.mentions
                if (document, m.start, m.end) in of and m.kind is not MentionKind.PRONOUN
            ]
            for n, (start, end, entity) in enumerate(spots):
                if entity not in self._countries:
                    continue
                country = self._countries[entity]
                for other_start, other_end, other in spots[max(0, n - 2) : n + 4]:
                    if other in self._countries or other_end <= end:
                        continue
                    if end <= other_start <= end + _REACH and not _FORMER.search(text, max(0, start - _REACH), start):
                        found.append(Behind(other, country, text[end:other_start]))
                    elif other_start <= start <= other_start + len("the "):
                        found.append(Behind(other, country, text[end:other_end], inside=True))
        return tuple(found)

    def officials(self, voice: ResolvedVoice, document: Document) -> Root | None:
        """The country whose officials take a stance in public, as a root; None for those who let something be known."""
        if not voice.anonymous or not _OFFICIALS.fullmatch(voice.source) or not _PUBLIC.search(voice.cue or ""):
            return None
        for mention in self._scene.annotations[document.id].mentions:
            if voice.start <= mention.start and mention.end <= voice.end:
                entity = self._scene.entity_of.get((document.id, mention.start, mention.end))
                if entity in self._countries:
                    name = self._scene.entities[entity].name
                    via = f"named as {voice.source!r}"
                    return Root(f"entity:{entity}", name, SourceKind.ORGANISATION, OriginBasis.NAMED, via)
        return None


def _leads(words: str) -> bool:
    return _LEADER.fullmatch(words) is not None and _NOT_LEADING.search(words) is None


def _state(words: str) -> Rank | None:
    if _WHOLE.fullmatch(words):
        return Rank.WHOLE
    return Rank.PART if _PART.search(words) else None


@cache
def _listed() -> dict[str, Side]:
    table = tomllib.loads((files("sayso.judge") / "parties.toml").read_text("utf8"))
    seats = {name: Side(code, Rank.WHOLE) for code, row in table.items() for name in row["seats"]}
    return seats | {name: Side(code, Rank.PART) for code, row in table.items() for name in row["bodies"]}
