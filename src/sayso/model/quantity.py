"""Quantities: numbers as sets of possible values."""

from msgspec import Struct

from sayso.model.enums import QuantityKind


class Quantity(Struct, frozen=True, kw_only=True):
    """A number of a text as the interval of values it admits.

    `low`..`high` is what the words strictly admit (None: unbounded), `likely_low`..`likely_high` what they make one
    expect. `exact` lists the values where the text gives alternatives ("17 or 21"). `unit` is a normalised unit or
    currency, `of` the head noun of what is counted (lemma), with its modifiers in `of_words`; [start, end) covers the
    number with hedge and unit, [of_start, of_end) the counted noun phrase where there is one. `head` is the offset of
    the number itself. `change` is one of = < > ~ up down as in NewsQuant.

    `value` is the number as told, None for ranges, alternatives and vague words. `partitive`: the number counts a part of
    the noun ("three of them", "60 % of revenue"), never the whole; the noun or pronoun then stands in `of_words` too.
    `per` is what a rate is counted by ("a month" → month). `delta` is "up" or "down" for a difference ("rose by 5"), which
    never meets a level.
    """

    start: int
    end: int
    text: str
    kind: QuantityKind
    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False
    likely_low: float | None = None
    likely_high: float | None = None
    exact: tuple[float, ...] = ()
    unit: str | None = None
    hedge: str | None = None
    of: str | None = None
    of_words: tuple[str, ...] = ()
    of_start: int | None = None
    of_end: int | None = None
    change: str = "="
    head: int = 0
    governor: str | None = None  # lemma of the verb or predicate that governs the counted phrase
    relation: str | None = None  # its dependency relation to the governor: nsubj, nsubjpass, dobj, pobj …
    value: float | None = None
    partitive: bool = False
    per: str | None = None
    delta: str | None = None
