"""Rules for lengths of time as such ("three weeks", "for months") and those counted from an event ("12 days after …")."""

import re
from dataclasses import replace

from sayso.annotate.temporal.lexicon import UNITS, unit_name
from sayso.annotate.temporal.measure import LENGTH, OR_SO, PER_DAY, PLURAL, PLURALS, duration, measure, plausible
from sayso.annotate.temporal.numbers import FIRST, parse_amount
from sayso.annotate.temporal.rule import Reading, Rule, rule
from sayso.model.enums import Anchor, TimeKind

_FORWARD = {"after", "from", "following", "since", "into"}
_EVENT_WAYS = r"after|before|following|prior\s+to|ahead\s+of|from(?!\s+now)|since|into"
_TO_THE = re.compile(r"\bto\s+$", re.IGNORECASE)
_AS_MANY = re.compile(r"\bas\s+many\s+$", re.IGNORECASE)
_HOURS = re.compile(r"\b(?:hours|days|minutes)\s+$", re.IGNORECASE)
_HEAD = re.compile(r"(?:^|[.!?:\n]|[\"“”‘'(]|[-–—])\s*$")
_SMALL_HOURS = re.compile(r"\b(?:early|late|small|wee)\s+$", re.IGNORECASE)
_RATE = re.compile(
    r"(?:\$|€|£|%|\bpercent\b|\bper\s+cent\b|\bpence\b|\bcents\b|\b(?:m|b|tr)illion\b|\b\d[\d,.]*\b|"
    r"\bonce\b|\btwice\b|\btimes\b|\w+s)\s*$",
    re.IGNORECASE,
)


def _length(match: "re.Match[str]") -> Reading | None:
    amount, unit = measure(match)
    if not plausible(match):
        return None
    if match["upper"] and parse_amount(match["upper"]) is None:
        return None
    article = match["amount"].lower() in ("a", "an")
    if article and _HOURS.search(match.string, max(0, match.start() - 9), match.start()):
        return None
    exact = match["mid"] or match["and"]
    if article and not exact and _RATE.search(match.string, max(0, match.start() - 16), match.start()):
        return Reading(match.start(), match.end(), TimeKind.SET, duration(1, unit), Anchor.NONE, unit, 1)
    return Reading(match.start(), match.end(), TimeKind.DURATION, duration(amount, unit), Anchor.NONE, unit, amount)


def _sign(match: "re.Match[str]") -> int:
    return 1 if match["way"].lower() in _FORWARD else -1


def _counted(match: "re.Match[str]", end: int, amount: float | None, unit: str) -> Reading:
    sign = _sign(match)
    signed = None if amount is None else sign * amount
    modifier = "AFTER" if sign > 0 else "BEFORE"
    return Reading(match.start(), end, TimeKind.DURATION, duration(amount, unit), Anchor.EVENT, unit, signed, modifier)


def _from_event(match: "re.Match[str]") -> Reading | None:
    amount, unit = measure(match)
    if not plausible(match):
        return None
    return _counted(match, match.end("so") if match["so"] else match.end("unit"), amount, unit)


def _some_from_event(match: "re.Match[str]") -> Reading | None:
    return _counted(match, match.end("unit"), None, unit_name(match["unit"]))


def _one_from_event(match: "re.Match[str]") -> Reading | None:
    """Reads "the day after the vote": a date, not a length."""
    if _TO_THE.search(match.string, max(0, match.start() - 4), match.start()):
        return None  # "a month to the day after the vote"
    unit = unit_name(match["unit"])
    return replace(_counted(match, match.end("unit"), 1, unit), kind=TimeKind.DATE, value=UNITS[unit][2])


def _titled(match: "re.Match[str]") -> bool:
    """True for a capital inside a sentence: part of a name."""
    return (
        match.group()[0].isupper()
        and not match.group().isupper()
        and not _HEAD.search(match.string, max(0, match.start() - 4), match.start())
    )


def _bare_plural(match: "re.Match[str]") -> Reading | None:
    unit = unit_name(match["unit"])
    if unit in ("quarter", "second", "season", "weekend", "night"):
        return None
    if _AS_MANY.search(match.string, max(0, match.start() - 10), match.start()):
        return None  # "the third in as many years"
    if PER_DAY.match(match.string, match.end()) or _titled(match):
        return None
    if unit == "hour" and _SMALL_HOURS.search(match.string, max(0, match.start() - 8), match.start()):
        return None
    return Reading(match.start(), match.end(), TimeKind.DURATION, duration(None, unit), Anchor.NONE, unit, None)


def _long(match: "re.Match[str]") -> Reading | None:
    unit = unit_name(match["unit"])
    amount = None if match["unit"].lower() != unit else 1
    return Reading(match.start(), match.end(), TimeKind.DURATION, duration(amount, unit), Anchor.NONE, unit, amount)


_LONG = ("hour", "day", "week", "month", "year", "decade", "century")
RULES: tuple[Rule, ...] = (
    rule(
        FIRST, rf"{LENGTH}{OR_SO}(?:\s+to\s+the\s+(?:day|hour|week|month))?\s+(?P<way>{_EVENT_WAYS})\b(?![.,;])", _from_event
    ),
    rule(FIRST, rf"{LENGTH}{OR_SO}(?!\w)", _length),
    rule(PLURALS, rf"{PLURAL}\s+(?P<way>{_EVENT_WAYS})\b(?![.,;])", _some_from_event),
    rule(
        {"the"},
        r"the\s+(?P<unit>day|week|month|year)\s+(?P<way>after|before)\b(?!\s+(?:yesterday|tomorrow|last|next))",
        _one_from_event,
    ),
    rule(
        PLURALS,
        rf"{PLURAL}(?!['’]?[-\s]?long\b|[-\s]old\b|-\w)(?:\s+(?:or|and)\s+(?:days|weeks|months|years|decades)\b)?",
        _bare_plural,
    ),
    rule((*_LONG, *PLURALS), r"(?P<unit>hours?|days?|weeks?|months?|years?|decades?|century|centuries)[-\s]?long\b", _long),
)
