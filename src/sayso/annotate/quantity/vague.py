"""Vague number words as the ranges they admit: dozens, tens of thousands, several, a few, a couple, no, none."""

import re
from collections.abc import Iterator

from sayso.annotate.quantity.spans import Numeral, Vague
from sayso.annotate.quantity.spelled import SCALES

_PLURALS = {
    "tens": 10.0, "dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3, "lakhs": 1e5, "millions": 1e6,
    "crores": 1e7, "billions": 1e9, "trillions": 1e12,
}  # fmt: skip
_MANY = "|".join(_PLURALS)
_SCALE = "|".join(SCALES)
_VAGUE = re.compile(
    rf"(?<![\w-])(?:(?P<tens>tens|dozens|scores|hundreds|thousands)\s{{1,4}}of\s{{1,4}}(?P<of>thousands|millions|billions|trillions)"
    rf"|(?P<many>{_MANY})"
    rf"|(?P<few>several|a\s{{1,4}}few|a\s{{1,4}}couple(?:\s{{1,4}}of)?|some)\s{{1,4}}(?P<scale>{_SCALE})"
    rf"|(?P<some>several|a\s{{1,4}}couple(?=\s{{1,4}}(?:of|more)\b)|a\s{{1,4}}handful|(?:a|quite\s{{1,4}}a)\s{{1,4}}few)|(?P<none>none|no\sone|nobody|no(?!\.)))(?!\w)",
    re.IGNORECASE,
)
# Least and most that the word makes one expect, and the least it strictly admits.
_FEW = {
    "several": Vague(3, None, 3, 9),
    "few": Vague(2, None, 3, 6),
    "handful": Vague(2, None, 3, 6),
    "couple": Vague(2, 3, 2, 2),
    "some": Vague(1, None, 2, 9),
}


def read_vague(text: str) -> Iterator[Numeral]:
    """Every vague number word; `value` is the least it strictly admits."""
    for match in _VAGUE.finditer(text):
        vague = _range(match)
        yield Numeral(match.start(), match.end(), vague.low, vague.low, 1, vague=vague, spelled=True)


def _range(match: re.Match[str]) -> Vague:
    if match["none"]:
        return Vague(0, 0, 0, 0)
    if match["tens"]:
        unit = _PLURALS[match["tens"].lower()] * _PLURALS[match["of"].lower()]
        return Vague(2 * unit, None, 2 * unit, 10 * unit)
    if match["many"]:
        unit = _PLURALS[match["many"].lower()]
        # "dozens" are told up to about a hundred, "scores" as well; the others up to the next power of ten
        top = {12.0: 100.0, 20.0: 100.0}.get(unit, 10 * unit)
        return Vague(2 * unit, None, 2 * unit, top)
    words = (match["few"] or match["some"]).lower().split()
    base = _FEW[next(w for w in words if w in _FEW)]
    factor = SCALES[match["scale"].lower()] if match["scale"] else 1.0
    high = None if base.high is None else base.high * factor
    return Vague(base.low * factor, high, base.likely_low * factor, base.likely_high * factor)
