"""Which claims tell of what was still to come when they were told.

What is dropped: narration of the past in the future's words ("it would be his last match"), guesses about how things are
("may be ill", "is probably a leak") or were ("might have left"), what is only supposed ("the idea that …"), noun phrases,
questions, refusals to speak, words to the reader.
"""

import datetime as dt
import re

from sayso.dossier.horizons import LIMIT, has_limit, horizon, limited
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.enums import Modality

_I = re.IGNORECASE
_PERFECT = re.compile(
    r"\b(?:expected|likely|thought|believed|feared|due) to have (?:been )?\w+(?:ed|en|st|ld|nt)\b"
    r"|\bwill (?:\w+ )?have (?:been \w+|\w+ed|lost|seen|gone|died|left|made)\b|\b(?:was|were) about to\b"
    r"|\b(?:focus|role|job|answer|way|key|challenge|duty) (?:is|are|was) to\b"
    r"|\b(?:may|might|could|would|should|must|can)(?: not|n['’]t)?(?: \w+ly| also| even| well)* have (?:\w+ )?\w+",
    _I,
)
_REFUSED = re.compile(
    r"\b(?:would|could|will)(?: not|n['’]t)(?: \w+ly)? (?:confirm|comment|elaborate|say|discuss|answer|disclose|reveal"
    r"|specify|name|identify|explain|offer|provide|give|speak|tell|see|hear|be reached|be independently|be verified)\b", _I
)  # fmt: skip
_CONDITION = re.compile(r"(?:and |but |or )?(?:if|unless|whether|should|provided|assuming|were)\b", _I)
_CONSEQUENCE = re.compile(r"(?:and |but |or )?(?:if|unless)\b[^,]+, ?(?:then )?(?:we|i|they|he|she|it|the|our|there)\b", _I)
_ASKED = re.compile(r"(?:which|what|whose|why|how|who|where|then) (?:[\w’'-]+ ){0,6}?(?:would|will|could|may|might)\b", _I)
_SUPPOSED = re.compile(
    r"\b(?:idea|notion|possibility|suspicion|rumou?rs?|question|evidence|chance|danger|likelihood|assurances?|guarantees?"
    r"|condition|hopes?|hoped|hoping|wish\w*|thought|knew|wonder\w*|imagin\w*|pray\w*|sure|certain|doubt\w*|indicat\w+|mean\w*)"
    r" (?:\w+ ){0,2}?(?:that\b|$)", _I
)  # fmt: skip
_PAST_MIND = frozenset({"thought", "knew", "wondered", "realised", "realized", "imagined", "assumed", "suspected", "wished",
                        "hoped", "prayed", "hope", "hopes", "wish"})  # fmt: skip
