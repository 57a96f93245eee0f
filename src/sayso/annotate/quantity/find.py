"""Finds the quantities of a document: figures of the text, less what counts nothing, with what they count."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.annotate.parse import Parsed, Part
from sayso.annotate.quantity.bounds import range_of
from sayso.annotate.quantity.changes import change_of
from sayso.annotate.quantity.counted import Counted, counted
from sayso.annotate.quantity.figures import read_figures
from sayso.annotate.quantity.genuine import genuine
from sayso.annotate.quantity.skips import Skips, Times
from sayso.annotate.quantity.spans import Figure, Form
from sayso.model.enums import QuantityKind, TimeKind
from sayso.model.quantity import Quantity
from sayso.model.time import TimeExpression

_TIME_UNITS = frozenset({QuantityKind.DURATION, QuantityKind.COUNT, QuantityKind.ORDINAL})
_MEMORY = 400  # characters over which a bare number may go back to what was counted before


def find_quantities(parsed: Parsed, times: Sequence[TimeExpression]) -> tuple[Quantity, ...]:
    """Every quantity of the document in order of offset; numbers inside `times` are left out unless they are lengths."""
    lengths = (TimeKind.DURATION, TimeKind.SET)
    spans = Times((t.start, t.end, t.kind in lengths) for t in times)
    return tuple(q for part in parsed.parts for q in _of_part(part, spans))


def _of_part(part: Part, times: Times) -> Iterator[Quantity]:
    doc = part.doc
    text = doc.text
    skips = Skips(text)
    before: Quantity | None = None
    for figure in read_figures(text):
        if _is_time(figure, part.offset, times) or _skipped(figure, skips):
            continue
        found = counted(doc, figure)
        if found is None or not genuine(doc, figure, found):
            continue
        quantity = _quantity(part.offset, text, figure, _with_antecedent(found, figure, before, part.offset))
        yield quantity
        if quantity.of is not None and quantity.kind is QuantityKind.COUNT:
            before = quantity


def _is_time(figure: Figure, offset: int, times: Times) -> bool:
    """True where the number belongs to a date, an hour or a distance in time; lengths of time are quantities."""
    length = times.at(offset + figure.number_start, offset + figure.number_end)
    if length is None or figure.kind not in _TIME_UNITS:
        return False
    return not (length and figure.kind is QuantityKind.DURATION)


def _skipped(figure: Figure, skips: Skips) -> bool:
    """True in a date or label; a number with a sign, a unit of measure or an age is none."""
    sure = figure.unit is not None and figure.kind is not QuantityKind.DURATION
    return not sure and not figure.age and skips.covers(figure.number_start, figure.number_end)


def _with_antecedent(found: Counted, figure: Figure, before: Quantity | None, offset: int) -> Counted:
    """A bare count ("three had surgery", "three of them") counts what was counted shortly before."""
    near = before is not None and offset + figure.start - before.end < _MEMORY
    if not found.bare or found.of is not None or figure.kind is not QuantityKind.COUNT or before is None or not near:
        return found
    if not found.partitive and found.relation is None:
        return found
    return replace(found, of=before.of, words=(*before.of_words, *found.words))


def _quantity(offset: int, text: str, figure: Figure, found: Counted) -> Quantity:
    admits = range_of(figure)
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
        change=change_of(text, figure, found.root),
        head=offset + figure.numerals[0].start,
        value=figure.numerals[0].value if single else None,
        governor=found.governor,
        relation=found.relation,
        partitive=found.partitive,
        per=figure.per,
    )


def _unit(figure: Figure) -> str | None:
    """The canonical name of the unit; ages count in years."""
    if figure.age:
        return "year"
    return figure.unit.name if figure.unit is not None else None
