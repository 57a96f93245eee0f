"""Roots that are one voice: a body and who speaks for it or leads it, one body by a longer and a shorter name."""

import re
from functools import cached_property

from sayso.judge.firms import Firms
from sayso.judge.outlets import plain_name
from sayso.judge.root import Root
from sayso.judge.scene import Scene
from sayso.model.enums import EntityType, MentionKind, SourceKind

_ROLE = (
    r"(?:spokes(?:man|woman|person)|chief executive|CEO|chairman|chairwoman|chair|chief|head|director(?: general)?|president"
    r"|secretary[- ]general|general secretary|leader|owner|boss|manager|commander|minister|mayor|commissioner|press officer)"
)
_AFTER = re.compile(
    rf",?\s+(?:(?:the|a|an|its|who is)\s+)?(?:[\w’'-]+\s+){{0,3}}?{_ROLE}(?:\s+\w+)?\s+(?:of|for|at|with)\s+(?:the\s+)?$"
)
_BEFORE = re.compile(rf"^(?:[’']s)?\s+(?:[\w-]+\s+){{0,3}}?{_ROLE},?\s+(?:(?:Dr|Mr|Mrs|Ms)\.?\s+)?$", re.IGNORECASE)
_OFFICE_OF = re.compile(rf"\b{_ROLE}\s+(?:of|for|at|with)\s+(?:the\s+)?$", re.IGNORECASE)  # before "Roe & Co., Ann Lund"
_BARE = re.compile(r"(?:^|[.!?”\"]\s+)(?:Its |The )?[Ss]pokes(?:man|woman|person),? (?=[A-Z])")
_FORCE = re.compile(
    r"\b(?:superintendent|inspector|constable|sergeant|detective|police (?:chief|commissioner|spokes\w+))\b", re.I
)
_MINISTER = re.compile(r"\b([\w-]+) minister\b", re.IGNORECASE)
_MINISTRY = re.compile(r"\b(?:([\w-]+) ministry|ministry of (?:the )?([\w-]+))\b", re.IGNORECASE)
_LOOSE = frozenset(
    "the a an mr mrs ms dr national local state federal provincial regional central its their country nation".split()
)
_OF_PERSON = re.compile(
    r"(?:the )?(?P<name>[A-Z].+?)(?:[’']s?)?"
    r" (?:government|regime|administration|cabinet|presidency|office|campaign|team|camp)"
)
_COURT = re.compile(r"(?:an? |the )?(?:court|tribunal|judges|jury)(?: (?:in|of|at) .*)?", re.IGNORECASE)
_COURT_NAMED = re.compile(r"\b(?:court|tribunal|judges)\b", re.IGNORECASE)
_OURS = re.compile(r"(?:our|its|their|his|her) ", re.IGNORECASE)  # "our police" names nobody as well as a name does
_TAIL = re.compile(r"\s+of\s+(?:the\s+)?[A-Z]\w+$")
_REACH = 90  # characters between a name and the body whose post is named beside it
_LOOK_BACK = 250  # characters before a mere "Spokesman Roe" in which his body is named
_BESIDE = 40  # characters before a name in which a rank or an office stands


