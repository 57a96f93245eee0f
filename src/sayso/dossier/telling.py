"""Which stance a claim tells: by its predicate, a noun that it shows, a copular phrase, or the word of saying over it."""

import re
from dataclasses import dataclass
from functools import cache

from sayso.dossier.stances import stances
from sayso.model.claim import Claim
from sayso.model.enums import Modality, Stance

NOUN_REACH = 60  # code points between a verb of showing and the noun that it shows
_SHOWN = frozenset({Modality.ASSERTED, Modality.INTENDED, Modality.POSSIBLE})
_NEGATED = re.compile(r"(?:\b(?:not|never|nor|neither|hardly|no longer)|n['’]t)(?:\s+\w+){0,2}\s*$", re.IGNORECASE)
_FORESEEN = re.compile(
    r"\b(?:will|would|could|may|might|should|must|shall|if|unless|whether)\b|['’](?:ll|d)\b", re.IGNORECASE
)
_SILENT = re.compile(
    r"\b(?:no comment\b|(?:ha[sd]|have|did|does|do)(?: not|n['’]t)(?: \w+){0,2} (?:comment|respond|repl|react|answer|spoken)"
    r"|(?:remain|stay|kept|keep)\w*(?: \w+)? silent|(?:not|n['’]t)(?: \w+)? (?:available for|reached for|be reached) comment"
    r"|could not(?: \w+)? be reached)",
    re.IGNORECASE,
)
_COPULA = re.compile(
    r"(?:\b(?:am|is|are|was|were|be|been|remains?|remained)|['’](?:m|s|re))\s+(?:\w+ly\s+)?$", re.IGNORECASE
)
_MUST = re.compile(r"\b(?:must|ha(?:ve|s) to)\b", re.IGNORECASE)
_SHOULD = re.compile(r"\b(?:should|ought to|needs? to)\b", re.IGNORECASE)
_TAKES_PERSON = frozenset(
    {"warn", "ask", "order", "instruct", "force", "invite", "caution", "require", "press", "lobby", "advise"}
)


