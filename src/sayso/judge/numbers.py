"""Numbers that differ: conflicts between fixed counts, updates of counts that grow."""

import re
from collections.abc import Iterator

from msgspec import structs

from sayso.judge.algebra import Comparison, compare_quantities, values_of
from sayso.judge.asked import questions_of
from sayso.judge.counted import (
    ANYBODY,
    MOVING,
    WORD,
    Counted,
    compound,
    counted,
    further,
    rounded,
    vague,
    value_of,
)
from sayso.judge.difference import Difference
from sayso.judge.figures import Told, moved, number_difference
from sayso.judge.lexicon import outcome_forms, outcomes
from sayso.judge.likeness import LIGHT, PRONOUNS, brief, same_predicate
from sayso.judge.nouns import one_kind, plain
from sayso.judge.revised import revised
from sayso.judge.scene import Scene
from sayso.judge.scope import EXPECTED, elsewhere, listed, narrowed, of_two, other_world
from sayso.judge.surroundings import HUMANS
from sayso.judge.tolls import LARGEST_RATIO, TOLD, toll_differences
from sayso.judge.twins import twins
from sayso.judge.unlike import held_up, unlike
from sayso.model.alignment import PairScore
from sayso.model.claim import Claim
from sayso.model.enums import QuantityKind, Verdict
from sayso.model.quantity import Quantity

COMPARED = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.MEASURE, QuantityKind.AGE})
CONVERTED = frozenset({QuantityKind.MEASURE, QuantityKind.MONEY})
STILL = re.compile(r"\b(?:still|remain\w*|now|left|so far|by now|yet|only)\b", re.IGNORECASE)
NOW = re.compile(r"\b(?:now|so far|yet|currently|at present)\b", re.IGNORECASE)
OWNING = frozenset("have hold win get govern own control score lead receive keep".split())
BEFORE = 60  # characters before a number in which a text may say that it was expected
LARGEST = 10.0  # times as much even where the words are nearly alike
SURE = 0.45  # score from which two aligned claims may differ in a fixed number
SURE_OF_DEED = 0.2  # the same where both have one telling predicate
SUREST = 0.8  # score from which clauses that are each other's nearest may tell alike of what is not, or not yet
SURER = 0.52  # and where they share no deed but the thing counted
COMMON_WORDS = 0.1  # likeness in words below which a common noun is all that two claims share
ALIKE_DEED = 0.3  # cosine of two predicates that may tell of one fate of parts of one whole
ALIKE = 0.4  # cosine of two nouns that may name one kind of thing (airlines, carriers)
MILLION = 1_000_000
RISING = frozenset({"case", "infection"})
APART = 60  # days
BEFOREHAND = re.compile(r"\b(?:up|down|rising|falling|raised|lowered|increased|cut) from (?:\w+ )?$|\binstead of (?:the )?$")
NUMERALS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million about around nearly"
    " some".split()
)  # how many is what twins may part in


def number_differences(scene: Scene) -> Iterator[Difference]:
    """Differences between the numbers of aligned claims, and between tolls wherever they stand in the story."""
    yield from toll_differences(scene)
    for pair, a, b in scene.pairs():
        if _tell_alike(pair, a, b) and not _periods_apart(a, b):
            yield from _aligned(scene, pair, a, b)


def _tell_alike(pair: PairScore, a: Claim, b: Claim) -> bool:
    """Clauses of two documents that are told as fact, both affirmed or both denied; what is planned only beside its like."""
    if a.clause.nominal or b.clause.nominal or a.document == b.document:
        return False
    if a.negated != b.negated:
        return False
    if a.modality in TOLD and b.modality in TOLD:
        return True
    mirrored = pair.score >= SUREST and pair.features.get("mutual_rank", 0.0) == 1.0
    return mirrored and a.modality is b.modality


