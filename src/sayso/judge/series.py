"""Figures over time: what the texts count of one thing, with the day for which each value was told."""

from msgspec import Struct

from sayso.judge.counted import counted, partial, value_of
from sayso.judge.scene import Scene
from sayso.judge.tolls import LARGEST_RATIO, TOLD, past
from sayso.model.claim import Claim
from sayso.model.dossier_findings import Series, SeriesPoint
from sayso.model.dossier_texts import Number, number
from sayso.model.enums import QuantityKind
from sayso.model.quantity import Quantity


class Told(Struct, frozen=True):
    """A value of a series with its claim."""

    claim: Claim
    quantity: Quantity


def series(scene: Scene) -> tuple[Series, ...]:
    """One series for each growing count that at least two documents tell with at least two values."""
    held: dict[str, list[Told]] = {}
    for claim in sorted(scene.claims.values(), key=lambda c: (c.document, c.start, c.end)):
        if claim.modality not in TOLD or claim.clause.nominal or past(scene, claim):
            continue
        for quantity in claim.quantities:
            key = counted(quantity, claim)
            if key.grows and quantity.kind is QuantityKind.COUNT and not partial(quantity):
                held.setdefault(key.words(), []).append(Told(claim, quantity))
    held = {about: _comparable(told) for about, told in held.items()}
    return tuple(
        Series(about=about, unit=None, points=_points(scene, told)) for about, told in sorted(held.items()) if _moves(told)
    )


def _comparable(told: list[Told]) -> list[Told]:
    """The values within reach of the middle one: a count of another scope or event is no point of the series."""
    values = sorted(v for t in told if (v := value_of(t.quantity)) > 0)
    if not values:
        return told
    middle = values[len(values) // 2]
    return [t for t in told if middle / LARGEST_RATIO <= value_of(t.quantity) <= middle * LARGEST_RATIO]


def _moves(told: list[Told]) -> bool:
    values = {(t.quantity.low, t.quantity.high, t.quantity.exact) for t in told}
    return len(values) > 1 and len({t.claim.document for t in told}) > 1


def _points(scene: Scene, told: list[Told]) -> tuple[SeriesPoint, ...]:
    points: dict[tuple[str, Number | None, Number | None], SeriesPoint] = {}
    for t in told:
        point = SeriesPoint(
            low=number(t.quantity.low), high=number(t.quantity.high), as_of=_as_of(scene, t.claim), claim=t.claim.id
        )
        points.setdefault((t.claim.document, point.low, point.high), point)
    return tuple(sorted(points.values(), key=lambda p: (p.as_of or "9999", p.low or 0, p.high or 0, p.claim)))


def _as_of(scene: Scene, claim: Claim) -> str | None:
    """The day for which a count was told: the day the claim names if it is one, else the last possible publication."""
    period = claim.period
    if period.start is not None and period.start == period.end and not scene.background(period, 7):
        return period.end.isoformat() if period.end else None
    first, last = scene.published[claim.document]
    return last.isoformat() if first is not None and first == last else None
