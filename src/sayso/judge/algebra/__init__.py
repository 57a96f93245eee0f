"""The algebra of values: numbers and times as sets of possible worlds, and what two of them say of each other."""

from sayso.judge.algebra.comparison import Comparison
from sayso.judge.algebra.interval import Interval
from sayso.judge.algebra.periods import compare_periods
from sayso.judge.algebra.quantities import compare_quantities, values_of, verdict_of

__all__ = ["Comparison", "Interval", "compare_periods", "compare_quantities", "values_of", "verdict_of"]
