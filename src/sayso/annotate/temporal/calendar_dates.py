"""Rules for days, months and years of the calendar."""

import datetime as dt
import re
from dataclasses import replace

from sayso.annotate.temporal.lexicon import DAY, MONTH, MONTHS, YEAR, month_number
from sayso.annotate.temporal.numbers import ORDINAL_DAYS
from sayso.annotate.temporal.rule import Reading, Rule, absolute, relative, rule
from sayso.annotate.temporal.which import WHICH, WHICH_FIRST, which_of
from sayso.model.enums import Anchor, TimeKind

_BARE_MONTHS = {"march", "may", "mar", "jan", "jun", "sep", "dec", "apr"}  # names and words too: only in a frame of time
_NAME = re.compile(r"\s+[A-Z][a-z]")
FRAME = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|to|through|of|early|late|mid|last|this|next|for|during|between|and|or|before|after|"
    r"every|each|around|about|past)|[-,–])[\s-]*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"[\s-]+(?:people|men|women|children|troops|soldiers|dead|wounded|miles?|meters?|metres?|feet|ft|km|kilomet\w+|pounds?|lbs?|"
    r"kg|tons?|tonnes?|percent|per\s+cent|points?|shares?|votes?|million|billion|dollars?|euros?|jobs|workers|homes|houses|"
    r"units|copies|cars|years?|months?|weeks?|days?|hours?|minutes?|degrees|yards?|acres|hectares|MHz|cc|rpm|calories|m\b|GMT|"
    r"hrs|UTC|EST|EDT|PST|PDT)|%|['’]?\d|[.,]\d|:\d|/\d(?!\d\b)|-\d(?!\d(?:\b(?!-)|\d\d\b))",
    re.IGNORECASE,
)
_BEFORE_SHORT = re.compile(
    r"\b(?:in|since|until|by|of|from|to|late|early|spring|summer|fall|autumn|winter|"
    rf"{'|'.join(m for m in MONTHS if len(m) > 3)})[\s-]+$",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"(?:[$€£¥#/:\d.]|\b(?:no|nos|flight|route|room|page|part|model|number|about|nearly|almost|some|over|than|least|most)\.?\s*|"
    r"[A-Za-z]-)$",
    re.IGNORECASE,
)


