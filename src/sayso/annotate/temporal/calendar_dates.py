"""Rules for dates of the calendar: days, months, years, decades, centuries, quarters, weekdays, seasons."""

import datetime as dt
import re

from sayso.annotate.temporal.lexicon import (
    DAY,
    MONTH,
    MONTHS,
    ORDINALS,
    PART,
    PARTS,
    SEASON,
    SEASONS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    month_number,
    weekday_number,
)
from sayso.annotate.temporal.numbers import ORDINAL_DAYS, SMALL, parse_spoken_year
from sayso.annotate.temporal.rule import Reading, Rule, absolute, relative, rule
from sayso.model.enums import Anchor, TimeKind

WHICH = {"last": -1, "past": -1, "this past": -1, "this": 0, "current": 0, "next": 1, "this coming": 1, "coming": 1}
WHICH |= {"upcoming": 1, "previous": -1, "following": 1, "same": 0, "that": 0, "prior": -1, "preceding": -1, "the": None}
_PREVIOUS = {"previous", "following", "same", "that", "prior", "preceding"}
_WHICH = r"(?P<which>this\s+past|this\s+coming|(?:last|past|this|current|next|coming|upcoming|previous|following|same|that|prior|preceding)(?!['’]s))"
_WHICH_FIRST = {"last", "past", "this", "current", "next", "coming", "upcoming", "previous", "following", "same", "that", "prior"} | {"preceding"}
_DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9}
_CENTURY_WORDS = {w: n for w, n in ORDINAL_DAYS.items() if n <= 21 and "-" not in w} | {"twenty-first": 21}
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_BARE_MONTHS = {"march", "may", "mar", "jan", "jun", "sep", "dec", "apr"}  # names and words too: only in a frame of time
_NAME = re.compile(r"\s+[A-Z][a-z]")
_FRAME = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|to|through|of|early|late|mid|last|this|next|for|during|between|and|or|before|after|and|every|each|around|about|past)|[-,–])[\s-]*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"[\s-]+(?:people|men|women|children|troops|soldiers|dead|wounded|miles?|meters?|metres?|feet|ft|km|kilomet\w+|pounds?|lbs?|"
    r"kg|tons?|tonnes?|percent|per\s+cent|points?|shares?|votes?|million|billion|dollars?|euros?|jobs|workers|homes|houses|"
    r"units|copies|cars|years?|months?|weeks?|days?|hours?|minutes?|degrees|yards?|acres|hectares|MHz|cc|rpm|calories|m\b|GMT|"
    r"hrs|UTC|EST|EDT|PST|PDT)|%|['’]?\d|[.,]\d|:\d|/\d|-\d",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(r"(?:[$€£¥#/:\d.]|\b(?:No|nos|flight|route|room|page|part|model|number|about|nearly|almost|some|over|than|least|most)\.?\s*|[A-Za-z]-)$", re.I)


def _which(match: "re.Match[str]") -> tuple[float | None, Anchor]:
    word = match["which"]
    if not word:
        return None, Anchor.PUBLICATION
    word = " ".join(word.lower().split())
    return WHICH[word], Anchor.PREVIOUS if word in _PREVIOUS else Anchor.PUBLICATION


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


def _month(match: "re.Match[str]") -> Reading | None:
    month, year = month_number(match["month"]), match["year"]
    if year:
        return absolute(match, f"{year}-{month:02d}")
    amount, anchor = _which(match)
    if len(match["month"]) < 5 and match["month"].lower() != "may" and not match.group().endswith(".") and _NAME.match(match.string, match.end()):
        return None  # "Jan Novak"
    if not match["which"] and match["month"].lower() in _BARE_MONTHS and not _FRAME.search(match.string, 0, match.start()):
        return None
    return relative(match, f"XXXX-{month:02d}", "month", amount, anchor=anchor)


def _iso(match: "re.Match[str]") -> Reading | None:
    year, month, day = (int(match[g]) for g in ("y", "m", "d"))
    return absolute(match, f"{year}-{month:02d}-{day:02d}") if _valid(year, month, day) else None


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
    framed = bool(_FRAME.search(text, max(0, match.start() - 12), match.start()))
    if match.group().endswith("period"):
        return absolute(match, match["year"])
    return absolute(match, match["year"]) if framed or 1900 <= year <= 2040 else None


