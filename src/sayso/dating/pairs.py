"""Times that stand side by side and say one thing: the two ends of a stretch, one moment in two zones."""

import datetime as dt
import re

from msgspec.structs import replace

from sayso.dating.reference import day_of
from sayso.dating.shape import shift
from sayso.dating.values import days_on
from sayso.dating.walk import Walk, from_days
from sayso.model.enums import Anchor, TimeKind
from sayso.model.time import Grounded, Period, TimeExpression

_BESIDE = re.compile(r"\s*[(,/]?\s*(?:or\s+)?")
_OF = re.compile(r"\s+of\s+(?:the\s+)?")
_END_OF = re.compile(r"(?:the\s+)?(?P<which>first|opening|last|final)\b", re.IGNORECASE)
_WHOLE = re.compile(r"P(\d{1,4})[A-Z]")
_PARTS = ("day", "week", "month", "quarter")
_OPENS = re.compile(r"\s*\(\s*")
_CLOSES = re.compile(r"\s*\)\s*,?\s*(?:(?:early|late)\s+)?(?:on\s+)?(?:(?:early|late)\s+)?")
_OR = re.compile(r"(?:,(?:[^.;!?]{1,24},)?)?\s+or\s+")
_COMES_ROUND = frozenset(("weekday", "month", "month-day", "season", "holiday"))
_DAY, _HALF = 1440, 720  # minutes


def pair_ends(walk: Walk) -> None:
    """Reads "from A to B": both stand for the whole stretch."""
    for i in range(len(walk.times) - 1):
        a, b = walk.times[i], walk.times[i + 1]
        if "FROM" not in (a.modifier or "").split() or "TO" not in (b.modifier or "").split():
            continue
        first, second = _in_order(walk, i)
        start, end = first.period.start, second.period.end
        if start is None or end is None or start > end:
            continue
        whole = Period(start, end, first.period.start_time, second.period.end_time, first.period.zone)
        for at, found in ((i, first), (i + 1, second)):
            walk.done[at] = replace(found, period=whole, basis=f"{found.basis}; a stretch with its other end")


def _in_order(walk: Walk, i: int) -> tuple[Grounded, Grounded]:
    """The two ends of a stretch; where they would stand the wrong way round, the one without its year is moved.

    In "from November 2029 to March" March is that of 2030, in "from Thursday to Monday" Thursday comes before Monday.
    """
    first, second = walk.done[i], walk.done[i + 1]
    start, end = first.period.start, second.period.start
    if start is None or end is None or start <= end:
        return first, second
    if _turns(walk.times[i + 1]):
        after = from_days(
            walk, replace(walk.times[i + 1], tense="future", amount=1), (start,), f"the start of the stretch, {first.text!r}"
        )
        return first, after
    if _turns(walk.times[i]):
        before = from_days(walk, replace(walk.times[i], amount=-1), (end,), f"the end of the stretch, {second.text!r}")
        return before, second
    return first, second


def _turns(time: TimeExpression) -> bool:
    """True for what comes round and has nothing that says which one."""
    return time.amount is None and time.unit in _COMES_ROUND and time.anchor in (Anchor.PUBLICATION, Anchor.SPEAKING)


def pair_zones(walk: Walk) -> None:
    """One moment in two zones: "11:10 p.m. (0210 GMT on Wednesday)" was on Tuesday; "Wednesday, or late Tuesday abroad"."""
    for i in range(len(walk.times) - 1):
        gap = walk.document.text[walk.times[i].end : walk.times[i + 1].start]
        if _BESIDE.fullmatch(gap):
            _one_moment(walk, i, i + 1)
            _one_moment(walk, i + 1, i)
        if _OR.fullmatch(gap):
            _nearest(walk, i)


def pair_weeks(walk: Walk) -> None:
    """Gives "the week of 9 May", "the weekend of 9 and 10 May" the week that the day lies in."""
    for i in range(len(walk.times) - 1):
        week, day = walk.times[i], walk.times[i + 1]
        if (
            week.unit not in ("week", "weekend")
            or week.amount != 0
            or not _OF.fullmatch(walk.document.text, week.end, day.start)
        ):
            continue
        found = day_of(walk.done[i + 1], day)
        if found:
            walk.done[i] = from_days(walk, replace(week, tense="future"), (found,), f"the day in it, {day.text!r}")


