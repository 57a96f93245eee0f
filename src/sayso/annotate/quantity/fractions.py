"""Parts of one unit in words: "half an hour", "a quarter point", "two tenths of a percentage point"."""

import re
from collections.abc import Iterator

from sayso.annotate.quantity.spans import Numeral

_UNIT = (
    r"(?=(?:percentage[\s-]points?|points?|miles?|kilomet(?:re|er)s?|met(?:re|er)s?|inch(?:es)?|foot|pints?|pounds?|ounces?|kilos?|"
    r"acres?|hectares?|hours?|minutes?|seconds?|centur(?:y|ies)|cents?|tons?|tonnes?|gallons?|lit(?:re|er)s?|degrees?)\b)"
)
_COUNTS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
}
_BELOW = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "eighth": 8, "tenth": 10, "hundredth": 100}
_PARTS = re.compile(
    rf"(?<![\w-])(?:(?:an?[\s-])?(?P<half>half)(?:[\s-]an?)?[\s-]{_UNIT}"
    rf"|(?:an?[\s-])?(?P<quarter>quarter)[\s-]{_UNIT}"
    rf"|(?P<count>{'|'.join(_COUNTS)})[\s-](?P<part>{'|'.join(_BELOW)})s?\s(?:of\s)?an?\s{_UNIT})",
    re.IGNORECASE,
)
_POINT = re.compile(r"[\s-]points?\b", re.IGNORECASE)
_TO_PERCENT = re.compile(
    r",?\s{1,4}(?:to|at)\s{1,4}(?:\w{1,20}\s{1,4})?\d{1,6}(?:\.\d{1,6})?\s?(?:%|per\s?cent\b)", re.IGNORECASE
)
_OF_RATES = re.compile(r"\b(?:rates?|per\s?cent|percent|interest|basis|yields?|borrowing)\b|%", re.IGNORECASE)
_NEAR = 100
_WIDTH = 0.2  # of the value: how finely a fraction is told


def read_fractions(text: str) -> Iterator[Numeral]:
    """Every part of a unit; its span ends before the blank or hyphen that parts it from the unit."""
    for match in _PARTS.finditer(text):
        word = match["half"] or match["quarter"] or match["part"]
        count = _COUNTS[match["count"].lower()] if match["count"] else 1
        value = count / _BELOW[word.lower()]
        if value < 1:
            yield Numeral(match.start(), match.end() - 1, value, value, value * _WIDTH, spelled=True, part=True)


def percentage_point_at(text: str, numeral: Numeral) -> int | None:
    """The end of "point" behind a part of one where rates are spoken of, or before "to 38 per cent"; None elsewhere."""
    match = _POINT.match(text, numeral.end)
    if match is None:
        return None
    if not numeral.part:
        return match.end() if _TO_PERCENT.match(text, match.end()) else None
    near = _OF_RATES.search(text, max(0, numeral.start - _NEAR), match.end() + _NEAR)
    return match.end() if near is not None else None
