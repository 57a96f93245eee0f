"""Figures that answer one question in unlike words: each is the other's nearest, and neither text tells both values."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from msgspec import Struct

from sayso.judge.algebra import verdict_of
from sayso.judge.asked import questions_of
from sayso.judge.counted import ANYBODY, MOVING, value_of
from sayso.judge.difference import Difference, Value
from sayso.judge.figures import reads
from sayso.judge.likeness import LIGHT, brief, conditioned
from sayso.judge.once import once
from sayso.judge.revised import revised
from sayso.judge.scene import Scene
from sayso.judge.scope import elsewhere, narrowed, of_two, worlds
from sayso.judge.surroundings import HUMANS, Figure, figures, likeness, named_alike, one_noun, weights
from sayso.judge.tolls import LARGEST_RATIO, TOLD, past
from sayso.judge.unlike import unlike
from sayso.model.claim import Claim
from sayso.model.enums import DiscrepancyKind, QuantityKind, Verdict
from sayso.model.quantity import Quantity
from sayso.model.time import Period
from sayso.model.units import converter

SURE = 0.95  # strength of a match that is told: of weaker ones a reader held no more than half to be right
# What speaks for one question beside the score of the claims; fitted on pairs that tell one value, then rounded.
NEAR, AROUND, MODIFIED, GOVERNED, NAMED = 0.35, 0.35, 0.15, 0.1, 0.2
REPLACED = 0.4  # where one text says that its value takes the place of the other's
AGREED = 0.1  # for each further text that tells one of the values
LOOSE = 0.15  # against "people" where the other names whom it counts
ASIDE = 0.25  # against one that is told of the past, and the other not
ROUND = 1000  # from which a number is rounded as often as not
COMMON = 40  # sentences that hold a stem from which it brings no figures together
MOVES = re.compile(
    r"\b(?:polls?|polled|surveys?|now|so far|still|remain\w*|currently|latest"
    r"|down to|grown|risen|climbed|fallen|sunk|dropped|peaked"
    r"|by (?:\w+ )?(?:morning|noon|evening|night|midnight))\b",
    re.IGNORECASE,
)
WEIGHT, SUREST = 0.4, 0.55  # how sure such a match is at most: what aligned claims differ in is surer


class Match(Struct, frozen=True):
    """Two figures with how strongly they answer one question."""

    strength: float
    left: Figure
    right: Figure


def matched_differences(scene: Scene) -> Iterator[Difference]:
    """Differences between figures of two outlets that answer one question, wherever and however they tell them."""
    for match in matches(scene):
        if match.strength >= SURE:
            yield _difference(scene, match)


def matches(scene: Scene) -> list[Match]:
    """The pairs of figures that exclude each other and of which each is the other's nearest in that text."""
    told = figures(scene)
    things = {kind: _things(told, kind) for kind in QuantityKind}
    flat = [figure for document in sorted(told) for figure in told[document]]
    weight = weights(scene)
    found = []
    shares = _shares(scene)
    for n, m in sorted(_candidates(scene, flat)):
        a, b = flat[n], flat[m]
        if _share(a) in shares[b.claim.document] or _share(b) in shares[a.claim.document]:
            continue
        ours, theirs = told[a.claim.document], told[b.claim.document]
        if not _comparable(scene, a, b):
            continue
        left, right = _known(a, b, theirs), _known(b, a, ours)
        replaced = (not right and _replaces(scene, b, left)) or (not left and _replaces(scene, a, right))
        if not (left or right) or replaced:
            strength = _strength(scene, a, b, weight) + AGREED * _agreed(things[a.quantity.kind], a, b) + REPLACED * replaced
            found.append(Match(strength, a, b))
    best: dict[tuple[str, int, str], float] = {}
    for match in found:
        for key in _keys(match):
            best[key] = max(best.get(key, 0.0), match.strength)
    return [match for match in found if all(best[key] == match.strength for key in _keys(match))]


def _shares(scene: Scene) -> Mapping[str, frozenset[float]]:
    """By document, how many of a whole it tells of ("66 of them"): no figures of their own, and yet told."""
    held: dict[str, set[float]] = {document: set() for document in scene.documents}
    for claim in scene.claims.values():
        held[claim.document].update(value_of(q) for q in claim.quantities if q.kind is QuantityKind.COUNT and q.partitive)
    return {document: frozenset(values) for document, values in held.items()}


def _share(figure: Figure) -> float | None:
    return value_of(figure.quantity) if figure.quantity.kind is QuantityKind.COUNT else None


