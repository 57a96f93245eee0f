"""Days as places on a line: reading them, and where and how to mark them on an axis."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)


@dataclass(frozen=True)
class Axis:
    """Days `first` to `last` (ordinals, both inclusive) between the places `left` and `right`."""

    first: int
    last: int
    left: float
    right: float

    @property
    def day(self) -> float:
        """How wide one day is."""
        return (self.right - self.left) / (self.last - self.first + 1)

    def x(self, moment: float) -> float:
        """Where a moment stands, held within the axis."""
        return min(max(self.left + (moment - self.first) * self.day, self.left), self.right)


def moment(iso: str | None, end: bool = False) -> float | None:
    """A day or point of time in days since year 1, by the clock it is told by; the end of a day is where the next begins."""
    if iso is None:
        return None
    try:
        read = datetime.fromisoformat(iso)
    except ValueError:
        return None
    if "T" not in iso:
        return read.toordinal() + (1 if end else 0)
    return read.toordinal() + (read.hour + (read.minute + (1 if end and read.minute % 10 == 9 else 0)) / 60) / 24


def short_day(ordinal: int, year: bool = False) -> str:
    """`9 Oct`, or `9 Oct 2031`."""
    day = date.fromordinal(ordinal)
    return f"{day.day} {_MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")


def rough(start: str | None, end: str | None) -> str:
    """A period in few letters: `2019`, `Aug 2011`, `2 Sept 2025`, `from 2019`, `to Aug 2011`, `2018–2020`."""
    a, b = moment(start), moment(end)
    if a is None or b is None:
        known, word = (a, "from") if b is None else (b, "to")
        return "undated" if known is None else f"{word} {short_day(int(known), year=True)}"
    first, last = date.fromordinal(int(a)), date.fromordinal(int(b))
    if first == last:
        return short_day(int(a), year=True)
    whole = first.day == 1 and (last + timedelta(days=1)).day == 1 if last < date.max else False
    if whole and (first.month, last.month) == (1, 12):
        return _span(str(first.year), str(last.year))
    if whole:
        return _span(f"{_MONTHS[first.month - 1]} {first.year}", f"{_MONTHS[last.month - 1]} {last.year}")
    return _span(short_day(int(a), year=first.year != last.year), short_day(int(b), year=True))


def ticks(axis: Axis, room: float) -> list[tuple[int, str]]:
    """Days to mark on an axis with their words, no two nearer than `room`; month and year where they begin."""
    step = next((s for s in _STEPS if s * axis.day >= room), None)
    if step is None:
        return _month_ticks(axis, room * 1.5)
    days = range(axis.first, axis.last + 1, step)
    shown, month = [], None
    for ordinal in days:
        day = date.fromordinal(ordinal)
        shown.append((ordinal, f"{day.day} {_MONTHS[day.month - 1]}" if (day.year, day.month) != month else str(day.day)))
        month = (day.year, day.month)
    return shown


def _month_ticks(axis: Axis, room: float) -> list[tuple[int, str]]:
    step = next((s for s in _MONTH_STEPS if s * 30.4 * axis.day >= room), _MONTH_STEPS[-1])
    start, out, year = date.fromordinal(axis.first), [], None
    for n in range(start.year * 12 + start.month - 1, 9999 * 12, 1):
        first = date(n // 12, n % 12 + 1, 1).toordinal()
        if first > axis.last:
            break
        if n % step == 0 and first >= axis.first:
            new, year = year != n // 12, n // 12
            out.append((first, f"{n // 12}" if step >= 12 or (n % 12 == 0) else _month(n, new)))
    return out or [(axis.first, short_day(axis.first, year=True))]


def _month(n: int, new: bool) -> str:
    return f"{_MONTHS[n % 12]} {n // 12}" if new else _MONTHS[n % 12]


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first} – {last}"


def brief(start: str | None, end: str | None) -> str:
    """A period near the story, without its year: `15 Oct`, `15 Oct, 14:10`, `10–24 Oct`, `from 9 Oct`."""
    a, b = moment(start), moment(end)
    if a is None or b is None:
        known, word = (a, "from") if b is None else (b, "until")
        return "undated" if known is None else f"{word} {short_day(int(known))}"
    if int(a) == int(b):
        at = f", {start[11:16]}" if start and start == end and "T" in start else ""
        return short_day(int(a)) + at
    first, last = date.fromordinal(int(a)), date.fromordinal(int(b))
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{short_day(int(b))}"
    return f"{short_day(int(a))} – {short_day(int(b))}"
