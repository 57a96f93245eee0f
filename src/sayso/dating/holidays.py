"""The day of a holiday in a year: fixed days, n-th weekdays of a month, and days counted from Easter Sunday."""

import datetime as dt
import re

_FIXED = {
    "new_years_day": (1, 1),
    "groundhog_day": (2, 2),
    "valentines_day": (2, 14),
    "st_patricks_day": (3, 17),
    "april_fools_day": (4, 1),
    "earth_day": (4, 22),
    "may_day": (5, 1),
    "victory_day": (5, 9),
    "juneteenth": (6, 19),
    "canada_day": (7, 1),
    "independence_day_us": (7, 4),
    "bastille_day": (7, 14),
    "halloween": (10, 31),
    "all_saints": (11, 1),
    "guy_fawkes": (11, 5),
    "armistice_day": (11, 11),
    "christmas_eve": (12, 24),
    "christmas": (12, 25),
    "boxing_day": (12, 26),
    "new_years_eve": (12, 31),
}
# month, weekday (0 = Monday), which one (-1 = last), days added
_NTH = {
    "mlk_day": (1, 0, 3, 0),
    "presidents_day": (2, 0, 3, 0),
    "mothers_day": (5, 6, 2, 0),
    "memorial_day": (5, 0, -1, 0),
    "fathers_day": (6, 6, 3, 0),
    "labor_day_us": (9, 0, 1, 0),
    "columbus_day": (10, 0, 2, 0),
    "thanksgiving_us": (11, 3, 4, 0),
    "black_friday": (11, 3, 4, 1),
    "election_day_us": (11, 0, 1, 1),
}
_FROM_EASTER = {
    "shrove_tuesday": -47,
    "ash_wednesday": -46,
    "palm_sunday": -7,
    "maundy_thursday": -3,
    "good_friday": -2,
    "holy_saturday": -1,
    "easter": 0,
    "easter_monday": 1,
    "ascension": 39,
    "pentecost": 49,
    "whit_monday": 50,
    "corpus_christi": 60,
}
_WEEKDAY_OF_MONTH = re.compile(r"nth_(\d\d?)_([1-7])_(-1|[1-4])")
_YEAR_DIGITS = 4
NAMES = frozenset((*_FIXED, *_NTH, *_FROM_EASTER))


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876, as Meeus gives it)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap = century // 4
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    correction = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * correction + 114, 31)
    return dt.date(year, month, day + 1)


def holiday(name: str, year: int) -> dt.date | None:
    """The day of the holiday `name` (a key of the annotator's table) in `year`, None where the name is unknown.

    "nth_6_1_2" is the second Monday of June, "nth_6_1_-1" the last.
    """
    if name in _FIXED:
        return dt.date(year, *_FIXED[name])
    if name in _FROM_EASTER:
        return easter(year) + dt.timedelta(days=_FROM_EASTER[name])
    if name in _NTH:
        month, weekday, which, added = _NTH[name]
        return _nth(year, month, weekday, which) + dt.timedelta(days=added)
    nth = _WEEKDAY_OF_MONTH.fullmatch(name)
    return _nth(year, int(nth[1]), int(nth[2]) - 1, int(nth[3])) if nth else None


def dated(value: str) -> str:
    """The value with its holiday as a day ("2030-easter_monday" is "2030-04-22"); any other value as it is."""
    year, _, rest = value.partition("-")
    name, mark, clock = rest.partition("T")
    exact = holiday(name, int(year)) if year.isdigit() and len(year) == _YEAR_DIGITS else None
    return f"{exact.isoformat()}{mark}{clock}" if exact else value


def _nth(year: int, month: int, weekday: int, which: int) -> dt.date:
    if which < 0:
        last = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
        return last - dt.timedelta(days=(last.weekday() - weekday) % 7)
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
