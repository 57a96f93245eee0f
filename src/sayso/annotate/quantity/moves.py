"""Words of rising and falling, read from the text: the parser often hangs "by 3 to 41" on the wrong word."""

import re
from enum import Enum

_UP_STEMS = r"""
ros(?:e) risen ris(?:e|es|ing) grew grown grow(?:s|ing)? increas(?:e|es|ed|ing) jump(?:s|ed|ing)? climb(?:s|ed|ing)?
surg(?:e|es|ed|ing) soar(?:s|ed|ing)? advanc(?:e|es|ed|ing) rall(?:y|ied|ies|ying) rebound(?:s|ed|ing)? leap(?:s|ed|t|ing)?
spik(?:e|es|ed|ing) improv(?:e|es|ed|ing) swell(?:s|ed|ing)? swollen expand(?:s|ed|ing)? appreciat(?:e|es|ed|ing)
"""
_DOWN_STEMS = r"""
fell fallen fall(?:s|ing)? drop(?:s|ped|ping)? declin(?:e|es|ed|ing) decreas(?:e|es|ed|ing) slip(?:s|ped|ping)? slid
slid(?:e|es|ing) plung(?:e|es|ed|ing) plummet(?:s|ed|ing)? tumbl(?:e|es|ed|ing) shrank shrunk shrink(?:s|ing)? s[aiu]nk
sink(?:s|ing)? dip(?:s|ped|ping)? slump(?:s|ed|ing)? dwindl(?:e|es|ed|ing) contract(?:s|ed|ing)? depreciat(?:e|es|ed|ing)
retreat(?:s|ed|ing)?
"""
_UP_DONE = r"""
rais(?:e|es|ed|ing) boost(?:s|ed|ing)? gain(?:s|ed|ing)? add(?:s|ed|ing)? lift(?:s|ed|ing)? widen(?:s|ed|ing)?
extend(?:s|ed|ing)? hik(?:e|es|ed|ing)
"""
_DOWN_DONE = r"""
cut cuts cutting reduc(?:e|es|ed|ing) lower(?:s|ed|ing)? los(?:e|es|t|ing) shed(?:s|ding)? slash(?:es|ed|ing)?
trim(?:s|med|ming)? narrow(?:s|ed|ing)? shorten(?:s|ed|ing)?
"""
_PARTICLES = (
    r"(?:went|go|goes|gone|going|moved|moves|edged|inched|ticked|pushed|drove|driven|brought|sent|crept|nudged)\s{1,4}"
)
_LESS_EXACT = (
    r"(?:(?:about|around|nearly|almost|some|roughly|just|only|another|over|up\s{1,4}to|at\s{1,4}least|more\s{1,4}than|less\s{1,4}than|"
    r"an?\s{1,4}(?:further|additional|estimated|mere))\s{1,4}){0,2}"
)
_ADVERB = r"(?:\s{1,4}\w{2,16}ly)?"


def _words(*rows: str) -> str:
    return "|".join(word for row in rows for word in row.split())


_UP = rf"{_words(_UP_STEMS)}|{_PARTICLES}up"
_DOWN = rf"{_words(_DOWN_STEMS)}|{_PARTICLES}down"
_UP_ALL = rf"{_UP}|{_words(_UP_DONE)}"
_DOWN_ALL = rf"{_DOWN}|{_words(_DOWN_DONE)}"
_MOVED = re.compile(
    rf"\b(?:{_UP_ALL}|{_DOWN_ALL}|revised|changed|went|gone|doubled|tripled|up|down)\b[^.;]{{0,60}}$", re.IGNORECASE
)
_MOVES = re.compile(rf"\b(?:(?P<up>{_UP_ALL}|up|higher)|(?P<down>{_DOWN_ALL}|down|lower))\b", re.IGNORECASE)
_MOVED_RIGHT = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})){_ADVERB}\s{{1,4}}{_LESS_EXACT}$", re.IGNORECASE)
_BY = re.compile(rf"(?P<last>[\w'’-]{{1,30}})(?P<blank>\s{{1,4}})by\s{{1,4}}{_LESS_EXACT}$", re.IGNORECASE)
_AGENT = re.compile(
    r"\w{1,30}(?:ed|en|own)$|(?:made|done|run|held|set|built|won|hit|caught|bought|sold|told|met|put|lit|sent|spent)$",
    re.IGNORECASE,
)
# A particle that is no part of another verb ("gunned down 12", "made up 3%"): it stands alone, or behind "be" and such.
_ALONE = re.compile(
    r"(?:^|[,(;:–—]\s{0,4}|\b(?:is|are|was|were|be|been|being|stood|stands|ended|closed|finished|traded|trading|and|or|but|still|now)\s{1,4}"
    rf"(?:\w{{2,16}}ly\s{{1,4}})?)(?:(?P<up>up|higher)|(?P<down>down|lower|off)){_ADVERB}(?:\s{{1,4}}by)?\s{{0,4}}{_LESS_EXACT}$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"(?:\s{1,4}(?!(?:and|or|but|than|was|were|are|is|in|on|of|to)\b)[\w-]{1,20}){0,2}\s{1,4}"
    r"(?:(?P<up>more|higher|larger|bigger|greater|above)|(?P<down>fewer|less|lower|smaller|below))"
    r"(?:\s{1,4}[\w-]{1,20}){0,3}\s{1,4}than\b",
    re.IGNORECASE,
)
_SHARE_COMPARED = re.compile(
    r"\s{1,4}(?:(?P<up>more|higher|larger|bigger|greater|up)|(?P<down>fewer|less|lower|smaller|cheaper|down))\b(?!\s{1,4}(?:or|and)\b)",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.;:!?]\s")
_NEAR = 72  # characters in which a verb of moving is looked for


class Way(Enum):
    """Which way something moved."""

    UP = "up"
    DOWN = "down"


def _way(match: re.Match[str] | None) -> Way | None:
    if match is None:
        return None
    return Way.UP if match["up"] else Way.DOWN


def moved_before(before: str) -> bool:
    """True where something rises, falls or is revised in the words `before` a number, in its own sentence."""
    return _MOVED.search(before) is not None


def moved_by(before: str) -> Way | None:
    """Which way, where "by" ends the words before a number and a verb of moving stands ahead: "was cut again by"."""
    by = _BY.search(before[-_NEAR:])
    if by is None:
        return None
    clause = _STOP.split(before[-_NEAR:][: by.end("last")])[-1]
    last = max(_MOVES.finditer(clause), key=re.Match.start, default=None)
    agent = _AGENT.search(by["last"]) is not None and (last is None or last.end() < len(clause))
    return None if agent else _way(last)


def moved_right_before(before: str) -> Way | None:
    """Which way, where a verb that takes no object stands right before a number: "rose 2 cents"."""
    return _way(_MOVED_RIGHT.search(before[-_NEAR:]))


def particle_before(before: str) -> Way | None:
    """Which way, for "up 12" and "down 0.2 points" where the particle belongs to no other verb."""
    return _way(_ALONE.search(before[-_NEAR:]))


def compared_after(text: str, end: int) -> Way | None:
    """Which way, for a difference told by "more than", "fewer dogs than" right after it."""
    return _way(_COMPARED.match(text, end))


def share_compared_after(text: str, end: int) -> Way | None:
    """Which way, for a share that is told of a comparative: "a third fewer pupils", "5% higher"."""
    return _way(_SHARE_COMPARED.match(text, end))
