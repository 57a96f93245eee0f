"""The words before and after an expression: those that belong to it (about, early, the end of) and those that bound it."""

import re
from dataclasses import replace

from sayso.annotate.temporal.rule import Reading
from sayso.model.enums import Anchor, TimeKind

# word → modifier; these are part of the expression
_SHAPES = {
    "about": "APPROX",
    "around": "APPROX",
    "approximately": "APPROX",
    "roughly": "APPROX",
    "circa": "APPROX",
    "some": "APPROX",
    "early": "START",
    "earlier": "BEFORE_PART",
    "beginning": "START",
    "start": "START",
    "mid": "MID",
    "middle": "MID",
    "late": "END",
    "later": "AFTER_PART",
    "end": "END",
    "close": "END",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "less than": "LESS_THAN",
    "fewer than": "LESS_THAN",
    "under": "LESS_THAN",
    "more than": "MORE_THAN",
    "over": "MORE_THAN",
    "at least": "EQUAL_OR_MORE",
    "no less than": "EQUAL_OR_MORE",
    "at most": "EQUAL_OR_LESS",
    "no more than": "EQUAL_OR_LESS",
    "up to": "EQUAL_OR_LESS",
}
_EDGE = re.compile(
    r"(?:(?<![\w-])the\s+)?(?<![\w-])(?P<word>very\s+beginning|beginning|start|middle|end|close)\s+(?:of\s+)(?:the\s+)?$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?<![\w-])(?:the\s+|very\s+)?(?P<word>early|earlier|mid|late|later|sometime)(?:-|\s+(?:on\s+|in\s+(?=the\s+$|$))?)(?:the\s+)?$",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?<![\w-])(?P<word>about|around|approximately|roughly|circa)\s+$", re.IGNORECASE)
_MEASURE = re.compile(
    r"(?<![\w-])(?:for\s+)?(?P<word>about|around|approximately|roughly|nearly|almost|less\s+than|fewer\s+than|under|no\s+more\s+than|no\s+less\s+than|"
    r"more\s+than|over|at\s+least|at\s+most|up\s+to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?<![\w-])(?:the|an?(?=\s+(?:few|couple)))\s+$", re.IGNORECASE)
_RANGE_END = re.compile(r"(?:\s+(?:to|through|until|till|and)\s+(?:the\s+)?|\s*[-–—/]\s*)", re.IGNORECASE)
_BOUNDS = (
    ("SINCE", r"(?:ever\s+)?since|starting(?:\s+(?:on|in|from))?|beginning(?:\s+(?:on|in))?"),
    ("UNTIL", r"until|till|through|up\s+to|up\s+until|ending(?:\s+(?:on|in))?"),
    ("BY", r"by|no\s+later\s+than"),
    ("BEFORE", r"before|prior\s+to|ahead\s+of"),
    ("AFTER", r"after|following"),
)
_BOUND = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _BOUNDS) + r")(?:\s+at|\s+on)?\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_REACH = 28  # characters looked back


def _word(match: "re.Match[str]") -> str:
    return " ".join(match["word"].lower().split()).removeprefix("very ")


def _before(pattern: "re.Pattern[str]", text: str, reading: Reading, floor: int) -> "re.Match[str] | None":
    return pattern.search(text, max(floor, reading.start - _REACH), reading.start)


def widen(text: str, reading: Reading, floor: int) -> Reading:
    """The reading with the words before it that belong to it; nothing before `floor` is taken."""
    if reading.value.endswith("_REF"):
        return reading
    patterns = (
        (_MEASURE,)
        if reading.kind is TimeKind.DURATION or (reading.unit in ("day", "year", "month", "week") and reading.amount)
        else ()
    )
    owned = reading.unit == "weekday" and text[reading.end : reading.end + 2] in ("'s", "’s")  # "get around Monday's ruling"
    for pattern in (*patterns, _EDGE, _PART, *(() if owned else (_ABOUT,))):
        found = _before(pattern, text, reading, floor)
        if (
            found
            and pattern is _MEASURE
            and _word(found) in ("over", "under")
            and (reading.modifier or reading.amount is None)
        ):
            found = None  # "over the past two weeks", "over several years"
        if found and not (pattern is _EDGE and reading.kind is TimeKind.DURATION):
            shape = _SHAPES.get(_word(found))
            start = found.start()
            if pattern is _MEASURE and found.group().lower().startswith("for"):
                start = found.start("word")
            return replace(reading, start=start, modifier=reading.modifier or shape)
    article = _before(_ARTICLE, text, reading, floor)
    return replace(reading, start=article.start()) if article and _takes_article(text, reading) else reading