def _keys(match: Match) -> tuple[tuple[str, int, str], ...]:
    """Either figure with the document of the other."""
    a, b = match.left, match.right
    return (
        (a.claim.document, a.quantity.start, b.claim.document),
        (b.claim.document, b.quantity.start, a.claim.document),
    )


def _candidates(scene: Scene, flat: Sequence[Figure]) -> set[tuple[int, int]]:
    """Figures of two texts that share a word that says something, or whose claims are worth comparing."""
    found: set[tuple[int, int]] = set()
    by_stem: dict[str, list[int]] = defaultdict(list)
    by_claim: dict[str, list[int]] = defaultdict(list)
    for n, figure in enumerate(flat):
        for stem in figure.around:
            by_stem[stem].append(n)
        for claim in figure.claims:
            by_claim[scene.original(claim).id].append(n)
    for held in by_stem.values():
        if len(held) <= COMMON:
            found.update((n, m) for k, n in enumerate(held) for m in held[k + 1 :])
    for pair in scene.alignment.pairs:
        found.update((min(n, m), max(n, m)) for n in by_claim.get(pair.left, ()) for m in by_claim.get(pair.right, ()))
    return {(n, m) for n, m in found if flat[n].claim.document != flat[m].claim.document}


def _comparable(scene: Scene, a: Figure, b: Figure) -> bool:
    """Two values of one kind that exclude each other, told of one world and of no two places."""
    if a.claim.publisher == b.claim.publisher or a.quantity.kind is not b.quantity.kind or not one_noun(a, b):
        return False
    if not 1 < _ratio(a.quantity, b.quantity) <= LARGEST_RATIO or not _one_world(scene, a, b):
        return False
    outcomes = {a.key.outcome, b.key.outcome}
    if (len(outcomes) > 1 and {a.noun, b.noun} & HUMANS) or outcomes & MOVING:
        return False
    if a.key.grows and not (past(scene, a.claim) and past(scene, b.claim)):
        return False  # told by the tolls
    if unlike(scene, (a.claim, a.quantity), (b.claim, b.quantity)):
        return False
    left, right = (questions_of(scene, x.claim, x.quantity) for x in (a, b))
    if left and right and not left & right:
        return False  # a prison term is not set against a ban
    return verdict_of(a.quantity, b.quantity) is Verdict.CONFLICT


def _ratio(p: Quantity, q: Quantity) -> float:
    """The larger of two numbers by the smaller, in one unit; 1 where one is the other, rounded."""
    left, right = value_of(p), value_of(q)
    if p.unit and q.unit and p.unit != q.unit:
        convert = converter(q.unit, p.unit)
        right = convert(right) if convert else 0.0
    if left <= 0 or right <= 0:
        return float("inf")
    low, high = sorted((left, right))
    digits = min(_digits(left), _digits(right))
    return 1.0 if low >= ROUND and f"{low:.{digits - 1}e}" == f"{high:.{digits - 1}e}" else high / low


def _digits(value: float) -> int:
    """How many digits of a number are told: 2 of 340,000."""
    return max(1, len(f"{value:.12g}".replace(".", "").strip("0")))


def _one_world(scene: Scene, a: Figure, b: Figure) -> bool:
    if a.claim.negated != b.claim.negated or any(x.claim.modality not in TOLD or conditioned(x.claim) for x in (a, b)):
        return False
    if not _one_time(scene, a, b) or of_two(scene, (a.claim, a.quantity), (b.claim, b.quantity)):
        return False
    if worlds(a.sentence) != worlds(b.sentence):
        return False
    return not elsewhere(scene, a.claim, b.claim) and not narrowed(scene, (a.claim, a.quantity), (b.claim, b.quantity))


def _one_time(scene: Scene, a: Figure, b: Figure) -> bool:
    """False where one is told of long ago and the other of a time of the story, or each of its own time long ago."""
    ago = [long_ago(scene, x.claim.period) for x in (a, b)]
    if ago[0] != ago[1] and a.claim.period.known and b.claim.period.known:
        return False
    left, right = (_bygone(scene, x.claim) for x in (a, b))
    return not (left and right) or any(meet(p, q) for p in left for q in right)


@once
def _bygone(scene: Scene, claim: Claim) -> tuple[Period, ...]:
    """The times of long ago that the sentence of a claim names."""
    named = (p for c in scene.sentence(claim) for p in (c.period, *(p for _, p in c.times)))
    return tuple(p for p in named if long_ago(scene, p))


def long_ago(scene: Scene, period: Period) -> bool:
    """True for a time before the story, and for one that began then ("since 2016, when")."""
    return scene.background(period) or scene.background(Period(period.start, period.start))


