"""How words of gold and of a dossier are compared: plain marks, plain names, days of a date."""

import calendar
import unicodedata

_PLAIN = str.maketrans("’‘“”–—\u00a0\u2009\n\t", "''\"\"--    ")
_EMPTY_WORDS = frozenset({"the", "a", "an", "of", "to", ""})


def fold(text: str) -> str:
    """The text, just as long, with quotation marks, dashes and blanks made plain."""
    return text.translate(_PLAIN)


def same_name(a: str, b: str) -> bool:
    """True where the words of one name are all among those of the other, and neither has none."""
    one, other = _words(a), _words(b)
    return bool(one and other) and (one <= other or other <= one)


def _words(name: str) -> set[str]:
    """The words of a name without case, accents, full stops, possessive endings and little words."""
    letters = unicodedata.normalize("NFKD", fold(name).lower())
    plain = "".join(c for c in letters if not unicodedata.combining(c)).replace("'s", "").replace(".", "")
    return {word.strip('",;:()') for word in plain.split()} - _EMPTY_WORDS


def days(date: str) -> tuple[str, str]:
    """First and last day of a day, month, year or span of such, as ISO dates."""
    first, _, last = date.partition("/")
    return _first_day(first), _last_day(last or first)


def _first_day(date: str) -> str:
    return date + ("-01-01", "-01", "")[min(2, date.count("-"))]


def _last_day(date: str) -> str:
    match date.split("-"):
        case [_]:
            return f"{date}-12-31"
        case [year, month]:
            return f"{date}-{calendar.monthrange(int(year), int(month))[1]:02d}"
    return date


def share(part: int, whole: int) -> float | None:
    """The part of a whole to three digits; None where there is no whole."""
    return round(part / whole, 3) if whole else None