def _takes_article(text: str, reading: Reading) -> bool:
    """Reads "the third quarter", "the past week", but 1987 in "the 1987 fire" and 30-day in "the 30-day notice"."""
    words = text[reading.start : reading.end]
    named = reading.unit in ("month-day", "weekday", "clock") or (reading.unit == "month" and reading.value[5:7].isdigit())
    if named and reading.anchor is not Anchor.PREVIOUS:
        return False
    if reading.anchor is Anchor.ABSOLUTE and re.fullmatch(r"\d{4}(?:-\d\d){0,2}", reading.value):
        return words.endswith(("period", "quarter"))
    if reading.unit == "year" and re.fullmatch(r"year[-\s](?:ago|earlier)", words, re.IGNORECASE):
        return False
    return (
        ("-" not in words and reading.anchor is not Anchor.NONE)
        or reading.unit == "year"
        or (reading.kind is TimeKind.DURATION and "-" not in words)
    )


_JUST = re.compile(r"\b(?:a\s+little|a\s+bit|shortly|just|soon|right|immediately)\s+(?:after|before)\s+$", re.IGNORECASE)


def bound(text: str, reading: Reading, floor: int, *, counted: bool = False) -> Reading:
    """The reading with the bound that a preposition before it sets ("since", "until", "by"); the span stays.

    With `counted` a length ends at `floor`, and a preposition right there is its own: "two days after 3 May".
    """
    if reading.kind in (TimeKind.SET, TimeKind.DURATION):
        return reading
    found = _before(_BOUND, text, reading, floor)
    if not found or not found.lastgroup or (counted and not text[floor : found.start()].strip()):
        return reading
    if reading.kind is TimeKind.TIME and _before(_JUST, text, reading, floor):
        return replace(reading, modifier=reading.modifier or "APPROX")
    modifier = f"{found.lastgroup} {reading.modifier}" if reading.modifier else found.lastgroup
    return replace(reading, modifier=modifier)


def unbound(modifier: str) -> str | None:
    """The modifier without a bound: in "after the 2019 vote" it is the vote that "after" counts from."""
    kept = [word for word in modifier.split() if word not in {name for name, _ in _BOUNDS}]
    return " ".join(kept) or None


_FROM = re.compile(r"(?<![\w-])(?P<word>from|between)\s+(?:the\s+)?$", re.IGNORECASE)


def pair(text: str, first: Reading, second: Reading, floor: int) -> tuple[Reading, Reading] | None:
    """Reads "from A to B", "between A and B", "A-B" of one size: the first starts the range, the second ends it."""
    gap = text[first.end : second.start]
    if len(gap) > 12 or not _RANGE_END.fullmatch(gap) or first.kind is not second.kind or first.kind is TimeKind.DURATION:
        return None
    framed = _before(_FROM, text, first, floor)
    joined = gap.strip().lower().removesuffix(" the")
    of = re.compile(r"\bof\s+$").search(text, max(floor, first.start - 4), first.start)
    if (not framed and joined not in ("-", "–", "—", "through", "to")) or (joined == "to" and not framed and not of):
        return None
    if joined == "and" and (not framed or framed["word"].lower() != "between"):
        return None
    return _end_of_stretch(first, "FROM"), _end_of_stretch(second, "TO")


def _end_of_stretch(reading: Reading, which: str) -> Reading:
    """The reading as one end of a stretch; early, mid and late stay."""
    return replace(reading, modifier=" ".join(filter(None, (which, unbound(reading.modifier or "")))))