_WOULD = re.compile(r"\bwould\b|['’]d\b", _I)
_WILL = re.compile(r"\b(?:will|shall|wo)\b|['’] ?ll\b|\bwon['’]t\b", _I)
_MAY = re.compile(r"\b(?:may|might|could)\b(?! not\b|n['’]t\b)", _I)
_ASIDE = re.compile(  # words to the reader, anniversaries, what goes well, what something is for
    r"\byou(?:r|rs|rself)?\b|['’]d (?:rather|like|better|meet|love|say)\b"
    r"|\bit will be (?:a|one|two|three|\d+) (?:week|month|year|day)s?\b|\bgoing to plan\b"
    r"|^(?:a|an|any|some) [^,]*\b(?:that|which) (?:will|would)\b", _I
)  # fmt: skip
_SAME_STATE = re.compile(
    r"\b(?:may|might|could|would|will)(?: \w+ly| also| well| now| still| even| just)*"
    r" (?:be(?! able\b)(?: \w+ly| not)*(?! (?:\w+ed|\w+en|\w+ing|held|made|put|set|shut|sent|told|kept|paid|built|cut|hit"
    r"|lost|brought|sold|left|met|found|launched|no|more|a|an|the|\d[\d,]*)\b)"
    r"|mean|seem|appear|look|prefer|need|want|know|think|like|love|feel|use|remember|understand|suit"
    r"|agree|argue|have to|hold|only|do so|explain|depend|count|sound)\b", _I
)  # fmt: skip
_STANDING = re.compile(r"\b(?:would|may|might) (?:\w+ly )?be (?:a|an|the|more|no)\b|\bmay (?:be|now|well)\b(?! \w+ed\b)", _I)
_SENSED = re.compile(r"\bcould (?:\w+ly )?(?:be )?(?:seen?|hear|heard|feel|felt|smell|tell|remember|only|never)\b", _I)
_RHETORIC = re.compile(r"^(?:no(?:body| one)?|there|some|few|many|what)\b(?: \w+){0,3} (?:could|may|might)\b", _I)
_FORESEEN_LONG = re.compile(r"\b(?:widely|long|much|as) expected\b|\bexpected (?:as|because|since)\b", _I)
_PURPOSE = re.compile(
    r"\b(?:is|are|was|were|be|been|^)\s*(?:intended|designed|meant|aimed)\b|^(?:intended|designed|aimed)\b", _I
)
_EXPECTED = re.compile(
    r"\b(?:is|are|was|were|be|been)(?: \w+){0,2} (?:expected|due|set|scheduled|slated|poised|about|likely|unlikely|bound"
    r"|planned|certain|projected|forecast|predicted|anticipated) (?:to|for|on|in|at|by)\b(?! have\b)"
    r"|\bgoing to (?!plan\b|the\b|a\b|have been\b)"
    r"|\b(?:is|are) (?:\w+ly )?to \w+|\b(?:was|were) to (?:be \w+ed|have|become|go|leave|arrive|begin|start|meet)\b"
    r"|\bto be \w+ed (?:on|in|next|by|later)\b|\bon the (?:verge|brink) of\b"
    r"|\b(?:is|are|was|were|be) (?:\w+ )?(?:imminent|looming|forthcoming|expected)\b", _I
)  # fmt: skip
_PLAN_IS = re.compile(r"\b(?:plan|aim|goal|intention|idea|objective|strategy|next step)s? (?:is|are|was) to\b", _I)
_GIVEN_UNTIL = re.compile(r"\b(?:give|giving|gave|given|has|have) (?:\S+ ){1,4}until\b", _I)
_BARE_THREAT = re.compile(r"\b(?:is|are|was|were|been) threatened\b|\bthreat\w+ (?!to\b|that\b|with\b)", _I)
_COMMITTING = frozenset({"threaten", "vow", "promise", "pledge"})
_FORETELLING = frozenset({
    "threaten", "vow", "promise", "pledge", "plan", "expect", "forecast", "schedule", "intend", "await", "anticipate",
    "predict", "foresee", "loom", "brace", "envisage", "slate",
})  # fmt: skip
_INTENDING = frozenset({
    "threaten", "vow", "promise", "pledge", "plan", "intend", "aim", "agree", "prepare", "plot", "commit", "guarantee",
    "hope",
})  # fmt: skip
_EXPECTING = frozenset({"expect", "anticipate", "foresee", "plan", "intend"})  # denied they still look ahead
_LASTING = re.compile(r"\b(?:until|till)\b", _I)
_NOT_UNTIL = re.compile(
    r"\bnot (?:be )?(?:rest|stop|leave|return|yield|end|resume|reopen|go|give up)\w*\b[^.;]{0,40}\buntil\b", _I
)
_ENDING = frozenset({"expire", "lapse", "end", "pass", "run_out", "close", "fall", "set", "give", "issue", "deliver"})
_TIMETABLE = frozenset({
    "open", "reopen", "close", "start", "begin", "end", "finish", "sail", "leave", "depart", "arrive", "land",
    "meet", "visit", "return", "travel", "go", "come", "hold", "host", "play", "face", "appear", "vote", "expire",
    "run", "resume", "launch", "take", "fly", "move", "stand", "marry", "retire", "celebrate", "mark", "stage",
    "elect", "convene", "gather", "want", "demand", "require", "need", "fall",
})  # fmt: skip
_MONTH = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)", _I
)  # fmt: skip
_SET_FOR = re.compile(
    r"\b(?:in|on|by|for|from|until|till|before|after|since|during|through|next|this|come|early|late|mid)[ -]+(?:the )?$", _I
)
_OVER = re.compile(r"\bhad (?:\w+ly )?(?:been )?(?:planned|intended|aimed|prepared|expected|due|scheduled|threatened)\b", _I)


def is_foretold(claim: Claim, document: Document | None) -> bool:
    """True where the claim tells of something that was still to come, or still open, when it was told."""
    if claim.modality is Modality.HYPOTHETICAL or _aside(claim, document) or _told_as_over(claim, document):
        return False
    if LIMIT.search(claim.text) and claim.clause.predicate in _ENDING and (claim.period.known or "ultimatum" in claim.text):
        return True
    if claim.clause.nominal:
        return False
    if claim.modality is Modality.INTENDED:
        if re.search(r"\bintended\b", claim.text) and not any(p.role == "agent" for p in claim.participants):
            return False  # what something is for
        return claim.clause.predicate in _INTENDING and not _PURPOSE.search(claim.text) and not _OVER.search(claim.text)
    if claim.modality is Modality.DIRECTIVE:
        return horizon(claim, document).end is not None and has_limit(claim)
    if claim.modality is not Modality.ASSERTED and _by_modal(claim, document):
        return True
    return claim.modality is not Modality.POSSIBLE and _plainly(claim, document)


