"""Conversion between units by pint; a unit that pint does not know converts into itself only."""

from collections.abc import Callable
from functools import cache, lru_cache

from pint import UndefinedUnitError, Unit, UnitRegistry
from pint.errors import DefinitionSyntaxError


@cache
def _registry() -> "UnitRegistry[float]":
    """One registry for all; its making takes a quarter of a second, so it waits for the first two units that differ."""
    registry: UnitRegistry[float] = UnitRegistry(autoconvert_offset_to_baseunit=True, cache_folder=None)
    return registry


# News means the barrel of crude oil; to pint a bare barrel is that of the brewers.
_OTHER_NAMES = {"barrel": "oil_barrel", "brake horsepower": "horsepower"}


@cache
def _unit(name: str) -> Unit | None:
    """The unit of that name; words of one name may stand apart ("nautical mile")."""
    name = _OTHER_NAMES.get(name, name)
    for spelling in (name.replace(" ", "_"), name):
        try:
            return _registry().parse_units(spelling)
        except (UndefinedUnitError, DefinitionSyntaxError, ValueError, TypeError):
            continue
    return None


@cache
def converter(source: str, target: str, *, difference: bool = False) -> Callable[[float], float] | None:
    """A function from values in `source` to values in `target`, None where they measure different things.

    `difference` converts a rise or fall rather than a level: 10 degrees Celsius more are 18 degrees Fahrenheit more.
    """
    if source == target:
        return lambda value: value
    one, other = _unit(source), _unit(target)
    if one is None or other is None or one.dimensionality != other.dimensionality:
        return None
    if _base(one) != _base(other):
        return None
    registry = _registry()

    @lru_cache(maxsize=4096)
    def level(value: float) -> float:
        return float(registry.Quantity(value, one).to(other).magnitude)

    if difference:
        zero = level(0.0)
        return lambda value: level(value) - zero
    return level


def _base(unit: Unit) -> str:
    """Bits and decibels are both without dimension to pint: the base unit tells them apart."""
    return str(_registry().Quantity(1.0, unit).to_base_units().units)
