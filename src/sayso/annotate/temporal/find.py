"""Temporal expressions of a document: scan, join neighbours, take in modifiers, ask the parse for tense and event."""

import re
from dataclasses import replace

from msgspec import structs
from spacy.tokens import Token

from sayso.annotate.parse import Parsed, Part
from sayso.annotate.temporal.clock import zoned
from sayso.annotate.temporal.coordinate import coordinate
from sayso.annotate.temporal.frame import bound, pair, unbound, widen
from sayso.annotate.temporal.grammar import deadline, event_after, lasting, modifies_noun, tense_of, token_at
from sayso.annotate.temporal.merge import merge
from sayso.annotate.temporal.quotes import lies_in, quoted
from sayso.annotate.temporal.rule import Reading
from sayso.annotate.temporal.scan import scan
from sayso.annotate.temporal.share import alongside, recurring, share
from sayso.model.enums import Anchor, TimeKind
from sayso.model.time import TimeExpression

_TENSED = frozenset(("weekday", "month", "month-day", "season", "quarter", "half", "holiday", "clock", "day", "weekend"))
_AS_SOON_AS = re.compile(r"\bas\s+(?:soon|early|late)\s+as\s+$", re.IGNORECASE)
_NOW = re.compile(r"\s+now\b", re.IGNORECASE)
_FOR = re.compile(r"\bfor\s+(?:\w+\s+)?$", re.IGNORECASE)
_COUNTED_FROM = re.compile(
    r"\s+(?:after|before|following|prior\s+to|ahead\s+of|from|since|into)\s+(?:the\s+)?(?:(?:early|late)\s+)?", re.IGNORECASE
)
_DATED_IN = re.compile(r"\s+in\s+")
_DATED = re.compile(r"\s+(?:on|of)\s+(?:the\s+)?")
_WORD = re.compile(r"\w+")


def find_times(parsed: Parsed) -> tuple[TimeExpression, ...]:
    """All temporal expressions in the body of a document, ordered and disjoint; offsets count in the document's text."""
    return tuple(found for part in parsed.parts for found in _of_part(parsed.document.text, part))


def readings(text: str, start: int, end: int) -> list[Reading]:
    """What text[start:end] alone says, without the parse and its surroundings: readings with modifiers and ranges."""
    block = text[start:end]  # cut out, so that no rule looks beyond it
    found = [_until_now(block, r) for r in _joined(block)]
    widened: list[Reading] = []
    floor, counted = 0, False
    for reading in found:
        wide = widen(block, reading, floor)
        widened.append(bound(block, wide, floor, counted=counted))
        floor, counted = wide.end, wide.anchor is Anchor.EVENT
    return [replace(r, start=r.start + start, end=r.end + start) for r in _paired(block, widened)]


def _joined(block: str) -> list[Reading]:
    merged = [zoned(block, reading) for reading in merge(block, scan(block))]
    return alongside(block, recurring(block, share(block, list(coordinate(block, merged)))))


def _until_now(text: str, reading: Reading) -> Reading:
    """Reads "for months now" reaches up to the telling."""
    if reading.kind is not TimeKind.DURATION or reading.anchor is not Anchor.NONE or not _NOW.match(text, reading.end):
        return reading
    if not _FOR.search(text, max(0, reading.start - 16), reading.start):
        return reading
    amount = None if reading.amount is None else -reading.amount
    return replace(reading, anchor=Anchor.PUBLICATION, amount=amount, modifier="BEFORE")


def _paired(text: str, found: list[Reading]) -> list[Reading]:
    floor = 0
    for i in range(len(found) - 1):
        both = pair(text, found[i], found[i + 1], floor)
        if both:
            found[i : i + 2] = both
        floor = found[i].end
    return found


def _of_part(text: str, part: Part) -> list[TimeExpression]:
    start, end = part.offset, part.offset + len(part.doc.text)
    found = readings(text, start, end)
    if not found:
        return []
    spoken = quoted(text, start, end)
    following = [*found[1:], None]
    times = [_express(text, part, reading, spoken, after) for reading, after in zip(found, following, strict=True)]
    return _one_tense(times)


def _one_tense(times: list[TimeExpression]) -> list[TimeExpression]:
    """A bare "17" of "17 and 18 October" has the tense of the day that has the month."""
    for at in range(len(times) - 1, 0, -1):
        first, second = times[at - 1], times[at]
        if first.text.isdigit() and first.unit == second.unit == "month-day" and first.value[:7] == second.value[:7]:
            times[at - 1] = structs.replace(first, tense=second.tense)
    return times


def _express(
    text: str, part: Part, reading: Reading, spoken: list[tuple[int, int]], after: Reading | None
) -> TimeExpression:
    in_quote = lies_in(spoken, reading.start, reading.end)
    event = None
    if reading.anchor is Anchor.EVENT:
        event = _dated_event(text, _event(text, part, reading), reading, after)
        if event is None:
            reading = replace(reading, anchor=Anchor.PREVIOUS)
    token = token_at(part.doc, reading.start - part.offset, reading.end - part.offset)
    if token is not None and reading.modifier and modifies_noun(token):
        reading = replace(reading, modifier=unbound(reading.modifier))
    if in_quote and reading.anchor is Anchor.PUBLICATION:
        reading = replace(reading, anchor=Anchor.SPEAKING)
    return TimeExpression(
        start=reading.start,
        end=reading.end,
        text=text[reading.start : reading.end],
        kind=reading.kind,
        value=reading.value,
        anchor=reading.anchor,
        unit=reading.unit,
        amount=reading.amount,
        modifier=reading.modifier,
        tense=_tense(text, part, reading, token),
        event=event,
        in_quote=in_quote,
        zone=reading.zone,
    )


def _tense(text: str, part: Part, reading: Reading, token: Token | None) -> str | None:
    if token is None or reading.kind in (TimeKind.SET, TimeKind.DURATION) or reading.unit not in _TENSED:
        return None
    if _AS_SOON_AS.search(text, max(part.offset, reading.start - 20), reading.start):
        return "future"
    if (reading.modifier or "").startswith(("UNTIL", "BY")) and deadline(token):
        return "future"
    return "future" if lasting(token) else tense_of(token)


def _dated_event(
    text: str, event: tuple[int, int] | None, reading: Reading, after: Reading | None
) -> tuple[int, int] | None:
    """The span of the event with the day that its words give it: "12 days after 3 May", "… after the blast on 3 May"."""
    if after is None:
        return event
    directly = bool(_COUNTED_FROM.fullmatch(text, reading.end, after.start))
    moment = after.kind is TimeKind.TIME and after.unit != "clock"
    if not after.day_sized and not moment and after.anchor is not Anchor.ABSOLUTE:
        return event
    if event is not None and event[0] <= after.start and after.end <= event[1]:
        return event
    if directly:
        return after.start, after.end
    if event is not None and (_DATED if after.day_sized or moment else _DATED_IN).fullmatch(text, event[1], after.start):
        return event[0], after.end
    return event


def _event(text: str, part: Part, reading: Reading) -> tuple[int, int] | None:
    word = _WORD.search(text, reading.end)
    if word is None:
        return None
    position = word.start()
    if word.group().lower() in ("prior", "ahead"):
        second = _WORD.search(text, word.end())
        position = second.start() if second else position
    span = event_after(part.doc, position - part.offset)
    return None if span is None else (span[0] + part.offset, span[1] + part.offset)