def _aside(claim: Claim, document: Document | None) -> bool:
    """True for words that look ahead only in form: refusals, conditions, questions, suppositions, words to the reader."""
    text = claim.text
    if any(p.search(text) for p in (_PERFECT, _REFUSED, _ASIDE, _SENSED, _RHETORIC, _FORESEEN_LONG)):
        return True
    if (_CONDITION.match(text) and not _ultimatum(claim, document)) or _ASKED.match(text):
        return True
    clause = claim.clause
    if document is None or not document.text:
        return bool(_SUPPOSED.search(text))
    before = document.text[max(clause.sentence_start, claim.start - 60) : claim.start]
    head = re.split(r"\b(?:will|would|may|might|could)\b", text, maxsplit=1)[0]
    asked = document.text[clause.sentence_start : clause.sentence_end].rstrip("\"”’' \n").endswith("?")
    return asked or bool(_SUPPOSED.search(before.rstrip()) or _SUPPOSED.search(head))


def _ultimatum(claim: Claim, document: Document | None) -> bool:
    """True for a condition with its day and what follows: "if they are not out by Friday, we strike"."""
    told = document.published.end if document is not None else None
    ahead = any(p.end and told and p.end >= told and limited(claim, words) for words, p in claim.times)
    return ahead and bool(_CONSEQUENCE.match(claim.text))


def _by_modal(claim: Claim, document: Document | None) -> bool:
    """Whether "will", "would", "may", "might" or "could" tells of what is to come."""
    text = claim.text
    if claim.modality is Modality.CONDITIONAL and _WOULD.search(text):
        return False
    if _WILL.search(text) and not re.search(r"\bagainst (?:his|her|their|its) will\b", text):
        return (
            not _SAME_STATE.search(text)
            or horizon(claim, document).known
            or bool(re.search(r"\bwill (?:be|only|need)\b", text))
        )
    if _SAME_STATE.search(text) or _STANDING.search(text):
        return bool(re.search(r"\bcould be (?:a|an|the)\b", text)) and not claim.clause.modified
    if _WOULD.search(text):
        said = bool(claim.voices) and not _minded(claim)
        return said or bool(re.search(r"\bwould (?:likely|soon|probably)\b", text, _I)) or horizon(claim, document).known
    return bool(_MAY.search(text)) and not claim.clause.modified


def _minded(claim: Claim) -> bool:
    """True where the words of saying tell what somebody once thought or wished."""
    return bool(_PAST_MIND & set((claim.voices[-1].cue or "").casefold().split()))


def _plainly(claim: Claim, document: Document | None) -> bool:
    """A statement without a modal verb that yet speaks of the future: by its predicate, its words, or a time ahead."""
    verb = claim.clause.predicate.partition("_")[0]
    if verb == "threaten" and _BARE_THREAT.search(claim.text):
        return False
    if (_EXPECTED.search(claim.text) or _PLAN_IS.search(claim.text)) and not (claim.clause.speech and verb == "say"):
        return not _OVER.search(claim.text)
    if (verb in _COMMITTING and not claim.negated and claim.clause.tense) or (
        _GIVEN_UNTIL.search(claim.text) and has_limit(claim)
    ):
        return True
    if _ultimatum(claim, document) or _NOT_UNTIL.search(claim.text):
        return True
    if verb in _FORETELLING and (not claim.negated or verb in _EXPECTING) and claim.clause.tense in {"present", "future"}:
        return True
    told = document.published.end if document is not None else None
    later = bool(told and claim.period.start and claim.period.start > told)
    limit = bool(told and claim.period.end and claim.period.end > told and has_limit(claim))
    lasts = limit and bool(_LASTING.search(claim.text)) and not claim.clause.speech
    set_for = lasts or verb in _TIMETABLE or bool(re.search(r"\b(?:is|are) \w+ing\b", claim.text))
    now = (claim.clause.tense == "present" or lasts) and not claim.negated and not claim.text.startswith("to ")
    return (later or limit) and now and set_for and not _bare_month(claim)


def _bare_month(claim: Claim) -> bool:
    """True where the time is the name of a month in a list or as a label ("dated March, May and July"), not "in March"."""
    words = (claim.time_text or "").strip()
    at = claim.text.find(words)
    return bool(_MONTH.fullmatch(words)) and not _SET_FOR.search(claim.text[: max(0, at)])


def _told_as_over(claim: Claim, document: Document | None) -> bool:
    """True for what was ahead once but over when it was told: the time that governs it ends before the telling."""
    told = document.published.start if document is not None else None
    if told is None or claim.period.end is None or claim.period.end >= told:
        return False
    tolerance = dt.timedelta(days=0 if _WOULD.search(claim.text) or claim.clause.tense == "past" else 90)
    return claim.period.end < told - tolerance and not LIMIT.search(claim.text)
