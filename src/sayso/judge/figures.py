"""How a difference between two numbers is told: its question, its values, its reason."""

from sayso.judge.algebra import Comparison
from sayso.judge.counted import Counted, plural
from sayso.judge.difference import Difference, Value
from sayso.judge.scene import Scene
from sayso.model.claim import Claim
from sayso.model.enums import DiscrepancyKind, QuantityKind
from sayso.model.quantity import Quantity

TOPICS = {
    QuantityKind.MONEY: "sum", QuantityKind.PERCENT: "share", QuantityKind.MEASURE: "measure", QuantityKind.AGE: "age",
    QuantityKind.DURATION: "length of time"
}  # fmt: skip

Told = tuple[Claim, Quantity]


def moved(scene: Scene, one: tuple[Claim, Quantity], other: tuple[Claim, Quantity]) -> str:
    """Why a count moves: which of its values was told first, where that is known."""
    earlier = scene.earlier(one[0], other[0])
    if earlier is None:
        return f"“{one[1].text}” and “{other[1].text}”: a count that moves; which was told first is unknown"
    first, then = (one, other) if earlier else (other, one)
    return f"“{first[1].text}” was told before “{then[1].text}”: a count that moves"


def number_difference(
    comparison: Comparison,
    one: tuple[Claim, Quantity],
    other: tuple[Claim, Quantity],
    key: Counted,
    weight: float,
) -> Difference:
    """The difference of two compared numbers that answer the question `key`."""
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
