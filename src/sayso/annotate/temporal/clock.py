"""Rules for the time of day, and for days named from the day of telling (today, last night, Monday's morning)."""

import re
from dataclasses import replace

from sayso.annotate.temporal.lexicon import MONTHS, PART, PARTS, WEEKDAYS
from sayso.annotate.temporal.numbers import SMALL
from sayso.annotate.temporal.rule import Reading, Rule, relative, rule
from sayso.annotate.temporal.zones import ABBREVIATIONS, zone_of
from sayso.model.enums import Anchor, TimeKind

_ZONES = "|".join(sorted((z for z in ABBREVIATIONS if not z.isalpha() or len(z) < 5), key=lambda z: (-len(z), z)))
_NAMED_ZONE = (
    rf",?\s*(?P<zone>(?-i:{_ZONES})\b|(?:eastern|central|mountain|pacific)(?=(?:\s+(?:standard|daylight))?\s+time\b))"
    r"(?:\s+(?:standard\s+|daylight\s+)?time\b)?"
)
_PLACE_TIME = r"\s+(?P<place>(?-i:[A-Z][a-z]+(?:\s[A-Z][a-z]+)?))\s+time\b"
_ZONE = rf"(?:{_NAMED_ZONE}|{_PLACE_TIME}|\s+local\s+time\b)?"
_ZONE_AFTER_DAY = re.compile(rf"{_NAMED_ZONE}|,?{_PLACE_TIME}", re.IGNORECASE)
_MERIDIEM = r"(?P<half>[ap]\.?\s?m\b\.?)"
_DAY_NAMES = "|".join(d.capitalize() for d in WEEKDAYS if len(d) > 5)
_MONTH_NAMES = "|".join(m.capitalize() for m in MONTHS if len(m) > 4 or m in ("may", "june", "july"))
_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_NAME_BEFORE = re.compile(r"\b[A-Z][A-Za-z]+\s+$")
_TRADED = re.compile(
    r"\b(?:clos|open|trad|settl|finish|end|fix|quot|pric|sold|sell|valu)\w*\s+(?:\w+\s+){0,2}?at\s+$", re.IGNORECASE
)
_AT = re.compile(r"\b(?:at|from|until|till|between|by)\s+(?:about\s+|around\s+)?$", re.IGNORECASE)
_LATER_ON = re.compile(r"\s+(?:and|or|to|-|–)\s+\d{1,2}(?::\d\d)?\s*(?P<half>[ap]\.?\s?m\b\.?)", re.IGNORECASE)


def _time(match: "re.Match[str]", hour: int, minute: int | None) -> Reading | None:
    if hour > 24 or (minute or 0) > 59:
        return None
    groups = match.groupdict()
    name = groups.get("zone") or groups.get("place")
    value = f"XXXX-XX-XXT{hour:02d}:{minute or 0:02d}"
    return Reading(
        match.start(),
        match.end(),
        TimeKind.TIME,
        value,
        Anchor.PUBLICATION,
        "clock",
        None,
        None,
        zone_of(name) if name else None,
    )


def zoned(text: str, reading: Reading) -> Reading:
    """The reading with the zone that follows its day: "10 a.m. on Wednesday, Lima time"."""
    if reading.zone or ":" not in reading.value or reading.unit == "clock":
        return reading
    after = _ZONE_AFTER_DAY.match(text, reading.end)
    zone = zone_of(after["zone"] or after["place"]) if after else None
    return replace(reading, end=after.end(), zone=zone) if after and zone else reading


def _twelve(match: "re.Match[str]") -> Reading | None:
    hour = int(match["h"]) if match["h"] else SMALL[match["word"].lower()]
    if not 0 < hour <= 12:
        return None
    return _time(match, hour % 12 + (12 if match["half"].lower().startswith("p") else 0), int(match["m"] or 0))


def _first_of_two(match: "re.Match[str]") -> Reading | None:
    """Reads "between 9 and 11 p.m.": the first figure borrows the half of the day from the second."""
    hour = int(match["h"])
    later = _LATER_ON.match(match.string, match.end())
    if not later or not 0 < hour <= 12:
        return None
    return _time(match, hour % 12 + (12 if later["half"].lower().startswith("p") else 0), int(match["m"] or 0))