def pair_parts(walk: Walk) -> None:
    """Gives "the first three months of 2026" the months at that end of the year."""
    for i in range(len(walk.times) - 1):
        length, whole = walk.times[i], walk.done[i + 1]
        end, amount = _END_OF.match(length.text), _WHOLE.match(length.value)
        if length.kind is not TimeKind.DURATION or not end or not amount or length.unit not in _PARTS:
            continue
        of = _OF.fullmatch(walk.document.text, length.end, whole.start)
        period = _at_the_end(whole.period, length.unit, int(amount[1]), first=end["which"].lower() in ("first", "opening"))
        if of and period and walk.times[i + 1].kind is TimeKind.DATE:
            walk.done[i] = replace(walk.done[i], period=period, basis=f"the part of {whole.text!r} ({whole.value})")


def _at_the_end(whole: Period, unit: str, amount: int, *, first: bool) -> Period | None:
    """So many units at the beginning or the end of a period; None where they are not all in it."""
    start, end = whole.start, whole.end
    if start is None or end is None:
        return None
    beyond = days_on(end, 1)
    edge = shift(start, unit, amount) if first else shift(beyond, unit, -amount) if beyond else None
    if edge is None or beyond is None or not start < edge <= beyond:
        return None
    return Period(start, days_on(edge, -1)) if first else Period(edge, end)


def pair_days(walk: Walk) -> None:
    """Gives two bare times of day the day told after both: "at 3:15 a.m. (0215 GMT) on Tuesday"."""
    for i in range(len(walk.times) - 2):
        local, other, day = walk.times[i : i + 3]
        text = walk.document.text
        if local.unit != "clock" or other.unit != "clock" or not _OPENS.fullmatch(text, local.end, other.start):
            continue
        found = day_of(walk.done[i + 2], day) if _CLOSES.fullmatch(text, other.end, day.start) else None
        if found is None or day.unit == "clock":
            continue
        walk.done[i] = from_days(walk, local, (found,), f"the day told after it, {day.text!r}")
        walk.done[i + 1] = from_days(walk, other, (found,), f"the day told after it, {day.text!r}")
        _moved(walk, i + 1, i)


def _one_moment(walk: Walk, bare: int, dated: int) -> None:
    """Gives a bare time of day the day that it has by the zone of the other, which names its day."""
    time, other = walk.times[bare], walk.times[dated]
    if time.unit == "clock" and other.unit != "clock" and time.zone != other.zone:
        _moved(walk, bare, dated)


def _moved(walk: Walk, bare: int, dated: int) -> None:
    time = walk.times[bare]
    first, second = walk.done[bare].period, walk.done[dated].period
    if not first.start_time or not second.start or not second.start_time or second.start != second.end:
        return
    at, there = _minutes(first.start_time), _minutes(second.start_time)
    apart = (at - there + _HALF) % _DAY - _HALF
    day = second.start + dt.timedelta(days=(there + apart) // _DAY)
    value = f"{day.isoformat()}T{time.value.partition('T')[2]}"
    basis = f"the moment of {walk.done[dated].text!r} in another zone ({second.start})"
    walk.done[bare] = replace(walk.done[bare], period=replace(first, start=day, end=day), value=value, basis=basis)


def _nearest(walk: Walk, i: int) -> None:
    """A weekday given as another name of the time before it is the one nearest to that."""
    time, period = walk.times[i + 1], walk.done[i].period
    base, found = period.start, walk.done[i + 1].period
    if (
        time.unit != "weekday"
        or not base
        or base != period.end
        or not found.start
        or not walk.times[i].value.startswith("XXXX-WXX")
    ):
        return
    if walk.times[i].kind is not TimeKind.TIME:
        return  # "on Monday or Tuesday"
    away = (int(time.value[9]) - base.isoweekday() + 3) % 7 - 3
    day = base + dt.timedelta(days=away)
    value = day.isoformat() + "".join(time.value.partition("T")[1:])
    basis = f"weekday nearest to {walk.done[i].text!r} ({base})"
    walk.done[i + 1] = replace(walk.done[i + 1], period=replace(found, start=day, end=day), value=value, basis=basis)


def _minutes(time: dt.time) -> int:
    return time.hour * 60 + time.minute
