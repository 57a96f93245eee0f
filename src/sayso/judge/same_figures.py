"""Whether two claims give the same figures: who retells a report keeps them, and who counts anew has others."""

from sayso.judge.algebra import verdict_of
from sayso.model.claim import Claim
from sayso.model.enums import QuantityKind, Verdict
from sayso.model.quantity import Quantity

_SMALL, _ROUND = 100, 10
_ALIKE = frozenset({Verdict.AGREE, Verdict.COMPATIBLE})


def figures_agree(claim: Claim, other: Claim) -> bool:
    """False where a figure of the claim can be set against those of the other, and meets none of them."""
    for figure in _figures(claim):
        told = [_alike(figure, q) for q in _figures(other) if verdict_of(figure, q) is not None]
        if told and not any(told):
            return False
    return True


def figures_shared(claim: Claim, other: Claim) -> bool:
    """True where the figures of the claim agree with the other's, and at least one of them stands there too."""
    own = _figures(claim)
    if not own:
        return True
    meets = any(_alike(p, q) for p in own for q in _figures(other))
    return meets and figures_agree(claim, other)


def telling_figure(claim: Claim, other: Claim) -> bool:
    """True where both give one figure that is neither small nor round nor somebody's age: 148, not 40 and not 11."""
    own = [q for q in _figures(claim) if q.kind is not QuantityKind.AGE and q.value is not None]
    return any(
        p.value == q.value and p.value is not None and p.value > _SMALL and p.value % _ROUND
        for p in own
        for q in _figures(other)
        if p.kind is q.kind
    )


def _alike(a: Quantity, b: Quantity) -> bool:
    """True where two figures can be one: "more than 400" admits 600 strictly, and leads nobody to expect it."""
    if verdict_of(a, b) not in _ALIKE:
        return False
    if a.unit != b.unit:
        return True
    lows = [q.likely_low if q.likely_low is not None else q.low for q in (a, b)]
    highs = [q.likely_high if q.likely_high is not None else q.high for q in (a, b)]
    low, high = (
        max(v for v in (*lows, float("-inf")) if v is not None),
        min(v for v in (*highs, float("inf")) if v is not None),
    )
    return low <= high


def _figures(claim: Claim) -> tuple[Quantity, ...]:
    return tuple(q for q in claim.quantities if q.kind is not QuantityKind.ORDINAL)
