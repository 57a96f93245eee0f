"""Firms that a story calls by their name, by "the company", and by the head or the spokesman who speaks for them."""

import re
from collections import Counter
from functools import cached_property

from msgspec import structs

from sayso.judge.root import Root
from sayso.judge.scene import Scene
from sayso.model.enums import EntityType

_THE_FIRM = re.compile(
    r"(?:the|its) (?:company|firm|operator|owner|manufacturer|airline|carrier|maker|shipping line)", re.IGNORECASE
)
_NO_FIRM = re.compile(
    r"\b(?:union|ministry|department|council|board|party|committee|court|authority|agency|office|commission|police|parliament"
    r"|government|university|hospital|inspectorate|federation|association|service|institute|army|navy|guard|team|front|movement"
    r"|news|times|post|gazette|herald|radio|tv|television|journal|press|wire|tribune|courier|mail|voice|daily|broadcast\w*)\b",
    re.IGNORECASE,
)
_HEADING = r"(?:chief executive|CEO|managing director|chairman|chairwoman)(?: officer)?"
_HEAD_BEFORE = re.compile(rf"\b(?:the|its)? ?{_HEADING},? $", re.IGNORECASE)
_HEAD_AFTER = re.compile(rf", (?:the|its) {_HEADING}(?! of| at| for)\b", re.IGNORECASE)
_BESIDE = 40  # characters beside a name in which an office stands


class Firms:
    """Tells in one story which roots are one firm; `posts` are persons with the bodies that they lead or speak for."""

    def __init__(self, scene: Scene, posts: frozenset[tuple[str, str]]) -> None:
        self._scene, self._posts = scene, posts

    def one(self, words: Root, other: Root) -> Root | None:
        """The firm, where the one root is "the company" or who heads it, and the other the firm or who speaks for it."""
        if self._is_firm(other.entity) and self._heads.get(words.entity or "") == other.entity:
            return other
        if not _THE_FIRM.fullmatch(words.name):
            return None
        if self._is_firm(other.entity):
            return other
        firm = self._firm_of(other.entity)
        return None if firm is None else structs.replace(words, key=f"entity:{firm}", name=self._scene.entities[firm].name)

    def _is_firm(self, entity: str | None) -> bool:
        """True for a body that is neither of the state nor of the press, as far as its name tells."""
        known = self._scene.entities.get(entity or "")
        if known is None or known.type is not EntityType.ORG or not known.name[:1].isupper():
            return False
        return _NO_FIRM.search(known.name) is None

    def _firm_of(self, person: str | None) -> str | None:
        """The firm that a person leads or speaks for."""
        held = sorted(body for known, body in self._posts if known == person)
        return self._heads.get(person or "") or next((b for b in held if self._is_firm(b)), None)

    @cached_property
    def _heads(self) -> dict[str, str]:
        """By person whom a text calls "the chief executive" and no more, the firm it tells most of."""
        found: dict[str, str] = {}
        for document, start, end in sorted(self._scene.names_at):
            entity, text = self._scene.entity_of[document, start, end], self._scene.documents[document].text
            heads = _HEAD_BEFORE.search(text[max(0, start - _BESIDE) : start]) or _HEAD_AFTER.match(
                text[end : end + _BESIDE]
            )
            if heads and self._scene.is_person(entity) and document in self._told_of:
                found.setdefault(entity, self._told_of[document])
        return found

    @cached_property
    def _told_of(self) -> dict[str, str]:
        """By document, the firm that it names most often, where it names one more often than every other."""
        named: dict[str, Counter[str]] = {}
        for document, start, end in self._scene.names_at:
            entity = self._scene.entity_of[document, start, end]
            if self._is_firm(entity):
                named.setdefault(document, Counter())[entity] += 1
        ranked = {document: counts.most_common(2) for document, counts in named.items()}
        return {d: top[0][0] for d, top in ranked.items() if len(top) == 1 or top[0][1] > top[1][1]}
