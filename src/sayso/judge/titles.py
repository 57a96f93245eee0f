"""By which titles a text calls a person, and which of them are posts that exclude each other."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from msgspec import Struct

from sayso.judge.once import once
from sayso.judge.scene import Scene
from sayso.model.claim import Claim
from sayso.model.enums import EntityType, MentionKind
from sayso.model.mention import Mention

PAST = frozenset({"former", "ex", "deposed", "ousted", "onetime"})
ACTING = "acting"
THEN = "then"  # of the time told of, which says nothing of the time of telling
GENERIC = frozenset("mr mrs ms miss dr sir dame lord lady the a an his her their of for in".split())
REACH = 60  # characters before and after a name in which a title may stand
WORDS = r"(?:[a-z-]+ ){0,3}[a-z-]+"
BEFORE = re.compile(rf"\b(?:the|its|his|her|their|whose|an?|\w+[’']s) ({WORDS}),? $", re.IGNORECASE)
AFTER = re.compile(rf"^, (?:the|its|an?|\w+[’']s) ({WORDS})[,.]", re.IGNORECASE)
BYGONE = re.compile(r"\b(then|ex|former)[\s-](?:\w+\s){0,3}$", re.IGNORECASE)  # "then-President " before a name


UNDER = re.compile(r"\bunder\s(?:\w+\s){0,2}$", re.IGNORECASE)  # "under President", of a time gone by


class Title(Struct, frozen=True):
    """A title in a document with the claim in whose words it stands; `sentence` is the first code point of its sentence."""

    claim: str
    text: str
    words: frozenset[str]
    head: str
    past: bool
    entity: str
    sentence: int


class _Posts(Struct, frozen=True):
    kinds: tuple[dict[str, int], ...]  # posts and trades: group by word
    beside: dict[str, frozenset[str]]
    ranks: frozenset[str]
    bodies: frozenset[str]


@cache
def _posts() -> _Posts:
    table = tomllib.loads((files("sayso.judge") / "posts.toml").read_text("utf8"))
    kinds = tuple({word: n for n, group in enumerate(table[kind]) for word in group} for kind in ("posts", "trades"))
    beside = {k: frozenset(v) for k, v in table["beside"].items()}
    return _Posts(kinds, beside, frozenset(table["ranks"]), frozenset(table["bodies"]).union(*beside.values()))


@once
def titles(scene: Scene) -> Mapping[str, list[Title]]:
    """All titles of persons by document, in order."""
    found: dict[str, list[Title]] = {}
    places = _places(scene)
    held: dict[str, list[Claim]] = {}
    for claim in scene.claims.values():
        held.setdefault(claim.document, []).append(claim)
    for document, annotations in sorted(scene.annotations.items()):
        claims = sorted(held.get(document, ()), key=lambda c: (c.end - c.start, c.start))
        text = scene.documents[document].text
        for mention in annotations.mentions:
            entity = scene.entity_of.get((document, mention.start, mention.end))
            if entity is not None and scene.entities[entity].type is EntityType.PERSON:
                bygone = BYGONE.search(text[max(0, mention.start - REACH) : mention.start])
                if (bygone and bygone[1].lower() == THEN) or UNDER.search(
                    text[max(0, mention.start - REACH) : mention.start]
                ):
                    continue
                title = _title(_told(mention, text), (mention, entity, bygone is not None), claims, places)
                if title is not None and not _halved(title, text[max(0, mention.start - REACH) : mention.end]):
                    found.setdefault(document, []).append(title)
    return found


def _halved(title: Title, around: str) -> bool:
    """True for what stands after a hyphen: a vice-president is no president."""
    return re.search(rf"\w-{re.escape(title.text)}\b", around) is not None


def _told(mention: Mention, text: str) -> str | None:
    """The words of a title: those that were read, those of a description, else a post right before or after the name."""
    if mention.title or mention.kind is MentionKind.DESCRIPTION:
        return mention.title or mention.text
    if mention.kind is not MentionKind.NAME:
        return None
    found = BEFORE.search(text[max(0, mention.start - REACH) : mention.start])
    found = found or AFTER.match(text[mention.end : mention.end + REACH])
    return found[1] if found and _kinds(found[1].lower().split()[-1]) else None


def _places(scene: Scene) -> frozenset[str]:
    """Words by which the story calls countries and their people."""
    found = {"us", "uk", "eu", "un"}
    for annotations in scene.annotations.values():
        found |= {w for m in annotations.mentions if m.country for w in m.text.lower().replace(".", "").split()}
    return frozenset(found)


def _title(told: str | None, whose: tuple[Mention, str, bool], claims: list[Claim], places: frozenset[str]) -> Title | None:
    """A title as the words of the office: the country that it is of says nothing against another."""
    mention, entity, past = whose
    words = [w for w in re.findall(r"[^\W_]+", (told or "").lower().replace(".", "")) if w not in places]
    claim = next((c for c in claims if c.start <= mention.start and mention.end <= c.end), None)
    kept = [w for w in words if w not in GENERIC and w not in PAST]
    if not told or not kept or claim is None or THEN in words:
        return None
    of = next((n for n, w in enumerate(words) if w in {"of", "for"} and n), len(words))  # "chief of civil defence"
    head = next((w for w in reversed(words[:of]) if w in kept), kept[-1])
    if head == "secretary" and "press" in kept:
        head = "spokesman"
    past = past or bool(PAST & set(words))
    return Title(claim.id, told, frozenset(kept), head, past, entity, claim.clause.sentence_start)


def _kinds(word: str) -> list[dict[str, int]]:
    """The kinds, posts or trades, of which a word is one."""
    return [kind for kind in _posts().kinds if word in kind]


def is_post(title: Title) -> bool:
    """True for a post that one person holds, said in full."""
    beside = _posts().beside.get(title.head)
    return bool(_kinds(title.head)) and (beside is None or bool(beside & title.words))


def same_post(a: Title, b: Title) -> bool:
    """True for one post in the same words."""
    return is_post(a) and a.words == b.words and a.past == b.past


def apart(a: Title, b: Title) -> bool:
    """True for two posts that one person does not hold at a time: unlike heads, another body, another rank."""
    posts = _posts()
    if not is_post(a) or not is_post(b) or a.past or b.past or ACTING in a.words | b.words:
        return False
    shared = [kind for kind in _kinds(a.head) if b.head in kind]
    if not shared:
        return False  # a mayor may be an engineer
    if any(kind[a.head] != kind[b.head] for kind in shared) or (a.words & posts.ranks) != (b.words & posts.ranks):
        return True
    return other_body(a, b)


def other_body(a: Title, b: Title) -> bool:
    """True for posts of two bodies: foreign against interior, police against fire; of which seat says nothing.

    Who acts for another holds his own post too.
    """
    if ACTING in a.words | b.words:
        return False
    left, right = ((t.words - {t.head}) & _posts().bodies for t in (a, b))
    return bool(left and right and not left & right)
