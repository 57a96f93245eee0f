"""How a claim can be shown in a line: its sentence, or its own words with dots where the sentence goes on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sayso.dossier.days import spoken
from sayso.dossier.readable import noun_only, reads_alone
from sayso.model.claim import Claim
from sayso.model.denial import denial
from sayso.model.enums import Modality

WHOLE = 0.85  # share of a sentence that a claim must hold for the sentence to say no more than the claim
SPOKEN = 0.3  # the same where the rest names who says so
NEAR = 40  # code points from the beginning of a claim within which its subject must begin

_LEAD = re.compile(
    r"(?:But|And|However|Yet|Meanwhile|Moreover|Furthermore|Additionally|In addition|Also|Still|So|Then|Instead|Indeed"
    r"|Nevertheless|Nonetheless|Therefore|Thus|Besides|For example|For instance|As a result|In fact)\b,? ?"
)
_GOES_ON = re.compile(
    r"\s*(?:[,;:.!?—–]|\(|\s-+\s|(?:and|but|while|as|after|because|when|where|which|who|although|though)\b)"
)
_ASKED = re.compile(r"\b(?:if|whether|unless|when|how|why|what)\b(?: \w+){0,3} $", re.IGNORECASE)
_PARTICIPLE = re.compile(r", \w+ing\b")
_ENDED = re.compile(r"[.!?…][\"”’')\]»]*\s*$")
_UNSAID = re.compile(  # words that promise more than the clause tells
    r"\b(?:expected|due|likely|set|scheduled|supposed|planned|able|want\w*|is|are|was|were|be|been|has|have|had|will|would|of"
    r"|the|a|an|to|that|and|or|in|on|at|by|for|with|from|said|says|told)$"
)
_CLOSES = re.compile(r"[)\]”»’\"]+")
_MODAL = re.compile(r"\b(?:may|might|could|would|will|shall|should|must|can|won['’]t|cannot)\b|['’]ll\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight|tomorrow)\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_STOPS = " \t\n\r,;:.-–—"
_PRONOUNS = frozenset("he she it they i we you who which that this what those these one there".split())


@dataclass(frozen=True, slots=True)
class Passage:
    """One way to show a claim; `rank` is 0 for a whole sentence, more for less."""

    claim: Claim
    text: str
    rank: int


def passages(claim: Claim, text: str) -> Iterator[Passage]:
    """The ways in which `claim` of the document with this `text` can stand in a line by itself, if any."""
    clause = claim.clause
    spoken = any(not (claim.start <= v.start < claim.end) for v in claim.voices)
    if clause.nominal or (clause.modified and not spoken) or not _finite(claim) or not _has_subject(claim):
        return
    sentence = text[clause.sentence_start : clause.sentence_end]
    left, right = text[clause.sentence_start : claim.start], text[claim.end : clause.sentence_end]
    if not _ENDED.search(sentence) or _UNSAID.search(claim.text):
        return
    share = len(claim.text) / max(1, len(sentence))
    if share >= (SPOKEN if spoken or _PARTICIPLE.match(right) else WHOLE) and (
        whole := _shown(sentence, begins=True, ends=True)
    ):
        yield Passage(claim, with_denial(_dated(whole, claim), claim), 0)
    if _ASKED.search(left) or clause.modified or noun_only(claim.text) or (spoken and not left.strip(_STOPS + "\"“‘'«")):
        return
    closing = _CLOSES.match(right)
    own, rest = (claim.text + closing[0], right[closing.end() :]) if closing else (claim.text, right)
    if rest.strip(_STOPS) and not _GOES_ON.match(rest):
        return
    for words in (own, claim.text):
        begins, ends = not left.strip(_STOPS), not rest.strip(_STOPS)
        if shown := _shown(words, begins=begins, ends=ends):
            yield Passage(
                claim, with_denial(_dated(shown, claim), claim), 1 + (not begins) + (claim.modality is not Modality.ASSERTED)
            )
            return


def _finite(claim: Claim) -> bool:
    """True where the clause has a verb of its own: with a tense, or with a modal verb, which shows none."""
    return claim.clause.tense is not None or bool(_MODAL.search(claim.text))


def with_denial(text: str, claim: Claim) -> str:
    """The words with who denies them in brackets, where the words do not tell it themselves."""
    told = denial(claim.voices, claim.start, claim.end)
    if told is None or any(v.negated and v.cue and " ".join(v.cue.split()) in text for v in claim.voices):
        return text
    return f"{text} [{told}]"


def _dated(text: str, claim: Claim) -> str:
    """The words with the day in brackets after the first "Friday" or "yesterday" that the claim is known to mean."""
    for words, period in ((claim.time_text, claim.period), *claim.times):
        flat = " ".join((words or "").split())
        if period.start is None or period.start != period.end or not _RELATIVE.search(flat) or _DIGIT.search(flat):
            continue
        at = text.find(flat)
        end = at + len(flat)
        if at >= 0 and text[end : end + 1] not in {"’", "'"}:
            return f"{text[:end]} [{spoken(period.start.isoformat())}]{text[end:]}"
    return text


def _has_subject(claim: Claim) -> bool:
    """True where the claim soon names, by more than a pronoun, whom or what it tells of."""
    clause = claim.clause
    own = [r for r in clause.roles if r.role in {"agent", "patient"} and claim.start <= r.start < clause.head]
    return bool(own) and own[0].head.lower() not in _PRONOUNS


@lru_cache(maxsize=20_000)  # copies tell one sentence many times, and several parts of a dossier ask for it
def _shown(words: str, *, begins: bool, ends: bool) -> str | None:
    """The words on one line, with dots where they leave something out; None where they do not read by themselves."""
    flat = " ".join(words.split())
    lead = _LEAD.match(flat)
    cut = flat[lead.end() :] if lead else flat
    cut = cut.rstrip(_STOPS) if not cut.rstrip().endswith((".”", '."', ".’", ".)")) else cut
    if not reads_alone(cut):
        return None
    opened = begins and not lead and not cut[0].islower()
    return ("" if opened else "… ") + cut + ("" if ends else " …")
