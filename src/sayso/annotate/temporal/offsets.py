"""Rules for times counted from another time: "two weeks ago", "last year", "the past 24 hours", "a year earlier"."""

import re

from sayso.annotate.temporal.lexicon import ORDINALS, UNIT, UNITS, unit_name
from sayso.annotate.temporal.measure import BETWEEN, LENGTH, OR_SO, PLURAL, PLURALS, duration, measure
from sayso.annotate.temporal.numbers import AMOUNT, FIRST
from sayso.annotate.temporal.rule import Reading, Rule, relative, rule
from sayso.model.enums import Anchor, TimeKind

_POINT = {"second": "day", "minute": "day", "hour": "day", "night": "day", "fortnight": "week", "weekend": "week"}
_BACK = {"ago", "earlier", "before", "previously"}
# which → sign; None: counted from nothing
_ROLLING = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "recent": -1, "latest": -1} | {
    "next": 1,
    "coming": 1,
    "following": 1,
}
_UNANCHORED = ("first", "final", "opening")
_FROM_NOW = ("last", "past", "next", "coming", "recent", "latest")
_WHICH = {"last": -1, "previous": -1, "prior": -1, "preceding": -1, "this past": -1, "this": 0, "current": 0, "same": 0} | {
    "that": 0,
    "latest": 0,
    "new": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "following": 1,
    "this coming": 1,
}
_PREVIOUS = {"previous", "prior", "preceding", "following", "same", "that", "latest"}
_ENDED = re.compile(
    r"\s+(?:(?:that|which)\s+)?(?:end(?:ed|ing|s)|to)\s+(?:on\s+)?(?=[A-Z\d]|tomorrow|today|yesterday|next|last|this)"
)
_TO_LAST = re.compile(r"\b(?:to|will|would|could|can|may|might|must|should|cannot|not|did|usually|often)\s+$", re.IGNORECASE)
_TITLE = re.compile(r"[A-Z][a-z]+\s+[A-Z][a-z]+$")


def _ago(match: "re.Match[str]") -> Reading | None:
    amount, unit = measure(match)
    way = " ".join(match["way"].lower().split())
    sign = -1 if way in _BACK else 1
    anchor = Anchor.PUBLICATION if way in ("ago", "from now", "hence") else Anchor.PREVIOUS
    if amount is None and anchor is Anchor.PUBLICATION:
        value = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return Reading(match.start(), match.end(), TimeKind.DATE, value, anchor, unit, None)
    if unit in ("decade", "century", "fortnight"):
        times, unit = {"decade": (10, "year"), "century": (100, "year"), "fortnight": (2, "week")}[unit]
        amount = None if amount is None else amount * times
    modifier = "APPROX" if match["so"] else None
    value = UNITS[_POINT.get(unit, unit)][2]
    return relative(match, value, unit, None if amount is None else sign * amount, anchor=anchor, modifier=modifier)


def _bare_ago(match: "re.Match[str]") -> Reading | None:
    way = match["way"].lower()
    anchor = Anchor.PUBLICATION if way == "ago" else Anchor.PREVIOUS
    value = "PAST_REF" if way in _BACK else "FUTURE_REF"
    return Reading(match.start(), match.end(), TimeKind.DATE, value, anchor, unit_name(match["unit"]), None)


def _stretch(match: "re.Match[str]", amount: float | None) -> Reading:
    """A length that ends or begins at its anchor."""
    which, unit = match["which"].lower(), unit_name(match["unit"])
    sign = _ROLLING.get(which, 0)
    anchor = Anchor.PUBLICATION if which in _FROM_NOW else Anchor.PREVIOUS if sign else Anchor.NONE
    signed = None if amount is None or not sign else sign * amount
    modifier = {-1: "BEFORE", 1: "AFTER"}.get(sign)
    return Reading(match.start(), match.end(), TimeKind.DURATION, duration(amount, unit), anchor, unit, signed, modifier)


def _counted_stretch(match: "re.Match[str]") -> Reading | None:
    if match["which"].lower() == "last" and _TO_LAST.search(match.string, max(0, match.start() - 12), match.start()):
        return None  # "is to last six weeks"
    return _stretch(match, measure(match)[0])


def _open_stretch(match: "re.Match[str]") -> Reading | None:
    return _stretch(match, None)


