"""Numbers on an upright scale: where they stand, which of them to mark, how they are written."""

import math
from dataclasses import dataclass

_LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


@dataclass(frozen=True)
class Scale:
    """Values `low` to `high` between the heights `bottom` and `top` (which is the smaller number); `ticks` are marked."""

    low: float
    high: float
    bottom: float
    top: float
    ticks: tuple[float, ...]

    def y(self, value: float) -> float:
        """Where a value stands, held within the scale."""
        share = (value - self.low) / (self.high - self.low)
        return min(max(self.bottom - share * (self.bottom - self.top), self.top), self.bottom)


def scale(values: list[float], bottom: float, top: float) -> Scale:
    """A scale with room for all values and about four marks, from nought unless all values are far from it."""
    low, high = min(values), max(values)
    if low == high:
        low, high = low - (abs(low) * 0.1 or 1), high + (abs(high) * 0.1 or 1)
    if low > 0 and low <= high / 2:
        low = 0.0
    span = high - low
    step = _step(span / 4, whole=all(float(v).is_integer() for v in values))
    first = low if low == 0 else math.floor((low - span * 0.1) / step) * step
    first = max(first, 0.0) if low >= 0 else first
    last = math.ceil(high / step) * step
    count = round((last - first) / step)
    return Scale(first, last, bottom, top, tuple(first + n * step for n in range(count + 1)))


def written(value: float) -> str:
    """A number for a label: `1,250`, `0.4`, `12.5 million`."""
    if value < 0:
        return f"−{written(-value)}"
    for size, word in _LARGE:
        if value >= size:
            return f"{_trimmed(value / size, 3)} {word}"
    return f"{round(value):,}" if float(value).is_integer() or value >= 1000 else _trimmed(value, 3)


def _trimmed(value: float, digits: int) -> str:
    told = f"{value:.{max(digits - 1 - math.floor(math.log10(value)), 0)}f}"
    return (
        f"{float(told):,.{len(told.partition('.')[2])}f}".rstrip("0").rstrip(".") if "." in told else f"{float(told):,.0f}"
    )


def _step(least: float, whole: bool) -> float:
    """The next of 1, 2, 5, 10, 20, … (or their tenths, …) above `least`."""
    size = 10.0 ** math.floor(math.log10(least))
    step = next(n * size for n in (1, 2, 5, 10) if n * size >= least * 0.999)
    return max(step, 1.0) if whole else step
