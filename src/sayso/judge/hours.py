"""Hours that differ: one deed told for two times of one day."""

import datetime as dt
import re
from collections.abc import Iterator

from sayso.judge.dates import FUTURE, HOUR_WORDS, REPEATED, SAYINGS, WEEKDAY, one_thing, time_words
from sayso.judge.difference import Difference, Value
from sayso.judge.likeness import brief, conditioned
from sayso.judge.scene import Scene
from sayso.judge.twins import twins
from sayso.model.alignment import PairScore
from sayso.model.claim import Claim
from sayso.model.enums import DiscrepancyKind, Verdict
from sayso.model.time import Period

SURE = 0.6
CLOCK = re.compile(
    r"\d\s*(?:[ap]\.?\s?m\b|o['’]clock)|\b\d{1,2}[:.]\d\d\b|\bnoon\b|\bmidnight\b|\bhalf past\b|\bquarter (?:past|to)\b",
    re.IGNORECASE,
)
LEAST = 10  # minutes that two clocks must be apart: less is rounding


def hour_differences(scene: Scene) -> Iterator[Difference]:
    """Conflicts between the clock times of aligned claims that tell one deed of one day.

    A bare hour does not say which day is meant, so that the clocks alone are compared where either text names no day.
    """
    for pair, a, b in scene.pairs():
        if _comparable(pair, a, b) and _one_day(a, b) and (apart := _apart(a.period, b.period)) >= LEAST:
            yield Difference(
                kind=DiscrepancyKind.DATE,
                verdict=Verdict.CONFLICT,
                left=Value(a.id, a.time_text or "", _clock(a.period)),
                right=Value(b.id, b.time_text or "", _clock(b.period)),
                topic=f"when: {brief(a, b)}",
                why=f"“{a.time_text}” and “{b.time_text}” are {_length(apart)} apart",
                weight=pair.score,
            )


def _comparable(pair: PairScore, a: Claim, b: Claim) -> bool:
    if pair.score < SURE or a.publisher == b.publisher or not (_timed(a) and _timed(b)) or a.negated != b.negated:
        return False
    if a.period.zone != b.period.zone or (a.modality in FUTURE) != (b.modality in FUTURE):
        return False
    if any(c.clause.nominal or c.clause.speech or conditioned(c) for c in (a, b)):
        return False
    if (REPEATED | SAYINGS) & {a.clause.predicate, b.clause.predicate}:
        return False
    return twins(pair, a, b, time_words(a, b) | HOUR_WORDS) or one_thing(pair, a, b)


def _timed(claim: Claim) -> bool:
    """True where the claim is told for one time of the clock, and names no other."""
    period = claim.period
    told = sum(CLOCK.search(text) is not None for text, _ in claim.times)
    return (
        told == 1
        and CLOCK.search(claim.time_text or "") is not None
        and period.start is not None
        and period.start == period.end
        and period.start_time is not None
        and period.end_time is not None
    )


def _one_day(a: Claim, b: Claim) -> bool:
    """True where the days are one, or either text names none."""
    return a.period.start == b.period.start or any(_bare(c.time_text or "") for c in (a, b))


def _bare(text: str) -> bool:
    """True for words that name an hour and no day."""
    return set(re.findall(r"[a-z]+", text.lower())) <= HOUR_WORDS and not WEEKDAY.search(text.lower())


def _apart(one: Period, other: Period) -> int:
    """Minutes between two times of day; 0 or less where they meet."""
    return max(_minutes(other.start_time) - _minutes(one.end_time), _minutes(one.start_time) - _minutes(other.end_time))


def _minutes(time: dt.time | None) -> int:
    return 0 if time is None else time.hour * 60 + time.minute


def _clock(period: Period) -> str:
    """The times of day alone: of a bare hour the day is no more than a guess."""
    first, last = (f"{t:%H:%M}" for t in (period.start_time, period.end_time) if t is not None)
    return first if first == last else f"{first}–{last}"


def _length(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    told = [f"{n} {unit}{'s' * (n != 1)}" for n, unit in ((hours, "hour"), (rest, "minute")) if n]
    return " and ".join(told)
