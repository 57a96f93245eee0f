"""Features of a pair from its facts: numbers, times, polarity, modality, voices, participants."""

from typing import ClassVar, NamedTuple

from msgspec import Struct

from sayso.model.claim import Claim
from sayso.model.enums import EntityType, Modality, QuantityKind
from sayso.model.quantity import Quantity
from sayso.model.time import Period
from sayso.model.units import converter

FEW, SMALL = 2, 12  # counts up to these are common in any text
BEYOND = 1.3  # of an open number: how far above its lower bound it is expected to lie
ROUNDING = 1e-4
OTHER_DEED = 0.5  # the hurt and the discharged are both people: unlike counts under unlike verbs say half as much
UNREAL = frozenset({Modality.PREDICTED, Modality.POSSIBLE, Modality.INTENDED, Modality.CONDITIONAL, Modality.HYPOTHETICAL})


class Facts(Struct, frozen=True):
    """Names of the features that `fact_features` gives, in order."""

    NAMES: ClassVar[tuple[str, ...]] = (
        "same_predicate",
        "same_number",
        "other_number",
        "same_time",
        "other_time",
        "same_agent",
        "other_agent",
        "same_patient",
        "polarity_differs",
        "world_differs",
        "same_voice",
        "same_report",
        "speech_differs",
        "phrase_differs",
        "same_document",
    )


class Side(NamedTuple):
    """What the facts of one claim are, read once for all the pairs in which it stands."""

    claim: Claim
    agents: frozenset[str]
    patients: frozenset[str]
    voices: frozenset[str]
    reports: frozenset[str]
    unreal: bool


def side(claim: Claim) -> Side:
    """The facts of one claim."""
    agents, patients = _entities(claim, "agent"), _entities(claim, "patient")
    return Side(claim, agents, patients, _voices(claim), reports(claim), claim.modality in UNREAL)


def fact_features(one: Side, other: Side) -> tuple[float, ...]:
    """The features named in Facts.NAMES, each from 0 to 1."""
    a, b = one.claim, other.claim
    same, unlike = _numbers(a, b)
    together, apart = _times(a.period, b.period)
    agents = not one.agents.isdisjoint(other.agents)
    return (
        float(a.clause.predicate == b.clause.predicate),
        same,
        unlike,
        together,
        apart,
        float(agents),
        float(bool(one.agents and other.agents) and not agents),
        float(not one.patients.isdisjoint(other.patients)),
        float(a.clause.negated != b.clause.negated),
        float(one.unreal != other.unreal),
        float(not one.voices.isdisjoint(other.voices)),
        float(a.publisher != b.publisher and not one.reports.isdisjoint(other.reports)),
        float(a.clause.speech != b.clause.speech),
        float(a.clause.nominal != b.clause.nominal),
        float(a.document == b.document),
    )


def _entities(claim: Claim, role: str) -> frozenset[str]:
    return frozenset(p.entity for p in claim.participants if p.role == role)


def _voices(claim: Claim) -> frozenset[str]:
    return frozenset(v.entity or v.source.lower() for v in claim.voices)


def reports(claim: Claim) -> frozenset[str]:
    """Bodies on whose say-so the claim is told: two outlets that cite one report tend to tell the same of it."""
    return frozenset(v.entity for v in claim.voices if v.entity and v.type in {EntityType.ORG, EntityType.WORK})


def same_value(a: Quantity, b: Quantity) -> bool:
    """True where two quantities are of one kind and unit and admit the same likely values."""
    if a.kind is not b.kind or a.unit != b.unit:
        return False
    return (a.low == b.low and a.high == b.high) or (a.exact != () and a.exact == b.exact) or _nominal(a) == _nominal(b)


def _near_value(a: Quantity, b: Quantity) -> bool:
    """True where two quantities of one kind, in units of one measure, can be one: a rounded one, a hedged one, a bound."""
    if a.kind is not b.kind or a.low is None or b.low is None:
        return False
    convert = converter(b.unit, a.unit) if a.unit and b.unit else (lambda value: value) if a.unit == b.unit else None
    if convert is None:
        return False
    least, most = (convert(value) for value in (b.low, _top(b)))
    return max(a.low, least) <= min(_top(a), most) * (1 + ROUNDING)


def _top(quantity: Quantity) -> float:
    """The upper bound; what has none ("at least 20") is expected not far above its lower."""
    return quantity.high if quantity.high is not None else BEYOND * (quantity.low or 0.0)


def _nominal(quantity: Quantity) -> float | None:
    """The number that the text names, whatever the hedge."""
    return quantity.low if quantity.low is not None and quantity.low > 0 else quantity.high


def _numbers(a: Claim, b: Claim) -> tuple[float, float]:
    """How telling a number is that the claims share, and how surely both count one thing with unlike numbers (0 to 1)."""
    same = other = 0.0
    for p in a.quantities:
        for q in b.quantities:
            if p.kind is QuantityKind.ORDINAL or q.kind is QuantityKind.ORDINAL:
                continue
            if same_value(p, q) or _near_value(p, q):
                same = max(same, _telling(p, q))
            elif p.kind is q.kind and p.unit == q.unit and p.of is not None and p.of == q.of:
                other = max(other, 1.0 if p.governor == q.governor else OTHER_DEED)
    return same, other


def _telling(p: Quantity, q: Quantity) -> float:
    """A small count says little, and nothing where it counts unlike things; a large one, a sum or a measure says much."""
    value = _nominal(p)
    if value is None:
        return 0.0
    if p.kind is not QuantityKind.COUNT or value > SMALL:
        return 1.0
    if p.of is not None and q.of is not None and p.of != q.of and p.governor != q.governor:
        return 0.0
    return 0.3 if value <= FEW else 0.6


def _times(a: Period, b: Period) -> tuple[float, float]:
    """The common days as a share of the longer period, and whether there is none: a day says little of a decade."""
    if a.start is None or b.start is None or a.end is None or b.end is None:
        return 0.0, 0.0
    together = (min(a.end, b.end) - max(a.start, b.start)).days + 1
    longer = max((a.end - a.start).days, (b.end - b.start).days) + 1
    return (together / longer, 0.0) if together > 0 else (0.0, 1.0)