def _which(match: "re.Match[str]") -> Reading | None:
    which, unit = " ".join(match["which"].lower().split()), unit_name(match["unit"])
    if _TITLE.fullmatch(match.group()) or (which == "new" and unit != "year"):
        return None  # a programme or section called "This Week"
    if which == "past" or (which == "last" and unit in ("hour", "minute")):
        value = duration(1, unit)
        return Reading(match.start(), match.end(), TimeKind.DURATION, value, Anchor.PUBLICATION, unit, -1, "BEFORE")
    if unit in ("second", "minute", "hour", "night") and which not in ("next", "following"):
        return None
    from_previous = which in _PREVIOUS or (which == "next" and unit in ("day", "night"))
    anchor = Anchor.PREVIOUS if from_previous else Anchor.PUBLICATION
    value = UNITS[unit if unit == "weekend" else _POINT.get(unit, unit)][2]
    return relative(match, value, unit, _WHICH[which], anchor=anchor)


def _after_next(match: "re.Match[str]") -> Reading | None:
    """Reads "the week after next", "the month before last"."""
    unit = unit_name(match["unit"])
    return relative(match, UNITS[unit][2], unit, 2 if match["next"] else -2)


def _the_unit(match: "re.Match[str]") -> Reading | None:
    unit = unit_name(match["unit"])
    if unit == "year" and _ENDED.match(match.string, match.end()):
        return Reading(match.start(), match.end(), TimeKind.DURATION, duration(1, unit), Anchor.NONE, unit, 1)
    return relative(match, UNITS[unit][2], unit, 0, anchor=Anchor.PREVIOUS)


def _year_ago(match: "re.Match[str]") -> Reading | None:
    """Reads "the year-earlier quarter": the same period a year before the one told of."""
    ordinal = match["ordinal"]
    if ordinal:
        return relative(match, f"XXXX-Q{ORDINALS[ordinal.lower()]}", "year", -1)
    value = "XXXX-QX" if match["period"] in ("quarter", "period") else "XXXX"
    return relative(match, value, "year", -1, anchor=Anchor.PREVIOUS)


def _latest_period(match: "re.Match[str]") -> Reading | None:
    return relative(match, "XXXX-QX", "quarter", 0, anchor=Anchor.PREVIOUS)


def _year_end(match: "re.Match[str]") -> Reading | None:
    return relative(match, "XXXX", "year", 0, modifier="END")


_SINGULAR = r"(?P<unit>second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|century)\b(?!-old)"
_KIND = r"(?:(?:fiscal|calendar|full|school|whole|academic|election)\s+)?"
_SO = r"(?:\s+or\s+so\b)?"
RULES: tuple[Rule, ...] = (
    rule(
        FIRST,
        rf"{LENGTH}{OR_SO}\s+(?P<way>ago|earlier|later|previously|afterwards?|hence|from\s+now|(?:before|on)(?=[.,;]|\s*$))(?!\w)",
        _ago,
    ),
    rule(PLURALS, rf"{PLURAL}\s+(?P<way>ago|earlier|later)\b", _bare_ago),
    rule(
        (*_ROLLING, *_UNANCHORED),
        rf"(?P<which>{'|'.join((*_ROLLING, *_UNANCHORED))})\s+{AMOUNT}{BETWEEN}[-\s]+"
        rf"(?:(?:full|trading|fiscal|consecutive)\s+)?{UNIT}{_SO}",
        _counted_stretch,
    ),
    rule((*_ROLLING, "first", "final"), rf"(?P<which>{'|'.join((*_ROLLING, 'first', 'final'))})\s+{PLURAL}", _open_stretch),
    rule(
        {*(w.split()[0] for w in _WHICH), "past"},
        rf"(?P<which>this\s+past|this\s+coming|past|{'|'.join(w for w in _WHICH if ' ' not in w)})\s+{_KIND}{_SINGULAR}{_SO}"
        r"(?!['’]s\s+(?:worth|time)\b|\s+of\b)",
        _which,
    ),
    rule(
        {"the"}, r"the\s+(?P<unit>weekend|week|month|quarter|year)\s+(?:after\s+(?P<next>next)|before\s+last)\b", _after_next
    ),
    rule({"the"}, rf"the\s+{_KIND}(?P<unit>weekend|week|month|quarter|year)\b(?!-)", _the_unit),
    rule(
        {"year", "last", "comparable", "corresponding"},
        r"(?:(?:comparable|corresponding)\s+)?(?:year[-\s](?:ago|earlier)\b|last\s+year['’]s(?=\s+(?:quarter|period)\b))"
        r"(?:\s+(?:(?P<ordinal>first|second|third|fourth)[-\s])?(?P<period>period|quarter|month|week))?",
        _year_ago,
    ),
    rule({"latest"}, r"latest\s+period\b", _latest_period),
    rule({"year"}, r"year(?:['’]s)?[-\s]end\b", _year_end),
)
