"""Times of the clock in figures and in words: "8:40 a.m.", "twenty to nine", "shortly after six in the evening"."""

import re
from collections.abc import Iterator

from msgspec import Struct

NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
MINUTES = {"five": 5, "ten": 10, "a quarter": 15, "quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30}
HOUR = rf"(?:{'|'.join(NUMBERS)}|1[0-2]|[1-9])"
HEDGE = r"(?:(?P<hedge>shortly|just|a few minutes|minutes|soon|a little|around|about|towards|nearly|almost) )?"
DAYPART = (
    r"(?: (?P<part>in the (?:early |late )?(?:morning|afternoon|evening)|at night|this (?:morning|afternoon|evening)))?"
)
ENDS = r"(?= o['’]clock| in the | at night| on | this | yesterday| last |[.,;:!?)”\"’](?!\d)|$)"
FORMS = re.compile(
    rf"\b{HEDGE}(?:(?P<side>before|after) )?(?:"
    rf"(?P<minutes>{'|'.join(sorted(MINUTES, key=len, reverse=True))}|[1-5]?\d(?= min))(?: minutes)?"
    rf" (?P<way>past|to|after|before) (?P<base>{HOUR}|noon|midnight)\b(?! \w+s\b)"
    r"|(?P<h24>[01]?\d|2[0-3])(?P<dot>[:.])(?P<m24>[0-5]\d)(?![\d:%]|\.\d)(?: ?(?P<ap1>[ap])\.?m\b\.?)?"
    r"|(?P<h12>1[0-2]|[1-9]) ?(?P<ap2>[ap])\.?m\b\.?"
    r"|(?P<word>noon|midnight)\b"
    rf"|(?P<bare>{HOUR}){ENDS}(?: o['’]clock)?"
    rf"){DAYPART}",
    re.IGNORECASE,
)
BEFORE = re.compile(r"\b(?:at|around|about|towards|just|shortly|minutes|was)(?: \w+)?$", re.IGNORECASE)
BOUND = re.compile(r"\b(?:by|until|till|since|from|between|before|after|than|between .* and)(?: (?:about|around))? ?$")
# "The number stands at six", "at least ten": how many, and no hour.
MANY = re.compile(
    r"\b(?:stands?|stood|puts?|stays?|remains?|estimated?|reckoned|number|toll|total|count) (?:\w+ ){0,3}at$"
    r"|\bat (?:least|most)$",
    re.IGNORECASE,
)
TALLY = re.compile(r"\b(?:votes?|voted|scores?|won|lost|beat|odds|ratio|margin)\b", re.IGNORECASE)
ZONE = re.compile(r"^\W{0,2}(?:gmt|utc|[ecmp][sd]?t|\w+ time)\b", re.IGNORECASE)
REACHED = 40  # characters before a time in which a word may stand that tells what it is
REACH = 20  # minutes that "shortly" and "about" leave open
HALF_DAY, DAY = 12 * 60, 24 * 60
PM = re.compile(r"afternoon|evening|night", re.IGNORECASE)


class Clock(Struct, frozen=True):
    """A time of the clock at text[start:end] as minutes from `low` to `high`; `half` where the text leaves open which half
    of the day is meant: then both are minutes after midnight or noon.
    """

    start: int
    end: int
    low: int
    high: int
    half: bool


def clocks(text: str) -> Iterator[Clock]:
    """The times at which a sentence says that something was; bounds ("by nine", "since eleven") and zones are left out."""
    for found in FORMS.finditer(text):
        before = text[max(0, found.start() - REACHED) : found.start()]
        if BOUND.search(before.lower()) or ZONE.match(text[found.end() :]) or not _clear(found, before):
            continue
        minute, half = _minute(found)
        if minute is not None:
            low, high = _width(found, minute)
            yield Clock(found.start(), found.end(), low, high, half)


def _clear(found: re.Match[str], before: str) -> bool:
    """False for what may be a mere number: "seven.", "7.50" without "at", and "before nine" without "shortly"."""
    if (found["side"] and not found["hedge"]) or ((found["way"] or found["h24"]) and TALLY.search(before)):
        return False
    if found["bare"] and MANY.search(before.rstrip()):
        return False
    if found["bare"]:
        return bool(found["hedge"] or found["part"] or BEFORE.search(before.rstrip()) or "clock" in found[0])
    if found["dot"] == "." and not found["ap1"]:
        return bool(found["hedge"] or BEFORE.search(before.rstrip()))
    return True


def _minute(found: re.Match[str]) -> tuple[int | None, bool]:
    """Minutes since midnight, and whether it may as well be twelve hours later."""
    part, half = found["part"], True
    if found["word"]:
        return (HALF_DAY if found["word"].lower() == "noon" else 0), False
    if found["h24"]:
        hour, minute, after = int(found["h24"]), int(found["m24"]), found["ap1"]
        half = hour <= 12 and found["dot"] == "." and not part  # 8:40 is told by the clock of the day
    elif found["h12"]:
        hour, minute, after = int(found["h12"]), 0, found["ap2"]
    else:
        hour, minute, after = _hour(found["base"] or found["bare"]), 0, None
        if found["minutes"]:
            told = int(found["minutes"]) if found["minutes"].isdigit() else MINUTES[found["minutes"].lower()]
            minute = told if found["way"].lower() in {"past", "after"} else -told
    if after or part:
        late = after.lower() == "p" if after else bool(PM.search(part))
        return (hour % 12 * 60 + minute + HALF_DAY * late) % DAY, False
    half = half and (found["base"] or "").lower() not in {"noon", "midnight"}
    return ((hour * 60 + minute) % (HALF_DAY if half else DAY)), half


def _hour(word: str) -> int:
    if word.lower() in {"noon", "midnight"}:
        return 12 if word.lower() == "noon" else 0
    return int(word) if word.isdigit() else NUMBERS.index(word.lower()) + 1


def _width(found: re.Match[str], minute: int) -> tuple[int, int]:
    hedge, side = (found["hedge"] or "").lower(), (found["side"] or "").lower()
    if side:
        return (minute - REACH, minute) if side == "before" else (minute, minute + REACH)
    return (minute - REACH, minute + REACH) if hedge else (minute, minute)


def apart(one: Clock, other: Clock) -> int:
    """Minutes between two times of the clock, the short way round; 0 where they meet."""
    around = HALF_DAY if one.half or other.half else DAY
    shift = (other.low - one.low) % around
    gaps = [shift - (one.high - one.low), (one.low - other.low) % around - (other.high - other.low)]
    return max(0, min(gaps))
