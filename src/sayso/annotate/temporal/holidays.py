"""Names of days that the calendar or the church year moves or fixes."""

import re
from dataclasses import replace

from sayso.annotate.temporal.lexicon import MONTH, WEEKDAY, YEAR, month_number, weekday_number
from sayso.annotate.temporal.rule import Reading, Rule, absolute, relative, rule

# name as printed → key; the day of a year is computed where times are grounded
NAMES = {
    "new year's eve": "new_years_eve",
    "new year's day": "new_years_day",
    "new year's": "new_years_day",
    "martin luther king jr. day": "mlk_day",
    "martin luther king day": "mlk_day",
    "groundhog day": "groundhog_day",
    "valentine's day": "valentines_day",
    "presidents' day": "presidents_day",
    "presidents day": "presidents_day",
    "st. patrick's day": "st_patricks_day",
    "mardi gras": "shrove_tuesday",
    "shrove tuesday": "shrove_tuesday",
    "ash wednesday": "ash_wednesday",
    "palm sunday": "palm_sunday",
    "maundy thursday": "maundy_thursday",
    "good friday": "good_friday",
    "holy saturday": "holy_saturday",
    "easter sunday": "easter",
    "easter monday": "easter_monday",
    "easter": "easter",
    "ascension day": "ascension",
    "whit monday": "whit_monday",
    "pentecost": "pentecost",
    "corpus christi": "corpus_christi",
    "april fools' day": "april_fools_day",
    "april fool's day": "april_fools_day",
    "earth day": "earth_day",
    "may day": "may_day",
    "labour day": "may_day",
    "international workers' day": "may_day",
    "mother's day": "mothers_day",
    "victory day": "victory_day",
    "memorial day": "memorial_day",
    "juneteenth": "juneteenth",
    "father's day": "fathers_day",
    "canada day": "canada_day",
    "fourth of july": "independence_day_us",
    "bastille day": "bastille_day",
    "labor day": "labor_day_us",
    "columbus day": "columbus_day",
    "election day": "election_day_us",
    "halloween": "halloween",
    "all saints' day": "all_saints",
    "all saints day": "all_saints",
    "guy fawkes night": "guy_fawkes",
    "veterans day": "armistice_day",
    "armistice day": "armistice_day",
    "remembrance day": "armistice_day",
    "thanksgiving day": "thanksgiving_us",
    "thanksgiving": "thanksgiving_us",
    "black friday": "black_friday",
    "christmas eve": "christmas_eve",
    "christmas day": "christmas",
    "christmas": "christmas",
    "boxing day": "boxing_day",
}
_WHICH = {"last": -1, "this": 0, "next": 1, "this past": -1, "this coming": 1}
_ALTERNATIVES = "|".join(
    re.escape(n).replace("'", "['’]").replace(r"\ ", r"\s+") for n in sorted(NAMES, key=lambda n: (-len(n), n))
)
_PATTERN = (
    rf"(?:(?P<which>this\s+past|this\s+coming|last|this|next)\s+)?(?P<name>{_ALTERNATIVES})(?![A-Za-z'’])"
    r"(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
)
_SPACE = re.compile(r"\s+")


def _holiday(match: "re.Match[str]") -> Reading | None:
    name = match["name"]
    if not name[0].isupper():
        return None
    key = NAMES[_SPACE.sub(" ", name.lower().replace("’", "'"))]
    which = match["which"]
    if match["year"]:
        return replace(absolute(match, f"{match['year']}-{key}"), unit="holiday")
    amount = _WHICH[_SPACE.sub(" ", which.lower())] if which else None
    return relative(match, f"XXXX-{key}", "holiday", amount)


_WHICH_ONE = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}


def _weekday_of_month(match: "re.Match[str]") -> Reading | None:
    """Reads "the first Monday in June" as a day that comes once a year."""
    month, weekday = month_number(match["month"]), weekday_number(match["weekday"])
    key = f"nth_{month}_{weekday}_{_WHICH_ONE[match['nth'].lower()]}"
    if match["year"]:
        return replace(absolute(match, f"{match['year']}-{key}"), unit="holiday")
    return relative(match, f"XXXX-{key}", "holiday", None)


RULES: tuple[Rule, ...] = (
    rule({n.split()[0].split("'")[0].rstrip(".") for n in NAMES} | {"last", "this", "next"}, _PATTERN, _holiday),
    rule(
        {"the", *_WHICH_ONE},
        rf"(?:the\s+)?(?P<nth>{'|'.join(_WHICH_ONE)})\s+{WEEKDAY}\s+(?:of|in)\s+{MONTH}(?:,?\s+(?:of\s+)?{YEAR})?",
        _weekday_of_month,
    ),
)
