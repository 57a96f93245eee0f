"""What a person or thing is called: offices held and lost, offices that differ."""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

from msgspec import Struct

from sayso.judge.difference import Difference, Value
from sayso.judge.scene import Scene
from sayso.model.claim import Claim
from sayso.model.enums import DiscrepancyKind, EntityType, MentionKind, Verdict
from sayso.model.mention import Mention

PAST = frozenset({"former", "ex", "then", "deposed", "ousted", "onetime"})
GENERIC = frozenset("mr mrs ms miss dr sir dame lord lady the a an his her their acting deputy senior".split())
# Offices that one person holds one of: two different ones at a time exclude each other.
EXCLUSIVE = frozenset(
    {"minister", "president", "secretary", "governor", "mayor", "chancellor", "ambassador", "premier", "commissioner"}
)


class Title(Struct, frozen=True):
    """A title in a document with the claim in whose words it stands."""

    claim: str
    text: str
    words: frozenset[str]
    head: str
    past: bool


def label_differences(scene: Scene) -> Iterator[Difference]:
    """Titles of one person that cannot both be held: former against present, one office against another."""
    for entity in sorted(scene.entities.values(), key=lambda e: e.id):
        if entity.type is EntityType.PERSON:
            titles = _titles(scene, entity.id)
            for a, b in combinations(sorted(titles), 2):
                yield from _compare(titles[a], titles[b], entity.name)


def _titles(scene: Scene, entity: str) -> Mapping[str, list[Title]]:
    """Titles of an entity by document."""
    found: dict[str, list[Title]] = {}
    places = _places(scene)
    for document, annotations in sorted(scene.annotations.items()):
        claims = sorted(
            (c for c in scene.claims.values() if c.document == document), key=lambda c: (c.end - c.start, c.start)
        )
        for mention in annotations.mentions:
            known = scene.entity_of.get((document, mention.start, mention.end)) == entity
            if known and (mention.title or mention.kind is MentionKind.DESCRIPTION):
                title = _title(mention, claims, places)
                if title is not None:
                    found.setdefault(document, []).append(title)
    return found


def _places(scene: Scene) -> frozenset[str]:
    """Words by which the story calls countries and their people."""
    found = {"us", "uk", "eu", "un"}
    for annotations in scene.annotations.values():
        found |= {w for m in annotations.mentions if m.country for w in m.text.lower().replace(".", "").split()}
    return frozenset(found)


def _title(mention: Mention, claims: list[Claim], places: frozenset[str]) -> Title | None:
    """A title as the words of the office: the country that it is of says nothing against another."""
    told = mention.title or mention.text
    words = [w for w in re.findall(r"[^\W_]+", told.lower().replace(".", "")) if w not in places]
    claim = next((c for c in claims if c.start <= mention.start and mention.end <= c.end), None)
    kept = [w for w in words if w not in GENERIC and w not in PAST]
    if not kept or claim is None:
        return None
    return Title(claim.id, told, frozenset(kept), kept[-1], bool(PAST & set(words)))


def _compare(left: list[Title], right: list[Title], name: str) -> Iterator[Difference]:
    for a in left:
        for b in right:
            if a.head != b.head or a.head not in EXCLUSIVE:
                continue
            if a.past != b.past and (a.words <= b.words or b.words <= a.words):
                why = f"{name} is “{a.text}” in one text and “{b.text}” in the other"
            elif not a.past and not b.past and not a.words <= b.words and not b.words <= a.words:
                why = f"{name} cannot be “{a.text}” and “{b.text}” at once"
            else:
                continue
            yield Difference(
                kind=DiscrepancyKind.LABEL,
                verdict=Verdict.CONFLICT,
                left=Value(a.claim, a.text, _reads(a)),
                right=Value(b.claim, b.text, _reads(b)),
                topic=f"office of {name}",
                why=why,
                weight=0.8,
            )


def _reads(title: Title) -> str:
    return ("former " if title.past else "") + " ".join(sorted(title.words))
