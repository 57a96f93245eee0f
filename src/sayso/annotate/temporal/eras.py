"""Rules for years in words, fiscal years, decades and centuries."""

import re

from sayso.annotate.temporal.lexicon import YEAR
from sayso.annotate.temporal.numbers import ORDINAL_DAYS, SMALL, parse_spoken_year
from sayso.annotate.temporal.rule import Reading, Rule, absolute, rule

_DECADES = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}
_CENTURY_WORDS = {w: n for w, n in ORDINAL_DAYS.items() if n <= 21 and "-" not in w} | {"twenty-first": 21}
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNITS = "one|two|three|four|five|six|seven|eight|nine"


def _fiscal(match: "re.Match[str]") -> Reading | None:
    year = int(match["short"]) + (1900 if int(match["short"]) > 50 else 2000) if match["short"] else int(match["year"])
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


_TEEN = r"ten|eleven|twelve|\w+teen"
_NOT_COUNTED = r"(?!\s+(?:hundred|thousand|years?|months?|weeks?|days?|hours?|minutes?|people))"
RULES: tuple[Rule, ...] = (
    rule({"fiscal", "fy"}, rf"(?:fiscal(?:\s+year)?\s+{YEAR}|fiscal\s+(?:year\s+)?['’](?P<short>\d\d))\b", _fiscal),
    rule(
        {"nineteen", "eighteen", "seventeen", "sixteen", "twenty", "two", "the"},
        rf"(?:the\s+year\s+)?(?:(?P<high>nineteen|eighteen|seventeen|sixteen|twenty)(?:\s+hundred(?:\s+and)?)?[-\s]+"
        rf"(?P<low>(?:{_TENS})(?:[-\s](?:{_UNITS}))?|{_TEEN})|"
        rf"(?P<thousand>two\s+thousand)(?:\s+(?:and\s+)?(?P<extra>{_UNITS}|{_TEEN}))?)\b{_NOT_COUNTED}",
        _spoken_year,
    ),
    rule(
        {"#", "'", "’"} | set(_DECADES),
        rf"(?:(?P<full>(?:1[5-9]|20)\d0)['’]?s|['’](?P<short>\d0)['’]?s|(?P<word>{'|'.join(_DECADES)}))\b",
        _decade,
    ),
    rule(
        {"#"} | set(_CENTURY_WORDS),
        rf"(?:(?P<figure>\d\d?)(?:st|nd|rd|th)|(?P<word>{'|'.join(_CENTURY_WORDS)}))[-\s]centur(?:y|ies)\b",
        _century,
    ),
)
