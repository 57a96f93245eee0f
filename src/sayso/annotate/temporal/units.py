"""Rules for lengths of time and for what is counted from another time ("two weeks ago", "12 days after …", "last year")."""

import re

from sayso.annotate.temporal.lexicon import ORDINALS, UNIT, UNITS, unit_name
from sayso.annotate.temporal.numbers import AMOUNT, FIRST, parse_amount, show
from sayso.annotate.temporal.rule import Reading, Rule, relative, rule
from sayso.model.enums import Anchor, TimeKind

_POINT = {"second": "day", "minute": "day", "hour": "day", "night": "day", "fortnight": "week", "weekend": "week"}
_OR_SO = r"(?:\s+or\s+(?P<so>so|more|less|two|longer)\b|\s+and\s+a\s+(?P<and>half|quarter)\b)?"
_BETWEEN = rf"(?:\s*(?:-|–|to|or)\s*(?P<upper>\d+|[a-z]+))?"
_LENGTH = rf"{AMOUNT}{_BETWEEN}(?:[-\s]+(?:more|full|whole|straight|consecutive|trading|working|business|calendar|additional|long|short))?[-\s]+{UNIT}(?!-(?:ago|earlier)\b)"
_WAY = {"ago": -1, "earlier": -1, "before": -1, "previously": -1, "prior": -1, "later": 1, "afterwards": 1, "afterward": 1, "hence": 1} | {
    "from now": 1,
    "after": 1,
    "from": 1,
    "following": 1,
    "since": 1,
    "prior to": -1,
    "ahead of": -1,
    "into": 1,
}
_EVENT_WAYS = r"after|before|following|prior\s+to|ahead\s+of|from(?!\s+now)|since|into"
_ROLLING = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1, "first": None, "final": None, "preceding": -1}
_ROLLING |= {"recent": -1, "latest": -1, "opening": None, "prior": -1}
_WHICH = {"last": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1, "previous": -1, "prior": -1, "preceding": -1}
_WHICH |= {"following": 1, "same": 0, "that": 0, "this past": -1, "this coming": 1, "latest": 0, "new": 0}
_PREVIOUS = {"previous", "prior", "preceding", "following", "same", "that"}
_BARE = re.compile(r"\b(?:for|in|within|over|after|of|by|these|those|the|and|or|took|takes?|lasted|lasting|spent|only|just|many|as)\s+$", re.IGNORECASE)
_PER_DAY = re.compile(r"\s+(?:a|per)\s+(?:day|week)\b", re.IGNORECASE)
_TITLE = re.compile(r"[A-Z][a-z]+\s+[A-Z][a-z]+$")
_SMALL_HOURS = re.compile(r"\b(?:early|late|small|wee)\s+$", re.IGNORECASE)
_RATE = re.compile(r"(?:\$|€|£|%|\bpercent\b|\bper\s+cent\b|\bpence\b|\bcents\b|\b(?:m|b|tr)illion\b|\b\d[\d,.]*\b|\bonce\b|\btwice\b|\btimes\b|\w+s)\s*$", re.IGNORECASE)


def duration(amount: float | None, unit: str) -> str:
    """The TIMEX3 value of a length: P3D, PT24H, P2Y6M, PXW."""
    prefix, letter, _ = UNITS[unit]
    if unit == "night":
        return f"P{show(amount) if amount else 'X'}NI"
    if unit == "fortnight":
        return f"P{show(2 * amount) if amount else 'X'}W"
    if unit == "decade":
        return f"P{show(10 * amount)}Y" if amount else "PXDE"
    if amount is None:
        return f"{prefix}X{letter}"
    whole, rest = int(amount), amount - int(amount)
    smaller = {"year": ("M", 12), "hour": ("M", 60), "minute": ("S", 60)}.get(unit)
    if rest and smaller:
        return f"{prefix}{f'{whole}{letter}' if whole else ''}{round(rest * smaller[1])}{smaller[0]}"
    return f"{prefix}{show(amount)}{letter}"


def _measure(match: "re.Match[str]") -> tuple[float | None, str]:
    unit = unit_name(match["unit"])
    amount = parse_amount(match["amount"])
    if match["upper"]:
        upper = parse_amount(match["upper"])
        amount = amount if amount == upper else None  # "two to three weeks" is left open
    extra = match.groupdict().get("and")
    if extra and amount is not None:
        amount += 0.5 if extra == "half" else 0.25
    return amount, unit


def _plausible(match: "re.Match[str]") -> bool:
    """False for "a second", "three quarters of", "21-year-old", and plural slips such as "one years"."""
    unit, amount = match["unit"].lower(), match["amount"].lower()
    text, end = match.string, match.end()
    if match["unit"][0].isupper() and not match["unit"].isupper():
        return False  # "60 Minutes" is a title
    if _PER_DAY.match(text, end):
        return False  # "24 hours a day"
    if re.compile(r"[-\s]old\b|['’]s?[-\s]old\b", re.IGNORECASE).match(text, end):
        return False
    if unit.endswith("s") and amount in ("a", "an", "one"):
        return False
    if unit in ("second", "quarter", "season", "night") and amount in ("a", "an", "one", "half a", "half an"):
        return unit == "night"
    return not (unit.startswith("quarter") and re.compile(r"\s+of\b", re.IGNORECASE).match(text, end))


