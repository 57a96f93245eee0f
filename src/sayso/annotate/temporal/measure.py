"""Lengths of time: number and unit of a match, and their TIMEX3 value."""

import re

from sayso.annotate.temporal.lexicon import UNIT, UNITS, unit_name
from sayso.annotate.temporal.numbers import AMOUNT, parse_amount, show

BETWEEN = r"(?:\s*(?:-|–|to|or)\s*(?P<upper>\d+|[a-z]+))?"
OR_SO = r"(?:\s+or\s+(?P<so>so|more|less|two|longer)\b|\s+and\s+a\s+(?P<and>half|quarter)\b)?"
_QUALITY = r"(?:[-\s]+(?:more|full|whole|straight|consecutive|trading|working|business|calendar|additional|long|short))?"
_AND = r"(?:[-\s]+and[-\s]+(?:a|one)[-\s]+(?P<mid>half|quarter)\b)?"
LENGTH = rf"{AMOUNT}{BETWEEN}{_AND}{_QUALITY}[-\s]+{UNIT}(?!-(?:ago|earlier)\b)"
PLURAL = r"(?P<unit>minutes|hours|days|weeks|months|years|decades|centuries)\b"
PLURALS = ("minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries")
_YEAR = re.compile(r"(?:19|20)\d\d")
_OLD = re.compile(r"[-\s]old\b|['’]s?[-\s]old\b", re.IGNORECASE)
_AS = re.compile(r"\bas\s+$", re.IGNORECASE)
_OF = re.compile(r"\s+of\b", re.IGNORECASE)
PER_DAY = re.compile(r"\s+(?:a|per)\s+(?:day|week)\b", re.IGNORECASE)


def duration(amount: float | None, unit: str) -> str:
    """The TIMEX3 value of a length: P3D, PT24H, P2Y6M, PXW."""
    prefix, letter, _ = UNITS[unit]
    if unit == "night":
        return f"P{show(amount) if amount else 'X'}NI"
    if unit == "fortnight":
        return f"P{show(2 * amount) if amount else 'X'}W"
    if unit == "decade":
        return f"P{show(10 * amount)}Y" if amount else "PXDE"
    if amount is None:
        return f"{prefix}X{letter}"
    whole, rest = int(amount), amount - int(amount)
    smaller = {"year": ("M", 12), "hour": ("M", 60), "minute": ("S", 60)}.get(unit)
    if rest and smaller:
        return f"{prefix}{f'{whole}{letter}' if whole else ''}{round(rest * smaller[1])}{smaller[0]}"
    return f"{prefix}{show(amount)}{letter}"


def measure(match: "re.Match[str]") -> tuple[float | None, str]:
    """Number and unit of a match with the groups amount, upper, unit; None for a number left open."""
    unit = unit_name(match["unit"])
    amount = parse_amount(match["amount"])
    if match["upper"]:
        upper = parse_amount(match["upper"])
        amount = amount if amount == upper else None  # "two to three weeks" is left open
    groups = match.groupdict()
    extra = groups.get("and") or groups.get("mid")
    if extra and amount is not None:
        amount += 0.5 if extra == "half" else 0.25
    return amount, unit


def plausible(match: "re.Match[str]") -> bool:
    """False for "a second", "three quarters of", "21-year-old", and plural slips such as "one years"."""
    unit, amount = match["unit"].lower(), match["amount"].lower()
    text, end = match.string, match.end()
    if amount == "many" and _AS.search(text, max(0, match.start() - 4), match.start()):
        return False  # "the third in as many years"
    if match["unit"][0].isupper() and not match["unit"].isupper():
        return False  # "60 Minutes" is a title
    if _YEAR.fullmatch(amount) or PER_DAY.match(text, end):
        return False  # "24 hours a day"
    if _OLD.match(text, end):
        return False
    if unit.endswith("s") and amount in ("a", "an", "one"):
        return False
    if unit in ("second", "quarter", "season", "night") and amount in ("a", "an", "one", "half a", "half an"):
        return unit == "night"
    return not (unit.startswith("quarter") and _OF.match(text, end))
