"""Numbers that differ: conflicts between fixed counts, updates of counts that grow."""

from collections.abc import Iterator

from sayso.judge.algebra import Comparison, compare_quantities
from sayso.judge.counted import Counted, counted, partial
from sayso.judge.difference import Difference, Value
from sayso.judge.scene import Scene
from sayso.model.alignment import PairScore
from sayso.model.claim import Claim
from sayso.model.enums import DiscrepancyKind, Modality, QuantityKind, Verdict
from sayso.model.quantity import Quantity

LARGEST_RATIO = 3.0  # beyond it a count is more likely of another scope than of another hour
COMPARED = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.MEASURE, QuantityKind.AGE})
TOLD = frozenset({Modality.ASSERTED, Modality.POSSIBLE})
SURE = 0.6  # score from which two aligned claims may differ in a fixed number


def number_differences(scene: Scene) -> Iterator[Difference]:
    """Differences between the numbers of aligned claims, and between tolls wherever they stand in the story."""
    yield from _tolls(scene)
    for pair, a, b in scene.pairs():
        if a.modality in TOLD and b.modality in TOLD and a.negated == b.negated:
            yield from _aligned(scene, pair, a, b)


def _aligned(scene: Scene, pair: PairScore, a: Claim, b: Claim) -> Iterator[Difference]:
    for p in a.quantities:
        for q in b.quantities:
            if p.kind is not q.kind or p.kind not in COMPARED or partial(p) or partial(q):
                continue
            left, right = counted(p, a), counted(q, b)
            if left.grows and right.grows:
                continue  # told by the tolls
            weight = _one_question(pair, a, b, (p, left), (q, right))
            comparison = compare_quantities(p, q) if weight else None
            if comparison is None or comparison.verdict is Verdict.AGREE or _shares(a, b, p, q):
                continue
            yield _difference(scene, comparison, (a, p), (b, q), left, weight)


def _one_question(
    pair: PairScore, a: Claim, b: Claim, one: tuple[Quantity, Counted], other: tuple[Quantity, Counted]
) -> float:
    """How surely two quantities of aligned claims answer one question; 0 abstains."""
    (p, left), (q, right) = one, other
    if left.outcome != right.outcome or pair.score < SURE:
        return 0.0
    if _apart(left, right):
        return 0.0
    if p.of is not None and p.of == q.of:
        return pair.score
    same_deed = a.clause.predicate == b.clause.predicate or (p.governor is not None and p.governor == q.governor)
    if p.of is None and q.of is None:
        return pair.score if same_deed or p.unit else 0.0
    return 0.9 * pair.score if same_deed and p.of is not None and q.of is not None else 0.0


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
    for claim in sorted(scene.claims.values(), key=lambda c: (c.document, c.start, c.end)):
        if claim.negated or claim.modality not in TOLD or scene.background(claim.period):
            continue
        for quantity in claim.quantities:
            key = counted(quantity, claim)
            if key.grows and quantity.kind is QuantityKind.COUNT and not partial(quantity) and key.outcome:
                told.setdefault((key.outcome, key.scope), []).append((claim, quantity, key))
    for entries in told.values():
        for n, (a, p, key) in enumerate(entries):
            for b, q, _ in entries[n + 1 :]:
                yield from _toll(scene, (a, p), (b, q), key)


def _toll(scene: Scene, one: tuple[Claim, Quantity], other: tuple[Claim, Quantity], key: Counted) -> Iterator[Difference]:
    (a, p), (b, q) = one, other
    if a.document == b.document and (a.start < b.end and b.start < a.end or not scene.together(a, b)):
        return
    if _ratio(p, q) > LARGEST_RATIO:
        return
    comparison = compare_quantities(p, q)
    if comparison is None or comparison.verdict is Verdict.AGREE:
        return
    if comparison.verdict is Verdict.CONFLICT:
        comparison = Comparison(Verdict.UPDATE, _moved(scene, one, other))
    yield _difference(scene, comparison, one, other, key, 0.7)


def _moved(scene: Scene, one: tuple[Claim, Quantity], other: tuple[Claim, Quantity]) -> str:
    earlier = scene.earlier(one[0], other[0])
    if earlier is None:
        return f"“{one[1].text}” and “{other[1].text}”: a count that moves; which was told first is unknown"
    first, then = (one, other) if earlier else (other, one)
    return f"“{first[1].text}” was told before “{then[1].text}”: a count that moves"


def _ratio(p: Quantity, q: Quantity) -> float:
    values = sorted((_value(p), _value(q)))
    return values[1] / values[0] if values[0] > 0 else float("inf")


def _value(quantity: Quantity) -> float:
    if quantity.exact:
        return max(quantity.exact)
    return (quantity.low if quantity.low else quantity.high) or 0.0


def _difference(
    scene: Scene,
    comparison: Comparison,
    one: tuple[Claim, Quantity],
    other: tuple[Claim, Quantity],
    key: Counted,
    weight: float,
) -> Difference:
    del scene
    (a, p), (b, q) = one, other
    return Difference(
        kind=DiscrepancyKind.NUMBER,
        verdict=comparison.verdict,
        left=Value(a.id, p.text, reads(p)),
        right=Value(b.id, q.text, reads(q)),
        topic=key.words(),
        why=comparison.why,
        weight=weight,
    )


def reads(quantity: Quantity) -> str:
    """The interval of a quantity in the notation of the glossary: [82, 82], (80, ∞), {17, 21}."""
    if quantity.exact:
        return "{" + ", ".join(f"{v:g}" for v in quantity.exact) + "}"
    low = "(-∞" if quantity.low is None else f"{'(' if quantity.low_open else '['}{quantity.low:.12g}"
    high = "∞)" if quantity.high is None else f"{quantity.high:.12g}{')' if quantity.high_open else ']'}"
    unit = f" {quantity.unit}" if quantity.unit else ""
    return f"{low}, {high}{unit}"
