"""Ages: "21-year-old", "aged 30", "at the age of 12", "Ann Example, 45, …"."""

import re

from sayso.annotate.quantity.spans import Numeral

_OLD_AFTER = re.compile(r"[\s-]{0,4}(?:years?|yrs?)[\s-]{1,4}olds?\b|-?\s?y/?o\b", re.IGNORECASE)
_OLD_RANGE = re.compile(r"(?=(?:\s?[-–]\s?|-?\s?(?:to|and|or)\s?)\w{1,40}[\s-]years?[\s-]olds?\b)", re.IGNORECASE)
_AGED_BEFORE = re.compile(
    r"\b(?:aged?|ages?|the\s{1,4}age\s{1,4}of|ages\s{1,4}of|aged\s{1,4}(?:between|from)|ages\s{1,4}(?:between|from)|of\s{1,4}age)\s{1,4}"
    r"(?:(?:just|only|about|around|over|under|at\s{1,4}least)\s{1,4})?(?:\w{1,40}\s{1,4}(?:to|and|or)\s{1,4})?$",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"(?:[^\W\d_][\w'’.-]{0,40}[\w.])(?:,\s|\s\()$")
_NOUN_BEFORE = re.compile(r"\b(?:[a-z][a-z'’-]{2,40}),\s$")
_COMMA_AFTER = re.compile(r",\s[a-z]")
_CLOSED_AFTER = re.compile(r"(?:\s{0,4}[,;)]|\.(?:\s|$)|\s{1,4}(?:and|who|was|from|of)\b)")


YOUNGEST = 10  # of an age behind a common noun ("her brother, 34,"); smaller numbers may count something


def age_at(text: str, numeral: Numeral) -> int | None:
    """The end of the age that begins with this number, None where it is none."""
    if not 0 < numeral.value <= 120 or numeral.ordinal or numeral.symbol is not None or numeral.share:
        return None
    if numeral.suffix is None:
        after = _OLD_AFTER.match(text, numeral.end)
        if after is not None:
            return after.end()
        if _OLD_RANGE.match(text, numeral.end) or _AGED_BEFORE.search(text, max(0, numeral.start - 44), numeral.start):
            return numeral.end
    return numeral.end if _beside_a_name(text, numeral) else None


def _beside_a_name(text: str, numeral: Numeral) -> bool:
    """A whole number set off by commas or brackets after a capitalised name of two words, or any noun in commas."""
    if numeral.spelled or numeral.suffix is not None or numeral.value % 1 or numeral.value < 2:
        return False
    if numeral.value >= YOUNGEST and _NOUN_BEFORE.search(text, max(0, numeral.start - 30), numeral.start):
        return _COMMA_AFTER.match(text, numeral.end) is not None
    before = _NAME_BEFORE.search(text, max(0, numeral.start - 30), numeral.start)
    if before is None or not text[before.start()].isupper():
        return False
    return _CLOSED_AFTER.match(text, numeral.end) is not None