def _before_o_clock(match: "re.Match[str]") -> Reading | None:
    """Reads "7" in "between 7 and 8 o'clock"."""
    hour = int(match["h"])
    return _time(match, hour, 0) if 0 < hour <= 12 else None


def _dotted(match: "re.Match[str]") -> Reading | None:
    """Reads "at 10.30", where nothing is traded at that price."""
    text, start = match.string, match.start()
    zoned = match.end() > match.end("m")
    if not _AT.search(text, max(0, start - 16), start) or (not zoned and _TRADED.search(text, max(0, start - 40), start)):
        return None
    return _time(match, int(match["h"]), int(match["m"]))


def _twenty_four(match: "re.Match[str]") -> Reading | None:
    return _time(match, int(match["h"]), int(match["m"]))


def _o_clock(match: "re.Match[str]") -> Reading | None:
    hour = int(match["h"]) if match["h"] else SMALL[match["word"].lower()]
    part = (match["part"] or "").lower()
    if hour < 12 and (part in ("afternoon", "evening") or (part == "night" and hour > 5)):
        hour += 12
    return _time(match, hour, 0)


def _in_the_part(match: "re.Match[str]") -> Reading | None:
    """Reads "at six in the morning"; "killed six in the morning" is left alone."""
    hour = int(match["h"]) if match["h"] else 1
    if hour > 12 or not _AT.search(match.string, max(0, match.start() - 16), match.start()):
        return None
    return _o_clock(match)


def _named_hour(match: "re.Match[str]") -> Reading | None:
    hour = "12" if match["name"].lower() in ("noon", "midday") else "24"
    if match["day"]:
        return relative(match, f"XXXX-XX-XXT{hour}:00", "day", _DAYS[match["day"].lower()])
    return _time(match, int(hour), 0)


def _day(match: "re.Match[str]") -> Reading | None:
    """A day seen from the day of telling; "TODAY" and "Gazette Today" are names."""
    word = match["day"].lower()
    if match["day"][0].isupper() and _NAME_BEFORE.search(match.string, max(0, match.start() - 24), match.start()):
        return None
    if match["day"].isupper() and not match.string[match.end() : match.end() + 12].isupper():
        return None
    part = (match["part"] or match["before"] or ("night" if word == "tonight" else "")).lower()
    value = f"XXXX-XX-XXT{PARTS[part]}" if part else "XXXX-XX-XX"
    return relative(match, value, "day", _DAYS[word])


def _day_after(match: "re.Match[str]") -> Reading | None:
    return relative(match, "XXXX-XX-XX", "day", 2 if match["way"].lower() == "after" else -2)


def _which_part(match: "re.Match[str]") -> Reading | None:
    which, part = " ".join(match["which"].lower().split()), match["part"].lower()
    value = f"XXXX-XX-XXT{PARTS[part]}"
    if which in ("that", "the same", "same"):
        return relative(match, value, "day", 0, anchor=Anchor.PREVIOUS)
    if which in ("the next", "next", "the following", "following"):
        return relative(match, value, "day", 1, anchor=Anchor.PREVIOUS)
    if which in ("the previous", "previous"):
        return relative(match, value, "day", -1, anchor=Anchor.PREVIOUS)
    return relative(match, value, "day", {"last": -1}.get(which, 0))


def _the_part(match: "re.Match[str]") -> Reading | None:
    part = match["part"].lower()
    return relative(match, f"XXXX-XX-XXT{PARTS[part]}", "day", 0, anchor=Anchor.PREVIOUS)


def _overnight(match: "re.Match[str]") -> Reading | None:
    return relative(match, "XXXX-XX-XXTNI", "day", None)


