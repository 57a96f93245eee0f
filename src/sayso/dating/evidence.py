"""What one document says of its own date: its address, its dateline, and the dates that its text tells."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.document import Document
from sayso.model.enums import Anchor, BlockKind, TimeKind
from sayso.model.time import TimeExpression

_MONTHS = {
    m: n for n, m in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1)
}
_NAME = r"(?P<name>Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_Y, _M, _D = r"(?P<y>(?:19[89]|20[0-4])\d)", r"(?P<m>0?[1-9]|1[0-2])", r"(?P<d>0?[1-9]|[12]\d|3[01])"
_ADDRESSES = (
    re.compile(rf"[/_=-]{_Y}[/-]{_M}[/-]{_D}(?![\d])"),
    re.compile(rf"(?<!\d){_Y}(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(rf"[/_=-]{_Y}[/-]{_NAME}[/-]{_D}(?!\d)", re.IGNORECASE),
    re.compile(rf"[/_-]{_NAME}-{_D}-{_Y}(?!\d)", re.IGNORECASE),
    re.compile(rf"/{_Y}/{_M}/"),
)
_LINES = (
    re.compile(rf"\b{_NAME}\s*{_D}(?:st|nd|rd|th)?\b(?:,?\s+{_Y})?"),
    re.compile(rf"\b{_D}(?:st|nd|rd|th)?\s+{_NAME}(?:,?\s+{_Y})?\b"),
    re.compile(rf"\b{_Y}-{_M}-{_D}\b"),
)
_ISO = {d: n for n, d in enumerate(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], start=1)}
_DAYS = re.compile(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|nes|rs|ur)?day\b", re.IGNORECASE)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATELINES = (
    # "PORT CITY, Dec 17 (AGENCY) --": capitals, a month and day, and an agency or a dash
    re.compile(rf"^\s*[A-Z][A-Z .,'’()/-]{{2,60}}?,?\s+{_NAME}\s*{_D}(?:,?\s+{_Y})?\s*(?:\([A-Z][A-Za-z /.-]+\)|[-–—:])"),
    # "Port City, 21 March 2025. On the night …": a place in small letters wants the year, and nothing behind it
    re.compile(rf"^\s*[A-Z][\w .'’-]{{2,40}},\s+(?:{_WEEKDAY},?\s+)?{_D}\s+{_NAME},?\s+{_Y}\s*[.:–—-]\s"),
    re.compile(rf"^\s*[A-Z][\w .'’-]{{2,40}},\s+(?:{_WEEKDAY},?\s+)?{_NAME}\s+{_D},?\s+{_Y}\s*[.:–—-]\s"),
    # "Thursday 14 August. This page is refreshed …": the weekday guards a day without a year
    re.compile(rf"^\s*{_WEEKDAY},?\s+{_D}(?:st|nd|rd|th)?\s+{_NAME}(?:,?\s+{_Y})?\s*[.:–—|-]\s"),
    re.compile(rf"^\s*{_WEEKDAY},?\s+{_NAME}\s+{_D}(?:st|nd|rd|th)?(?:,?\s+{_Y})?\s*[.:–—|-]\s"),
)
# "Live | Thursday 20 November 2025 | Our reporters …": a weekday with its whole date that stands by itself in a first line
_STAMPS = tuple(
    re.compile(rf"(?:^|[.,|·–—-])\s*{_WEEKDAY},?\s+{day},?\s+{_Y}\s*(?:$|[.,|·:–—-])")
    for day in (rf"{_D}(?:st|nd|rd|th)?\s+{_NAME}", rf"{_NAME}\s+{_D}(?:st|nd|rd|th)?")
)
# "Wednesday, 17 September" or "Published: 17 September 2025" with nothing else in the line
_LABEL = r"^\s*(?:(?:Published|Posted|Updated|Last updated|Date)(?: on)?:?\s+)?"
_ALONE = tuple(
    re.compile(rf"{_LABEL}(?:{told})\s*[.:|–—-]?\s*$", re.IGNORECASE)
    for day in (rf"{_D}(?:st|nd|rd|th)?\s+{_NAME}", rf"{_NAME}\s+{_D}(?:st|nd|rd|th)?")
    for told in (rf"{_WEEKDAY},?\s+{day}(?:,?\s+{_Y})?", rf"{day},?\s+{_Y}")
)
_HEADS = 4  # blocks at the head of a text among which such a line may stand
_STAMPED = 140  # characters of a first line that is no paragraph yet
_AS_OF = re.compile(r"\b[Aa]s of\s+(?:[A-Za-z]+,?\s+)?$")
_HEAD = 600  # the lead: characters of body text in which the weekday of the news stands


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day, its year unknown where `year` is None; `words` are the text it was read from."""

    year: int | None
    month: int
    day: int | None
    words: str
    weekday: int | None = None

    def days(self, year: int | None = None) -> tuple[dt.date, dt.date] | None:
        """First and last day in `year` (or its own), None where there is no such day or no year."""
        chosen = self.year or year
        if chosen is None:
            return None
        try:
            if self.day is not None:
                exact = dt.date(chosen, self.month, self.day)
                return exact, exact
            first = dt.date(chosen, self.month, 1)
        except ValueError:
            return None
        return first, (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)