class Bodies:
    """Tells in one story which named roots are one voice."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def one(self, a: Root, b: Root) -> Root | None:
        """The root that stands for both where they are one voice, else None; a body stands for who speaks for it."""
        if SourceKind.OUTLET in {a.kind, b.kind}:
            return None
        for rule in (self._by_post, self._by_description, _by_court, self._by_leader, self._firms.one):
            for one, other in ((a, b), (b, a)):
                if (found := rule(one, other)) is not None:
                    return found
        by_name = SourceKind.PERSON in {a.kind, b.kind} and not (_is_role(a.name) and _is_role(b.name))
        if by_name or not _one_name(a.name, b.name):
            return None
        return max((a, b), key=lambda r: (len(r.name), r.key))

    @cached_property
    def _firms(self) -> Firms:
        return Firms(self._scene, self._posts)

    def _by_post(self, body: Root, person: Root) -> Root | None:
        if not self._speaks_for(person, body):
            return None
        return person if _OURS.match(body.name) else body

    def _by_description(self, person: Root, words: Root) -> Root | None:
        told = person.kind is SourceKind.PERSON and words.kind is not SourceKind.PERSON
        return person if told and self._described(person, words.name) else None

    def _by_leader(self, person: Root, body: Root) -> Root | None:
        """Ada Roe, who is "the Roe government"."""
        found = _OF_PERSON.fullmatch(body.name)
        known = self._scene.entities.get(person.entity or "")
        if found is None or known is None or person.kind is not SourceKind.PERSON:
            return None
        return person if found["name"] in {known.name, *known.aliases, known.name.split()[-1]} else None

    def _speaks_for(self, person: Root, body: Root) -> bool:
        if person.kind is not SourceKind.PERSON or body.kind is SourceKind.PERSON:
            return False
        entity, other = person.entity, body.entity
        if entity is not None and other is not None and (entity, other) in self._posts:
            return True
        if any(plain_name(body.name) in plain_name(before) for before in self._spokesmen.get(entity or "", ())):
            return True
        beside = self._beside.get(entity or "", "")
        if body.name.lower().split()[-1] == "police" and _FORCE.search(beside):
            return True
        held = {m.lower() for m in _MINISTER.findall(beside)}
        ministry = _MINISTRY.search(body.name)
        return ministry is not None and (ministry[1] or ministry[2]).lower() in held

    def _described(self, person: Root, words: str) -> bool:
        """True where the words are a rank or office that stands beside the person's name: "the superintendent"."""
        parts = words.lower().split()
        owned = parts[0].endswith(("'s", "’s"))
        if len(parts) != 2 or not (owned or parts[0] in {"the", "its", "his", "her", "their"}):
            return False
        return re.search(rf"\b{re.escape(parts[1])}\b", self._beside.get(person.entity or "", "").lower()) is not None

    @cached_property
    def _beside(self) -> dict[str, str]:
        """By person, the words right before and behind his name."""
        found: dict[str, list[str]] = {}
        for document, start, end in sorted(self._scene.names_at):
            entity = self._scene.entity_of[document, start, end]
            if self._scene.entities[entity].type is EntityType.PERSON:
                text = self._scene.documents[document].text
                behind = text[end : end + _BESIDE] if text[end : end + 1] == "," else ""
                found.setdefault(entity, []).append(f"{text[max(0, start - _BESIDE) : end]}{behind.split('.')[0]}")
        return {entity: " | ".join(held) for entity, held in found.items()}

    @cached_property
    def _spokesmen(self) -> dict[str, list[str]]:
        """By person who is called "Spokesman Roe" and nothing more, the sentences before: the body stands there."""
        found: dict[str, list[str]] = {}
        for document, start, end in sorted(self._scene.names_at):
            text = self._scene.documents[document].text
            if (post := _BARE.search(text[max(0, start - _BESIDE) : end])) is not None:
                at = max(0, start - _BESIDE) + post.start()
                found.setdefault(self._scene.entity_of[document, start, end], []).append(text[max(0, at - _LOOK_BACK) : at])
        return found

    @cached_property
    def _posts(self) -> frozenset[tuple[str, str]]:
        """Persons with the bodies that they speak for or lead, by what stands between the two names."""
        found = set()
        for document, annotations in self._scene.annotations.items():
            text, of = self._scene.documents[document].text, self._scene.entity_of
            named = [
                m for m in annotations.mentions if m.kind is not MentionKind.PRONOUN and (document, m.start, m.end) in of
            ]
            for n, one in enumerate(named):
                for other in named[n + 1 : n + 6]:
                    if not 0 <= other.start - one.end <= _REACH:
                        continue
                    between = text[one.end : other.start]
                    first, second = of[document, one.start, one.end], of[document, other.start, other.end]
                    if _AFTER.match(between):
                        found.add((first, second))
                    elif _BEFORE.match(between) or (
                        between in {", ", " "} and _OFFICE_OF.search(text[max(0, one.start - _BESIDE) : one.start])
                    ):
                        found.add((second, first))
        return frozenset(found)


def _by_court(words: Root, court: Root) -> Root | None:
    """The court that goes by a name elsewhere: "the judges" are it."""
    named = _COURT_NAMED.search(court.name) and not _COURT.fullmatch(court.name)
    return court if named and _COURT.fullmatch(words.name) else None


def _is_role(name: str) -> bool:
    """True for "Roe's driver", a person who is known by what he is alone."""
    return name.rsplit(maxsplit=1)[-1].islower()


def _one_name(a: str, b: str) -> bool:
    """True where the words of one name are those of the other, but for words that say little: "the weather service"."""
    if (_TAIL.search(a) is None) != (_TAIL.search(b) is None):
        a, b = _TAIL.sub("", a), _TAIL.sub("", b)  # "the Food Authority of Tarn" and "the Food Authority"
    one, other = ([w for w in re.split(r"[^\w’'-]+", name.lower()) if w] for name in (a, b))
    if not one or not other or plain_name(one[-1]) != plain_name(other[-1]):
        return False
    left, right = set(one) - _LOOSE, set(other) - _LOOSE
    return bool(left and right) and (left <= right or right <= left)
