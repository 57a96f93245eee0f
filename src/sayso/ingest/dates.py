"""Stated dates → `Publication`: what metadata and date lines say, in the forms in use, and nothing guessed."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Struct

from sayso.ingest.calendar_words import ZONES, months
from sayso.model.document import Publication
from sayso.model.enums import Basis

_YEARS = range(1700, 2200)
_ZONE_NAMES = "|".join(sorted((*ZONES, "cst", "ist", "ast"), key=lambda z: (-len(z), z)))
_CLOCK = (
    r"(?:\s*(?:[T,@|–-]|at|um|a las|alle|à|às|kl\.?)?\s*"
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?)?"
    r"(?:\s*(?P<half>[ap])\.?m\b\.?)?(?:\s*(?:Uhr|hrs?|hs|hours)\b\.?)?"
    rf"(?:\s*\(?(?P<zone>(?:UTC|GMT)?[+-]\d{{2}}:?\d{{2}}|(?:{_ZONE_NAMES})\b)\)?)?)?"
)
_NUMERIC = (
    r"(?<![\d/.-])(?:(?P<y>\d{4})(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})"
    r"|(?P<a>\d{1,2})(?P<sep2>[-/.])(?P<b>\d{1,2})(?P=sep2)(?P<y2>\d{4}))(?!\d)"
)
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{1,2}))?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?")
_GROUP = re.compile(
    r"(?<!\d)(?P<d>\d{2})(?P<hour>\d{2})(?P<minute>\d{2})(?P<zone>Z)?\s(?P<month>[A-Za-z]{3})\s?(?P<y>\d{2})(?!\d)"
)


class Found(Struct, frozen=True):
    """A date in a text, `text[start:end]`, with what it says."""

    start: int
    end: int
    published: Publication


def parse(value: str, origin: str) -> Publication:
    """What the metadata value `value` states; `origin` says where it stood. Unknown, with the value as `why`, where it is
    no date, or where it holds several.
    """
    text = value.strip()
    found = _whole(text, origin) or _single(text, origin)
    return found or Publication(why=f"{origin}: {text[:80]!r} is no date") if text else Publication()


def find(text: str, origin: str) -> list[Found]:
    """All full dates (with day and year) in `text`, in order."""
    return list(_scan(text, origin))


def wire_stamp(text: str, origin: str) -> Publication | None:
    """The date-time group of a wire agency (day, hour, minute, month, year: `042130 Mar 21`), if `text` holds one."""
    for found in _GROUP.finditer(text):
        month = months().get(found["month"].lower())
        year = int(found["y"])
        day = _day(year + (2000 if year < 70 else 1900), month or 0, int(found["d"]))
        if day and int(found["hour"]) < 24 and int(found["minute"]) < 60:
            clock = dt.time(int(found["hour"]), int(found["minute"]))
            return _moment(dt.datetime.combine(day, clock), "UTC" if found["zone"] else None, origin)
    return None


def _whole(text: str, origin: str) -> Publication | None:
    """Forms that only a whole value may have."""
    if partial := _PARTIAL.fullmatch(text):
        return _month_or_year(int(partial[1]), partial[2], origin)
    if text.isdecimal() and len(text) in (10, 13):  # seconds or milliseconds since 1970
        moment = dt.datetime.fromtimestamp(int(text[:10]), dt.UTC)
        return _moment(moment.replace(tzinfo=None), "UTC", origin)
    if compact := _COMPACT.fullmatch(text):
        y, m, d, hour, minute, second, zone = compact.groups()
        rest = f"T{hour}:{minute}:{second or '00'}{zone or ''}" if hour else ""
        return _single(f"{y}-{m}-{d}{rest}", origin)
    return None


def _single(text: str, origin: str) -> Publication | None:
    """The one date that a text holds; the same day said twice is one."""
    found = find(text[:300], origin)
    if not found or len({(f.published.start, f.published.end) for f in found}) > 1:
        return None
    return max(found, key=lambda f: (f.published.at is not None, -f.start)).published


def _month_or_year(year: int, month: str | None, origin: str) -> Publication | None:
    first = _day(year, int(month or 1), 1)
    if first is None:
        return None
    after = dt.date(year + 1, 1, 1) if month in (None, "12") else dt.date(year, int(month or 1) + 1, 1)
    return Publication(first, after - dt.timedelta(days=1), None, Basis.STATED, None, origin)


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, months()), key=lambda n: (-len(n), n)))
    word = rf"(?P<{{}}>{names})\b\.?"
    day = r"(?<![\d.,])(?P<d1>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?"
    dmy = rf"{day}\s+(?:de\s+|of\s+)?{word.format('m1')},?\s*(?:del?\s+)?(?P<y1>\d{{4}})"
    mdy = rf"\b{word.format('m3')}\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<y3>\d{{4}})"
    east = r"(?P<y4>\d{4})\s?[年년]\s?(?P<m4>\d{1,2})\s?[月월]\s?(?P<d4>\d{1,2})\s?[日일]"
    return re.compile(rf"(?:{_NUMERIC}|{dmy}(?!\d)|{mdy}(?!\d)|{east}){_CLOCK}", re.IGNORECASE)


def _scan(text: str, origin: str) -> Iterator[Found]:
    for found in _pattern().finditer(text):
        days = _days(found)
        if days is None:
            continue
        clock = _clock(found)
        if clock is None or len(set(days)) == 2:
            end = found.end() if clock is not None or found["hour"] is None else _end_of_day(found)
            why = origin if days[0] == days[1] else f"{origin}, order of day and month not stated"
            yield Found(found.start(), end, Publication(*days, None, Basis.STATED, None, why))
            continue
        moment = _moment(dt.datetime.combine(days[0], clock), _zone(found["zone"]), origin)
        yield Found(found.start(), found.end(), moment)


def _end_of_day(found: re.Match[str]) -> int:
    return max(found.end(g) for g in ("d", "y2", "y1", "y3", "d4"))


def _days(found: re.Match[str]) -> tuple[dt.date, dt.date] | None:
    """First and last possible day; two days where 04/05/2014 may be either."""
    g = found.groupdict()
    if g["y"] or g["y4"]:
        only = _day(int(g["y"] or g["y4"]), int(g["m"] or g["m4"]), int(g["d"] or g["d4"]))
        return (only, only) if only else None
    if g["y2"]:
        readings = [_day(int(g["y2"]), int(g["b"]), int(g["a"]))]  # day first, as most of the world writes
        if g["sep2"] != ".":
            readings.append(_day(int(g["y2"]), int(g["a"]), int(g["b"])))
        days = sorted(d for d in readings if d)
        return (days[0], days[-1]) if days else None
    name, day, year = (g["m1"], g["d1"], g["y1"]) if g["y1"] else (g["m3"], g["d3"], g["y3"])
    only = _day(int(year), months()[name.lower()], int(day))
    return (only, only) if only else None


def _clock(found: re.Match[str]) -> dt.time | None:
    """The time of day beside a date; a bare number is none."""
    if found["hour"] is None or (found["minute"] is None and found["half"] is None):
        return None
    hour, minute, second = int(found["hour"]), int(found["minute"] or 0), int(found["second"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
    return dt.time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _zone(written: str | None) -> str | None:
    """IANA name or offset; None where nothing, or nothing certain, is written."""
    if not written:
        return None
    offset = re.search(r"([+-]\d{2}):?(\d{2})$", written)
    if offset and int(offset[1]) in range(-14, 15) and int(offset[2]) < 60:
        return f"{offset[1]}:{offset[2]}" if offset[0].strip("+-:0") else "UTC"
    return ZONES.get(written.lower())


def _moment(moment: dt.datetime, zone: str | None, origin: str) -> Publication:
    at = moment.isoformat() + _offset(moment, zone)
    return Publication(moment.date(), moment.date(), zone, Basis.STATED, at, origin)


def _offset(moment: dt.datetime, zone: str | None) -> str:
    """The offset to write behind a local time; empty where it is not known."""
    if zone is None or zone[0] in "+-":
        return zone or ""
    try:
        return moment.replace(tzinfo=ZoneInfo(zone)).isoformat()[len(moment.isoformat()) :]
    except ZoneInfoNotFoundError:  # a system without zone data: the name alone is told
        return ""