def _length(match: "re.Match[str]") -> Reading | None:
    amount, unit = _measure(match)
    if not _plausible(match):
        return None
    if match["upper"] and parse_amount(match["upper"]) is None:
        return None
    article = match["amount"].lower() in ("a", "an")
    if article and _RATE.search(match.string, max(0, match.start() - 16), match.start()):
        return Reading(match.start(), match.end(), TimeKind.SET, duration(1, unit), Anchor.NONE, unit, 1)
    return Reading(match.start(), match.end(), TimeKind.DURATION, duration(amount, unit), Anchor.NONE, unit, amount)


def _ago(match: "re.Match[str]") -> Reading | None:
    amount, unit = _measure(match)
    way = " ".join(match["way"].lower().split())
    sign = _WAY[way]
    anchor = Anchor.PUBLICATION if way in ("ago", "from now", "hence") else Anchor.PREVIOUS
    if amount is None and anchor is Anchor.PUBLICATION:
        value = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return Reading(match.start(), match.end(), TimeKind.DATE, value, anchor, unit, None)
    modifier = "APPROX" if match.groupdict().get("so") else None
    value = UNITS[_POINT.get(unit, unit)][2]
    return relative(match, value, unit, None if amount is None else sign * amount, anchor=anchor, modifier=modifier)


def _bare_ago(match: "re.Match[str]") -> Reading | None:
    unit = unit_name(match["unit"])
    way = match["way"].lower()
    anchor = Anchor.PUBLICATION if way == "ago" else Anchor.PREVIOUS
    return Reading(match.start(), match.end(), TimeKind.DATE, "PAST_REF" if _WAY[way] < 0 else "FUTURE_REF", anchor, unit, None)


def _from_event(match: "re.Match[str]") -> Reading | None:
    amount, unit = _measure(match)
    if not _plausible(match):
        return None
    way = " ".join(match["way"].lower().split())
    signed = None if amount is None else _WAY[way] * amount
    modifier = "AFTER" if _WAY[way] > 0 else "BEFORE"
    end = match.end("unit") if not match["so"] else match.end("so")
    return Reading(match.start(), end, TimeKind.DURATION, duration(amount, unit), Anchor.EVENT, unit, signed, modifier)


def _rolling(match: "re.Match[str]") -> Reading | None:
    which = match["which"].lower()
    sign = _ROLLING[which]
    unit = unit_name(match["unit"])
    if match["amount"]:
        amount, _ = _measure(match)
    else:
        amount = None
    signed = None if sign is None or amount is None else sign * amount
    anchor = Anchor.PUBLICATION if which in ("last", "past", "next", "coming", "recent", "latest") else Anchor.PREVIOUS
    if sign is None:
        anchor = Anchor.NONE
    modifier = {-1: "BEFORE", 1: "AFTER"}.get(int(sign or 0))
    return Reading(match.start(), match.end(), TimeKind.DURATION, duration(amount, unit), anchor, unit, signed, modifier)


def _which(match: "re.Match[str]") -> Reading | None:
    which = " ".join(match["which"].lower().split())
    unit = unit_name(match["unit"])
    if _TITLE.fullmatch(match.group()):
        return None  # a programme or section called "This Week"
    if unit in ("second", "minute", "hour", "night", "season") and which not in ("next", "following"):
        return None
    if which == "past" or (which == "last" and unit in ("hour", "minute")):
        return Reading(match.start(), match.end(), TimeKind.DURATION, duration(1, unit), Anchor.PUBLICATION, unit, -1, "BEFORE")
    if which == "new" and unit != "year":
        return None
    anchor = Anchor.PREVIOUS if which in _PREVIOUS or (which == "next" and unit in ("day", "night")) else Anchor.PUBLICATION
    if which == "latest":
        return relative(match, UNITS[unit][2], unit, -1 if unit == "quarter" else 0, anchor=Anchor.PREVIOUS)
    return relative(match, UNITS[_POINT.get(unit, unit) if unit != "weekend" else unit][2], unit, _WHICH[which], anchor=anchor)


def _the_unit(match: "re.Match[str]") -> Reading | None:
    unit = unit_name(match["unit"])
    return relative(match, UNITS[unit][2], unit, 0, anchor=Anchor.PREVIOUS)


def _bare_plural(match: "re.Match[str]") -> Reading | None:
    unit = unit_name(match["unit"])
    if unit in ("quarter", "second", "season", "weekend", "night"):
        return None
    if unit == "hour" and _SMALL_HOURS.search(match.string, max(0, match.start() - 8), match.start()):
        return None
    return Reading(match.start(), match.end(), TimeKind.DURATION, duration(None, unit), Anchor.NONE, unit, None)


def _long(match: "re.Match[str]") -> Reading | None:
    unit = unit_name(match["unit"])
    amount = None if match["unit"].lower() != unit else 1
    return Reading(match.start(), match.end(), TimeKind.DURATION, duration(amount, unit), Anchor.NONE, unit, amount)


