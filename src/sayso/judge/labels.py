"""What a person or thing is called: offices held and lost, offices that differ."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import structs

from sayso.judge.difference import Difference, Value
from sayso.judge.scene import Scene
from sayso.judge.titles import Title, apart, other_body, titles
from sayso.judge.twins import twins
from sayso.model.enums import DiscrepancyKind, Verdict

# Offices that one person holds one of: two different ones at a time exclude each other, wherever they are told.
EXCLUSIVE = frozenset(
    {"minister", "president", "secretary", "governor", "mayor", "chancellor", "ambassador", "premier", "commissioner"}
)
RANKS = frozenset({"acting", "deputy", "senior"})  # left out as often as told, so that they set nobody apart by themselves


def label_differences(scene: Scene) -> Iterator[Difference]:
    """Titles of one person that cannot both be held: former against present, one office against another."""
    told = titles(scene)
    held: dict[str, dict[str, list[Title]]] = {}
    for document in sorted(told):
        for title in told[document]:
            if title.head in EXCLUSIVE:
                held.setdefault(title.entity, {}).setdefault(document, []).append(title)
    for entity in sorted(held):
        yield from _among(list(held[entity].values()), scene.entities[entity].name)
    yield from _twin_labels(scene, told)


def _among(held: Sequence[list[Title]], name: str) -> Iterator[Difference]:
    """Titles of one person that texts differ in; where one text has both, one may be a slip, and the reason says so."""
    for left, right in combinations(held, 2):
        reads = frozenset(_reads(t) for t in left), frozenset(_reads(t) for t in right)
        for found in _compare(left, right, name):
            slip = found.right.reads in reads[0] or found.left.reads in reads[1]
            yield structs.replace(found, why=f"{found.why}; one of these texts has both") if slip else found


def _compare(left: list[Title], right: list[Title], name: str) -> Iterator[Difference]:
    for a in left:
        for b in right:
            if a.head != b.head:
                continue
            one, other = a.words - RANKS, b.words - RANKS
            within = one <= other or other <= one
            if a.past != b.past and within and one and other and len(one) == len(other):
                why = f"{name} is “{a.text}” in one text and “{b.text}” in the other"
            elif not a.past and not b.past and other_body(a, b):
                why = f"{name} cannot be “{a.text}” and “{b.text}” at once"
            else:
                continue
            yield _difference(a, b, name, why, 0.8)


def _twin_labels(scene: Scene, told: Mapping[str, list[Title]]) -> Iterator[Difference]:
    """Posts that twins give to one person, of which nobody holds both: beside like words an office stands for an office."""
    for pair, a, b in scene.pairs():
        for one in (t for t in told.get(a.document, ()) if t.sentence == a.clause.sentence_start):
            for other in (t for t in told.get(b.document, ()) if t.sentence == b.clause.sentence_start):
                if one.entity == other.entity and apart(one, other) and twins(pair, a, b, one.words | other.words):
                    name = scene.name(one.entity) or ""
                    why = f"where one text has {name} as “{one.text}”, the other has “{other.text}”"
                    yield _difference(one, other, name, why, pair.score)


def _difference(a: Title, b: Title, name: str, why: str, weight: float) -> Difference:
    return Difference(
        kind=DiscrepancyKind.LABEL,
        verdict=Verdict.CONFLICT,
        left=Value(a.claim, a.text, _reads(a)),
        right=Value(b.claim, b.text, _reads(b)),
        topic=f"office of {name}",
        why=why,
        weight=weight,
    )


def _reads(title: Title) -> str:
    return ("former " if title.past else "") + " ".join(sorted(title.words))