def _aligned(scene: Scene, pair: PairScore, a: Claim, b: Claim) -> Iterator[Difference]:
    for p in a.quantities:
        for q in b.quantities:
            alike = twins(pair, a, b, NUMERALS)
            if (
                _converted(a, p)
                or _converted(b, q)
                or other_world(a, b)
                or _expected(scene, a, p) != _expected(scene, b, q)
                or of_two(scene, (a, p), (b, q))
                or unlike(scene, (a, p), (b, q))
                or _other_days(pair, a, b)
                or not _comparable(a, p, b, q, alike=alike)
            ):
                continue
            if _far(p, q, LARGEST) or (not alike and (_enumerated(a, p, b, q) or _far(p, q))):
                continue
            asked = questions_of(scene, a, p), questions_of(scene, b, q)
            if all(asked) and not asked[0] & asked[1]:
                continue
            left, right = counted(p, a), counted(q, b)
            grows = left.grows or right.grows
            among = grows and _among_them(a, p, b, q) and left.outcome == right.outcome
            if grows and not among and not (alike and p.partitive and q.partitive):
                continue  # told by the tolls
            if (
                _parts_of_two(p, q)
                and left.outcome not in MOVING
                and not (alike or among)
                and not _parts_of_one(pair, a, p, b, q)
            ):
                continue
            sure = among or _parts_of_one(pair, a, p, b, q) or (alike and _same_thing(left, right))
            weight = pair.score if sure else _one_question(scene, pair, (a, p, left), (b, q, right))
            comparison = compare_quantities(p, q, cumulative=grows) if weight else None
            if comparison is None or comparison.verdict is Verdict.AGREE or rounded(p, q) or _shares(scene, (a, p), (b, q)):
                continue
            if (
                (left.outcome in MOVING or left.noun in RISING)
                and comparison.verdict is Verdict.CONFLICT
                and not _one_hour(scene, a, b)
            ):
                comparison = Comparison(Verdict.UPDATE, moved(scene, (a, p), (b, q)))
            elif comparison.verdict is Verdict.CONFLICT and (
                revised(scene, a) or revised(scene, b) or _later(scene, (a, p), (b, q)) or _beside_moving(scene, a, b)
            ):
                comparison = Comparison(Verdict.UPDATE, f"{comparison.why}: what is told changed")
            found = number_difference(comparison, (a, p), (b, q), left, weight)
            yield structs.replace(found, topic=f"how many of those {left.outcome}: {brief(a, b)}") if among else found


def _comparable(a: Claim, p: Quantity, b: Claim, q: Quantity, *, alike: bool) -> bool:
    """Kinds that meet, two parts of one whole or two wholes, and numbers that say something.

    Twins may tell lengths of time as well, and a part that is larger than what the other has for the whole.
    """
    if p.kind is not q.kind or further(p) or further(q) or p.text.endswith("-") or q.text.endswith("-"):
        return False
    if compound(p, a) or compound(q, b) or (not alike and p.kind not in COMPARED):
        return False
    if (graded := {counted(p, a).outcome, counted(q, b).outcome}) <= MOVING and len(graded) == 1:
        return True
    if p.partitive != q.partitive and not (alike and (_overflows(p, q) or (same_predicate(a, b) and not _far(p, q)))):
        return False
    if p.kind not in COMPARED and p.kind is not QuantityKind.DURATION:
        return False
    return _telling(p) and _telling(q)


def _other_days(pair: PairScore, a: Claim, b: Claim) -> bool:
    """True where each tells another deed of another day."""
    (p, q), deed = (a.period, b.period), same_predicate(a, b) or pair.features.get("predicate_meaning", 0.0) >= ALIKE
    if deed or p.start is None or p.end is None or q.start is None or q.end is None:
        return False
    return p.end < q.start or q.end < p.start


def _converted(claim: Claim, quantity: Quantity) -> bool:
    """True for what stands in brackets after another number: the same in another unit."""
    before = claim.text[: max(0, quantity.start - claim.start)]
    return quantity.kind in CONVERTED and before.rfind("(") > before.rfind(")")


def _far(p: Quantity, q: Quantity, most: float = LARGEST_RATIO) -> bool:
    """True for values too far apart to be of one thing, be they told in unlike units."""
    ours, theirs = values_of(p), values_of(q, p)
    ends = sorted(v.low if v.low > 0 else v.high for told in (ours, theirs) if told for v in told[:1])
    return len(ends) == 2 and ends[0] > 0 and ends[1] / ends[0] > most


def _enumerated(a: Claim, p: Quantity, b: Claim, q: Quantity) -> bool:
    """True where a claim lists several counts of one kind of thing, or a number is part of a word ("a nine-point plan")."""
    return any(listed(x, c) for c, x in ((a, p), (b, q)))


def _among_them(a: Claim, p: Quantity, b: Claim, q: Quantity) -> bool:
    """True for "two of the dead are sailors" against "three of those killed were sailors": one part of one whole."""
    if not (p.partitive and q.partitive) or a.document == b.document:
        return False
    if not one_kind(p.of, q.of) and not {plain(x.of or "person") for x in (p, q)} <= HUMANS:
        return False
    words = [frozenset(plain(w) for w in c.clause.words) for c in (a, b)]
    return any(x.governor is not None and plain(x.governor) in words[0] & words[1] for x in (p, q))


def _later(scene: Scene, *told: Told) -> bool:
    """True where a count is told as of the day, and the days are not one: "are still cut off"."""
    earlier = scene.earlier(told[0][0], told[1][0])
    if earlier is None or any(q.kind is not QuantityKind.COUNT for _, q in told):
        return False
    if any(held_up(scene, c) for c, _ in told):
        return True
    then, first = (told[1][0], told[0][0]) if earlier else (told[0][0], told[1][0])
    return STILL.search(then.text) is not None or NOW.search(first.text) is not None


