"""Dates that differ: the same deed told for different times."""

from collections.abc import Iterator

from sayso.judge.algebra import compare_periods
from sayso.judge.difference import Difference, Value
from sayso.judge.scene import Scene
from sayso.model.alignment import PairScore
from sayso.model.claim import Claim
from sayso.model.enums import DiscrepancyKind, Modality, Verdict
from sayso.model.time import Period

SURE = 0.6
SAME_DEED = 0.55  # cosine of two predicates that may tell of one deed
FUTURE = frozenset({Modality.PREDICTED, Modality.INTENDED, Modality.CONDITIONAL, Modality.HYPOTHETICAL, Modality.DIRECTIVE})


def date_differences(scene: Scene) -> Iterator[Difference]:
    """Differences between the governing times of aligned claims that tell one deed."""
    for pair, a, b in scene.pairs():
        if pair.score < SURE or not _dated(a) or not _dated(b) or a.negated != b.negated:
            continue
        if (a.modality in FUTURE) != (b.modality in FUTURE) or not _one_deed(pair):
            continue
        comparison = compare_periods(a.period, b.period)
        if comparison is None or comparison.verdict is Verdict.AGREE or (a.document == b.document and not scene.together(a, b)):
            continue
        if comparison.verdict is Verdict.COMPATIBLE and (not _narrow(a.period) or not _narrow(b.period)):
            continue
        if comparison.verdict is Verdict.CONFLICT and _elsewhere(a, b):
            continue
        yield Difference(
            kind=DiscrepancyKind.DATE,
            verdict=comparison.verdict,
            left=Value(a.id, a.time_text or "", reads(a.period)),
            right=Value(b.id, b.time_text or "", reads(b.period)),
            topic=f"when: {a.clause.predicate.replace('_', ' ')}",
            why=_sentence(a, b, comparison.why),
            weight=pair.score,
        )


def _dated(claim: Claim) -> bool:
    return claim.period.start is not None and claim.period.end is not None


def _one_deed(pair: PairScore) -> bool:
    return bool(pair.features.get("same_predicate")) or pair.features.get("predicate_meaning", 0.0) >= SAME_DEED


def _narrow(period: Period) -> bool:
    return period.start is not None and period.end is not None and (period.end - period.start).days <= 7


def _elsewhere(a: Claim, b: Claim) -> bool:
    """True where one claim names the other's time as well: then both times stand in it, for different things."""
    return _names(a, b.period) or _names(b, a.period)


def _names(claim: Claim, period: Period) -> bool:
    return any(p.start == period.start and p.end == period.end for _, p in claim.times if p != claim.period)


def _sentence(a: Claim, b: Claim, why: str) -> str:
    return f"“{a.time_text}” ({reads(a.period)}) against “{b.time_text}” ({reads(b.period)}): {why}"


def reads(period: Period) -> str:
    """A period as days: 2025-11-22/2025-11-24, with times of day where known."""
    if period.start is None and period.end is None:
        return "unknown"
    first = ".." if period.start is None else period.start.isoformat()
    last = ".." if period.end is None else period.end.isoformat()
    days = first if first == last else f"{first}/{last}"
    if period.start_time is not None or period.end_time is not None:
        hours = [t.isoformat("minutes") if t else "" for t in (period.start_time, period.end_time)]
        days += f" {hours[0]}" if hours[0] == hours[1] else f" {hours[0]}–{hours[1]}"
    return days
