"""What the readers of this package hand to one another: numbers as written, and figures made of them."""

from dataclasses import dataclass
from enum import Enum

from sayso.model.enums import QuantityKind


@dataclass(frozen=True, slots=True)
class Vague:
    """What a vague word admits: `low` to `high` (None: no bound), most likely `likely_low` to `likely_high`."""

    low: float
    high: float | None
    likely_low: float
    likely_high: float


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number `text[start:end]` as written.

    `step` is the width of its last significant digit, `mantissa` the number before its magnitude word ("7.8 million": 7.8),
    `symbol` the currency sign or code before it (inside the span), `suffix` letters glued to it that are no magnitude.
    """

    start: int
    end: int
    value: float
    mantissa: float
    step: float
    symbol: str | None = None
    suffix: str | None = None
    vague: Vague | None = None
    share: bool = False  # a fraction; its value is in percent
    ordinal: bool = False
    part: bool = False  # of one unit: "half an hour"
    spelled: bool = False

    @property
    def scaled(self) -> bool:
        """True where a magnitude word multiplies the number."""
        return self.value != self.mantissa


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its canonical name, with the kind of quantity that it makes."""

    name: str
    kind: QuantityKind


class Form(Enum):
    """How the numbers of a figure go together."""

    SINGLE = "single"
    RANGE = "range"
    ALTERNATIVES = "alternatives"


class Bound(Enum):
    """What a hedge does to the number beside it."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    JUST_OVER = "just over"
    AT_LEAST = "at least"
    MORE = "more than"
    AT_MOST = "at most"
    LESS = "less than"


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that bound or blur a number: `text[start:end]`, lower case in `words`."""

    start: int
    end: int
    words: str
    bound: Bound


@dataclass(frozen=True, slots=True)
class Figure:
    """Numerals with unit and hedge; [start, end) covers all of it, [number_start, number_end) number and unit."""

    start: int
    end: int
    number_start: int
    number_end: int
    numerals: tuple[Numeral, ...]
    form: Form = Form.SINGLE
    unit: Unit | None = None
    per: str | None = None
    hedge: Hedge | None = None
    age: bool = False
    lent: bool = False  # the unit stands behind the next number: "from 5 to 3 euros"
    score: bool = False  # "2-1": how a match or a vote ended

    @property
    def kind(self) -> QuantityKind:
        """The sort of number, as far as number and unit tell."""
        if self.age:
            return QuantityKind.AGE
        if self.score:
            return QuantityKind.SCORE
        if self.numerals[0].ordinal:
            return QuantityKind.ORDINAL
        if self.per is not None:
            return QuantityKind.RATE
        return self.unit.kind if self.unit else QuantityKind.COUNT
