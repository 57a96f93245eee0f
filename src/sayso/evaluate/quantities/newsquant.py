"""sayso's quantities in the conventions of NewsQuant. This only renames and leaves out: it reads nothing anew.

- Ordinals and "no" or "none" are no quantities there, nor are "several" and "a few".
- A unit has its full name in the unit list of CQE, by `newsquant_units.toml`; without a unit of measure the unit is the
  counted noun phrase, its words as lemmas.
- Alternatives ("17 or 21") are one quantity each, a range is `low-high`, a share in words ("half") a fraction of 1.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from msgspec import Struct, convert

from sayso.evaluate.quantities.metric import Told
from sayso.model.enums import QuantityKind
from sayso.model.quantity import Quantity

_SHARES = ("half", "third", "quarter")
_FEW = ("several", "few")
_PLURALS = ("tens", "dozens", "hundreds", "thousands", "millions", "billions", "trillions")
_STEM = 4  # letters by which a lemma is known again in the text ("country" in "countries")


class _Changes(Struct, frozen=True):
    exact: tuple[str, ...]


class _Ages(Struct, frozen=True):
    unit: str


class Names(Struct, frozen=True):
    """The tables of `newsquant_units.toml`."""

    units: dict[str, str]
    per: dict[str, str]
    ages: _Ages
    changes: _Changes
    vague: dict[str, str]


@cache
def names() -> Names:
    """The tables, read once."""
    text = files("sayso.evaluate.quantities").joinpath("newsquant_units.toml").read_text("utf-8")
    return convert(tomllib.loads(text), type=Names)


def told(quantity: Quantity, text: str) -> Iterator[Told]:
    """What NewsQuant would write for a quantity of the document `text`; nothing where it writes nothing."""
    if quantity.kind is QuantityKind.ORDINAL:
        return
    unit, change = _unit(quantity, text), _change(quantity)
    for value in _values(quantity):
        yield Told(value, unit, change, quantity.start, quantity.end, quantity.text)


def _values(quantity: Quantity) -> Iterator[str]:
    if quantity.exact:
        yield from map(str, quantity.exact)
    elif quantity.value is not None:
        if not quantity.low == quantity.high == 0:  # "no" and "none" are told as 0
            yield str(_plain(quantity, quantity.value))
    else:
        vague = _vague(quantity)
        if vague is not None:
            yield vague


def _plain(quantity: Quantity, value: float) -> float:
    """A share in words is a fraction there, where sayso tells it in percent."""
    spelled = quantity.kind is QuantityKind.PERCENT and any(word in quantity.text for word in _SHARES)
    return round(value / 100, 4) if spelled else value


def _vague(quantity: Quantity) -> str | None:
    """A range, or what the words for no exact number stand for; None where they are no quantity."""
    words = quantity.text.lower()
    if "couple" in words:
        return names().vague["couple"]
    if quantity.high is not None:
        return f"{quantity.likely_low}-{quantity.likely_high}"
    if any(word in words for word in _FEW):
        return None
    if any(plural in words for plural in _PLURALS) and quantity.low is not None:
        one = quantity.low / 2  # the least that a plural admits is two of its unit
        return names().vague.get(words.split()[0], f"{one}-{10 * one}")
    return f"{quantity.likely_low}-{quantity.likely_high}"


def _unit(quantity: Quantity, text: str) -> str:
    if quantity.kind is QuantityKind.AGE:
        return names().ages.unit
    unit = _counted(quantity, text) if quantity.unit is None else names().units.get(quantity.unit, quantity.unit)
    if not quantity.per:
        return unit
    per = names().units.get(quantity.per, quantity.per)
    return f"{unit} per {names().per.get(quantity.per, per)}"


def _counted(quantity: Quantity, text: str) -> str:
    """The noun that follows the number, with those of its modifiers that stand before its "of"; "-" where none does."""
    if quantity.of is None or (quantity.of_start is not None and quantity.of_start <= quantity.head):
        return "-"
    phrase = "" if quantity.of_start is None else text[quantity.of_start : quantity.of_end].lower().partition(" of ")[0]
    modifiers = (w for w in quantity.of_words if w[:_STEM] in phrase and w != quantity.of)
    return " ".join([*modifiers, quantity.of])


def _change(quantity: Quantity) -> str:
    return "=" if quantity.hedge in names().changes.exact else quantity.change
