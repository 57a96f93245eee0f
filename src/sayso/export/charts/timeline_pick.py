"""Which entries of a timeline are drawn, and in which part: long before, along the days of the story, outside of them."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.export.charts.days import moment
from sayso.export.charts.timeline_labels import label
from sayso.export.lookup import Lookup
from sayso.model.dossier_findings import TimelineEntry
from sayso.model.enums import Status

MOST = 26  # rows along the days
MOST_APART = 7  # rows in each list apart
_NEAR = 10  # days around the story that the axis may take in


@dataclass(frozen=True)
class Placed:
    """An entry with its bounds in days since year 1 (None: open), and who tells it.

    `label` tells it in words that can be read by themselves. `weight` is how many outlets speak to the same question, though
    they may date it otherwise or not at all.
    """

    entry: TimelineEntry
    start: float | None
    end: float | None
    outlets: int
    weight: int
    disputed: bool
    label: str

    @property
    def rank(self) -> tuple[float, ...]:
        """The less, the sooner drawn: told by more outlets, a whole sentence, from more origins, of a surer day."""
        sure = (self.end - self.start) if self.start is not None and self.end is not None else 9999.0
        part = self.label.startswith("…")  # a clause cut out of its sentence
        return (-self.outlets, part, -self.weight, -self.entry.origins, -len(self.entry.claims), sure)

    @property
    def order(self) -> tuple[float, float, str, tuple[str, ...]]:
        """By time, then by words, whatever the order of the dossier."""
        start = self.start if self.start is not None else self.end if self.end is not None else 0.0
        return (start, self.end if self.end is not None else 9e9, self.entry.summary, self.entry.claims)


@dataclass(frozen=True)
class Group:
    """Entries to draw in order, and those left out for want of room, by the day (or 0) under which they are counted."""

    shown: tuple[Placed, ...]
    left_out: tuple[tuple[int, tuple[Placed, ...]], ...]


@dataclass(frozen=True)
class Picked:
    """What the picture shows; `first` and `last` are the days of its axis, as ordinals."""

    first: int
    last: int
    before: Group
    along: Group
    after: Group


def pick(look: Lookup) -> Picked | None:
    """The parts of the picture, or None where no entry has a day."""
    placed = sorted((p for e in look.dossier.timeline if (p := _placed(look, e))), key=lambda p: p.order)
    window = _window(look, placed)
    if window is None:
        return None
    first, last = window
    parts: dict[str, list[Placed]] = {"before": [], "along": [], "after": []}
    for p in placed:
        parts[_part(p, first, last)].append(p)
    along = _limited(parts["along"], MOST, lambda p: int(max(p.start if p.start is not None else first, first)))
    before, after = (_limited(parts[name], MOST_APART, lambda _: 0) for name in ("before", "after"))
    return Picked(first, last, before, along, after)


def _placed(look: Lookup, entry: TimelineEntry) -> Placed | None:
    start, end = moment(entry.date.start), moment(entry.date.end, end=True)
    if start is None and end is None:
        return None
    if start is not None and end is not None:
        start, end = min(start, end), max(start, end)
    found = [look.finding_of[c] for c in entry.claims if c in look.finding_of]
    weight = max((len(f.outlets) for f in found), default=1)
    disputed = any(f.status is Status.DISPUTED for f in found)
    return Placed(entry, start, end, len(look.outlets(entry.claims)), weight, disputed, label(look, entry))


def _window(look: Lookup, placed: Sequence[Placed]) -> tuple[int, int] | None:
    """The days of the story, widened by entries that reach out of them a little."""
    near = [p for p in placed if not p.entry.background] or list(placed)
    known = [m for p in near for m in (p.start, None if p.end is None else p.end - 0.01) if m is not None]
    if not known:
        return None
    head = look.dossier.story
    start, end = moment(head.start), moment(head.end)
    first = int(start if start is not None else min(known))
    last = int(end if end is not None else max(known))
    first, last = min(first, last), max(first, last)
    starts = [int(p.start) for p in near if p.start is not None and first - _NEAR // 2 <= p.start < last]
    ends = [int(p.end - 0.01) for p in near if p.end is not None and first <= p.end <= last + 1 + _NEAR]
    return min([first, *starts]), max([last, *ends])


def _part(p: Placed, first: int, last: int) -> str:
    start = p.start if p.start is not None else p.end
    end = p.end if p.end is not None else start
    if start is None or end is None or start > last + 1:
        return "after"
    if p.entry.background or end <= first:
        return "before"
    if p.start is not None and p.end is not None and p.end - p.start > max(last - first + 1, 14) * 1.2:
        return "before" if start < first else "after"
    return "along"


def _limited(placed: Sequence[Placed], most: int, day: Callable[[Placed], int]) -> Group:
    """The best supported of each day, as many a day as there is room for; on too many days, the best of all."""
    counts = Counter(map(day, placed))
    fits = (n for n in range(max(counts.values(), default=1), 0, -1) if sum(min(c, n) for c in counts.values()) <= most)
    a_day = next(fits, 0)
    ranked = sorted(placed, key=lambda p: (p.rank, p.order))
    taken: Counter[int] = Counter()
    shown: list[Placed] = []
    for p in ranked:
        if (taken[day(p)] < a_day) if a_day else (len(shown) < most):
            taken[day(p)] += 1
            shown.append(p)
    rest: dict[int, list[Placed]] = {}
    kept = {id(p) for p in shown}
    for p in placed:
        if id(p) not in kept:
            rest.setdefault(day(p) if a_day else 0, []).append(p)
    return Group(tuple(sorted(shown, key=lambda p: p.order)), tuple((d, tuple(rest[d])) for d in sorted(rest)))
