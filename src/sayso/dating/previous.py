"""Times counted from a time told before: "two days later", "the same week", "the quarter", "a year earlier"."""

import re

from msgspec.structs import replace

from sayso.dating.monthday import day_of_month
from sayso.dating.reference import base_day, last_day, latest
from sayso.dating.relate import relate
from sayso.dating.shape import counted, shaped
from sayso.dating.values import period_of
from sayso.dating.walk import Walk, from_days, result
from sayso.model.enums import TimeKind
from sayso.model.time import Grounded, Period, TimeExpression

_QUARTER = re.compile(r"(\d{4})-(Q[1-4])")
_OF_A_YEAR = re.compile(r"\d{4}-QX")
_DAY_OF_MONTH = re.compile(r"XXXX-XX-\d\d(?:T.*)?")
_QUARTERLY = re.compile(r"[\dX]{4}-QX")
_EARLIER = re.compile(r"\b(?:earlier|before|previously)\b", re.IGNORECASE)
_LATER = re.compile(r"\b(?:later|after(?:wards?)?|earlier|before|previously)\b", re.IGNORECASE)
_LATEST = re.compile(r"\blatest\b", re.IGNORECASE)
_BACK = re.compile(r"\b(?:that|same)\b", re.IGNORECASE)
_FAR = 200  # times looked back at
_NEARBY, _CLOSE = 800, 200  # characters


def from_previous(walk: Walk, index: int) -> Grounded:
    """Grounds times[index] from the time told before it."""
    time = walk.times[index]
    if _QUARTERLY.match(time.value) or time.unit == "quarter":
        return _from_quarter(walk, index)
    if _DAY_OF_MONTH.fullmatch(time.value):
        return day_of_month(walk, index)
    plain = not _BACK.search(time.text)
    if plain and time.amount == 0 and time.unit in ("year", "month", "week", "weekend"):
        return from_days(walk, time, walk.days, "publication")
    if time.value == "XXXX" and time.unit == "year" and time.amount == -1:
        return a_year_before(walk, index)
    at = latest(walk.times, walk.done)
    if time.amount == 0 and time.kind is TimeKind.TIME:
        at = _same_part(walk, time)
    if at is None:
        return result(time, Period(), time.value, "counted from a time told before, and there is none")
    return _counted(walk, time, walk.done[at])


def _same_part(walk: Walk, time: TimeExpression) -> int | None:
    """For "that night": the last day that its own paragraph tells, else the night told of just before, else the last day."""
    day = last_day(walk.times, walk.done)
    if day is not None and "\n" not in walk.document.text[walk.times[day].end : time.start]:
        return day
    part = time.value.partition("T")[2]
    last = len(walk.done) - 1
    alike = (i for i in range(last, max(-1, last - _FAR), -1) if walk.done[i].value.endswith("T" + part))
    same = next((i for i in alike if walk.done[i].period.known), None)
    near = same is not None and time.start - walk.times[same].end < _NEARBY
    return same if near else day


def _counted(walk: Walk, time: TimeExpression, base: Grounded) -> Grounded:
    basis = f"counted from {base.text!r} ({base.value})"
    if time.amount is None and not time.value.endswith("_REF") and _LATER.search(time.text):
        way = "BEFORE" if _EARLIER.search(time.text) else "AFTER"
        return result(time, counted(base.period, replace(time, modifier=way)), time.value, basis)
    if time.value.endswith("_REF") or (time.amount is None and time.unit not in ("weekday", "month", "season")):
        return result(time, Period(), time.value, "vague, counted from a time told before")
    day = base_day(base.period, (time.amount or 0) > 0)
    value = relate(time, day) if day else None
    if value is None:
        return result(time, Period(), time.value, f"not understood, {basis}")
    return result(time, shaped(period_of(value), time, walk.told), value, basis)


def last_quarter(walk: Walk, *, over: bool = False) -> tuple[str, Grounded] | None:
    """The quarter told of last, passing over those that are only compared with; with `over` one that has ended."""
    last = len(walk.done) - 1
    for at in range(last, max(-1, last - _FAR), -1):
        time, grounded = walk.times[at], walk.done[at]
        compared = (time.unit == "year" and time.amount) or _OF_A_YEAR.match(time.value)
        if not _QUARTER.match(grounded.value) or compared:
            continue
        end = period_of(grounded.value).end
        if not over or walk.told is None or (end and end < walk.told.first):
            return grounded.value, grounded
    return None


def _from_quarter(walk: Walk, index: int) -> Grounded:
    """Reads "the quarter", "the year-earlier quarter": the one told of, else the last that is over."""
    time = walk.times[index]
    years = round(time.amount or 0) if time.unit == "year" else 0
    quarters = round(time.amount or 0) if time.unit == "quarter" else 0
    last = last_quarter(walk, over=years < 0 or bool(_LATEST.search(time.text)))
    if last and time.value[:4].isdigit():
        return _quarter_of_a_year(walk, time, last)
    if last:
        value = _quarter_on(last[0], 4 * years + quarters)
        basis = f"counted from {last[1].text!r} ({last[0]})"
        return result(time, shaped(period_of(value), time, walk.told), value, basis)
    if time.value[:4].isdigit():
        value = time.value[:4]
        return result(time, shaped(period_of(value), time, walk.told), value, "some quarter of the year")
    over = replace(time, unit="quarter", value="XXXX-QX", amount=4 * years + min(quarters, 0) - (0 if quarters < 0 else 1))
    found = from_days(walk, over, walk.days, "publication")
    return found if found.period.known else replace(found, value=time.value)


def _quarter_of_a_year(walk: Walk, time: TimeExpression, last: tuple[str, Grounded]) -> Grounded:
    """Reads "the 2011 quarter": of that year the quarter that was told of."""
    value = time.value[:4] + last[0][4:]
    return result(time, shaped(period_of(value), time, walk.told), value, f"the quarter of {last[1].text!r} ({last[0]})")


def _quarter_on(value: str, quarters: int) -> str:
    match = _QUARTER.match(value)
    if match is None:
        return value
    index = int(match[1]) * 4 + int(match[2][1]) - 1 + quarters
    return f"{index // 4:04d}-Q{index % 4 + 1}"


def a_year_before(walk: Walk, index: int) -> Grounded:
    """Reads "a year earlier": of a quarter told of nearby, else of a year told just before, else before publication."""
    time = walk.times[index]
    last = last_quarter(walk, over=True)
    if last and time.start - last[1].end < _NEARBY:
        value = _quarter_on(last[0], -4)
        return result(time, shaped(period_of(value), time, walk.told), value, f"counted from {last[1].text!r} ({last[0]})")
    at = latest(walk.times, walk.done)
    if (
        at is not None
        and time.start - walk.done[at].end < _CLOSE
        and not (walk.times[at].unit == "year" and walk.times[at].amount)
    ):
        return _counted(walk, time, walk.done[at])
    return from_days(walk, time, walk.days, "publication")
