"""The lines of the outlook: what is still to come in words that look ahead, with the day by which."""

import re
from collections.abc import Iterator, Sequence

from sayso.dossier.days import spoken, spoken_range
from sayso.dossier.phrasing import Line, Phrasing
from sayso.model.dossier_reading import Outlook
from sayso.model.enums import OutlookState

# What may have happened is open, but it does not lie ahead.
_BEHIND = re.compile(r"\b(?:may|might|could|can)(?: not|n['’]t)?(?: \w+ly)? have\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|won['’]t|may|might|could|can|going to|soon|next|until|unless|by|plans?|aims?|goal"
    r"|threat\w*|vow\w*|promis\w*|pledg\w*|intend\w*|propos\w*|offer\w*|deadline|upcoming|(?:expect|predict|forecast|schedul|anticipat|slat)"
    r"\w*"
    r"|(?:due|set|likely|about|is|are|was|were) (?:to|for|on|in|at))\b|['’]ll\b",
    re.IGNORECASE,
)


def ahead(items: Sequence[Outlook], phrasing: Phrasing) -> Iterator[tuple[str, str | None, Line]]:
    """Text, last day and line of each item that reads by itself: open ones first, of a known day, told by most outlets."""
    found = [(item, line) for item in items if (line := _line(item, phrasing))]
    for item, line in sorted(found, key=lambda x: _order(x[0], x[1], phrasing)):
        yield line.passage.text + _state(item, line), item.horizon.end, line


def _line(item: Outlook, phrasing: Phrasing) -> Line | None:
    claims = [phrasing.claims[c] for c in item.claims]
    told = [p for c in claims for p in phrasing.of(c) if _AHEAD.search(p.text) and not _BEHIND.search(p.claim.text)]
    best = min(told, key=lambda p: (p.rank, p.claim.id), default=None)
    return Line(best, (best.claim, *(c for c in claims if c.id != best.claim.id))) if best else None


def _order(item: Outlook, line: Line, phrasing: Phrasing) -> tuple[object, ...]:
    known = item.horizon.start is not None or item.horizon.end is not None
    outlets, weight = phrasing.weight(line)
    return item.state is not OutlookState.OPEN, not known, -outlets, line.passage.rank, -weight, line.passage.claim.id


def _state(item: Outlook, line: Line) -> str:
    when = spoken_range(item.horizon.start, item.horizon.end)
    if item.horizon.end and _names(line.passage.text, item.horizon.end):
        when = ""
    if item.state is OutlookState.MET:
        when = "since told as happened"
    elif item.state is OutlookState.LAPSED:
        when = "; ".join(part for part in (when, "the day has passed") if part)
    return f" ({when})" if when else ""


def _names(text: str, end: str) -> bool:
    """True where the text itself names the day."""
    day, month = spoken(end, year=False).split()
    return bool(re.search(rf"\b(?:{day}(?:st|nd|rd|th)? {month[:3]}|{month[:3]}\w*\.? {day}\b)", text))