def _fiscal(match: "re.Match[str]") -> Reading | None:
    year = int(match["short"]) + 1900 if match["short"] else int(match["year"])
    return absolute(match, str(year))


def _spoken_year(match: "re.Match[str]") -> Reading | None:
    if match["thousand"]:
        extra = match["extra"]
        return absolute(match, str(2000 + (SMALL[extra.lower()] if extra else 0)))
    year = parse_spoken_year(match["high"], match["low"])
    return absolute(match, str(year)) if year else None


def _decade(match: "re.Match[str]") -> Reading | None:
    if match["word"]:
        return absolute(match, f"19{_DECADES[match['word'].lower()]}")
    return absolute(match, (match["full"] or "19" + match["short"])[:3])


def _century(match: "re.Match[str]") -> Reading | None:
    number = int(match["figure"]) if match["figure"] else _CENTURY_WORDS.get(match["word"].lower(), 0)
    return absolute(match, f"{number - 1:02d}") if 1 < number < 30 else None


def _quarter(match: "re.Match[str]") -> Reading | None:
    number = ORDINALS[match["ordinal"].lower()] if match["ordinal"] else int(match["q"])
    year = match["year"] or match["before"]
    value = f"{year or 'XXXX'}-Q{number}"
    if year:
        return absolute(match, value)
    if match["whose"]:
        return relative(match, value, "year", WHICH[match["whose"].lower()])
    return relative(match, value, "quarter", None)


def _half(match: "re.Match[str]") -> Reading | None:
    number = 1 if match["ordinal"].lower() == "first" else 2
    year = match["year"]
    return absolute(match, f"{year}-H{number}") if year else relative(match, f"XXXX-H{number}", "half", None)


def _weekday(match: "re.Match[str]") -> Reading | None:
    amount, anchor = _which(match)
    value = f"XXXX-WXX-{weekday_number(match['weekday'])}"
    if match["part"]:
        value += f"T{PARTS[match['part'].lower()]}"
    return relative(match, value, "weekday", amount, anchor=anchor)


def _season(match: "re.Match[str]") -> Reading | None:
    code, year = SEASONS[match["season"].lower()], match["year"]
    if year:
        return absolute(match, f"{year}-{code}")
    if not match["which"] and code in ("SP", "FA"):
        return None  # "the fall" is mostly a decline
    amount, anchor = _which(match)
    return relative(match, f"XXXX-{code}", "season", amount, anchor=anchor)


def _plain_season(match: "re.Match[str]") -> Reading | None:
    """"in summer", "by early autumn": only after a preposition of time."""
    if not re.compile(r"\b(?:in|by|until|since|early|late|mid)[\s-]+$", re.IGNORECASE).search(match.string, max(0, match.start() - 8), match.start()):
        return None
    return relative(match, f"XXXX-{SEASONS[match['season'].lower()]}", "season", None)


def _day_of_month(match: "re.Match[str]") -> Reading | None:
    day = int(match["day"])
    return Reading(match.start(), match.end(), TimeKind.DATE, f"XXXX-XX-{day:02d}", Anchor.PREVIOUS, "month", 0)


