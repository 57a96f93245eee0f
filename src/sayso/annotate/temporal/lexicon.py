"""Words of the calendar: months, weekdays, seasons, parts of the day, units, and the regex pieces built of them."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tues", "tue"),
            ("wednesday", "wed"),
            ("thursday", "thurs", "thur", "thu"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        ),
        start=1,
    )
    for name in names
}
SEASONS = {"spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA", "fall": "FA"} | {
    "winter": "WI",
    "wintertime": "WI",
}
PARTS = {
    "morning": "MO",
    "dawn": "MO",
    "midday": "MI",
    "lunchtime": "MI",
    "afternoon": "AF",
    "evening": "EV",
    "dusk": "EV",
} | {
    "night": "NI",
    "tonight": "NI",
    "overnight": "NI",
}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

# unit → (TIMEX3 duration prefix, letter, pattern of a calendar point of that size)
UNITS = {
    "second": ("PT", "S", "XXXX-XX-XXTXX:XX:XX"),
    "minute": ("PT", "M", "XXXX-XX-XXTXX:XX"),
    "hour": ("PT", "H", "XXXX-XX-XXTXX"),
    "day": ("P", "D", "XXXX-XX-XX"),
    "night": ("P", "NI", "XXXX-XX-XXTNI"),
    "weekend": ("P", "WE", "XXXX-WXX-WE"),
    "week": ("P", "W", "XXXX-WXX"),
    "fortnight": ("P", "F", "XXXX-WXX"),
    "month": ("P", "M", "XXXX-XX"),
    "quarter": ("P", "Q", "XXXX-QX"),
    "season": ("P", "SN", "XXXX"),
    "year": ("P", "Y", "XXXX"),
    "decade": ("P", "DE", "XXX"),
    "century": ("P", "C", "XX"),
}
PLURALS = {unit + "s": unit for unit in UNITS if unit != "century"} | {"centuries": "century"}
ADVERBS = {"daily": "day", "nightly": "night", "weekly": "week", "monthly": "month", "quarterly": "quarter"} | {
    "yearly": "year",
    "annually": "year",
    "hourly": "hour",
}


def _cased(names: list[str]) -> str:
    """Names as they are capitalised in print, in full or in capitals throughout; the longest first."""
    forms = sorted((f for n in names for f in (n.capitalize(), n.upper())), key=lambda f: (-len(f), f))
    return "(?-i:" + "|".join(forms) + ")"


_DOT = (
    r"(?:(?<=Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\.|(?<=Sept|SEPT)\.)?"
)
MONTH = rf"(?P<month>{_cased(list(MONTHS))})\b{_DOT}"
_ANY_MONTH = rf"{_cased(list(MONTHS))}\b"
_SHORT = _cased([n for n in WEEKDAYS if len(n) < 6])  # "Sun" and "Wed" are days only with a full stop or before a date
WEEKDAY = (
    rf"(?P<weekday>{_cased([n for n in WEEKDAYS if len(n) > 5])}|"
    rf"{_SHORT}(?:\.|(?=,?\s+{_ANY_MONTH})|(?=,?\s+\d{{1,2}}\s+{_ANY_MONTH})))"
)
SEASON = rf"(?P<season>{'|'.join(SEASONS)})\b"
PART = r"(?P<part>morning|midday|lunchtime|afternoon|evening|night)\b"
UNIT = rf"(?P<unit>{'|'.join(sorted((*PLURALS, *UNITS), key=lambda u: -len(u)))})\b"
YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)\b"
DAY = r"(?P<day>(?:0?[1-9]|[12]\d|3[01]))(?:st|nd|rd|th)?\b"


def month_number(word: str) -> int:
    """1..12 of a month's name or abbreviation."""
    return MONTHS[word.lower().rstrip(".")]


def weekday_number(word: str) -> int:
    """1 (Monday) .. 7 (Sunday) of a weekday's name or abbreviation."""
    return WEEKDAYS[word.lower().rstrip(".")]


def unit_name(word: str) -> str:
    """The singular of a unit."""
    word = word.lower()
    return PLURALS.get(word, word)
