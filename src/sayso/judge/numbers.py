"""Numbers that differ: conflicts between fixed counts, updates of counts that grow."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from sayso.judge.algebra import Comparison, compare_quantities
from sayso.judge.counted import ANYBODY, MOVING, WORD, Counted, aside, counted, further, partial, plural, ratio, vague, value_of
from sayso.judge.difference import Difference, Value
from sayso.judge.likeness import LIGHT, brief, same_predicate
from sayso.judge.nouns import one_kind, plain
from sayso.judge.scene import Scene
from sayso.judge.scope import elsewhere, listed, narrowed, other_world
from sayso.judge.twins import twins
from sayso.model.alignment import PairScore
from sayso.model.claim import Claim
from sayso.model.enums import DiscrepancyKind, Modality, QuantityKind, Verdict
from sayso.model.quantity import Quantity
from sayso.model.time import Period

LARGEST_RATIO = 3.0  # beyond it a count is more likely of another scope than of another hour
TOPICS = {
    QuantityKind.MONEY: "sum", QuantityKind.PERCENT: "share", QuantityKind.MEASURE: "measure", QuantityKind.AGE: "age",
    QuantityKind.DURATION: "length of time"
}  # fmt: skip
COMPARED = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.MEASURE, QuantityKind.AGE})
TOLD = frozenset({Modality.ASSERTED, Modality.POSSIBLE})
SURE = 0.45  # score from which two aligned claims may differ in a fixed number
SURE_OF_DEED = 0.2  # the same where both have one telling predicate
SURER = 0.52  # and where they share no deed but the thing counted
ALIKE_DEED = 0.3  # cosine of two predicates that may tell of one fate of parts of one whole
ALIKE = 0.4  # cosine of two nouns that may name one kind of thing (airlines, carriers)
RISING = frozenset({"case", "infection"})
APART = 60  # days
A_YEAR = 366
RAMBLING = 350  # characters of a claim from which its words are not one sentence
NUMERALS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million about around nearly"
    " some".split()
)  # how many is what twins may part in


Told = tuple[Claim, Quantity]
Compared = tuple[Comparison, Told, Told, Counted]


def number_differences(scene: Scene) -> Iterator[Difference]:
    """Differences between the numbers of aligned claims, and between tolls wherever they stand in the story."""
    yield from _tolls(scene)
    for pair, a, b in scene.pairs():
        if _tell_alike(a, b) and not _periods_apart(a, b):
            yield from _aligned(scene, pair, a, b)


def _tell_alike(a: Claim, b: Claim) -> bool:
    """Clauses of two documents that are told as fact, both affirmed or both denied."""
    if a.clause.nominal or b.clause.nominal or a.document == b.document:
        return False
    return a.modality in TOLD and b.modality in TOLD and a.negated == b.negated


def _aligned(scene: Scene, pair: PairScore, a: Claim, b: Claim) -> Iterator[Difference]:
    for p in a.quantities:
        for q in b.quantities:
            alike = twins(pair, a, b, NUMERALS)
            if other_world(a, b) or not _comparable(a, p, b, q, alike=alike):
                continue
            if not alike and (_enumerated(a, p, b, q) or (p.unit == q.unit and ratio(p, q) > LARGEST_RATIO)):
                continue
            left, right = counted(p, a), counted(q, b)
            grows = left.grows or right.grows
            among = grows and _among_them(a, p, b, q) and left.outcome == right.outcome
            if grows and not among and not (alike and p.partitive and q.partitive):
                continue  # told by the tolls
            sure = among or _parts_of_one(pair, a, p, b, q) or (alike and _same_thing(left, right))
            weight = pair.score if sure else _one_question(scene, pair, (a, p, left), (b, q, right))
            comparison = compare_quantities(p, q, cumulative=grows) if weight else None
            if comparison is None or comparison.verdict is Verdict.AGREE or _shares(a, b, p, q):
                continue
            if (
                (left.outcome in MOVING or left.noun in RISING)
                and comparison.verdict is Verdict.CONFLICT
                and not _one_hour(scene, a, b)
            ):
                comparison = Comparison(Verdict.UPDATE, _moved(scene, (a, p), (b, q)))
            found = _difference(comparison, (a, p), (b, q), left, weight)
            yield structs.replace(found, topic=f"how many of those {left.outcome}: {brief(a, b)}") if among else found


def _comparable(a: Claim, p: Quantity, b: Claim, q: Quantity, *, alike: bool) -> bool:
    """Kinds that meet, two parts of one whole or two wholes, and numbers that say something.

    Twins may tell lengths of time as well, and a part that is larger than what the other has for the whole.
    """
    if p.kind is not q.kind or further(p) or further(q) or p.text.endswith("-") or q.text.endswith("-"):
        return False
    if not alike and p.kind not in COMPARED:
        return False
    if (graded := {counted(p, a).outcome, counted(q, b).outcome}) <= MOVING and len(graded) == 1:
        return True
    if p.partitive != q.partitive and not (alike and _overflows(p, q)):
        return False
    if p.kind not in COMPARED and p.kind is not QuantityKind.DURATION:
        return False
    return _telling(p) and _telling(q)


def _enumerated(a: Claim, p: Quantity, b: Claim, q: Quantity) -> bool:
    """True where a claim lists several counts of one kind of thing, or a number is part of a word ("a nine-point plan")."""
    return any(listed(x, c) for c, x in ((a, p), (b, q)))


def _among_them(a: Claim, p: Quantity, b: Claim, q: Quantity) -> bool:
    """True for "two of the dead are sailors" against "three of those killed were sailors": one part of one whole."""
    if not (p.partitive and q.partitive) or a.document == b.document:
        return False
    words = [frozenset(plain(w) for w in c.clause.words) for c in (a, b)]
    return any(x.governor is not None and plain(x.governor) in words[0] & words[1] for x in (p, q))


def _one_hour(scene: Scene, a: Claim, b: Claim) -> bool:
    """True where the sentences of both claims are told as of one day."""
    days = [{c.period.start, c.period.end} for c in (scene.as_of(a), scene.as_of(b))]
    return days[0] == days[1] and None not in days[0] and len(days[0]) == 1


def _parts_of_one(pair: PairScore, a: Claim, p: Quantity, b: Claim, q: Quantity) -> bool:
    """True for "three of the nine towers" against "four of the nine towers": parts of one whole of a known size."""
    if not (p.partitive and q.partitive) or not one_kind(p.of, q.of):
        return False
    if pair.score < SURE and pair.features.get("predicate_meaning", 0.0) < ALIKE_DEED:
        return False
    left, right = ({x.value for x in c.quantities if one_kind(x.of, y.of) and not x.partitive} for c, y in ((a, p), (b, q)))
    return bool(left & right - {None})


def _overflows(p: Quantity, q: Quantity) -> bool:
    """True where a part is surely larger than the whole."""
    part, whole = (p, q) if p.partitive else (q, p)
    return part.low is not None and whole.high is not None and part.low > whole.high


def _telling(quantity: Quantity) -> bool:
    """One of something, none of something and "several" are manners of speaking rather than counts."""
    if quantity.kind is not QuantityKind.COUNT:
        return True
    return value_of(quantity) > 1 and not vague(quantity)


def _one_question(
    scene: Scene, pair: PairScore, one: tuple[Claim, Quantity, Counted], other: tuple[Claim, Quantity, Counted]
) -> float:
    """How surely two quantities of aligned claims answer one question; 0 abstains."""
    (a, p, left), (b, q, right) = one, other
    if elsewhere(scene, a, b) or narrowed(scene, (a, p), (b, q)):
        return 0.0
    if p.kind is QuantityKind.AGE and _one_of_an_age(pair, a, b):
        return pair.score
    if p.kind is QuantityKind.AGE and not pair.features.get("same_agent") and not pair.features.get("same_patient"):
        return 0.0
    if left.outcome != right.outcome or _apart(left, right):
        return 0.0
    deed = (
        same_predicate(a, b)
        or left.outcome in MOVING
        or (p.governor is not None and p.governor == q.governor and p.governor not in LIGHT)
    )
    if pair.score < (SURE_OF_DEED if deed else SURE):
        return 0.0
    if left.outcome in MOVING and {left.noun, right.noun} <= ANYBODY:
        return pair.score
    if left.noun is not None and left.noun == right.noun:
        return pair.score if deed or (left.noun not in ANYBODY and pair.score >= SURER and not _aside(a, b)) else 0.0
    if left.noun is None and right.noun is None:
        return pair.score if deed or (p.unit and p.kind is not QuantityKind.PERCENT) else 0.0
    alike = one_kind(left.noun, right.noun) or pair.features.get("counted_meaning", 0.0) >= ALIKE
    return 0.9 * pair.score if deed and alike and left.noun is not None and right.noun is not None else 0.0


def _one_of_an_age(pair: PairScore, a: Claim, b: Claim) -> bool:
    """True where twins give one age each to somebody whom they call by one noun: "the boy, 12", "the boy, aged 14"."""
    ages = [[q for q in c.quantities if q.kind is QuantityKind.AGE] for c in (a, b)]
    if any(len(told) != 1 for told in ages):
        return False
    before = [
        WORD.findall(c.text[: q.start - c.start].removesuffix("aged "))[-1:] for c, (q,) in zip((a, b), ages, strict=True)
    ]
    one = before[0] == before[1] and before[0] != [] and before[0][0].islower() and not before[0][0].endswith("s")
    return one and twins(pair, a, b, NUMERALS)


def _same_thing(left: Counted, right: Counted) -> bool:
    """True where twins count one kind of thing with one outcome."""
    one = left.noun == right.noun or one_kind(left.noun, right.noun)
    return one and left.outcome == right.outcome and not _apart(left, right)


def _periods_apart(a: Claim, b: Claim) -> bool:
    """True where the claims tell of times more than two months apart: two events, not two counts."""
    if a.period.start is None or b.period.start is None or a.period.end is None or b.period.end is None:
        return False
    gap = max((b.period.start - a.period.end).days, (a.period.start - b.period.end).days)
    return gap > APART


def _aside(a: Claim, b: Claim) -> bool:
    """True where a number stands in a clause that tells which ones are meant ("three workers who got out")."""
    return a.clause.modified or b.clause.modified


def _apart(left: Counted, right: Counted) -> bool:
    """True where both counts are narrowed, and to different things."""
    return bool(left.scope and right.scope and not left.scope & right.scope)


def _shares(a: Claim, b: Claim, p: Quantity, q: Quantity) -> bool:
    """True where one of the two numbers stands in the other claim as well: then they count different things."""
    return any(_equal(p, x) for x in b.quantities if x is not q) or any(_equal(q, x) for x in a.quantities if x is not p)


def _equal(p: Quantity, q: Quantity) -> bool:
    return p.kind is q.kind and p.low == q.low and p.high == q.high


def _tolls(scene: Scene) -> Iterator[Difference]:
    """Counts of one outcome among people, wherever the story tells them."""
    told: dict[tuple[str, frozenset[str]], list[tuple[Claim, Quantity, Counted]]] = {}
    for claim in scene.originals:
        if claim.modality not in TOLD or claim.clause.nominal or past(scene, claim):
            continue
        for quantity in claim.quantities:
            key = counted(quantity, claim)
            whole = quantity.kind is QuantityKind.COUNT and not partial(quantity) and not aside(quantity, claim)
            if key.grows and whole and key.outcome:
                told.setdefault((key.outcome, key.scope), []).append((claim, quantity, key))
    for entries in told.values():
        yield from _moving(scene, entries)


def _moving(scene: Scene, entries: Sequence[tuple[Claim, Quantity, Counted]]) -> Iterator[Difference]:
    """The differences between the values of one toll: where any two exclude each other, the count moves in all of them."""
    found = []
    for n, (a, p, key) in enumerate(entries):
        for b, q, _ in entries[n + 1 :]:
            comparison = _toll((a, p), (b, q))
            if comparison is not None:
                found.append((comparison, (a, p), (b, q), key))
    for chain in _chains(found):
        moved = any(comparison.verdict is Verdict.CONFLICT for comparison, *_ in chain)
        for comparison, one, other, key in chain:
            why = _moved(scene, one, other) if comparison.verdict is Verdict.CONFLICT else comparison.why
            verdict = Verdict.UPDATE if moved else comparison.verdict
            yield structs.replace(_difference(Comparison(verdict, why), one, other, key, 0.7), whole=True)


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


def past(scene: Scene, claim: Claim) -> bool:
    """True where the claim or its sentence tells of something long before the story."""
    around = (c for c in scene.sentence(claim) if len(c.text) <= RAMBLING)
    return any(_long_ago(scene, p) for c in (claim, *around) for p in (c.period, *(p for _, p in c.times)))


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


def _moved(scene: Scene, one: tuple[Claim, Quantity], other: tuple[Claim, Quantity]) -> str:
    earlier = scene.earlier(one[0], other[0])
    if earlier is None:
        return f"“{one[1].text}” and “{other[1].text}”: a count that moves; which was told first is unknown"
    first, then = (one, other) if earlier else (other, one)
    return f"“{first[1].text}” was told before “{then[1].text}”: a count that moves"


def _difference(
    comparison: Comparison,
    one: tuple[Claim, Quantity],
    other: tuple[Claim, Quantity],
    key: Counted,
    weight: float,
) -> Difference:
    (a, p), (b, q) = one, other
    return Difference(
        kind=DiscrepancyKind.NUMBER,
        verdict=comparison.verdict,
        left=Value(a.id, p.text, reads(p)),
        right=Value(b.id, q.text, reads(q)),
        topic=_topic(p, key),
        why=comparison.why,
        weight=weight,
    )


def _topic(quantity: Quantity, key: Counted) -> str:
    """The question in words: how many of what, what age, sum, share, or a measure in its unit."""
    told = TOPICS.get(quantity.kind)
    if told is None:
        return key.words()
    named = f" in {plural(quantity.unit)}" if quantity.kind is QuantityKind.MEASURE and quantity.unit else ""
    return f"{told}{named}" + (f": {key.noun}" if key.noun else "")


def reads(quantity: Quantity) -> str:
    """The interval of a quantity in the notation of the glossary: [82, 82], (80, ∞), {17, 21}."""
    if quantity.exact:
        return "{" + ", ".join(f"{v:g}" for v in quantity.exact) + "}"
    low = "(-∞" if quantity.low is None else f"{'(' if quantity.low_open else '['}{quantity.low:.12g}"
    high = "∞)" if quantity.high is None else f"{quantity.high:.12g}{')' if quantity.high_open else ']'}"
    unit = f" {quantity.unit}" if quantity.unit else ""
    return f"{low}, {high}{unit}"
