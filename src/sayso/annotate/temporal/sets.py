"""Rules for recurring times: "every Monday", "each year", "twice a week", "daily"."""

import re

from sayso.annotate.temporal.lexicon import (
    ADVERBS,
    MONTH,
    PART,
    PARTS,
    SEASON,
    SEASONS,
    UNIT,
    WEEKDAYS,
    month_number,
    unit_name,
    weekday_number,
)
from sayso.annotate.temporal.measure import duration
from sayso.annotate.temporal.numbers import AMOUNT, parse_amount
from sayso.annotate.temporal.rule import Reading, Rule, rule
from sayso.model.enums import Anchor, TimeKind

_NAME_AFTER = re.compile(r"\s+[A-Z]")
_OTHER = r"(?:(?P<other>other|second|alternate)\s+)?"
_DAYS = "|".join(d.capitalize() for d in WEEKDAYS if len(d) > 5)


def _set(match: "re.Match[str]", value: str, unit: str | None = None) -> Reading:
    return Reading(match.start(), match.end(), TimeKind.SET, value, Anchor.NONE, unit)


def _every(match: "re.Match[str]") -> Reading | None:
    groups = match.groupdict()
    if match["unit"]:
        unit = unit_name(match["unit"])
        amount = 2.0 if match["other"] else parse_amount(match["amount"]) if match["amount"] else 1.0
        return _set(match, duration(amount, unit), unit)
    if match["weekday"]:
        part = f"T{PARTS[groups['part'].lower()]}" if groups["part"] else ""
        return _set(match, f"XXXX-WXX-{weekday_number(match['weekday'])}{part}", "weekday")
    if match["month"]:
        return _set(match, f"XXXX-{month_number(match['month']):02d}", "month")
    if match["season"]:
        return _set(match, f"XXXX-{SEASONS[match['season'].lower()]}", "season")
    return _set(match, f"XXXX-XX-XXT{PARTS[match['part'].lower()]}", "day")


def _plural_day(match: "re.Match[str]") -> Reading | None:
    part = f"T{PARTS[match['part'].lower()]}" if match["part"] else ""
    return _set(match, f"XXXX-WXX-{weekday_number(match['weekday'])}{part}", "weekday")


def _adverb(match: "re.Match[str]") -> Reading | None:
    if _NAME_AFTER.match(match.string, match.end()):
        return None  # "the daily Morning Star", "Daily Courier"
    unit = ADVERBS[match.group().lower()]
    return _set(match, duration(1, unit), unit)


def _times(match: "re.Match[str]") -> Reading | None:
    unit = unit_name(match["unit"])
    return _set(match, duration(1, unit), unit)


RULES: tuple[Rule, ...] = (
    rule(
        {"every", "each"},
        rf"(?:every|each)\s+(?:{_OTHER}(?:{AMOUNT}\s+)?{UNIT}|(?P<weekday>{_DAYS})\b(?:\s+{PART})?|{MONTH}|{SEASON}|(?P<p2>)(?=(?:morning|afternoon|evening|night)))"
        r"(?(p2)\w+)",
        lambda m: _every(m) if m["unit"] or m["weekday"] or m["month"] or m["season"] else _set(m, "P1D", "day"),
    ),
    rule(
        {form for day in WEEKDAYS if len(day) > 5 for form in (day, day + "s")},
        rf"(?P<weekday>{_DAYS})(?:s\b(?!['’])|\s+(?P<part>morning|afternoon|evening|night)s\b)",
        _plural_day,
    ),
    rule(
        {"the", "first", "second", "third", "fourth", "last"},
        rf"(?:the\s+)?(?:first|second|third|fourth|last)\s+(?P<weekday>{_DAYS})\s+(?:of|in)\s+(?:every|each|the)\s+month\b",
        lambda m: _set(m, f"XXXX-WXX-{weekday_number(m['weekday'])}", "weekday"),
    ),
    rule(ADVERBS, rf"(?:{'|'.join(ADVERBS)})\b(?<!quarterly)", _adverb),
    rule({"once", "twice", "times"}, rf"(?:once|twice|times)\s+(?:an?|each|every|per)\s+{UNIT}", _times),
    rule({"per"}, r"per\s+(?P<unit>day|week|month|year|hour)\b", _times),
)
