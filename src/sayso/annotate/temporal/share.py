"""What the first of two times borrows from the second.

The year in "between March and June 2011", the day in "from 2 p.m. to 4 p.m. on Sunday", the zone in "9 a.m. to 5 p.m. GMT".
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.annotate.temporal.rule import Reading
from sayso.model.enums import Anchor, TimeKind

_SHAPE = (
    r"(?:(?:the\s+)?(?:(?:very\s+)?(?:early|late|mid)(?:\s+|-)|(?:start|beginning|middle|end)\s+of\s+)|about\s+|around\s+)?"
)
_JOINT = re.compile(
    rf"(?:\s+(?P<word>and|or|to|through|until|till)\s+|\s*(?P<dash>[-–—])\s*){_SHAPE}(?:the\s+)?", re.IGNORECASE
)
_LIST = re.compile(r",\s+")
_BETWEEN = re.compile(r"\b(?:between|from)\s+(?:about\s+|around\s+)?$", re.IGNORECASE)
_STRETCH = frozenset(("to", "through", "until", "till"))
_YEARLY = frozenset(("month", "month-day", "season", "quarter", "half", "holiday"))
_MONTHS = re.compile(r"[\dX]{4}-(\d\d)(?:-(\d\d))?")
_LONGEST = 30  # characters between the two
_WRAP = 6  # months: "in December and January 2012" begins the year before, "in May and April 2012" does not


def share(text: str, readings: Sequence[Reading]) -> list[Reading]:
    """The readings, each completed from the one after it; read from the right, so that a list passes its year on."""
    found = list(readings)
    taken = False
    for at in range(len(found) - 2, -1, -1):
        first, second = found[at], found[at + 1]
        gap = text[first.end : second.start] if second.start - first.end <= _LONGEST else ""
        joint = _JOINT.fullmatch(gap)
        stretch = joint is not None and _spans(text, first, joint)
        if joint or (taken and _LIST.fullmatch(gap)):
            found[at] = _borrowed(first, second, stretch=stretch)
        taken = found[at] is not first
    return found


def recurring(text: str, readings: Sequence[Reading]) -> list[Reading]:
    """The readings, a weekday beside a recurring one recurring too: "every Monday, Tuesday and Friday"."""
    found = list(readings)
    for at in range(1, len(found)):
        before, reading = found[at - 1], found[at]
        if (
            before.kind is not TimeKind.SET
            or before.unit != "weekday"
            or reading.unit != "weekday"
            or reading.amount is not None
        ):
            continue
        gap = text[before.end : reading.start] if reading.start - before.end <= _LONGEST else ""
        listed = at + 1 < len(found) and found[at + 1].unit == "weekday" and _LIST.fullmatch(gap)
        if listed or _JOINT.fullmatch(gap):
            found[at] = replace(reading, kind=TimeKind.SET, anchor=Anchor.NONE)
    return found


def alongside(text: str, readings: Sequence[Reading]) -> list[Reading]:
    """The readings, a later weekday seen from where the one before it is: "next Monday and Tuesday"."""
    found = list(readings)
    for at in range(1, len(found)):
        before, reading = found[at - 1], found[at]
        if before.unit != "weekday" or reading.unit != "weekday" or before.kind is TimeKind.SET:
            continue
        ahead = before.amount is not None and before.amount >= 0 and reading.amount is None
        gap = text[before.end : reading.start] if reading.start - before.end <= _LONGEST else ""
        if ahead and before.value[:10] < reading.value[:10] and _JOINT.fullmatch(gap):
            found[at] = replace(reading, amount=before.amount, anchor=before.anchor)
    return found


def _spans(text: str, first: Reading, joint: "re.Match[str]") -> bool:
    """True for a stretch from one to the other, False for two times of which each stands for itself."""
    word = (joint["word"] or "").lower()
    return bool(joint["dash"]) or word in _STRETCH or bool(_BETWEEN.search(text, max(0, first.start - 16), first.start))


def _borrowed(first: Reading, second: Reading, *, stretch: bool) -> Reading:
    if first.unit == "clock":
        return _with_day(first, second, stretch=stretch)
    if first.value.startswith("XXXX-XX-") and first.unit == "month":
        return _with_month(first, second)
    if first.unit not in _YEARLY or first.amount is not None or first.anchor is not Anchor.PUBLICATION:
        return first
    if not first.value.startswith("XXXX-") or not _alike(first, second):
        return first
    back = _before_its_year(first.value, second.value, stretch=stretch)
    if second.anchor is Anchor.ABSOLUTE:
        unit = "holiday" if first.unit == "holiday" else None
        value = f"{int(second.value[:4]) - back:04d}{first.value[4:]}"
        return replace(first, value=value, unit=unit, anchor=Anchor.ABSOLUTE)
    if second.unit == "year" and second.amount is not None:  # "March or April last year"
        return replace(first, unit="year", amount=second.amount - back, anchor=second.anchor)
    return first


def _with_month(first: Reading, second: Reading) -> Reading:
    """Reads "the 3rd" in "the 3rd and the 9th of May"."""
    match = _MONTHS.match(second.value)
    if match is None or not match[2] or second.unit not in (None, "month-day") or int(first.value[8:10]) >= int(match[2]):
        return first
    return replace(
        first, value=second.value[:8] + first.value[8:10], unit=second.unit, amount=second.amount, anchor=second.anchor
    )


def _alike(first: Reading, second: Reading) -> bool:
    """True where both name a part of the year, and the second has its year."""
    year, _, rest = second.value.partition("-")
    if first.kind is not TimeKind.DATE or second.kind is not TimeKind.DATE or not rest or rest.startswith("W"):
        return False
    return year.isdigit() if second.anchor is Anchor.ABSOLUTE else second.unit == "year"


def _before_its_year(first: str, second: str, *, stretch: bool) -> bool:
    """True where the first lies in the year before that of the second."""
    a, b = _MONTHS.match(first), _MONTHS.match(second)
    if a is None or b is None:
        return stretch and first[5:7] in ("WI", "FA") and second[5:7] in ("SP", "SU")
    start, end = (int(a[1]), int(a[2] or 1)), (int(b[1]), int(b[2] or 31))
    return start > end and (stretch or (end[0] - start[0]) % 12 < _WRAP)


def _with_day(first: Reading, second: Reading, *, stretch: bool) -> Reading:
    if second.kind is not TimeKind.TIME or ":" not in second.value:
        return first
    zone = first.zone or second.zone
    if second.unit == "clock":
        return replace(first, zone=zone)
    clock, until = first.value.partition("T")[2], second.value.partition("T")[2]
    day = second.value.partition("T")[0]
    amount = second.amount
    if stretch and clock > until:  # "from 10 p.m. to 2 a.m. on Sunday"
        if second.unit == "day" and amount is not None:
            amount -= 1
        else:
            day = _day_before(day)
    return replace(second, start=first.start, end=first.end, value=f"{day}T{clock}", zone=zone, amount=amount)


def _day_before(day: str) -> str:
    """The day before a weekday or a day of a month; of any other day the day itself."""
    if day.startswith("XXXX-WXX-"):
        return f"XXXX-WXX-{(int(day[9:]) - 2) % 7 + 1}"
    try:
        back = dt.date.fromisoformat(day.replace("XXXX", "2001")) - dt.timedelta(days=1)
    except ValueError:
        return day
    return f"{day[:4] if day.startswith('XXXX') else f'{back.year:04d}'}{back.isoformat()[4:]}"
