"""Which claims tell of what is still to come, and by when."""

import datetime as dt
import re
from collections.abc import Iterator

from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.enums import Modality
from sayso.model.time import Period

# Modal verbs of what is open; "could not" and "would not say" tell what did not happen.
_OPEN = re.compile(r"\b(?:may|might|could)\b(?! not\b|n['’]t\b)|\b(?:possibly|perhaps|maybe)\b", re.IGNORECASE)
_PAST_WORLD = re.compile(r"\b(?:would|should|must)(?: not|n['’]t)?(?: \w+ly)? have\b", re.IGNORECASE)
_REFUSED = re.compile(
    r"\b(?:would|could|will)(?: not|n['’]t)(?: \w+ly)? (?:confirm|comment|elaborate|say|discuss|answer|disclose|reveal"
    r"|specify|name|identify|explain|offer|provide|give|speak|tell|see|hear|be reached|be independently|be verified)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"(?:if|unless|whether|should|provided|assuming|were)\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:(?:is|are|was|were|be|been)(?: \w+){0,2} (?:expected|due|set|scheduled|slated|poised|about|likely|bound|planned"
    r"|projected|forecast|predicted|anticipated) (?:to|for|on|in|at|by)|going to"
    r"|to be \w+ed (?:on|in|next|by|later)"
    r"|on the (?:verge|brink) of|next (?:step|round|phase)|upcoming|looming|imminent|forthcoming)\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:will|would|shall|won['’]t|going to|(?:expect|predict|forecast|project|anticipat|schedul|slat|pois|brac|await)\w*"
    r"|(?:due|set|about|likely|bound|certain|sure) (?:to|for|on|in|at))\b|['’](?:ll|d)\b",
    re.IGNORECASE,
)
_IS_TO_BE = re.compile(
    r"\b(?:is|are|was|were) (?:\w+ )?to (?:be|have|become|go|come|leave|arrive|begin|start|meet)\b", re.IGNORECASE
)
_IS_TO = re.compile(r"\b(?:is|are|was|were|be) to \w+", re.IGNORECASE)
_PLAN = re.compile(
    r"\b(?:plan|aim|goal|intention|idea|purpose|objective|hope|strategy|target|task|mission|step|stage)s?\b", re.IGNORECASE
)
_LIKELY = re.compile(r"\b(?:likely|probably|inevitably|soon|presumably)\b|\bset up\b", re.IGNORECASE)
_INFERRING = frozenset({"place", "mean", "suggest", "indicate", "imply", "explain", "seem", "appear", "correspond"})
_FORETELLING = frozenset({
    "threaten", "vow", "promise", "pledge", "plan", "expect", "forecast", "schedule", "intend", "await", "anticipate",
    "predict", "foresee", "loom", "brace", "envisage", "slate",
})  # fmt: skip
_INTENDING = frozenset({
    "threaten", "vow", "promise", "pledge", "plan", "intend", "aim", "offer", "propose", "agree", "prepare", "consider",
    "ready", "plot", "scheme", "mull", "weigh",
})  # fmt: skip
_LIMIT = re.compile(
    r"\b(?:deadline|ultimatum|window|grace period|moratorium|truce|time limit|cut-off|expir\w+|laps\w+)\b", re.IGNORECASE
)
_ENDING = frozenset({
    "expire", "lapse", "end", "pass", "run_out", "close", "fall", "set", "give", "issue",
})  # fmt: skip
_LIMITED = re.compile(
    r"\b(?:by|until|till|before|no later than|not later than|up to|through)\s+(?:the |about |around |late |early )*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:after|from|since|starting|beginning|as of)\s+(?:the )?$", re.IGNORECASE)
_MONTH = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)", re.IGNORECASE
)
_SET_FOR = re.compile(
    r"\b(?:in|on|by|for|from|until|till|before|after|since|during|through|next|this|come|early|late|mid)[ -]+(?:the )?$",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:within|in|over) (?:the )?(?:next |coming |following )?"
    r"(a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,3})?[ -]?(hour|day|week|month|year)s?\b",
    re.IGNORECASE,
)
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12,
}  # fmt: skip
_DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "month": 31, "year": 366}


