"""Numbers in words and figures, as they count units of time; `None` stands for a number that the text leaves open."""

import re

SMALL = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
} | {
    word: 10 * n
    for n, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2)
}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
OPEN = ("several", "few", "many", "some", "dozens", "scores", "hundreds", "thousands", "various", "countless", "numerous")
NUMBER_WORDS = frozenset(SMALL) - {"zero"}
ORDINAL_DAYS = (
    {
        word: value
        for value, word in enumerate(
            [
                "first",
                "second",
                "third",
                "fourth",
                "fifth",
                "sixth",
                "seventh",
                "eighth",
                "ninth",
                "tenth",
                "eleventh",
                "twelfth",
                "thirteenth",
                "fourteenth",
                "fifteenth",
                "sixteenth",
                "seventeenth",
                "eighteenth",
                "nineteenth",
                "twentieth",
            ],
            start=1,
        )
    }
    | {"thirtieth": 30}
    | {f"twenty-{w}": 20 + n for n, w in enumerate(["first", "second", "third", "fourth", "fifth", "sixth", "seventh"], 1)}
)

_SIMPLE = "|".join(sorted(NUMBER_WORDS, key=lambda w: (-len(w), w)))
_SCALE = "dozen|hundred|thousand"
WORDS = rf"(?:(?:{_SIMPLE}|an?(?=\s+(?:{_SCALE})))(?:(?:\s+and\s+|[-\s])(?:{_SIMPLE}|{_SCALE})\b){{0,7}})"
# at most a thousand million, so that a long row of figures is not read to its end at each of its members
FIGURES = r"(?:(?<!\d,)\d{1,3}(?:,\d{3}){1,3}+(?!,\d{3})|\d{1,12}+)(?:\.\d{1,6}+)?(?:\s?[½¼¾]|[-\s]\d/\d)?"
AMOUNT = (
    rf"(?P<amount>{FIGURES}|{WORDS}|(?:a\s+)?couple(?:\s+of)?(?:\s+more)?|half\s+an?|an?|"
    rf"(?:a\s+)?(?:{'|'.join(OPEN)})(?:\s+of)?)"
)
FIRST = NUMBER_WORDS | {"#", "a", "an", "couple", "half"} | set(OPEN)

_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75}
_FRACTION = re.compile(r"[-\s]*(\d/\d|[½¼¾])$")
_SPLIT = re.compile(r"[-\s]+")


def parse_amount(words: str) -> float | None:
    """The value of a number in words or figures ("twenty-one", "2 1/2", "a couple of"), None where it is left open."""
    words = words.lower().strip().removesuffix(" of").removesuffix(" more").removesuffix(" of")
    if words[:1].isdigit():
        return _figures(words)
    if words in ("couple", "a couple"):
        return 2
    if words.startswith("half"):
        return 0.5
    if words in ("a", "an"):
        return 1
    parts = _SPLIT.split(words)
    return None if any(p in OPEN for p in parts) else _words(parts)


def _figures(words: str) -> float | None:
    fraction = _FRACTION.search(words)
    extra = _FRACTIONS.get(fraction.group(1), 0.0) if fraction else 0.0
    whole = words[: fraction.start()] if fraction else words
    return float(whole.replace(",", "")) + extra if whole else extra


def _words(parts: list[str]) -> float | None:
    total = current = 0
    for part in parts:
        if part in SMALL:
            current += SMALL[part]
        elif part in ("a", "an"):
            current += 1
        elif part in SCALES:
            current = max(1, current) * SCALES[part]
            if SCALES[part] >= 1000:
                total, current = total + current, 0
        elif part != "and":
            return None
    return float(total + current) or None


def parse_spoken_year(first: str, second: str) -> int | None:
    """The year of "nineteen ninety-six": two numbers below a hundred; None where they make none."""
    high, low = _words(_SPLIT.split(first.lower())), _words(_SPLIT.split(second.lower()))
    if high is None or low is None or not 15 <= high <= 20 or not 10 <= low <= 99:
        return None
    return int(high * 100 + low)


def show(amount: float) -> str:
    """A number without superfluous zeros."""
    return f"{amount:g}" if amount != int(amount) else str(int(amount))
