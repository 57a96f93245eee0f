"""Days that borrow their month: the second of "April 24 and 25", "March 3-6", the first ones of "3, 5 and 6 March"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.annotate.temporal.rule import Reading
from sayso.model.enums import Anchor

_NEXT = re.compile(
    r"(?:\s*[-–—]\s*|\s+(?:and|or|to|through|until)\s+)(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
    r"(?![\d:%-]|[.,]\d|\s*(?:a\.?m|p\.?m|percent|per\s+cent|million|people|others|years?|months?|weeks?|days?|hours?|minutes?)\b"
    r"|\s+(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
    r"(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)
_FIRST = re.compile(r"(?<![\d$€£#.,:/-])(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?:\s*[-–—]\s*|\s+(?:and|or|to)\s+)$")
_LISTED = re.compile(r"(?<![\d$€£#.,:/-])(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?,\s+$")  # "3" of "3, 5 and 9 June"
_SHORT_YEAR = re.compile(r"[-–](?P<year>\d\d)\b(?![-–/\d])")
_SPAN = 40  # years that "2005-07" may span
_YEAR = re.compile(r"\d{4}")
_MONTH_FIRST = re.compile(r"[A-Za-z]")


def coordinate(text: str, readings: Iterable[Reading]) -> Iterator[Reading]:
    """The readings with those days beside them that share their month; nothing reaches past a neighbour."""
    found = list(readings)
    done = 0
    for at, reading in enumerate(found):
        if reading.start < done:
            continue  # the year that a pair of days has taken in
        floor = found[at - 1].end if at else 0
        if _YEAR.fullmatch(reading.value) and reading.anchor is Anchor.ABSOLUTE:
            group = list(_years(text, reading))
        elif reading.value.count("-") != 2 or reading.unit not in (None, "month-day") or "T" in reading.value:
            group = [reading]
        elif _MONTH_FIRST.search(text[reading.start : reading.start + 1]):
            group = list(_following(text, reading, _limit(found, at, len(text))))
        else:
            group = _preceding(text, reading, floor)
        yield from group
        done = group[-1].end


def _limit(found: list[Reading], at: int, end: int) -> int:
    """Up to where a second day may reach: the next reading, or the end of it where it is but a year."""
    if at + 1 == len(found):
        return end
    after = found[at + 1]
    return after.end if _YEAR.fullmatch(after.value) and after.anchor is Anchor.ABSOLUTE else after.start


def _years(text: str, reading: Reading) -> Iterator[Reading]:
    """The year, and that after the dash in "2005-07"."""
    yield reading
    match = _SHORT_YEAR.match(text, reading.end)
    year = int(reading.value)
    if match and 0 < int(match["year"]) - year % 100 <= _SPAN and text[reading.start : reading.end] == reading.value:
        value = f"{reading.value[:2]}{match['year']}"
        yield replace(reading, start=match.start("year"), end=match.end(), value=value)


def _following(text: str, reading: Reading, limit: int) -> Iterator[Reading]:
    match = _NEXT.match(text, reading.end, limit)
    if match is None or int(match["day"]) <= int(reading.value[8:10]):
        yield reading
        return
    month = reading.value[4:8]
    year = match["year"] or reading.value[:4]
    shared: dict[str, object] = {"anchor": Anchor.ABSOLUTE, "unit": None} if match["year"] else {}
    yield replace(reading, value=year + month + reading.value[8:], **shared)  # type: ignore[arg-type]
    second = replace(reading, start=match.start("day"), end=match.end(), value=f"{year}{month}{int(match['day']):02d}")
    yield replace(second, **shared)  # type: ignore[arg-type]


def _preceding(text: str, reading: Reading, floor: int) -> list[Reading]:
    group = [reading]
    pattern = _FIRST
    while match := pattern.search(text, max(floor, group[0].start - 10), group[0].start):
        day = int(match["day"])
        if day >= int(group[0].value[8:10]):
            break
        value = f"{reading.value[:8]}{day:02d}"
        group.insert(0, replace(reading, start=match.start("day"), end=match.end("day"), value=value))
        pattern = _LISTED
    return group
