"""By when what is foretold falls due: up to a deadline, within a span from the telling, or the time that it names."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.time import Period

Timed = Sequence[tuple[str, Period]]

LIMIT = re.compile(
    r"\b(?:deadline|ultimatum|window|grace period|moratorium|truce|time limit|cut-off|expir\w+|laps\w+)\b", re.IGNORECASE
)
_LIMITED = re.compile(
    r"\b(?:by|until|till|before|no later than|not later than|up to|through)\s+"
    r"(?:the |about |around |late |early |at least )*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:after|from|since|starting|beginning|as of)\s+(?:the )?$", re.IGNORECASE)
_WITHIN = re.compile(
    r"\b(?:within|in|over) (?:the )?(?:next |coming |following )?"
    r"(a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,3})?[ -]?(hour|day|week|month|year)s?\b",
    re.IGNORECASE,
)
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12,
}  # fmt: skip
_DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "month": 31, "year": 366}


def horizon(claim: Claim, document: Document | None, around: Timed = ()) -> Period:
    """Between which days what is foretold falls; `around` are the times of its sentence, for a claim that names none.

    A time before the telling is no horizon, except for a deadline. What is only around counts where it is ahead and alone.
    """
    told = document.published.start if document is not None else None
    for text, period in _times(claim):
        if not period.known or (told and period.end and period.end < told and not LIMIT.search(claim.text)):
            continue
        if limited(claim, text) or LIMIT.search(claim.text):
            return Period(start=None, end=period.end)
        if _prefix(claim, text, _FROM):
            return Period(start=period.start, end=None)
        return Period(start=period.start, end=period.end)
    return _within(claim, told) or _around(told, around) or Period()


def limited(claim: Claim, text: str) -> bool:
    """True where the time with these words is a limit: "by Friday", "until noon"."""
    return _prefix(claim, text, _LIMITED)


def has_limit(claim: Claim) -> bool:
    """True where some known time of the claim is a limit."""
    return any(period.known and limited(claim, text) for text, period in claim.times)


def _around(told: dt.date | None, around: Timed) -> Period | None:
    """The one day or stretch of days after the telling that the sentence names."""
    ahead = {(p.start, p.end) for _, p in around if told and p.start and p.end and p.start > told}
    if len(ahead) != 1:
        return None
    start, end = ahead.pop()
    return Period(start=start, end=end)


def _times(claim: Claim) -> Iterator[tuple[str, Period]]:
    if claim.time_text is not None:
        yield claim.time_text, claim.period
    yield from claim.times


def _prefix(claim: Claim, text: str, pattern: re.Pattern[str]) -> bool:
    """True where the words of a time, or what stands before them in the claim, match."""
    at = claim.text.find(text)
    return bool(at >= 0 and pattern.search(claim.text[:at])) or bool(pattern.search(text.split(" ", 1)[0] + " "))


def _within(claim: Claim, told: dt.date | None) -> Period | None:
    match = _WITHIN.search(claim.text)
    if match is None or told is None:
        return None
    amount = match[1] or "a"
    number = int(amount) if amount.isdigit() else _NUMBERS.get(amount.lower(), 1)
    return Period(start=told, end=told + dt.timedelta(days=round(number * _DAYS[match[2].lower()])))
