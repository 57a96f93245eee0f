"""What the words around settle after a figure is read: what a bare number goes back to, restated values, units of nouns."""

import re
from dataclasses import replace

from msgspec.structs import replace as changed

from sayso.annotate.quantity.counted import Counted
from sayso.annotate.quantity.outcomes import befalls_people
from sayso.annotate.quantity.spans import Figure
from sayso.annotate.quantity.units import unit_of_noun, unit_of_sign
from sayso.model.enums import QuantityKind
from sayso.model.quantity import Quantity

_MONEY_WORDS = """
profit loss budget revenue turnover sale earnings income cost price debt deficit surplus bill damage fine loan grant aid fund
funding investment bid offer deal contract value worth sum savings spending expense export import reserve tax subsidy
"""
_MEMORY = 400  # characters over which a bare number may go back to what was counted before
_OF_THESE = re.compile(r"\bof\s{1,4}(these|those|them|whom|which)\s{0,4},?\s{0,4}$", re.IGNORECASE)
_PARTS = frozenset({QuantityKind.COUNT, QuantityKind.PERCENT})
_OF_WHOLE = re.compile(
    r"(?P<of>\s{1,4}(?:out\s{1,4})?of)?\s{1,4}(?:(?:all|the|its|their|his|her|our|these|those|a\s{1,4}total\s{1,4}of|other)\s{1,4}){0,2}"
    r"(?:(?:[\w-]{1,20}\s{1,4}){0,2}[\w-]{1,20}(?:['’]s|s['’])\s{1,4})?",
    re.IGNORECASE,
)
_MANNER_NEAR = 60
_MANNER = re.compile(
    r"(?:\s{1,4}of\s{1,4}(?:them|whom|these|those))?\s{1,4}(?:critically|seriously|severely|gravely|badly|fatally|lightly|slightly)\b"
    r"(?!\s{1,4}(?:hurt|injured|wounded|burn))"
)
_SOME_OF = re.compile(
    r"\b(?:some|most|many|few|several|much|one|any|part|parts|members?|each)\s{1,4}of\s{1,4}(?:the|its|their|his|her|our|these|those)\s{1,4}$",
    re.IGNORECASE,
)
_SUM_NEAR = 120  # characters between a sum and one that leaves its currency out
_A_SUM = 1e5
_MONEY_NOUNS = frozenset(_MONEY_WORDS.split())
_BRACKET = re.compile(r"\s?[(\[]\s?")


def as_age(figure: Figure, found: Counted) -> Figure:
    """A bare whole number that somebody is or turns is an age: "who was 90"."""
    number = figure.numerals[0]
    plain = figure.kind is QuantityKind.COUNT and found.bare and not found.partitive and not number.spelled
    if not plain or not 1 < number.value <= 115 or found.root.dep_ not in ("attr", "acomp", "dobj"):
        return figure
    verb = found.root.head
    if verb.lemma_ not in ("be", "turn"):
        return figure
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    somebody = any(s.lower_ in ("he", "she", "who", "i") or s.ent_type_ == "PERSON" for s in subjects)
    return replace(figure, age=True) if somebody else figure


def with_unit(figure: Figure, found: Counted) -> Figure:
    """A count of a unit is a measure: "50 previous years"."""
    if figure.kind is not QuantityKind.COUNT or found.of is None or found.partitive or figure.numerals[0].value == 0:
        return figure
    unit = unit_of_noun(found.of)
    return replace(figure, unit=unit) if unit is not None else figure


def with_antecedent(found: Counted, figure: Figure, before: Quantity | None, start: int) -> Counted:
    """A bare count ("three had surgery", "three of them") counts what was counted shortly before `start`."""
    bare = found.bare and found.of is None and figure.kind is QuantityKind.COUNT
    if not bare or before is None or start - before.end > _MEMORY:
        return found
    if not found.partitive and found.relation is None:
        return found
    return replace(found, of=before.of, words=tuple(dict.fromkeys((*before.of_words, *found.words))))


def after_these(text: str, figure: Figure, found: Counted) -> Counted:
    """Reads "of these, three had surgery": the number counts a part."""
    match = _OF_THESE.search(text, max(0, figure.start - 14), figure.start)
    if match is None or found.partitive:
        return found
    return replace(found, partitive=True, words=tuple(dict.fromkeys((*found.words, match[1].lower()))))


def in_currency(figure: Figure, found: Counted, last: Quantity | None, start: int) -> Figure:
    """Millions of a loss or a budget right after a sum are told in its currency: "€2 billion, against costs of 300m"."""
    if last is None or last.kind is not QuantityKind.MONEY or not 0 <= start - last.end <= _SUM_NEAR:
        return figure
    number = figure.numerals[0]
    bare = figure.kind is QuantityKind.COUNT and number.scaled and number.vague is None and number.value >= _A_SUM
    if not bare or found.of not in _MONEY_NOUNS or (found.start is not None and found.start >= figure.end):
        return figure
    return replace(figure, unit=unit_of_sign(last.unit)) if last.unit is not None else figure


def part_and_whole(text: str, offset: int, last: Quantity | None, quantity: Quantity) -> tuple[Quantity, Quantity] | None:
    """Reads "12 of the 30 died": the first is a part of what the second counts, and only the part died; None elsewhere."""
    if last is None or last.end < offset or last.kind not in _PARTS or quantity.kind is not QuantityKind.COUNT:
        return None
    between = _OF_WHOLE.fullmatch(text, last.end - offset, quantity.start - offset)
    if between is None or not (between["of"] or last.text.lower().endswith("half")):
        return None
    of = quantity.of or last.of
    return changed(last, partitive=True, of=last.of or of), changed(quantity, of=of, governor=None, relation=None)


def how_badly(text: str, offset: int, last: Quantity | None, quantity: Quantity) -> Quantity:
    """Reads "30 were hurt, six of them badly": the six were hurt as well, whatever the parse hangs them on."""
    near = (
        last is not None
        and last.kind is quantity.kind is QuantityKind.COUNT
        and 0 <= quantity.start - last.end <= _MANNER_NEAR
    )
    if last is None or not near or not befalls_people(last.governor) or _MANNER.match(text, quantity.end - offset) is None:
        return quantity
    return changed(quantity, governor=last.governor, relation=last.relation, of=last.of)


def some_of(text: str, offset: int, quantity: Quantity) -> Quantity:
    """Reads "some of the 400 tents burnt": what is said is not said of all 400."""
    start = quantity.start - offset
    if quantity.kind is not QuantityKind.COUNT or _SOME_OF.search(text, max(0, start - 40), start) is None:
        return quantity
    return changed(quantity, governor=None, relation=None)


def restated(text: str, offset: int, last: Quantity | None, quantity: Quantity) -> Quantity:
    """A value in brackets right behind another of its kind says the same in another unit: "30m-high (100ft)"."""
    if last is None or last.kind is not quantity.kind or last.unit == quantity.unit:
        return quantity
    gap = text[last.end - offset : quantity.start - offset]
    if not (_BRACKET.fullmatch(gap) or re.fullmatch(r"-\w{1,40}\s\(", gap)):
        return quantity
    return changed(
        quantity,
        of=last.of,
        of_words=last.of_words,
        of_start=last.of_start,
        of_end=last.of_end,
        governor=last.governor,
        relation=last.relation,
        partitive=last.partitive,
        delta=last.delta,
        change=last.change,
    )
