"""Finds the quantities of a document: figures of the text, less what counts nothing, with what they count."""

import re
from collections.abc import Iterator, Sequence

from sayso.annotate.parse import Parsed, Part
from sayso.annotate.quantity.bounds import range_of
from sayso.annotate.quantity.changes import change_of, delta_of
from sayso.annotate.quantity.context import (
    after_these,
    as_age,
    how_badly,
    in_currency,
    part_and_whole,
    restated,
    some_of,
    with_antecedent,
    with_unit,
)
from sayso.annotate.quantity.counted import Counted, counted
from sayso.annotate.quantity.figures import read_figures
from sayso.annotate.quantity.genuine import genuine
from sayso.annotate.quantity.skips import Skips, Times
from sayso.annotate.quantity.spans import Figure, Form
from sayso.model.enums import QuantityKind, TimeKind
from sayso.model.quantity import Quantity
from sayso.model.time import TimeExpression

_TIME_UNITS = frozenset({QuantityKind.DURATION, QuantityKind.COUNT, QuantityKind.ORDINAL})
_LENGTHS = frozenset({TimeKind.DURATION, TimeKind.SET})
_DISTANCE = re.compile(
    r"\s{1,4}(?:ago|later|earlier|before|after|since|hence|prior|from\s{1,4}now|previously)\b", re.IGNORECASE
)


def find_quantities(parsed: Parsed, times: Sequence[TimeExpression]) -> tuple[Quantity, ...]:
    """Every quantity of the document in order of offset; numbers inside `times` are left out unless they are lengths."""
    spans = Times((t.start, t.end, t.kind in _LENGTHS) for t in times)
    return tuple(_all(parsed, spans))


def _all(parsed: Parsed, times: Times) -> list[Quantity]:
    found: list[Quantity] = []
    counted_before: Quantity | None = None
    for part in parsed.parts:
        text = part.doc.text
        for read, what in _of_part(part, times):
            last = found[-1] if found else None
            figure = in_currency(read, what, last, part.offset + read.start)
            told = with_antecedent(what, figure, counted_before, part.offset + figure.start)
            quantity = _quantity(part.offset, text, figure, after_these(text, figure, told))
            whole = part_and_whole(text, part.offset, last, quantity)
            if whole is not None:
                found[-1], quantity = whole
            quantity = how_badly(text, part.offset, last, some_of(text, part.offset, quantity))
            found.append(restated(text, part.offset, last, quantity))
            if quantity.of is not None and quantity.kind is QuantityKind.COUNT:
                counted_before = quantity
    return found


def _of_part(part: Part, times: Times) -> Iterator[tuple[Figure, Counted]]:
    """The figures of one block that are quantities, with what they count."""
    text = part.doc.text
    skips = Skips(text)
    for figure in read_figures(text):
        if figure.score or _is_time(text, figure, part.offset, times) or _skipped(figure, skips):
            continue
        found = counted(part.doc, figure)
        if found is not None and genuine(part.doc, figure, found):
            yield with_unit(as_age(figure, found), found), found


def _is_time(text: str, figure: Figure, offset: int, times: Times) -> bool:
    """True where the number belongs to a date, an hour or a distance in time; lengths of time are quantities."""
    if figure.kind is QuantityKind.DURATION and _DISTANCE.match(text, figure.end):
        return True
    length = times.at(offset + figure.number_start, offset + figure.number_end)
    if length is None or figure.kind not in _TIME_UNITS:
        return False
    return not (length and figure.kind is QuantityKind.DURATION)


def _skipped(figure: Figure, skips: Skips) -> bool:
    """True in a date or label; a number with a sign, a unit of measure or an age is none."""
    sure = figure.unit is not None and figure.kind is not QuantityKind.DURATION
    return not sure and not figure.age and skips.covers(figure.number_start, figure.number_end)


def _quantity(offset: int, text: str, figure: Figure, found: Counted) -> Quantity:
    admits = range_of(figure)
    delta = delta_of(text, figure, found.root)
    single = figure.form is Form.SINGLE and figure.numerals[0].vague is None
    return Quantity(
        start=offset + figure.start,
        end=offset + figure.end,
        text=text[figure.start : figure.end],
        kind=figure.kind,
        low=admits.low,
        high=admits.high,
        low_open=admits.low_open,
        high_open=admits.high_open,
        likely_low=admits.likely_low,
        likely_high=admits.likely_high,
        exact=admits.exact,
        unit=_unit(figure),
        hedge=figure.hedge.words if figure.hedge else None,
        of=found.of,
        of_words=found.words,
        of_start=None if found.start is None else offset + found.start,
        of_end=None if found.end is None else offset + found.end,
        change=change_of(figure, delta),
        head=offset + figure.numerals[0].start,
        value=figure.numerals[0].value if single else None,
        governor=found.governor,
        relation=found.relation,
        partitive=found.partitive,
        per=figure.per,
        delta=delta,
    )


def _unit(figure: Figure) -> str | None:
    """The canonical name of the unit; ages count in years."""
    if figure.age:
        return "year"
    return figure.unit.name if figure.unit is not None else None