def is_foretold(claim: Claim, document: Document | None) -> bool:
    """True where the claim tells of something that was still to come, or still open, when it was told."""
    text = claim.text
    if claim.modality is Modality.HYPOTHETICAL or _PAST_WORLD.search(text):
        return False
    if _REFUSED.search(text) or _CONDITION.match(text):
        return False
    if claim.modality is Modality.INTENDED:
        return claim.clause.predicate in _INTENDING and not _told_as_done(claim, document)
    if claim.modality is Modality.PREDICTED:
        return _looks_ahead(claim) and not _told_as_done(claim, document)
    if claim.modality in {Modality.POSSIBLE, Modality.CONDITIONAL}:
        return bool(_OPEN.search(text) or re.search(r"\b(?:will|would)\b|['’]ll\b", text, re.IGNORECASE))
    if claim.modality is Modality.DIRECTIVE:
        return horizon(claim, document).end is not None and any(_prefix(claim, t, _LIMITED) for t, _ in claim.times)
    return _foretelling(claim, document)


def _looks_ahead(claim: Claim) -> bool:
    """True where words of the future bear the prediction: "probably" alone, or "the answer was to wait", do not."""
    if claim.clause.predicate in _INFERRING:
        return False
    if _FUTURE.search(claim.text):
        return True
    if _IS_TO_BE.search(claim.text) or (_IS_TO.search(claim.text) and _PLAN.search(claim.text)):
        return True
    return bool(_LIKELY.search(claim.text)) and claim.clause.tense != "past"


def _foretelling(claim: Claim, document: Document | None) -> bool:
    """A plain statement that yet speaks of the future: by its predicate, its words, or a time after its telling."""
    verb = claim.clause.predicate.partition("_")[0]
    if not claim.clause.speech and _AHEAD.search(claim.text):
        return True
    if verb in _FORETELLING and claim.clause.tense in {"present", "future"}:
        return True
    if _LIMIT.search(claim.text):
        return claim.clause.predicate in _ENDING and claim.period.known
    told = document.published.end if document is not None else None
    later = bool(told and claim.period.start and claim.period.start > told and claim.clause.tense != "past")
    return later and not _bare_month(claim)


def _bare_month(claim: Claim) -> bool:
    """True where the time is the name of a month in a list or as a label ("dated March, May and July"), not "in March"."""
    words = (claim.time_text or "").strip()
    at = claim.text.find(words)
    return bool(_MONTH.fullmatch(words)) and not _SET_FOR.search(claim.text[: max(0, at)])


def _told_as_done(claim: Claim, document: Document | None) -> bool:
    """True for an intention of the past that was told as over: its time ends before the year of the telling."""
    told = document.published.start if document is not None else None
    return bool(told and claim.period.end and claim.period.end < told - dt.timedelta(days=90))


def horizon(claim: Claim, document: Document | None) -> Period:
    """Between which days what is foretold falls: up to a deadline, within a span from the telling, or the time it names."""
    told = document.published.start if document is not None else None
    for text, period in _times(claim):
        if not period.known or (told and period.end and period.end < told and not _LIMIT.search(claim.text)):
            continue
        if _prefix(claim, text, _LIMITED) or _LIMIT.search(claim.text):
            return Period(start=None, end=period.end)
        if _prefix(claim, text, _FROM):
            return Period(start=period.start, end=None)
        return Period(start=period.start, end=period.end)
    return _within(claim, told) or Period()


def _times(claim: Claim) -> Iterator[tuple[str, Period]]:
    if claim.time_text is not None:
        yield claim.time_text, claim.period
    yield from claim.times


def _prefix(claim: Claim, text: str, pattern: re.Pattern[str]) -> bool:
    """True where the words of a time, or what stands before them in the claim, match."""
    at = claim.text.find(text)
    return bool(at >= 0 and pattern.search(claim.text[:at])) or bool(pattern.search(text.split(" ", 1)[0] + " "))


def _within(claim: Claim, told: dt.date | None) -> Period | None:
    match = _WITHIN.search(claim.text)
    if match is None or told is None:
        return None
    amount = match[1] or "a"
    number = int(amount) if amount.isdigit() else _NUMBERS.get(amount.lower(), 1)
    return Period(start=told, end=told + dt.timedelta(days=round(number * _DAYS[match[2].lower()])))
