"""Rules for what comes round again: weekdays, seasons, quarters, halves of a year."""

import re

from sayso.annotate.temporal.lexicon import (
    ORDINALS,
    PART,
    PARTS,
    SEASON,
    SEASONS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    weekday_number,
)
from sayso.annotate.temporal.rule import Reading, Rule, absolute, relative, rule
from sayso.annotate.temporal.which import WHICH, WHICH_FIRST, which_of

_WHOSE = {"last": -1, "this": 0, "next": 1}
_FROM_SEASON = re.compile(r"\b(?:from|between)\s+$", re.IGNORECASE)
_TO_SEASON = re.compile(r"\s+(?:to|until|till|through|and)\b", re.IGNORECASE)
_BEFORE_SEASON = re.compile(r"\b(?:in|by|until|since|early|late|mid)[\s-]+$", re.IGNORECASE)


def _quarter(match: "re.Match[str]") -> Reading | None:
    number = ORDINALS[match["ordinal"].lower()] if match["ordinal"] else int(match["q"])
    year = match["year"] or match["before"]
    value = f"{year or 'XXXX'}-Q{number}"
    if year:
        return absolute(match, value)
    if match["whose"]:
        return relative(match, value, "year", _WHOSE[match["whose"].lower()])
    return relative(match, value, "quarter", None)


def _half(match: "re.Match[str]") -> Reading | None:
    number = 1 if match["ordinal"].lower() == "first" else 2
    year = match["year"]
    return absolute(match, f"{year}-H{number}") if year else relative(match, f"XXXX-H{number}", "half", None)


def _weekday(match: "re.Match[str]") -> Reading | None:
    amount, anchor = which_of(match)
    value = f"XXXX-WXX-{weekday_number(match['weekday'])}"
    if match["part"]:
        value += f"T{PARTS[match['part'].lower()]}"
    if match["week"] and not match["which"]:
        amount = 2  # the one after the next
    return relative(match, value, "weekday", amount, anchor=anchor)


def _season(match: "re.Match[str]") -> Reading | None:
    code, year = SEASONS[match["season"].lower()], match["year"]
    if year:
        return absolute(match, f"{year}-{code}")
    if not match["which"] and code in ("SP", "FA"):
        return None  # "the fall" is mostly a decline
    amount, anchor = which_of(match)
    return relative(match, f"XXXX-{code}", "season", amount, anchor=anchor)


def _plain_season(match: "re.Match[str]") -> Reading | None:
    """Reads "in summer", "by early autumn": only after a preposition of time."""
    text, start = match.string, match.start()
    opens = _FROM_SEASON.search(text, max(0, start - 9), start) and _TO_SEASON.match(text, match.end())
    if not opens and not _BEFORE_SEASON.search(text, max(0, start - 8), start):
        return None
    return relative(match, f"XXXX-{SEASONS[match['season'].lower()]}", "season", None)


_QUARTER_OF = rf"(?:,?\s+(?:of\s+)?(?:(?:fiscal|calendar)\s+)?(?:year\s+)?{YEAR})?"
_BEFORE = (
    r"(?:(?P<before>(?:19|20)\d\d)\s+|(?P<whose>last|this|next)\s+year['’]s\s+)?(?:(?:its|the|their|a)\s+)?(?:fiscal[-\s]+)?"
)
RULES: tuple[Rule, ...] = (
    rule(
        {"first", "second", "third", "fourth", "#", "last", "this", "next", "fiscal", "q"},
        rf"{_BEFORE}(?:(?P<ordinal>first|second|third|fourth|[1-4](?:st|nd|rd|th))[-\s]+quarter|Q(?P<q>[1-4]))\b{_QUARTER_OF}",
        _quarter,
    ),
    rule(
        {"last", "final"},
        rf"(?:last|final)\s+quarter\s+of\s+{YEAR}",
        lambda m: absolute(m, f"{m['year']}-Q4"),
    ),
    rule(
        {"first", "second", "last"},
        rf"(?P<ordinal>first|second|last)[-\s]+half(?:\s+of\s+(?:{YEAR}|(?:the|this)\s+(?:fiscal\s+)?year))",
        _half,
    ),
    rule(
        set(WEEKDAYS) | WHICH_FIRST,
        rf"(?:{WHICH}\s+)?{WEEKDAY}(?!['’]?\w*s\b(?<!['’]s))"
        rf"(?:\s+{PART}|(?P<week>\s+week\b(?!['’]s|-)))?",
        _weekday,
    ),
    rule({*WHICH_FIRST, *SEASONS, "the"}, rf"(?:{WHICH}|(?P<the>the))\s+{SEASON}(?:,?\s+(?:of\s+)?(?:{YEAR}))?", _season),
    rule(SEASONS, rf"{SEASON},?\s+(?:of\s+)?{YEAR}(?P<which>)?", _season),
    rule(SEASONS, rf"{SEASON}", _plain_season),
)
