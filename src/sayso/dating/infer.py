"""Publication times: what is stated stays; what is not is inferred from address, dateline, text and sibling documents."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from sayso.dating.evidence import (
    MonthDay,
    address_date,
    as_of_date,
    coming_weekdays,
    explicit_years,
    fitting_day,
    in_lead,
    lead_weekday,
    line_date,
    past_days,
)
from sayso.model.document import Document, Publication
from sayso.model.enums import Anchor, Basis
from sayso.model.time import TimeExpression

_AROUND = 3  # days that reports of one story may lie before the first or after the last dated one
_FRESH = 3  # days after a text's latest "as of" by which it is out
_LATEST = 7  # the same after its latest past day
_LEAD = 1  # days after the weekday of the lead: in 73 of 86 dated agency and newspaper texts at most one


@dataclass(frozen=True, slots=True)
class Guess:
    """An inferred publication: first and last possible day, and on what it rests."""

    start: dt.date
    end: dt.date
    why: tuple[str, ...]

    def within(self, start: dt.date, end: dt.date, why: str) -> "Guess":
        """The part of the guess in [start, end] with one more reason; the guess itself where they do not meet."""
        first, last = max(self.start, start), min(self.end, end)
        return Guess(first, last, (*self.why, why)) if first <= last and (first, last) != (self.start, self.end) else self


def date_documents(documents: Sequence[Document], times: Mapping[str, tuple[TimeExpression, ...]]) -> tuple[Document, ...]:
    """The documents of one story with their publication times, in order; `times` by document id, as `find_times` gives them.

    A stated publication is kept. An inferred one has Basis.INFERRED, first and last possible day, and its evidence in `why`;
    where there is no evidence publication stays unknown. The order of the documents does not matter.
    """
    found: dict[str, Guess] = {}
    for step in (_from_signs, _from_line, _from_text):
        anchors = tuple(sorted((g.start, g.end) for g in found.values()))
        fresh = {
            d.id: guess
            for d in documents
            if d.id not in found
            for guess in [_from_siblings(d, times.get(d.id, ()), anchors) or step(d, times.get(d.id, ()))]
            if guess
        }
        found.update(fresh)
    anchors = tuple(sorted((g.start, g.end) for g in found.values()))
    for document in documents:
        guess = found.get(document.id) or _from_siblings(document, times.get(document.id, ()), anchors)
        if guess:
            found[document.id] = guess
    return tuple(_dated(d, found.get(d.id)) for d in documents)


def _dated(document: Document, guess: Guess | None) -> Document:
    if document.published.start is not None or guess is None:
        return document
    return replace(document, published=_publication(document, guess))


def _publication(document: Document, guess: Guess) -> Publication:
    why = "; ".join(guess.why)
    return replace(document.published, start=guess.start, end=guess.end, basis=Basis.INFERRED, why=why)


def _from_signs(document: Document, times: Sequence[TimeExpression]) -> Guess | None:
    """What is stated, stands in the address, or in a date line with its year."""
    del times
    published = document.published
    if published.start is not None:
        return Guess(published.start, published.end or published.start, ("stated",))
    address, line = address_date(document.url), line_date(document)
    if address and address.day:
        return _exactly(address, None, "address")
    return _exactly(line, address.year if address else None, "date line") if line else None


def _from_line(document: Document, times: Sequence[TimeExpression]) -> Guess | None:
    """From a date line without a year, for which no other report tells it."""
    line = line_date(document)
    return _exactly(line, _year_of(document, line, times), "date line") if line else None


def _year_of(document: Document, line: MonthDay, times: Sequence[TimeExpression]) -> int | None:
    """The year of a date line by the text alone: one that it tells and a weekday bears out; any text tells of old years."""
    lead = lead_weekday(document, times)
    weekdays = {line.weekday} if line.weekday else {lead[0], lead[0] % 7 + 1} if lead else set()
    for year in sorted(set(explicit_years(times)), reverse=True):
        days = line.days(year)
        if days and days[0].isoweekday() in weekdays:
            return year
    return None


def _exactly(found: MonthDay, year: int | None, what: str) -> Guess | None:
    days = found.days(year)
    return Guess(*days, (f"{what}: {found.words}",)) if days else None


def _from_text(document: Document, times: Sequence[TimeExpression]) -> Guess | None:
    """From "as of", or the latest day told as past in a text that tells of its week, or the month of the address."""
    address = address_date(document.url)
    month = _exactly(address, None, "address") if address else None
    year = address.year if address else max(explicit_years(times), default=None)
    as_of = as_of_date(document, times)
    days = as_of.days(year) if as_of else None
    if days and as_of:
        base = Guess(days[0], days[0] + dt.timedelta(days=_FRESH), (f"told as of {as_of.words} ({days[0]})",))
        return _by_lead(document, times, _meeting(month, base), first=True)
    past = [(day, t) for day, t in past_days(times, year) if t.anchor is Anchor.ABSOLUTE and t.tense == "past"]
    latest = max(past, key=lambda p: (p[0], -p[1].start), default=None)
    if latest is None or latest[0].year != year or not in_lead(document, latest[1]) or not fitting_day(times, "weekday"):
        return month
    why = f"latest day told as past: {latest[1].text} ({latest[0]})"
    base = Guess(latest[0], latest[0] + dt.timedelta(days=_LATEST), (why,))
    return _by_lead(document, times, _meeting(month, base), first=True)


def _meeting(month: Guess | None, base: Guess) -> Guess:
    return month.within(base.start, base.end, base.why[0]) if month else base


def _narrowed(document: Document, times: Sequence[TimeExpression], guess: Guess, year: int | None) -> Guess:
    """By "as of May 4", days told as past, "last Saturday, May 2", and the weekday of the lead."""
    as_of = as_of_date(document, times)
    days = as_of.days(year) if as_of else None
    if days and as_of:
        guess = guess.within(days[0], days[0] + dt.timedelta(days=_FRESH), f"told as of {as_of.words} ({days[0]})")
    for day, time in past_days(times, year):
        if day > guess.start and day <= guess.end:
            guess = guess.within(day, guess.end, f"told as past: {time.text} ({day})")
        if time.text.lower().startswith("last "):
            guess = guess.within(day + dt.timedelta(days=1), day + dt.timedelta(days=7), f"{time.text} ({day})")
    return _by_lead(document, times, guess)


def _by_lead(document: Document, times: Sequence[TimeExpression], guess: Guess, *, first: bool = False) -> Guess:
    """Narrowed by the weekday of the lead, where one such day fits; with `first` only where the first day stays in."""
    lead = lead_weekday(document, times)
    if lead is None:
        return guess
    weekday, time = lead
    runs = [
        (max(d, guess.start), min(d + dt.timedelta(days=_LEAD), guess.end))
        for d in _days(guess.start - dt.timedelta(days=_LEAD), guess.end)
        if d.isoweekday() == weekday
    ]
    if len(runs) != 1 or (first and runs[0][0] > guess.start):
        return guess
    return guess.within(*runs[0], f"news of {time.text}")


def _days(first: dt.date, last: dt.date) -> Iterable[dt.date]:
    return (first + dt.timedelta(days=n) for n in range((last - first).days + 1))


def _from_siblings(
    document: Document, times: Sequence[TimeExpression], anchors: Sequence[tuple[dt.date, dt.date]]
) -> Guess | None:
    """From the dates of the other documents of the story, where the text itself tells a day that fits them."""
    if not anchors:
        return None
    first, last = anchors[0][0], max(end for _, end in anchors)
    margin = dt.timedelta(days=_AROUND)
    window = Guess(first - margin, last + margin, (f"other reports of the story, {_span(first, last)}",))
    line = line_date(document)
    if line:
        near = _nearest_year(line, first)
        if near:
            return Guess(near, near, (f"date line: {line.words}", f"year of other reports, {_span(first, last)}"))
    guess = _narrowed(document, times, window, first.year if first.year == last.year else None)
    for weekday, time in coming_weekdays(times):
        ahead = [d for d in _days(window.start, window.end + dt.timedelta(days=6)) if d.isoweekday() == weekday]
        # What lies ahead of a report mostly lies ahead of the others: a day before the first of them is its last resort.
        nearest = min(ahead, key=lambda d: (d < first, max((first - d).days, (d - last).days, 0)), default=None)
        if nearest:
            guess = guess.within(nearest - dt.timedelta(days=6), nearest, f"before {time.text} ({nearest})")
    if len(guess.why) > 1:
        return guess
    told = fitting_day(times, "weekday", "month-day")
    return Guess(guess.start, guess.end, (*guess.why, f"tells {told.text}")) if told else None


def _span(first: dt.date, last: dt.date) -> str:
    return str(first) if first == last else f"{first} to {last}"


def _nearest_year(line: MonthDay, near: dt.date) -> dt.date | None:
    days = [found[0] for year in (near.year - 1, near.year, near.year + 1) if (found := line.days(year))]
    days = [day for day in days if line.weekday in (None, day.isoweekday())] or days
    return min(days, key=lambda d: (abs((d - near).days), d), default=None) if line.day else None