def _year_ago(match: "re.Match[str]") -> Reading | None:
    """"the year-earlier quarter": the same period a year before the one told of."""
    ordinal = match["ordinal"]
    if ordinal:
        return relative(match, f"XXXX-Q{ORDINALS[ordinal.lower()]}", "year", -1)
    value = "XXXX-QX" if match["period"] in ("quarter", "period") else "XXXX"
    return relative(match, value, "year", -1, anchor=Anchor.PREVIOUS)


def _latest_period(match: "re.Match[str]") -> Reading | None:
    return relative(match, "XXXX-QX", "quarter", 0, anchor=Anchor.PREVIOUS)


def _day_after_event(match: "re.Match[str]") -> Reading | None:
    unit = unit_name(match["unit"])
    sign = 1 if match["way"].lower() == "after" else -1
    modifier = "AFTER" if sign > 0 else "BEFORE"
    end = match.end("unit")
    return Reading(match.start(), end, TimeKind.DURATION, duration(1, unit), Anchor.EVENT, unit, sign, modifier)


def _year_end(match: "re.Match[str]") -> Reading | None:
    return relative(match, "XXXX-12-31", "year", 0)


_PLURAL = r"(?P<unit>minutes|hours|days|weeks|months|years|decades|centuries)\b"
_SINGULAR = r"(?P<unit>second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|century)\b(?!-old)"
_QUALITY = r"(?:(?:fiscal|calendar|full|school|whole|academic|election)\s+)?"
RULES: tuple[Rule, ...] = (
    rule(FIRST, rf"{_LENGTH}{_OR_SO}\s+(?P<way>ago|earlier|later|previously|afterwards?|hence|from\s+now|before(?=[.,;]|\s*$))(?!\w)", _ago),
    rule(FIRST, rf"{_LENGTH}{_OR_SO}\s+(?P<way>{_EVENT_WAYS})\b(?![.,;])", _from_event),
    rule(FIRST, rf"{_LENGTH}{_OR_SO}(?!\w)", _length),
    rule({"days", "weeks", "months", "years", "decades", "hours", "minutes", "centuries"}, rf"{_PLURAL}\s+(?P<way>ago|earlier|later)\b", _bare_ago),
    rule({"days", "weeks", "months", "years", "decades", "hours", "minutes"}, rf"(?P<amount>){_PLURAL}(?P<upper>)(?P<so>)\s+(?P<way>{_EVENT_WAYS})\b(?![.,;])", lambda m: Reading(m.start(), m.end("unit"), TimeKind.DURATION, duration(None, unit_name(m["unit"])), Anchor.EVENT, unit_name(m["unit"]), None, "AFTER" if _WAY[" ".join(m["way"].lower().split())] > 0 else "BEFORE")),
    rule(_ROLLING, rf"(?P<which>{'|'.join(_ROLLING)})\s+{AMOUNT}{_BETWEEN}[-\s]+(?:(?:full|trading|fiscal|consecutive)\s+)?{UNIT}(?:\s+or\s+so\b)?", _rolling),
    rule(_ROLLING, rf"(?P<which>{'|'.join(w for w in _ROLLING if w not in ('opening', 'latest'))})(?P<amount>)(?P<upper>)\s+{_PLURAL}", _rolling),
    rule({w.split()[0] for w in _WHICH} | {"past"}, rf"(?P<which>this\s+past|this\s+coming|past|{'|'.join(w for w in _WHICH if ' ' not in w)})\s+{_QUALITY}{_SINGULAR}(?:\s+or\s+so\b)?(?!['’]s\s+(?:worth|time)\b)", _which),
    rule({"the"}, rf"the\s+{_QUALITY}(?P<unit>weekend|week|month|quarter|year)\b(?!-)", _the_unit),
    rule({"minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries"}, rf"{_PLURAL}(?!['’]?[-\s]?long\b|[-\s]old\b|-\w)(?:\s+(?:or|and)\s+(?:days|weeks|months|years|decades)\b)?", _bare_plural),
    rule({"hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years", "decades", "decade", "century", "centuries"}, rf"(?P<unit>hours?|days?|weeks?|months?|years?|decades?|century|centuries)[-\s]?long\b", _long),
    rule(
        {"year", "last", "comparable", "corresponding"},
        r"(?:(?:comparable|corresponding)\s+)?(?:year[-\s](?:ago|earlier)\b|last\s+year['’]s(?=\s+(?:quarter|period)\b))"
        r"(?:\s+(?:(?P<ordinal>first|second|third|fourth)[-\s])?(?P<period>period|quarter|month|week))?",
        _year_ago,
    ),
    rule({"latest"}, r"latest\s+period\b", _latest_period),
    rule({"the"}, r"the\s+(?P<unit>day|week|month|year)\s+(?P<way>after|before)\b(?!\s+(?:yesterday|tomorrow|last|next))", _day_after_event),
    rule({"year"}, r"year(?:['’]s)?[-\s]end\b", _year_end),
)
