"""Numbers as written: digits, spelled-out and mixed forms, fractions, vague words, ordinals."""

import re
from collections.abc import Iterator

from sayso.annotate.quantity.currencies import SIGN
from sayso.annotate.quantity.fractions import read_fractions
from sayso.annotate.quantity.spans import Numeral
from sayso.annotate.quantity.spelled import SCALES, read_spelled
from sayso.annotate.quantity.vague import read_vague

_DIGITS = (
    r"\d{1,3},\d{1,2}(?=\s?(?:%|per\s?cent|percent|[mb]illion|€|euros?\b|k[mg]\b))|\d{1,3}(?:,\d{2,3}){1,6}(?!,?\d)(?:\.\d{1,18})?|\d{1,3}(?:\.\d{3}){2,6}(?!\d)|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3}){1,6}(?!\d)"
    r"|\d{1,18}(?!\d)(?:\.\d{1,18})?|(?<![\w.])\.\d{1,18}"
)
_MAGNITUDE = r"(?:hundred|thousand|million|billion|trillion|lakh|crore|dozen)\b(?!s)"
_NUMBER = re.compile(
    rf"(?<![\w#])(?<!\d[.,/:])(?:(?P<symbol>{SIGN})\s?)?(?P<digits>{_DIGITS})(?:(?P<fraction>/\d{{1,2}}(?![\d/])|\s?[½¼¾⅓⅔])"
    rf"|(?:[\s-]?(?P<scale>{_MAGNITUDE}(?:\s{_MAGNITUDE})?))|(?P<suffix>[A-Za-zµ]{{1,30}}[²³]?))?",
    re.IGNORECASE,
)
_DECIMAL_COMMA = re.compile(r"\d{1,3},\d{1,2}")
_GLYPH = re.compile(r"(?<!\d)(?<!\d\s)[½¼¾⅓⅔]")
_GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_SHORT = {"k": 1e3, "mn": 1e6, "mln": 1e6, "mio": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12}
_SHORT_AFTER_CURRENCY = {"m": 1e6, "b": 1e9, "t": 1e12}
_ORDINAL_SUFFIXES = frozenset({"st", "nd", "rd", "th"})


def read_numerals(text: str) -> list[Numeral]:
    """Every number of `text`, in order, without overlaps; where readings overlap, the longer one stays."""
    found = [*_read_digits(text), *read_spelled(text), *read_vague(text), *read_fractions(text)]
    found.sort(key=lambda n: (n.start, -n.end))
    kept: list[Numeral] = []
    for numeral in found:
        if not kept or numeral.start >= kept[-1].end:
            kept.append(numeral)
        elif numeral.end - numeral.start > kept[-1].end - kept[-1].start:
            kept[-1] = numeral
    return kept


def _read_digits(text: str) -> Iterator[Numeral]:
    for match in _NUMBER.finditer(text):
        numeral = _from_digits(match)
        if numeral is not None:
            yield numeral
    for match in _GLYPH.finditer(text):
        share = 100 * _GLYPHS[match.group()]
        yield Numeral(match.start(), match.end(), share, share, 5, share=True)


def _from_digits(match: re.Match[str]) -> Numeral | None:
    digits, fraction, suffix = match["digits"], match["fraction"], match["suffix"]
    mantissa, step = _value_and_step(digits)
    start, end, symbol = match.start(), match.end(), match["symbol"]
    if fraction is not None:
        return _with_fraction(match, mantissa)
    scale, rest = _scale(match["scale"], suffix, symbol)
    if rest is not None and rest.lower() in _ORDINAL_SUFFIXES:
        return Numeral(start, end, mantissa, mantissa, 1, ordinal=True)
    if rest is not None:
        end = match.start("suffix")
    return Numeral(start, end, round(mantissa * scale, 6), mantissa, step * scale, symbol=symbol, suffix=rest)


def _scale(words: str | None, suffix: str | None, symbol: str | None) -> tuple[float, str | None]:
    """The factor of a magnitude word or glued letters, and the letters where they are no magnitude."""
    if words is not None:
        factor = 1.0
        for word in words.lower().split():
            factor *= SCALES[word]
        return factor, None
    if suffix is None:
        return 1.0, None
    short = suffix.lower()
    if short in _SHORT:
        return _SHORT[short], None
    if symbol is not None and short in _SHORT_AFTER_CURRENCY:
        return _SHORT_AFTER_CURRENCY[short], None
    return 1.0, suffix


def _with_fraction(match: re.Match[str], whole: float) -> Numeral | None:
    """Reads "2/3" as a share, "1½" as 1.5; other slashes are dates and scores."""
    fraction = match["fraction"].strip()
    if fraction in _GLYPHS:
        value = whole + _GLYPHS[fraction]
        return Numeral(match.start(), match.end(), value, value, 0.5, symbol=match["symbol"])
    below = int(fraction[1:])
    if not 0 < whole < below <= 10:
        return None
    share = 100 * whole / below
    return Numeral(match.start(), match.end(), share, share, 5, share=True)


def _value_and_step(digits: str) -> tuple[float, float]:
    """The value of digits and the width of the last one that counts: 30 → 1, 100 → 10, 7.8 → 0.1."""
    if _DECIMAL_COMMA.fullmatch(digits):
        digits = digits.replace(",", ".")
    plain = re.sub(r"[,\u00a0\u202f\u2009]", "", digits)
    if plain.count(".") > 1:
        plain = plain.replace(".", "")
    if "." in plain:
        return float(plain), 10.0 ** -len(plain.partition(".")[2])
    zeros = len(plain) - len(plain.rstrip("0"))
    return float(plain), 10.0 ** max(0, zeros - 1)
