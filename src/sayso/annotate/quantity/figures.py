"""From numbers to figures: units, rates, ranges, alternatives and hedges, read from the words around."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.annotate.quantity.ages import age_at
from sayso.annotate.quantity.currencies import unit_of_sign as code_of_sign
from sayso.annotate.quantity.fractions import percentage_point_at
from sayso.annotate.quantity.hedges import hedge_after, hedge_before
from sayso.annotate.quantity.numerals import read_numerals
from sayso.annotate.quantity.spans import Figure, Form, Hedge, Numeral
from sayso.annotate.quantity.steps import lent, stepped
from sayso.annotate.quantity.units import PERCENT, PERCENTAGE_POINT, per_at, unit_at, unit_of_sign
from sayso.model.enums import QuantityKind

_DASH = re.compile(r"\s?[-–—−]\s?")
_TO = re.compile(r"[-,]?\s{1,4}(?:to|through)\s{1,4}", re.IGNORECASE)
_AND = re.compile(r"-?\s{1,4}and\s{1,4}", re.IGNORECASE)
_OR = re.compile(r"[-,]?\s{1,4}(?:or|or\s{1,4}even|if\s{1,4}not|and\s{1,4}possibly|or\s{1,4}possibly)\s{1,4}", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s{1,4}(?:\w{1,40}\s{1,4}){0,2}$", re.IGNORECASE)
_MINUS = re.compile(r"(?:^|(?<=[\s(]))(?P<sign>[-−–]|minus\s)$", re.IGNORECASE)
_BELOW_ZERO = frozenset({"celsius", "fahrenheit", "degree", "percent"})
_COUNTED_BY_MILLIONS = re.compile(
    r"\s{1,4}(?:\w{1,40}\s{1,4})?(?:people|persons|men|women|children|voters|votes|residents|users|customers|jobs|homes|households|viewers|"
    r"tourists|visitors|refugees|migrants|workers|doses|tonnes|tons|barrels|copies|followers|subscribers|passengers|pupils|"
    r"students|patients|cases|shares|vehicles|cars|trees|acres|hectares|inhabitants|citizens|"
    r"dollars|euros|pounds|francs|crowns|kronor|kroner|florins|marks|pesos|rupees|roubles|rubles|dinars|dirhams|riyals|"
    r"lira|rand|reais|zlotys|shekels|shillings|guilders|yen|yuan|naira)\b",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s?[(\[]\s?|-\w{1,40}\s\(|\s?/\s?")
_OUT_OF = re.compile(r"\s{1,4}(?:in|out\s{1,4}of|of(?=\s{1,4}every))(?:\s{1,4}every)?\s{1,4}", re.IGNORECASE)


def read_figures(text: str) -> list[Figure]:
    """All figures of a text, in order; what is no quantity (dates, labels) is still among them."""
    single = [_single(text, n) for n in read_numerals(text)]
    return _shared([_hedged(text, f) for f in _joined(text, single)], text)


def _shared(figures: list[Figure], text: str) -> list[Figure]:
    """A value restated in brackets in another unit keeps the hedge of the first: "over 7 kg (15 lb)"."""
    for n in range(len(figures) - 1):
        a, b = figures[n], figures[n + 1]
        apart = a.unit is None or b.unit is None or a.unit == b.unit or b.hedge is not None
        if not apart and a.hedge is not None and _BRACKET.fullmatch(text, a.end, b.start):
            figures[n + 1] = replace(b, hedge=Hedge(b.start, b.start, a.hedge.words, a.hedge.bound))
    return figures


def _single(text: str, numeral: Numeral) -> Figure:
    """One number with its unit."""
    end, unit, per = numeral.end, None, None
    age_end = age_at(text, numeral)
    if age_end is not None:
        return Figure(numeral.start, age_end, numeral.start, age_end, (numeral,), age=True)
    if numeral.share or numeral.ordinal:
        return Figure(numeral.start, end, numeral.start, end, (numeral,), unit=PERCENT if numeral.share else None)
    if numeral.symbol is not None:
        unit = unit_of_sign(code_of_sign(numeral.symbol))
        named = unit_at(text, numeral.start, end, None)
        end = named[1] if named is not None and named[0].kind is unit.kind else end
    else:
        point = percentage_point_at(text, numeral)
        if point is not None:
            return Figure(numeral.start, point, numeral.start, point, (numeral,), unit=PERCENTAGE_POINT)
        numeral = _millions(text, numeral)
        end = numeral.end
        found = unit_at(text, numeral.start, end, numeral.suffix)
        unit, end = found if found is not None else (None, end)
    rate = per_at(text, end)
    if rate is not None:
        per, end = rate
    numeral = _signed(text, numeral) if unit is not None and unit.name in _BELOW_ZERO else numeral
    return Figure(numeral.start, end, numeral.start, end, (numeral,), unit=unit, per=per)


def _millions(text: str, numeral: Numeral) -> Numeral:
    """Reads "1.2m people": before those who are counted by the million, m is no metre."""
    if numeral.suffix != "m" or not _COUNTED_BY_MILLIONS.match(text, numeral.end + 1):
        return numeral
    return replace(numeral, end=numeral.end + 1, value=numeral.value * 1e6, step=numeral.step * 1e6, suffix=None)


def _signed(text: str, numeral: Numeral) -> Numeral:
    """A temperature or a share below zero."""
    minus = _MINUS.search(text, max(0, numeral.start - 8), numeral.start)
    if minus is None:
        return numeral
    return replace(numeral, start=minus.start("sign"), value=-numeral.value, mantissa=-numeral.mantissa)


def _joined(text: str, singles: Sequence[Figure]) -> list[Figure]:
    """Ranges, alternatives and proportions made of neighbours."""
    out: list[Figure] = []
    for figure in singles:
        joined = _join(text, out[-1], figure) if out and len(out[-1].numerals) == 1 else None
        if joined is not None:
            out[-1] = joined
        else:
            if out:
                out[-1] = lent(text, out[-1], figure)
            out.append(figure)
    return out


def _join(text: str, a: Figure, b: Figure) -> Figure | None:
    gap = (a.end, b.start)
    if b.start - a.end > 16 or (a.age != b.age and a.age) or _ordinal(a) or _ordinal(b):
        return None
    low, high = _same_scale(a.numerals[0], b.numerals[0])
    form = _form(text, a, b, low.value, high.value)
    if form is None:
        return _score(text, a, b) or _proportion(text, a, b, gap)
    unit = b.unit or a.unit
    signed = a.numerals[0].symbol is not None
    if a.unit is not None and a.unit != b.unit and not (signed and b.unit is None):
        return None  # "rose 0.1 per cent to 1,333" are two figures, "$5 to 10" is one
    return replace(
        b,
        start=a.start,
        number_start=a.number_start,
        numerals=(low, high),
        form=form,
        unit=unit,
        per=b.per or a.per,
        age=b.age,
    )


def _ordinal(figure: Figure) -> bool:
    return figure.numerals[0].ordinal or (figure.numerals[0].vague is not None and figure.numerals[0].value == 0)


def _same_scale(a: Numeral, b: Numeral) -> tuple[Numeral, Numeral]:
    """Reads "15 to 20 million": the magnitude word of the second number serves the first as well."""
    if b.scaled and not a.scaled and a.value < b.value / b.mantissa and b.mantissa and not b.share:
        factor = b.value / b.mantissa
        return replace(a, value=a.value * factor, step=a.step * factor), b
    return a, b


def _form(text: str, a: Figure, b: Figure, low: float, high: float) -> Form | None:
    """How two neighbouring numbers go together, None where they are two figures."""
    gap_start, gap_end = a.end, b.start
    if _fits(_OR, text, gap_start, gap_end) and low != high:
        return Form.ALTERNATIVES
    if low >= high:
        return None
    if _fits(_DASH, text, gap_start, gap_end):
        return Form.RANGE
    if _fits(_AND, text, gap_start, gap_end) and _BETWEEN.search(text, max(0, a.start - 40), a.start):
        return Form.RANGE
    if _fits(_TO, text, gap_start, gap_end):
        return None if stepped(text, a, b, low, high) else Form.RANGE
    return None


def _fits(pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    return pattern.fullmatch(text, start, end) is not None


def _score(text: str, a: Figure, b: Figure) -> Figure | None:
    """Falling or equal whole numbers with a dash between them: the end of a match or a vote."""
    high, low = a.numerals[0], b.numerals[0]
    plain = not (a.unit or b.unit or high.spelled or low.spelled or high.suffix or low.suffix)
    if not plain or high.value < low.value or text[a.end : b.start] not in ("-", "–", "—"):
        return None
    return replace(b, start=a.start, number_start=a.number_start, numerals=(high, low), score=True)


def _proportion(text: str, a: Figure, b: Figure, gap: tuple[int, int]) -> Figure | None:
    """Reads "one in five", "nine out of ten" as a share in per cent."""
    part, whole = a.numerals[0], b.numerals[0]
    if not _fits(_OUT_OF, text, *gap) or a.unit or b.unit or part.share or whole.share or part.vague or whole.vague:
        return None
    if not part.value < whole.value or whole.value not in (3, 4, 5, 6, 7, 8, 9, 10, 20, 100):
        return None
    if whole.value == 20 and "of" in text[slice(*gap)]:
        return None  # "seven out of 20 goats" were counted, "one in 20" is a share
    share = 100 * part.value / whole.value
    numeral = Numeral(a.start, b.end, share, share, 5, share=True, spelled=part.spelled)
    return Figure(a.start, b.end, a.start, b.end, (numeral,), unit=PERCENT)


def _hedged(text: str, figure: Figure) -> Figure:
    """The figure with the hedge before or after it."""
    if figure.numerals[0].ordinal:
        return figure
    before = hedge_before(text, figure.start, length=figure.kind is QuantityKind.DURATION)
    if before is not None:
        return replace(figure, start=before.start, hedge=before)
    between = _between(text, figure)
    if between is not None:
        return between
    after = hedge_after(text, figure.end)
    return replace(figure, end=after.end, hedge=after) if after is not None else figure


def _between(text: str, figure: Figure) -> Figure | None:
    """Reads "between 5 and 10": the word belongs to the figure."""
    if figure.form is not Form.RANGE:
        return None
    match = _BETWEEN.search(text, max(0, figure.start - 30), figure.start)
    if match is None:
        return None
    return replace(figure, start=match.start())
