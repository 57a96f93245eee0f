"""What the page says for the closed vocabularies, and dates in the reasons of the judge as a reader writes them."""

import re
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import urlsplit

from sayso.export import words
from sayso.export.plain import one_line
from sayso.model.dossier_findings import Discrepancy
from sayso.model.enums import DiscrepancyKind, Order, OriginBasis, OutlookState, ReuseKind, Status, Verdict

STATUS = {
    Status.DISPUTED: "disputed", Status.CORROBORATED: "corroborated",
    Status.SINGLE_ORIGIN: "one origin", Status.UNSOURCED: "unsourced",
}  # fmt: skip
BASIS = {
    OriginBasis.NAMED: "named", OriginBasis.FIRST_HAND: "first hand",
    OriginBasis.PROBABLE_RELAY: "probably relayed", OriginBasis.UNSOURCED: "no source found",
}  # fmt: skip
STATE = {OutlookState.OPEN: "Still open", OutlookState.LAPSED: "Day passed, no report of it", OutlookState.MET: "Came about"}
REUSE = {
    ReuseKind.COPY: "copies", ReuseKind.PARTIAL: "copies parts of",
    ReuseKind.REWRITE: "rewrites", ReuseKind.RELAY: "relays",
}  # fmt: skip
_KIND = {
    DiscrepancyKind.NUMBER: "figures", DiscrepancyKind.DATE: "dates", DiscrepancyKind.PLACE: "places",
    DiscrepancyKind.IDENTITY: "who it was", DiscrepancyKind.POLARITY: "yes against no", DiscrepancyKind.LABEL: "titles",
}  # fmt: skip
_DATE = r"\d{4}-\d{2}-\d{2}"
_PERIOD = re.compile(rf"({_DATE})/({_DATE})")
_DAY = re.compile(rf"({_DATE})(?:T[\d:]+)?")
_SPAN = re.compile(rf"({_DATE})( \d\d:\d\d)? to ({_DATE})")
_QUOTED = re.compile(r"(?<!\w)(?:'([^'\n]+)'|\"([^\"\n]+)\")(?!\w)")
_SECONDS = re.compile(r"(T\d\d:\d\d):\d\d(?:\.\d+)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def verdict(apart: Discrepancy, order: bool = False) -> str:
    """The verdict of a discrepancy with its kind: `These cannot both hold: dates`; if `order`, also that it is not known."""
    kind = _KIND[apart.kind]
    if apart.verdict is Verdict.CONFLICT:
        return f"These cannot {'both' if len(apart.sides) == 2 else 'all'} hold: {kind}"
    if apart.verdict is Verdict.UPDATE:
        moved = "The figure moved" if apart.kind is DiscrepancyKind.NUMBER else f"The account moved: {kind}"
        return f"{moved}; who told first is not known" if order and apart.order is Order.UNKNOWN else moved
    return f"Worded differently, {'both' if len(apart.sides) == 2 else 'all'} can hold: {kind}"


def dated(text: str) -> str:
    """A reason on one line, its ISO dates in words: `2031-03-01/2031-03-31` as `1 to 31 March 2031`; quotes are curly."""
    text = _QUOTED.sub(lambda m: f"“{m[1] or m[2]}”", text)
    text = _PERIOD.sub(lambda m: words.days(m[1], m[2]), one_line(text))
    text = _SPAN.sub(lambda m: m[0] if m[2] else words.days(m[1], m[3]), text)
    return _DAY.sub(lambda m: words.day(m[1]), text)


def headed(text: str) -> str:
    """What accounts part about, as a heading: it begins with a capital."""
    text = dated(text)
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """A reason as a sentence: it begins with a capital and ends with a stop."""
    text = headed(text)
    return text if not text or text.endswith((".", "!", "?", "…")) else f"{text}."


def period(start: str | None, end: str | None) -> str:
    """A period in words, without seconds; hours of one day are told with the day once: `4 March 2031, 06:00–12:00`."""
    start, end = (_SECONDS.sub(r"\1", moment) if moment else moment for moment in (start, end))
    if start and end and start != end and "T" in start and "T" in end and start[:10] == end[:10]:
        return f"{words.day(start[:10])}, {one_line(start[11:16])}–{one_line(end[11:16])}"
    return words.days(start, end)


def file_name(path: str | None) -> str:
    """The last part of a path, so that no folder of the reader's machine is handed on; empty for none."""
    return PureWindowsPath(PurePosixPath(path).name).name if path else ""


def setting(value: object) -> str:
    """A setting as it is shown: `as found` for none, an absolute path by its last part."""
    if value is None:
        return "as found"
    told = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    absolute = PurePosixPath(told).is_absolute() or PureWindowsPath(told).is_absolute()
    return file_name(told) if absolute else told


def web_address(url: str | None) -> str | None:
    """The address where it may be linked to: http or https with a host and nothing that hides what it is, else None."""
    if not url or url != one_line(url) or " " in url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None


def language(tag: str | None) -> str | None:
    """The tag where it can be one of a language, else None."""
    return tag if tag and _LANGUAGE.fullmatch(tag) else None