_CLAIMED = re.compile(
    r"^(?:\S+ ){0,3}(?:claims?|reports?|allegations?|suggestions?|ideas?|notions?|rumou?rs?|accusations?|charges?"
    r"|criticisms?|assertions?|speculation)\b", re.IGNORECASE
)  # fmt: skip
_WITHHELD = frozenset({"support", "back", "endorse", "approve", "favor", "favour", "agree_with", "condone"})
_STILL_OPEN = re.compile(r"\b(?:yet|only|just|never|necessarily|always|simply)\b", re.IGNORECASE)
_ASKED = re.compile(r"(?:when )?(?:asked|urged|pressed|advised|accused|blamed|criticised|criticized)\b", re.IGNORECASE)
_PASSIVE_NEED = re.compile(
    r"\b(?:should|ought to|needs? to)(?: not)?(?: \w+ly)? be (?!able\b)\w+(?:ed|en|de|ld|t)\b", re.IGNORECASE
)
_EPISTEMIC = re.compile(
    r"\b(?:should|must)(?: \w+ly)? (?:be able|have \w+(?:ed|en|t|ne|de)|be [a-z]+ly?\b(?<!ed))", re.IGNORECASE
)
_OURSELVES = re.compile(r"^(?:we|i)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """A stance, where in the claim's text the words after it begin, and whether a noun or phrase tells it."""

    stance: Stance
    at: int
    by_noun: bool = False


def turned(stance: Stance, claim: Claim, target: str | None) -> Stance:
    """The stance, turned by a negation or by its target: not to support is to oppose, to reject a claim is to deny it."""
    if stance is Stance.OPPOSES and target and _CLAIMED.search(target):
        return Stance.DENIES
    before = claim.text[: max(0, claim.clause.head - claim.start)]
    return Stance.OPPOSES if stance is Stance.SUPPORTS and _NEGATED.search(before) else stance


def after_cue(claim: Claim, stance: Stance) -> Told | None:
    """Where the words after the word of saying begin, where the clause itself holds it ("the answer was to accuse …")."""
    verb = claim.clause.predicate.partition("_")[0]
    cue = claim.voices[-1].cue or "" if claim.voices else ""
    held = verb in {stances().lemma(word) for word in re.findall(r"\w+", cue)}
    return Told(stance, _after_predicate(claim, verb)) if held and verb in stances().verbs else None


def told_stance(claim: Claim) -> Told | None:
    """The stance that the clause itself tells; None for what is negated, only foreseen or only supposed."""
    if _SILENT.search(claim.text) and not _tells_speech(claim):
        return Told(Stance.SILENT, len(claim.text))
    before = claim.text[: max(0, claim.clause.head - claim.start)]
    if claim.modality not in _SHOWN or _FORESEEN.search(before) or _ASKED.match(claim.text):
        return None
    if _NEGATED.search(before):
        return _stance_of(claim) if claim.clause.predicate in _WITHHELD and not _STILL_OPEN.search(before) else None
    return _stance_of(claim)


def voiced_stance(claim: Claim) -> Stance | None:
    """The stance that the innermost word of saying shows towards what is said."""
    voice = claim.voices[-1] if claim.voices else None
    if voice is None or not voice.cue or voice.anonymous:
        return None
    if claim.modality is Modality.DIRECTIVE and _SHOULD.search(claim.text):
        return Stance.URGES if _bids(claim) else None
    if claim.modality is Modality.DIRECTIVE and _MUST.search(claim.text):
        return None if claim.negated or _EPISTEMIC.search(claim.text) else Stance.DEMANDS
    table = stances()
    words = re.findall(r"\w+", voice.cue.casefold())
    if not words or {"not", "never"} & set(words):
        return None
    for n, word in enumerate(words):
        verb, rest = table.lemma(word), " ".join(words[n + 1 :])
        for phrase, stance in table.phrases.get(verb, ()):
            if rest.startswith(phrase):
                return stance
        if verb in table.verbs and verb not in {"suggest", "attack"}:
            return table.verbs[verb]
    return None


def _bids(claim: Claim) -> bool:
    """True where "should" tells what somebody is to do, not what is likely: a doer who can, or something to be done."""
    if _EPISTEMIC.search(claim.text) or _OURSELVES.match(claim.text):
        return False
    if _PASSIVE_NEED.search(claim.text):
        return True
    doers = [r.head for r in claim.clause.roles if r.role == "agent" and r.start < claim.clause.head]
    named = any(p.role == "agent" and p.end - p.start > 3 for p in claim.participants)
    return named or any(head.casefold() in stances().actors for head in doers)


def _tells_speech(claim: Claim) -> bool:
    """True for a clause that reports what somebody said: who is silent there is told by what was said."""
    return claim.clause.speech and claim.clause.predicate in {"say", "tell", "add"}


def _stance_of(claim: Claim) -> Told | None:
    table = stances()
    verb, _, particle = claim.clause.predicate.partition("_")
    at = _after_predicate(claim, verb)
    rest = claim.text[at:].lstrip().casefold()
    copular = _copular(claim.text)
    if copular is not None:
        return copular
    for phrase, stance in table.phrases.get(verb, ()):
        apart = verb in _TAKES_PERSON and re.match(rf"(?:\S+ ){{1,6}}{phrase}\b", rest)
        if re.match(rf"{phrase}\b", rest) or particle == phrase or apart:
            return Told(stance, at)
    if verb in table.verbs and not particle:
        return Told(table.verbs[verb], at)
    return _by_noun(claim, at) if verb in table.carriers else None


def _after_predicate(claim: Claim, verb: str) -> int:
    """Where the words after the predicate begin; it may stand behind the head ("continues to deny")."""
    head = max(0, claim.clause.head - claim.start)
    words = list(re.finditer(r"\w+", claim.text[head:]))
    own = next((w for w in words if stances().lemma(w.group()) == verb), words[0] if words else None)
    return head + (own.end() if own else 0)


def _by_noun(claim: Claim, at: int) -> Told | None:
    """The stance of the first object or of the noun in it ("voiced strong opposition to")."""
    table = stances()
    for match in re.finditer(r"\w+", claim.text[at : at + NOUN_REACH]):
        word = match.group().casefold()
        stance = table.nouns.get(word) or table.nouns.get(word.removesuffix("s"))
        if stance is not None:
            return Told(stance, at + match.end(), by_noun=True)
    return None


@cache
def _copulars() -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], Stance], ...]]:
    """The form of any copular phrase, which few clauses hold, and that of each with its stance."""
    held = stances().copular
    each = tuple((re.compile(rf"\b{phrase}\b", re.IGNORECASE), stance) for phrase, stance in held.items())
    return re.compile(rf"\b(?:{'|'.join(held)})\b", re.IGNORECASE), each


def _copular(text: str) -> Told | None:
    some, each = _copulars()
    for form, stance in each if some.search(text) else ():
        for match in form.finditer(text):
            before = text[: match.start()]
            if _COPULA.search(before) and not _NEGATED.search(before):
                return Told(stance, match.end(), by_noun=True)
    return None
