"""What two values for one question say of each other."""

from msgspec import Struct

from sayso.model.enums import Verdict


class Comparison(Struct, frozen=True):
    """A verdict with a plain sentence that gives the reason, made from the values.

    `expected` is False for values that can both hold though neither makes one expect the other.
    """

    verdict: Verdict
    why: str
    expected: bool = True
