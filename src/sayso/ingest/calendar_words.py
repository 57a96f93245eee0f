"""Names of months and days in many languages (from CLDR, through Babel), and abbreviations of time zones."""

from functools import lru_cache

from babel import Locale

_LANGUAGES_WRITTEN = """
    en es fr de it pt ca gl nl sv da nb fi is pl cs sk sl hr hu ro bg sr uk ru el tr az id ms fil vi et lv lt sq eu
"""
_LANGUAGES = tuple(_LANGUAGES_WRITTEN.split())

# Only abbreviations that mean one thing in a news text; CST, IST and AST mean several and stand for nothing here.
ZONES: dict[str, str] = {
    "z": "UTC",
    "utc": "UTC",
    "gmt": "UTC",
    "et": "America/New_York",
    "est": "-05:00",
    "edt": "-04:00",
    "pt": "America/Los_Angeles",
    "pst": "-08:00",
    "pdt": "-07:00",
    "cdt": "-05:00",
    "mst": "-07:00",
    "mdt": "-06:00",
    "bst": "+01:00",
    "wet": "+00:00",
    "west": "+01:00",
    "cet": "+01:00",
    "cest": "+02:00",
    "eet": "+02:00",
    "eest": "+03:00",
    "msk": "+03:00",
    "sast": "+02:00",
    "pkt": "+05:00",
    "wib": "+07:00",
    "hkt": "+08:00",
    "sgt": "+08:00",
    "pht": "+08:00",
    "jst": "+09:00",
    "kst": "+09:00",
    "aest": "+10:00",
    "aedt": "+11:00",
    "nzst": "+12:00",
    "nzdt": "+13:00",
}


@lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """Month by its name or abbreviation in lower case without full stop; names that differ between languages are absent,
    except that English is right.
    """
    english: dict[str, int] = {"sept": 9}
    others: dict[str, set[int]] = {}
    for language in _LANGUAGES:
        for name, number in _month_names(Locale.parse(language)):
            if language == "en":
                english[name] = number
            else:
                others.setdefault(name, set()).add(number)
    return {name: min(found) for name, found in others.items() if len(found) == 1} | english


def _month_names(locale: Locale) -> list[tuple[str, int]]:
    return [
        (name.lower().rstrip("."), number)
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in locale.months[context][width].items()
        if len(name) > 2 and name.rstrip(".").isalpha()
    ]


@lru_cache(maxsize=1)
def weekdays() -> frozenset[str]:
    """Names and abbreviations of the days of the week, in lower case without full stop."""
    found: set[str] = set()
    for language in _LANGUAGES:
        days = Locale.parse(language).days
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                found.update(name.lower().rstrip(".") for name in days[context][width].values())
    return frozenset(found | {"tues", "thurs", "weds"})
