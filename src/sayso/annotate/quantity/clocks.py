"""Hours told with a full stop ("at 10.30"), which look like decimal numbers."""

import re
from collections.abc import Iterator

_HOUR = r"(?:[01]?\d|2[0-3])\.[0-5]\d(?![.,:]?\d)\b"
_CLOCK = re.compile(
    rf"\b(?:at|until|till|before|after|from|between)\s{{1,4}}(?:(?:about|around|just\s{{1,4}}after|just\s{{1,4}}before)\s{{1,4}})?"
    rf"{_HOUR}(?:\s?(?:to|and|until|till|-|–)\s?{_HOUR})?"
    r"(?!\s?(?:%|per\b|percent|points?\b|[a-z]?illion|on\s{1,4}(?:average|the\s{1,4}(?:Richter|scale))))",
    re.IGNORECASE,
)
_NO_CLOCK = re.compile(
    r"\b(?:shares?|stocks?|index|euros?|dollars?|pounds?|sterling|yen|yuan|currency|rates?|trad(?:e|es|ed|ing)|quoted|valued|priced?|"
    r"ratio|ranked|grade|scored?|scores|average|magnitude|measured|pH|odds|level)\b",
    re.IGNORECASE,
)
_NEAR = 80


def clock_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where hours stand, unless prices, rates and the like are spoken of right before."""
    for match in _CLOCK.finditer(text):
        if _NO_CLOCK.search(text, max(0, match.start() - _NEAR), match.start()) is None:
            yield match.span()