def _beside_moving(scene: Scene, a: Claim, b: Claim) -> bool:
    """True where a toll stands in either sentence and has moved: what is counted beside it moved with it."""
    tolls = [
        {counted(q, c).outcome: value_of(q) for c in scene.sentence(x) for q in c.quantities if counted(q, c).grows}
        for x in (a, b)
    ]
    if scene.earlier(a, b) is None:
        return False
    if _befallen(scene, a) & _befallen(scene, b):
        return True
    return any(tolls[0][o] != tolls[1][o] for o in tolls[0].keys() & tolls[1].keys())


def _befallen(scene: Scene, claim: Claim) -> frozenset[str]:
    """What the sentence of a claim tells of as befalling people more and more of them."""
    text = scene.sentence_text(claim).lower()
    told = (outcome_forms().get(w) for w in WORD.findall(text))
    return frozenset(o for o in told if o is not None and outcomes()[o].grows)


def _one_hour(scene: Scene, a: Claim, b: Claim) -> bool:
    """True where the sentences of both claims are told as of one day."""
    days = [{c.period.start, c.period.end} for c in (scene.as_of(a), scene.as_of(b))]
    return days[0] == days[1] and None not in days[0] and len(days[0]) == 1


def _parts_of_one(pair: PairScore, a: Claim, p: Quantity, b: Claim, q: Quantity) -> bool:
    """True for "three of the nine towers" against "four of the nine towers": parts of one whole of a known size."""
    if not (p.partitive and q.partitive) or not one_kind(p.of, q.of) or _owned(a, b):
        return False
    if pair.score < SURE and pair.features.get("predicate_meaning", 0.0) < ALIKE_DEED:
        return False
    left, right = ({x.value for x in c.quantities if one_kind(x.of, y.of) and not x.partitive} for c, y in ((a, p), (b, q)))
    return bool(left & right - {None})


def _parts_of_two(p: Quantity, q: Quantity) -> bool:
    """True for two parts: of how large a whole decides whether they can be set against each other ("five of them")."""
    return p.partitive and q.partitive and p.kind is QuantityKind.COUNT


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
    if (
        _expected(scene, a, p) != _expected(scene, b, q)
        or elsewhere(scene, a, b)
        or _owned(a, b)
        or narrowed(scene, (a, p), (b, q))
    ):
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
        alone = left.noun not in ANYBODY and pair.score >= SURER and not _aside(a, b) and not (_sum(p) and _sum(q))
        shared = p.unit is not None or pair.features.get("words", 0.0) >= COMMON_WORDS
        return pair.score if deed or (alone and shared) else 0.0
    if left.noun is None and right.noun is None:
        return pair.score if deed or (p.unit and p.kind is not QuantityKind.PERCENT) else 0.0
    alike = one_kind(left.noun, right.noun) or pair.features.get("counted_meaning", 0.0) >= ALIKE
    return 0.9 * pair.score if deed and alike and left.noun is not None and right.noun is not None else 0.0


def _sum(quantity: Quantity) -> bool:
    """True for so many that they are coins of some country rather than things."""
    return value_of(quantity) >= MILLION


def _expected(scene: Scene, claim: Claim, quantity: Quantity) -> bool:
    """True where the words right before a number tell that it was expected, or stood before another took its place."""
    first = max(claim.clause.sentence_start, quantity.start - BEFORE)
    before = scene.documents[claim.document].text[first : quantity.start]
    return EXPECTED.search(before.split(",")[-1]) is not None or BEFOREHAND.search(before) is not None


def _owned(a: Claim, b: Claim) -> bool:
    """True where either claim tells how many somebody has, and not one and the same."""
    left, right = (
        {p.entity for p in c.participants if p.role == "agent"}
        | {r.head for r in c.clause.roles if r.role == "agent"} - PRONOUNS
        for c in (a, b)
    )
    return OWNING.issuperset({a.clause.predicate, b.clause.predicate}) and bool(left and right) and not left & right


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


def _shares(scene: Scene, *told: Told) -> bool:
    """True where one of the two numbers stands in the other sentence as well: then they count different things.

    Where a text says that it corrects a number, its sentence may well tell both.
    """
    if any(revised(scene, c) for c, _ in told):
        return any(_equal(q, x) for (_, q), (d, y) in _crosswise(told) for x in d.quantities if x is not y)
    return any(
        _equal(q, x)
        for (_, q), (d, y) in _crosswise(told)
        for c in scene.sentence(d)
        for x in c.quantities
        if x.start != y.start
    )


def _crosswise(told: tuple[Told, ...]) -> tuple[tuple[Told, Told], ...]:
    return (told[0], told[1]), (told[1], told[0])


def _equal(p: Quantity, q: Quantity) -> bool:
    """One number of one kind; what is counted is now and then read as an age ("40 of hers, 23 of the other's")."""
    bare = {p.kind, q.kind} <= {QuantityKind.COUNT, QuantityKind.AGE}
    return (p.kind is q.kind or bare) and p.low == q.low and p.high == q.high
