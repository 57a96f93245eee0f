"""Tolls: counts of what befell people, which grow or move as news comes in, wherever a story tells them."""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from sayso.judge.algebra import Comparison, compare_quantities
from sayso.judge.counted import Counted, aside, counted, further, partial, ratio, vague, value_of
from sayso.judge.difference import Difference
from sayso.judge.figures import Told, moved, number_difference
from sayso.judge.likeness import PRONOUNS
from sayso.judge.once import once
from sayso.judge.parts import one_of_two
from sayso.judge.rivals import contested
from sayso.judge.scene import Scene
from sayso.judge.scope import elsewhere, place_of, places
from sayso.model.claim import Claim
from sayso.model.enums import Modality, QuantityKind, Verdict
from sayso.model.quantity import Quantity
from sayso.model.time import Period

LARGEST_RATIO = 3.0  # beyond it a count is more likely of another scope than of another hour
TOLD = frozenset({Modality.ASSERTED, Modality.POSSIBLE})
A_YEAR = 366
BYGONE = 0.6  # how surely two tolls of a year and a name are of one event
RAMBLING = 350  # characters of a claim from which its words are not one sentence
FEAST = re.compile(r"christmas|easter|ramadan|new year", re.IGNORECASE)  # "a Christmas market" is of no year
LOCAL_REACH = 70  # characters after a count in which a text may say that it counts here alone
LOCAL = re.compile(
    r"\b(?:in|on|within) (?:our|the) (?:\w+ )?(?:province|district|county|region|town|village|city|side|state)\b"
    r"|\bon our side\b",
    re.I,
)

# Said before a number that adds up what was counted apart: the dead of two countries are not those of one.
TOGETHER = re.compile(
    r"\bwith the (?:\w+ )?\w+ (?:who|dead|killed|victims)\b[^.;]*\b(?:neighbou?ring|in|across)\b"
    r"|\b(?:brings?|bringing|brought|takes?|taking|took) the (?:overall |combined |regional )?total\b"
    r"|\b(?:in|of|across) (?:both|the two|all three) (?:countries|states|provinces|regions|towns|cities)\b",
    re.IGNORECASE,
)
Largest = dict[tuple[str, str | None], tuple[Claim, float]]
Compared = tuple[Comparison, Told, Told, Counted]


def toll_differences(scene: Scene) -> Iterator[Difference]:
    """Counts of one outcome among people, wherever the story tells them."""
    told: dict[tuple[str, frozenset[str], str], list[tuple[Claim, Quantity, Counted]]] = {}
    largest = _largest(scene)
    for claim in scene.originals:
        if claim.modality not in TOLD or claim.clause.nominal or past(scene, claim):
            continue
        for quantity in claim.quantities:
            key = counted(quantity, claim)
            if (claim.document, quantity.start) in contested(scene):
                continue
            whole = quantity.kind is QuantityKind.COUNT and not partial(quantity) and not aside(quantity, claim)
            if key.grows and whole and key.outcome:
                part = _part_of_toll(scene, (claim, quantity), key, largest)
                if part is not None:
                    told.setdefault((key.outcome, key.scope - PRONOUNS, part), []).append((claim, quantity, key))
    for entries in told.values():
        yield from _moving(scene, entries)
    yield from _bygone(scene)


def _bygone(scene: Scene) -> Iterator[Difference]:
    """Conflicts between the tolls of one event of long ago, known by its year and a name: such a count moves no more."""
    told = []
    for claim in scene.originals:
        years = {p.start.year for p in _times(scene, claim) if p.start is not None and _long_ago(scene, p)}
        if claim.modality not in TOLD or claim.clause.nominal or len(years) != 1 or not _told_year(scene, claim, min(years)):
            continue
        for quantity in claim.quantities:
            key = counted(quantity, claim)
            if key.grows and quantity.kind is QuantityKind.COUNT and not partial(quantity) and not aside(quantity, claim):
                told.append((claim, quantity, key, min(years)))
    for n, (a, p, key, year) in enumerate(told):
        for b, q, other, then in told[n + 1 :]:
            one = key.outcome == other.outcome and year == then and a.publisher != b.publisher
            comparison = _toll((a, p), (b, q)) if one and _names(scene, a) & _names(scene, b) else None
            if comparison is not None and comparison.verdict is Verdict.CONFLICT:
                found = number_difference(comparison, (a, p), (b, q), key, BYGONE)
                yield structs.replace(found, topic=f"{found.topic} in {year}")


def _told_year(scene: Scene, claim: Claim, year: int) -> bool:
    """True where the year is told, or counted back to: that of a feast without one is a guess."""
    text = scene.sentence_text(claim)
    return str(year) in text or " ago" in text or "last year" in text


def _names(scene: Scene, claim: Claim) -> frozenset[str]:
    """What the sentence of a claim names, but for countries."""
    return frozenset().union(*(c.entities for c in scene.sentence(claim))) - scene.countries