RULES: tuple[Rule, ...] = (
    rule(
        {"#", *_HOURS.split("|")},
        rf"(?:(?P<h>1?\d)(?:[:.]?(?P<m>[0-5]\d))?|(?P<word>{_HOURS}))\s*{_MERIDIEM}{_ZONE}",
        _twelve,
    ),
    rule(
        {"#"},
        r"(?P<h>\d{1,2})(?::(?P<m>[0-5]\d))?(?=\s+(?:and|or|to|-|–)\s+\d{1,2}(?::\d\d)?\s*[ap]\.?\s?m\b)",
        _first_of_two,
    ),
    rule({"#"}, r"(?P<h>\d{1,2})(?=\s+(?:and|or|to|-|–)\s+\d{1,2}\s+o['’]clock\b)", _before_o_clock),
    rule(
        {"#"},
        r"(?P<h>[01]?\d|2[0-3])\.(?P<m>[0-5][05])(?![\d%]|\.\d)"
        rf"(?=[,;:)]|\.?\s*$|\.\s|\s+(?:on|in\s+the|this|that|local|today|tomorrow|yesterday|last|and|or|to|until|{_DAY_NAMES}|{_ZONES})\b)"
        rf"{_ZONE}",
        _dotted,
    ),
    rule(
        {"#"},
        rf"(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?::[0-5]\d)?(?:\s*(?:hours|hrs|h)\b)?(?![\d:.]\d){_ZONE}",
        _twenty_four,
    ),
    rule({"#"}, r"(?<=\bat )(?P<h>0\d)(?P<m>[0-5]\d)(?=\s+on\b|[.,;]|\s*$)", _twenty_four),
    rule({"#"}, rf"(?P<h>[01]\d|2[0-4])(?P<m>[0-5]\d)\s*(?:(?:hours|hrs|h)\b|(?=\(?(?:GMT|UTC)\b)){_ZONE}", _twenty_four),
    rule(
        {"#", *_HOURS.split("|")},
        rf"(?:(?P<h>\d{{1,2}})|(?P<word>{_HOURS}))\s+o['’]clock(?:\s+in\s+the\s+{PART}|\s+at\s+(?P<night>night))?",
        _o_clock,
    ),
    rule(
        {"#", *_HOURS.split("|")},
        rf"(?:(?P<h>1?\d)|(?P<word>{_HOURS}))\s+in\s+the\s+(?P<part>morning|afternoon|evening)\b",
        _in_the_part,
    ),
    rule(
        {"noon", "midnight", "midday"},
        rf"(?P<name>noon|midnight|midday)\b(?:\s+(?P<day>today|yesterday|tomorrow)\b)?{_ZONE}",
        _named_hour,
    ),
    rule(
        {*_DAYS, "mid", "morning", "afternoon", "evening"},
        rf"(?:(?P<before>morning|afternoon|evening)\s+)?(?P<day>today|tonight|yesterday|tomorrow)\b(?:\s+{PART})?",
        _day,
    ),
    rule(
        {"the", "day"},
        r"(?:the\s+)?day\s+(?:(?P<way>after)\s+tomorrow|(?P<before>before)\s+yesterday)\b",
        lambda m: _day_after(m) if m["way"] else relative(m, "XXXX-XX-XX", "day", -2),
    ),
    rule(
        {"last", "this", "that", "next", "same", "following", "previous", "the", "later"},
        rf"(?P<which>last(?=\s+(?:night|evening))|this|that|the\s+(?:same|next|following|previous)|same|next|following|previous)\s+{PART}",
        _which_part,
    ),
    rule({"the"}, r"(?<=in )the\s+(?:(?:early|late)\s+)?(?P<part>morning|afternoon|evening)\b", _the_part),
    rule(
        {"the"},
        rf"the\s+(?P<part>morning|afternoon|evening|night)(?=\s+of\s+(?:(?-i:{_DAY_NAMES}|{_MONTH_NAMES})\b|(?:the\s+)?\d|yesterday\b))",
        _the_part,
    ),
    rule({"dawn", "dusk"}, rf"(?P<part>dawn|dusk)(?=\s+(?:on\s+)?(?:(?-i:{_DAY_NAMES}|{_MONTH_NAMES})\b|\d))", _the_part),
    rule({"overnight"}, r"overnight\b", _overnight),
)
