"""Spelled-out numbers: cardinals ("twenty-one", "two and a half million", "half a dozen"), fractions, ordinals."""

import re
from collections.abc import Iterator, Sequence

from sayso.annotate.quantity.spans import Numeral

_TENS_WORDS = """
twenty thirty forty fifty sixty seventy eighty ninety
"""
_SMALL_WORDS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen
"""
_SMALL = {word: float(n) for n, word in enumerate(_SMALL_WORDS.split())}
_TENS = {word: 10.0 * n for n, word in enumerate(_TENS_WORDS.split(), start=2)}
SCALES = {
    "dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9,
    "trillion": 1e12,
}  # fmt: skip
_WORD = "|".join(sorted([*_SMALL, *_TENS, *SCALES], key=len, reverse=True))
_SCALE = "|".join(SCALES)
_SEQUENCE = re.compile(
    rf"(?<![\w-])(?:(?P<half>half(?:[\s-]an?)?)[\s-]|an?\s(?=(?:{_SCALE})(?!\w)))?(?:{_WORD})(?:[\s-]{{1,4}}(?:and[\s-]{{1,4}})?(?:(?:{_WORD})\b(?!s)|a[\s-]half\b)){{0,30}}"
    rf"(?!\w)",
    re.IGNORECASE,
)
_LONGEST = 24  # words of one number: the next begins anew
_TOKEN = re.compile(rf"{_WORD}|half|and|an?(?!\w)", re.IGNORECASE)

_PARTS = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
_SHARE = re.compile(
    r"(?<![\w-])(?:(?P<count>an?|one|two|three|four|five|six|seven|eight|nine)[\s-])?"
    r"(?P<part>half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?P<plural>s)?(?![\w-])",
    re.IGNORECASE,
)
_AFTER_SHARE = re.compile(
    r"\s{1,4}(?:of|the|their|his|her|its|our|all|those|these|that|more|fewer|less|higher|lower|larger|smaller|cheaper|bigger)\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\bby\s{1,4}(?:(?:about|around|nearly|almost|some|roughly|just|only|over|up\s{1,4}to|at\s{1,4}least|more\s{1,4}than|less\s{1,4}than)"
    r"\s{1,4}){0,2}$",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\s{0,4}(?:[.,;:)]|$)|\s{1,4}(?:to|from|in|since|over|on|at|and|or|but|by|during|this|last|as|for|after|before|compared|"
    r"because|when|while|between|within|with|under)\b",
    re.IGNORECASE,
)
_ORDINAL_WORDS = """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
sixteenth seventeenth eighteenth nineteenth twentieth
"""
_ORDINALS = {
    word: float(n)
    for n, word in enumerate(
        _ORDINAL_WORDS.split(),
        start=1,
    )
}
_ORDINAL = re.compile(rf"(?<![\w-])(?:{'|'.join(_ORDINALS)})(?=\s{{1,4}}\w)", re.IGNORECASE)


def read_spelled(text: str) -> Iterator[Numeral]:
    """Cardinals, fractions and ordinals in words; readings may overlap ("a third" is both)."""
    for match in _SEQUENCE.finditer(text):
        yield from _cardinals(match)
    for match in _SHARE.finditer(text):
        share = _share(text, match)
        if share is not None:
            yield Numeral(match.start(), match.end(), share, share, 5, share=True, spelled=True)
    for match in _ORDINAL.finditer(text):
        value = _ORDINALS[match.group().lower()]
        yield Numeral(match.start(), match.end(), value, value, 1, ordinal=True, spelled=True)


def _share(text: str, match: re.Match[str]) -> float | None:
    """Per cent of a fraction, None where the words mean something else (the first half, a third man)."""
    count, part = (match["count"] or "").lower(), match["part"].lower()
    followed = _AFTER_SHARE.match(text, match.end()) is not None or _changed_by(text, match)
    number = _SMALL.get(count, 1.0)
    if bool(match["plural"]) != (number > 1):
        return None
    if not count and not (part == "half" and followed):
        return None
    if number == 1 and not followed:
        return None
    below = _PARTS[part]
    return 100 * number / below if number < below else None


def _changed_by(text: str, match: re.Match[str]) -> bool:
    """True for "by a third" and "by almost half" where nothing counted follows."""
    by = _BY.search(text, max(0, match.start() - 40), match.start())
    return by is not None and _ENDED.match(text, match.end()) is not None


def _cardinals(match: re.Match[str]) -> Iterator[Numeral]:
    """The numbers of a run of number words: usually one; "two three" gives both."""
    tokens = list(_TOKEN.finditer(match.group()))
    words = [t.group().lower() for t in tokens]
    at = 0
    while at < len(tokens):
        value, mantissa, used = _evaluate(words[at : at + _LONGEST])
        if used:
            start, end = match.start() + tokens[at].start(), match.start() + tokens[at + used - 1].end()
            yield Numeral(start, end, value, mantissa, value / mantissa if mantissa else 1, spelled=True)
        at += used or 1


def _evaluate(words: Sequence[str]) -> tuple[float, float, int]:
    """Value, value before the last magnitude word, and how many words were used, by the usual grammar of numbers."""
    start, total, current = _opening(words)
    mantissa, used = current, start
    for n in range(start, len(words)):
        word, before = words[n], words[n - 1] if n else ""
        if word in SCALES:
            if not current:
                break
            mantissa = current
            current *= SCALES[word]
            if SCALES[word] >= 1e3:
                total, current = total + current, 0.0
        elif word in _SMALL and _fits_small(before, n == start):
            current, mantissa = current + _SMALL[word], current + _SMALL[word] + total
        elif word in _TENS and (n == start or before == "and" or before in SCALES):
            current, mantissa = current + _TENS[word], current + _TENS[word] + total
        elif word == "half" and before == "a" and used:
            current, mantissa = current + 0.5, current + 0.5
        elif word in ("and", "a"):
            if word == "and" and before not in SCALES and words[n + 1 : n + 3] != ["a", "half"]:
                break
            continue
        else:
            break
        used = n + 1
    return total + current, mantissa, used


def _opening(words: Sequence[str]) -> tuple[int, float, float]:
    """Words taken by "a", "half a", "half": start, total and current value before the first number word."""
    if words[0] == "half":
        return (2 if words[1:2] and words[1] in ("a", "an") else 1), 0.0, 0.5
    if words[0] in ("a", "an"):
        return 1, 0.0, 1.0 if words[1:2] and words[1] in SCALES else 0.0
    return 0, 0.0, 0.0


def _fits_small(before: str, first: bool) -> bool:
    return first or before in _TENS or before in SCALES or before == "and"