_QUARTER_OF = rf"(?:,?\s+(?:of\s+)?(?:(?:fiscal|calendar)\s+)?(?:year\s+)?{YEAR})?"
_BEFORE = r"(?:(?P<before>(?:19|20)\d\d)\s+|(?P<whose>last|this|next)\s+year['’]s\s+)?(?:(?:its|the|their|a)\s+)?(?:fiscal[-\s]+)?"
RULES: tuple[Rule, ...] = (
    rule(MONTHS, rf"{MONTH}\s*{DAY}(?![:.]\d|,\d{{3}}\b|\s*%)(?:(?:,\s*|\s+){YEAR})?", _month_day),
    rule(MONTHS, rf"{MONTH}\s+(?:the\s+)?(?P<word>{'|'.join(sorted(ORDINAL_DAYS, key=lambda w: (-len(w), w))).replace('-', '[- ]')})\b", _word_day),
    rule({"#"}, rf"{DAY}(?:\s+of)?[-\s]+{MONTH}(?:(?:,?\s+|-){YEAR})?", _month_day),
    rule(MONTHS, rf"(?P<which>)?{MONTH}(?:,?\s+(?:of\s+)?|-){YEAR}(?!\s+people)", _month),
    rule(set(MONTHS) | _WHICH_FIRST, rf"(?:{_WHICH}\s+)?{MONTH}(?P<year>)?(?!['’]?\w|\s*\d)", _month),
    rule({"#"}, r"(?P<y>(?:19|20)\d\d)([-/.])(?P<m>[01]?\d)\2(?P<d>[0-3]?\d)\b(?![-/.]\d)", _iso),
    rule({"#"}, r"(?P<a>[0-3]?\d)([-/.])(?P<b>[0-3]?\d)\2(?P<y>(?:19|20)\d\d|\d\d)\b(?![-/.:]\d)", _slashed),
    rule({"#"}, rf"{YEAR}(?:\s+period\b)?(?![\w%])", _year),
    rule({"fiscal", "fy"}, rf"(?:fiscal(?:\s+year)?\s+{YEAR}|fiscal\s+(?:year\s+)?['’](?P<short>\d\d))\b", _fiscal),
    rule(
        {"nineteen", "eighteen", "seventeen", "sixteen", "twenty", "two", "the"},
        rf"(?:the\s+year\s+)?(?:(?P<high>nineteen|eighteen|seventeen|sixteen|twenty)(?:\s+hundred(?:\s+and)?)?[-\s]+(?P<low>(?:{_TENS})(?:[-\s](?:{_UNITS}))?|ten|eleven|twelve|\w+teen)|"
        rf"(?P<thousand>two\s+thousand)(?:\s+(?:and\s+)?(?P<extra>{_UNITS}|ten|eleven|twelve|\w+teen))?)\b(?!\s+(?:hundred|thousand|years?|months?|weeks?|days?|hours?|minutes?|people))",
        _spoken_year,
    ),
    rule({"#", "'", "’"} | set(_DECADES), rf"(?:(?P<full>(?:1[5-9]|20)\d0)['’]?s|['’](?P<short>\d0)['’]?s|(?P<word>{'|'.join(_DECADES)}))\b", _decade),
    rule({"#"} | set(_CENTURY_WORDS), rf"(?:(?P<figure>\d\d?)(?:st|nd|rd|th)|(?P<word>{'|'.join(_CENTURY_WORDS)}))[-\s]centur(?:y|ies)\b", _century),
    rule(
        {"first", "second", "third", "fourth", "#", "last", "this", "next", "fiscal", "q"},
        rf"{_BEFORE}(?:(?P<ordinal>first|second|third|fourth|[1-4](?:st|nd|rd|th))[-\s]+quarter|Q(?P<q>[1-4]))\b{_QUARTER_OF}",
        _quarter,
    ),
    rule({"first", "second", "last"}, rf"(?P<ordinal>first|second|last)[-\s]+half(?:\s+of\s+(?:{YEAR}|(?:the|this)\s+(?:fiscal\s+)?year))", _half),
    rule(set(WEEKDAYS) | _WHICH_FIRST, rf"(?:{_WHICH}\s+)?{WEEKDAY}(?!['’]?\w*s\b(?<!['’]s))(?:\s+{PART})?", _weekday),
    rule({*_WHICH_FIRST, *SEASONS, "the"}, rf"(?:{_WHICH}|(?P<the>the))\s+{SEASON}(?:,?\s+(?:of\s+)?(?:{YEAR}))?", _season),
    rule(SEASONS, rf"{SEASON},?\s+(?:of\s+)?{YEAR}(?P<which>)?", _season),
    rule(SEASONS, rf"{SEASON}", _plain_season),
    rule({"the"}, r"the\s+(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)(?=[.,;]|\s+(?:and|but|when|that)\b)", _day_of_month),
)
