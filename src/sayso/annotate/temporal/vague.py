"""Rules for times that the words leave open: now, recently, soon, in recent weeks."""

import re

from sayso.annotate.temporal.rule import Reading, Rule, rule
from sayso.model.enums import Anchor, TimeKind

_PRESENT, _PAST, _FUTURE = "PRESENT_REF", "PAST_REF", "FUTURE_REF"
WORDS = {
    "now": _PRESENT,
    "right now": _PRESENT,
    "currently": _PRESENT,
    "current": _PRESENT,
    "at present": _PRESENT,
    "presently": _PRESENT,
    "nowadays": _PRESENT,
    "these days": _PRESENT,
    "at the moment": _PRESENT,
    "so far": _PRESENT,
    "recently": _PAST,
    "more recently": _PAST,
    "most recently": _PAST,
    "recent": _PAST,
    "lately": _PAST,
    "the past": _PAST,
    "the recent past": _PAST,
    "in the past": _PAST,
    "previously": _PAST,
    "formerly": _PAST,
    "once": _PAST,
    "at the time": _PAST,
    "at that time": _PAST,
    "soon": _FUTURE,
    "the future": _FUTURE,
    "the near future": _FUTURE,
    "the foreseeable future": _FUTURE,
    "future": _FUTURE,
    "the coming days": _FUTURE,
}


def _vague(match: "re.Match[str]") -> Reading | None:
    word = " ".join(match.group().lower().split())
    if word == "soon" and (
        _AS.search(match.string, max(0, match.start() - 4), match.start()) or _SOON_AFTER.match(match.string, match.end())
    ):
        return None
    return Reading(match.start(), match.end(), TimeKind.DATE, WORDS[word], Anchor.PUBLICATION)


_KEPT = [
    w
    for w in WORDS
    if w not in ("once", "so far", "at the time", "in the past", "previously", "the past", "the future", "recent", "future")
]
_AS = re.compile(r"\bas\s+$", re.IGNORECASE)
_SOON_AFTER = re.compile(r"\s+(?:after|before|as)\b", re.IGNORECASE)
_ENDS = r"(?=\s*[.,;:!?)\"'”’]|\s+(?:and|or|but|when|that|who|is|was|has|had|to|with|of)\b|\s*$)"
_PATTERN = "|".join(w.replace(" ", r"\s+") for w in sorted(_KEPT, key=lambda w: (-len(w), w)))
RULES: tuple[Rule, ...] = (
    rule({w.split()[0] for w in _KEPT}, rf"(?:{_PATTERN})\b(?!\s+that\b)", _vague),
    rule({"the"}, rf"the\s+(?:past|future){_ENDS}", _vague),
)