def _read(match: "re.Match[str]") -> MonthDay:
    groups = match.groupdict()
    month = _MONTHS[groups["name"][:3].lower()] if groups.get("name") else int(groups["m"])
    year, day = groups.get("y"), groups.get("d")
    named = _DAYS.search(match.group())
    weekday = _ISO[named[1].lower()] if named else None
    return MonthDay(int(year) if year else None, month, int(day) if day else None, match.group().strip("/_=- \n"), weekday)


def address_date(url: str | None) -> MonthDay | None:
    """The day (or month) that an address carries: /2012/11/21/, -20140425, /20121217/, /2012/nov/21/, /2012/11/."""
    for pattern in _ADDRESSES:
        match = pattern.search(url or "")
        if match:
            found = _read(match)
            if found.days():
                return found
    return None


def line_date(document: Document) -> MonthDay | None:
    """The day in a date line or dateline block, or in a dateline or a stamp at the head of the text."""
    for block in document.blocks:
        if block.kind in (BlockKind.DATE_LINE, BlockKind.DATELINE, BlockKind.UPDATE):
            line = document.text[block.start : block.end]
            for pattern in _LINES:
                match = pattern.search(line)
                if match:
                    return _read(match)
    found = [m for b in document.body[:1] for p in _DATELINES if (m := p.search(document.text[b.start : b.end]))]
    first = [b for b in document.blocks[:1] if b.end - b.start <= _STAMPED]
    found += [m for b in first for p in _STAMPS if (m := p.search(document.text[b.start : b.end]))]
    head = [b for b in document.blocks[:_HEADS] if b.end - b.start <= _STAMPED]
    found += [m for b in head for p in _ALONE if (m := p.search(document.text[b.start : b.end]))]
    return _read(found[0]) if found else None


def as_of_date(document: Document, times: Sequence[TimeExpression]) -> MonthDay | None:
    """The day of "As of December 4": the latest such day told."""
    found = [t for t in times if _AS_OF.search(document.text, max(0, t.start - 24), t.start)]
    days = [d for t in found if (d := month_day(t)) and d.day]
    return max(days, key=lambda d: (d.year or 0, d.month, d.day or 0), default=None)


def month_day(time: TimeExpression) -> MonthDay | None:
    """A day of a month, with or without its year, outside quotations."""
    match = re.match(r"(\d{4}|XXXX)-(\d\d)-(\d\d)", time.value)
    if not match or time.in_quote or time.kind is TimeKind.SET or time.unit not in (None, "month-day"):
        return None
    return MonthDay(int(match[1]) if match[1].isdigit() else None, int(match[2]), int(match[3]), time.text)


def past_days(times: Sequence[TimeExpression], year: int | None) -> tuple[tuple[dt.date, TimeExpression], ...]:
    """Days told as past; a day without a year takes `year`."""
    days = (
        (t, d)
        for t in times
        if t.tense == "past" or (t.anchor is Anchor.ABSOLUTE and t.tense is None)
        for d in [month_day(t)]
        if d
    )
    return tuple((found[0], t) for t, d in days if (found := d.days(year)))


def in_lead(document: Document, time: TimeExpression) -> bool:
    """True for what stands where a text tells what is new."""
    return bool(document.body) and time.start < document.body[0].start + _HEAD


def lead_weekday(document: Document, times: Sequence[TimeExpression]) -> tuple[int, TimeExpression] | None:
    """ISO weekday of the news: the first bare weekday in the lead that is told in the past tense."""
    body = document.body
    limit = body[0].start + _HEAD if body else 0
    for time in times:
        if (
            time.start < limit
            and time.unit == "weekday"
            and time.amount is None
            and time.tense == "past"
            and not time.modifier
        ):
            return int(time.value[9]), time
    return None


def coming_weekdays(times: Sequence[TimeExpression]) -> tuple[tuple[int, TimeExpression], ...]:
    """ISO weekdays that lie ahead of the text."""
    ahead = (t for t in times if t.unit == "weekday" and t.tense == "future" and t.amount in (None, 0) and not t.in_quote)
    return tuple((int(t.value[9]), t) for t in ahead if t.anchor is Anchor.PUBLICATION)


def fitting_day(times: Sequence[TimeExpression], *units: str) -> TimeExpression | None:
    """The first day of one of the `units` that the text tells as past from its own time: it places the text in some week."""
    own = (t for t in times if t.unit in units and t.anchor is Anchor.PUBLICATION)
    return next((t for t in own if t.tense == "past"), None)


def explicit_years(times: Sequence[TimeExpression]) -> tuple[int, ...]:
    """Years that the text writes out with a month or a day."""
    values = (t.value for t in times if t.anchor is Anchor.ABSOLUTE and t.kind in (TimeKind.DATE, TimeKind.TIME))
    return tuple(sorted(int(v[:4]) for v in values if re.match(r"\d{4}-\d\d", v)))