def meet(p: Period, q: Period) -> bool:
    """True where two closed periods share a day, or one is open."""
    if p.start is None or p.end is None or q.start is None or q.end is None:
        return True
    return p.start <= q.end and q.start <= p.end


def _known(figure: Figure, against: Figure, told: Sequence[Figure]) -> list[Figure]:
    """Where the other text tells the value as well: then, mostly, the two values answer two questions."""
    return [other for other in told if other is not against and _same(figure, other)]


def _replaces(scene: Scene, figure: Figure, old: Sequence[Figure]) -> bool:
    """True where all that a text tells of the other value is that this figure takes its place ("148, not 143 as before")."""
    here = all(x.claim.clause.sentence_start == figure.claim.clause.sentence_start for x in old)
    return bool(old) and here and revised(scene, figure.claim)


def _same(a: Figure, b: Figure) -> bool:
    """True where both tell one value of one kind of thing."""
    p, q = a.quantity, b.quantity
    if p.kind is not q.kind or (p.unit == q.unit and _beyond(p, q)):
        return False
    return (p.kind is not QuantityKind.COUNT or one_noun(a, b)) and verdict_of(p, q) is Verdict.AGREE


def _beyond(p: Quantity, q: Quantity) -> bool:
    """True where one number lies above the other whatever their bounds admit: the quick answer for most pairs."""
    if p.low is None or p.high is None or q.low is None or q.high is None or p.delta is not None or q.delta is not None:
        return False
    return p.low > q.high or q.low > p.high


def _things(told: Mapping[str, Sequence[Figure]], kind: QuantityKind) -> dict[str, list[Figure]]:
    """The figures of one kind that name what they count, and not merely people, by document."""
    named = {d: [x for x in held if x.quantity.kind is kind and x.noun not in ANYBODY | {None}] for d, held in told.items()}
    return {document: held for document, held in named.items() if held}


def _agreed(told: Mapping[str, Sequence[Figure]], a: Figure, b: Figure) -> int:
    """How many further texts tell either value of the same thing, two at most."""
    documents = {a.claim.document, b.claim.document}
    others = (held for document, held in told.items() if document not in documents)
    agreeing = (held for held in others if any(_same(a, x) or _same(b, x) for x in held))
    return sum(1 for _ in islice(agreeing, 2))


def _strength(scene: Scene, a: Figure, b: Figure, weight: Mapping[str, float]) -> float:
    scores = [pair.score for c in a.claims for d in b.claims if (pair := scene.pair(c.id, d.id)) is not None]
    p, q = a.quantity, b.quantity
    modified = bool(set(p.of_words) & set(q.of_words) - {a.key.noun, b.key.noun} - HUMANS)
    governed = p.governor is not None and p.governor == q.governor and p.governor not in LIGHT
    loose = a.noun != b.noun and bool({a.noun, b.noun} & ANYBODY)
    aside = past(scene, a.claim) != past(scene, b.claim)
    return (
        max(scores, default=0.0)
        + NEAR * likeness(a.near, b.near, weight)
        + AROUND * likeness(a.around, b.around, weight)
        + MODIFIED * modified
        + GOVERNED * governed
        + NAMED * (p.kind is QuantityKind.COUNT and named_alike(scene, a.claim, b.claim))
        - LOOSE * loose
        - ASIDE * aside
    )


def _difference(scene: Scene, match: Match) -> Difference:
    a, b = match.left, match.right
    p, q = a.quantity, b.quantity
    update = _moved(scene, a, b)
    topic = a.key.words() if p.kind is QuantityKind.COUNT else f"{p.kind.value}: {brief(a.claim, b.claim)}"
    why = f"where {a.claim.publisher} has “{p.text}”, {b.claim.publisher} has “{q.text}”"
    return Difference(
        kind=DiscrepancyKind.NUMBER,
        verdict=Verdict.UPDATE if update else Verdict.CONFLICT,
        left=Value(a.claim.id, p.text, reads(p)),
        right=Value(b.claim.id, q.text, reads(q)),
        topic=topic,
        why=f"{why}: a figure that moves" if update else why,
        weight=min(SUREST, WEIGHT * match.strength),
    )


def _moved(scene: Scene, a: Figure, b: Figure) -> bool:
    """True where one is said to have changed, or is told as of its day while the other is told on another day."""
    if revised(scene, a.claim) or revised(scene, b.claim):
        return True
    if scene.earlier(a.claim, b.claim) is None:
        return False
    present = all(x.claim.clause.tense == "present" and x.noun in HUMANS for x in (a, b))  # how many are in a state today
    return present or any(MOVES.search(x.sentence) for x in (a, b))