def _times(scene: Scene, claim: Claim) -> Iterator[Period]:
    """The times of a claim and of its sentence, unless that is no sentence."""
    for told in (claim, *(c for c in scene.sentence(claim) if len(c.text) <= RAMBLING)):
        if FEAST.fullmatch(told.time_text or "") is None:
            yield told.period
        yield from (p for text, p in told.times if FEAST.fullmatch(text) is None)


def _part_of_toll(scene: Scene, told: Told, key: Counted, largest: Largest) -> str | None:
    """The place for which a text that counts several places counts; "" for the whole, None for another part."""
    claim, quantity = told
    text = scene.documents[claim.document].text
    after = text[quantity.end : quantity.end + LOCAL_REACH]
    if LOCAL.search(after.split(".")[0]):
        return None
    if TOGETHER.search(text[claim.clause.sentence_start : quantity.end]):
        return "together"
    whole = largest.get((claim.document, key.outcome))
    if whole is not None and whole[1] > value_of(quantity) and places(scene, claim) - places(scene, whole[0]):
        return None
    beside = {
        (q.start, q.low): q
        for c in scene.sentence(claim)
        for q in c.quantities
        if q.kind is QuantityKind.COUNT and counted(q, c).outcome == key.outcome and not further(q)
    }
    most = max((value_of(q) for q in beside.values()), default=0.0)
    if len(beside) < 2 or value_of(quantity) >= most:
        return ""
    return place_of(scene, claim, quantity)


def _largest(scene: Scene) -> Largest:
    """The largest toll of each document and outcome with its claim."""
    found: Largest = {}
    for claim in sorted(scene.claims.values(), key=lambda c: c.id):
        if claim.clause.nominal or not claim.quantities or past(scene, claim):
            continue
        for quantity in claim.quantities:
            key = claim.document, counted(quantity, claim).outcome
            value = value_of(quantity)
            if quantity.kind is QuantityKind.COUNT and not further(quantity) and (key not in found or value > found[key][1]):
                found[key] = claim, value
    return found


def _moving(scene: Scene, entries: Sequence[tuple[Claim, Quantity, Counted]]) -> Iterator[Difference]:
    """The differences between the values of one toll: where any two exclude each other, the count moves in all of them."""
    found = []
    for n, (a, p, key) in enumerate(entries):
        for b, q, _ in entries[n + 1 :]:
            apart = elsewhere(scene, a, b) and not any(_broken_down(scene, *x) for x in ((a, p), (b, q)))
            comparison = None if apart or one_of_two(scene, (a, p), (b, q)) else _toll((a, p), (b, q))
            if comparison is not None:
                found.append((comparison, (a, p), (b, q), key))
    for chain in _chains(found):
        moving = any(comparison.verdict is Verdict.CONFLICT for comparison, *_ in chain)
        for comparison, one, other, key in chain:
            why = moved(scene, one, other) if comparison.verdict is Verdict.CONFLICT else comparison.why
            verdict = Verdict.UPDATE if moving else comparison.verdict
            yield structs.replace(number_difference(Comparison(verdict, why), one, other, key, 0.7), whole=True)


def _broken_down(scene: Scene, claim: Claim, quantity: Quantity) -> bool:
    """True for "58: 33 in the one, 25 in the other": the places are those of the parts, and the number is of the whole."""
    return scene.documents[claim.document].text[quantity.end :].startswith(":")


def _chains(found: Sequence[Compared]) -> list[list[Compared]]:
    """Comparisons that hang together by their values: a toll of thousands is not one with a toll of dozens."""
    first: dict[tuple[str, int], tuple[str, int]] = {}

    def root(value: tuple[str, int]) -> tuple[str, int]:
        while first.setdefault(value, value) != value:
            value = first[value]
        return value

    ends = [[(claim.id, quantity.start) for claim, quantity in entry[1:3]] for entry in found]
    for one, other in ends:
        low, high = sorted((root(one), root(other)))
        first[high] = low
    chains: dict[tuple[str, int], list[Compared]] = {}
    for entry, (one, _) in zip(found, ends, strict=True):
        chains.setdefault(root(one), []).append(entry)
    return list(chains.values())


@once
def past(scene: Scene, claim: Claim) -> bool:
    """True where the claim or its sentence tells of something long before the story."""
    return any(_long_ago(scene, p) for p in _times(scene, claim))


def _long_ago(scene: Scene, period: Period) -> bool:
    """True for a time before the story, and for one that began a year and more before it ("since 2016")."""
    first = scene.days[0]
    since = first is not None and period.start is not None and period.end is None and (first - period.start).days > A_YEAR
    return since or scene.background(period)


def _toll(one: tuple[Claim, Quantity], other: tuple[Claim, Quantity]) -> Comparison | None:
    """How two values of a toll compare; None where they are equal or too far apart to be of one scope."""
    (a, p), (b, q) = one, other
    if a.document == b.document or ratio(p, q) > LARGEST_RATIO or vague(p) or vague(q):
        return None
    comparison = compare_quantities(p, q)
    return None if comparison is None or comparison.verdict is Verdict.AGREE else comparison
