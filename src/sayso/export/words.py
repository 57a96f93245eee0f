"""Words that every export shares: dates for a reader, counts with their noun, lists cut short."""

import re
from collections.abc import Sequence

from sayso.export.plain import one_line
from sayso.model.dossier_findings import SeriesPoint
from sayso.model.dossier_texts import DossierClaim

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SECONDS = re.compile(r"(?<=^\d\d:\d\d):\d\d(?:\.\d+)?")
_FIGURES = re.compile(r"\d(?:.*\d)?")
_SPELLED = "no one two three four five six seven eight nine ten eleven twelve".split()


def count(number: int, noun: str, plural: str | None = None) -> str:
    """`1 origin`, `3 origins`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def spelled(number: int, noun: str, plural: str | None = None) -> str:
    """`one origin`, `three origins`; in figures beyond twelve."""
    word = _SPELLED[number] if 0 <= number < len(_SPELLED) else f"{number:,}"
    return f"{word} {noun if number == 1 else plural or noun + 's'}"


def listed(names: Sequence[str], most: int = 4) -> str:
    """`A`, `A and B`, `A, B and C`; beyond `most` names the rest is counted: `A, B, C and 4 more`."""
    if len(names) <= most:
        return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
    return f"{', '.join(names[: most - 1])} and {len(names) - most + 1} more"


def day(iso: str | None) -> str:
    """`2031-03-04` as `4 March 2031`, with hour and minute where there are any; anything else as it stands, on one line."""
    if iso is None:
        return "unknown"
    date, _, time = iso.partition("T")
    parts = date.split("-")
    if len(parts) != 3 or not all(p.isdigit() for p in parts) or not 1 <= int(parts[1]) <= 12:
        return one_line(iso)
    told = f"{int(parts[2])} {_MONTHS[int(parts[1]) - 1]} {int(parts[0])}"
    return f"{told}, {_SECONDS.sub('', one_line(time), count=1)}" if time else told


def days(start: str | None, end: str | None) -> str:
    """A period in words: one day, from … to …, by …, from … on; `date unknown` where both ends are open."""
    if start == end:
        return day(start) if start else "date unknown"
    if start is None:
        return f"by {day(end)}"
    if end is None:
        return f"from {day(start)} on"
    return f"{_shortened(start, end)} to {day(end)}"


def _shortened(start: str, end: str) -> str:
    """The first day without the month and year that it shares with the last."""
    told, same_year, same_month = day(start), start[:4] == end[:4], start[:7] == end[:7]
    if "T" in start or "T" in end or not same_year or len(told.split()) != 3:
        return told
    return told.split()[0] if same_month else " ".join(told.split()[:2])


def interval(low: float | None, high: float | None) -> str:
    """The values from `low` to `high`, None unbounded: `9`, `9 or more`, `up to 20`, `15 to 20`."""
    if low is not None and high is not None:
        return f"{low:,}" if low == high else f"{low:,} to {high:,}"
    if low is not None:
        return f"{low:,} or more"
    return "any number" if high is None else f"up to {high:,}"


def told_value(point: SeriesPoint, claim: DossierClaim | None, text: str) -> str:
    """The value of a point with the hedge of its claim in the document's `text`: `at least 14`, `some 60`, `17`."""
    for q in claim.quantities if claim else ():
        if q.hedge and (q.low, q.high) == (point.low, point.high):
            hedge, figures = one_line(q.hedge).lower(), _FIGURES.search(one_line(text[q.start : q.end]))
            told = figures[0] if figures else interval(*((q.low, q.low) if q.high is None else (q.high, q.high)))
            if one_line(text[q.start : q.end]).lower().startswith(hedge):
                return f"{hedge} {told}"
    if point.high is None and point.low is not None:
        return f"at least {point.low:,}"
    return interval(point.low, point.high)