def _valid(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def _month_day(match: "re.Match[str]") -> Reading | None:
    month, day, year = month_number(match["month"]), int(match["day"]), match["year"]
    if not _valid(int(year or 2000), month, day):
        return None
    value = f"{year or 'XXXX'}-{month:02d}-{day:02d}"
    return absolute(match, value) if year else relative(match, value, "month-day", None)


def _word_day(match: "re.Match[str]") -> Reading | None:
    month, day = month_number(match["month"]), ORDINAL_DAYS["-".join(match["word"].lower().split())]
    return relative(match, f"XXXX-{month:02d}-{day:02d}", "month-day", None) if _valid(2000, month, day) else None


def _abbreviated(match: "re.Match[str]") -> bool:
    return len(match["month"]) < 5 and match["month"].lower() != "may" and not match.group().endswith(".")


def _month(match: "re.Match[str]") -> Reading | None:
    month, year = month_number(match["month"]), match["year"]
    if year:
        return absolute(match, f"{year}-{month:02d}")
    amount, anchor = which_of(match)
    if _abbreviated(match) and _NAME.match(match.string, match.end()):
        return None  # "Jan Novak"
    if (
        not match["which"]
        and match["month"].lower() in _BARE_MONTHS
        and not FRAME.search(match.string, max(0, match.start() - 12), match.start())
    ):
        return None
    return relative(match, f"XXXX-{month:02d}", "month", amount, anchor=anchor)


def _iso(match: "re.Match[str]") -> Reading | None:
    year, month, day = (int(match[g]) for g in ("y", "m", "d"))
    return absolute(match, f"{year}-{month:02d}-{day:02d}") if _valid(year, month, day) else None


def _iso_moment(match: "re.Match[str]") -> Reading | None:
    if not _valid(*(int(match[g]) for g in ("y", "m", "d"))):
        return None
    offset = match["zone"]
    zone = "UTC" if offset in ("Z", "z") else f"{offset[:3]}:{offset[-2:]}" if offset else None
    return replace(absolute(match, f"{match['y']}-{match['m']}-{match['d']}T{match['clock']}"), zone=zone)


def _short_year(match: "re.Match[str]") -> Reading | None:
    """Reads "in '98"."""
    if not _BEFORE_SHORT.search(match.string, max(0, match.start() - 12), match.start()):
        return None
    return absolute(match, f"{'19' if match['short'] >= '40' else '20'}{match['short']}")


def _slashed(match: "re.Match[str]") -> Reading | None:
    """The American order unless only the other can be."""
    month, day, year = int(match["a"]), int(match["b"]), int(match["y"])
    if year < 100:
        year += 1900 if year > 50 else 2000
    if month > 12:
        month, day = day, month
    return absolute(match, f"{year}-{month:02d}-{day:02d}") if _valid(year, month, day) else None


def _year(match: "re.Match[str]") -> Reading | None:
    text, year = match.string, int(match["year"])
    if _NOT_BEFORE.search(text, max(0, match.start() - 12), match.start()) or _COUNTED.match(text, match.end()):
        return None
    framed = bool(FRAME.search(text, max(0, match.start() - 12), match.start()))
    if match.group()[-1] == "d":
        return absolute(match, match["year"])
    if match.group()[-1] == "r":  # "the 1988 quarter" is the quarter that is told of, of that year
        return relative(match, f"{year}-QX", "quarter", 0, anchor=Anchor.PREVIOUS)
    return absolute(match, match["year"]) if framed or 1900 <= year <= 2040 else None


def _day_of_month(match: "re.Match[str]") -> Reading | None:
    day, which = int(match["day"]), (match["which"] or "that").lower()
    anchor = Anchor.PREVIOUS if which in ("that", "the same") else Anchor.PUBLICATION
    amount = {"last": -1, "next": 1}.get(which, 0)
    return Reading(match.start(), match.end(), TimeKind.DATE, f"XXXX-XX-{day:02d}", anchor, "month", amount)


_WORD_DAYS = "|".join(sorted(ORDINAL_DAYS, key=lambda w: (-len(w), w))).replace("-", "[- ]")
RULES: tuple[Rule, ...] = (
    rule(MONTHS, rf"{MONTH}\s*{DAY}(?![:.]\d|,\d{{3}}\b|\s*%)(?:(?:,\s*|\s+){YEAR})?", _month_day),
    rule(
        MONTHS,
        rf"{MONTH}\s+(?:the\s+)?(?P<word>{_WORD_DAYS})\b",
        _word_day,
    ),
    rule({"#"}, rf"{DAY}(?:\s+of)?[-\s]+{MONTH}(?:(?:,?\s+|-){YEAR})?", _month_day),
    rule(MONTHS, rf"(?P<which>)?{MONTH}(?:,?\s+(?:of\s+)?|-){YEAR}(?!\s+people)", _month),
    rule(set(MONTHS) | WHICH_FIRST, rf"(?:{WHICH}\s+)?{MONTH}(?P<year>)?(?!['’]?\w|\.?\s*\d)", _month),
    rule({"#"}, r"(?P<y>(?:19|20)\d\d)([-/.])(?P<m>[01]?\d)\2(?P<d>[0-3]?\d)\b(?![-/.]\d)", _iso),
    rule(
        {"#"},
        r"(?P<y>(?:19|20)\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)T(?P<clock>(?:[01]\d|2[0-4]):[0-5]\d(?::[0-5]\d)?)(?:\.\d{1,9}+)?"
        r"(?P<zone>Z|[+-]\d\d:?\d\d)?(?![\w:])",
        _iso_moment,
    ),
    rule({"'", "’"}, r"['’](?P<short>\d\d)\b(?!['’]?s|[-\d])", _short_year),
    rule({"#"}, r"(?P<a>[0-3]?\d)([-/.])(?P<b>[0-3]?\d)\2(?P<y>(?:19|20)\d\d|\d\d)\b(?![-/.:]\d)", _slashed),
    rule({"#"}, rf"{YEAR}(?:\s+(?:period|quarter)\b)?(?![\w%])", _year),
    rule(
        {"the"},
        r"the\s+(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)\b"
        r"(?:\s+of\s+(?P<which>the\s+same|the|this|that|last|next)\s+month\b|(?=[.,;]|\s+(?:and|but|when|that|he|she|they|it|we|at)\b|\s*$))",
        _day_of_month,
    ),
)
