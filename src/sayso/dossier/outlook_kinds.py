"""What sort of outlook a foretelling is: a threat, a promise, a plan, a deadline or a forecast."""

import re

from sayso.dossier.horizons import LIMIT, has_limit
from sayso.model.claim import Claim
from sayso.model.enums import Modality, OutlookKind

_I = re.IGNORECASE
_THREATENING = re.compile(r"\b(?:threat\w*|warn\w*|vow\w* revenge|menac\w+)\b", _I)
_PROMISING = re.compile(
    r"\b(?:promis\w+|pledg\w+|vow\w*|guarante\w+|assur\w+|commit\w*|swor\w+|swear\w*|undert\w+|agree[ds]?)\b", _I
)
_PLANNING = re.compile(
    r"\b(?:plan(?:s|ned|ning) (?:to|for|on)|plan (?:is|was)|intend\w*|intention|schedul\w+|slated|prepar(?:es|ed|ing) to"
    r"|aim(?:s|ed|ing)? to|goal|(?:due|set|about) (?:to|for|on|in|at)|(?:is|are|was|were) to \w+)\b", _I
)  # fmt: skip
_EXPECTING = re.compile(
    r"\b(?:expect\w*|predict\w*|forecast\w*|anticipat\w+|likely|probably|project(?:s|ed)|inevitabl\w+|await\w*|may|might|could"
    r"|fear\w*|foresee\w*|poised|bound|brac\w+|loom\w*|imminent|eventually|perhaps|certainly)\b", _I
)  # fmt: skip
_HARM = re.compile(
    r"\b(?:retaliat|respond|strike|punish|sue|attack|destroy|shut|paraly[sz]|halt|block|padlock|bomb|kill|invad|hit|crush|fight|cut|"
    r"expel|sanction|seiz|boycott|resort to|fire|shoot|burn|arrest|prosecut|withdraw|walk out|padlock"
    r"|bring \w+(?: \w+){0,3} to a halt)\w*", _I
)  # fmt: skip
_IN_RETURN = re.compile(
    r"\b(?:retaliat\w+|respond to any|resort to (?:all|any|every)|take revenge|strike back|hit back)\b", _I
)
_UNLESS = re.compile(r"\b(?:unless|if)\b", _I)
_OWN = re.compile(r"^(?:we|i|our)\b", _I)
_AGREED = re.compile(r"\b(?:will|would|shall|wo)\b|['’](?:ll|d)\b", _I)
# Of these some stand in calendars when they have a day: the parade will be, come, go, continue on Sunday.
_SCHEDULED = frozenset({"be", "continue", "give", "make", "put", "arrive", "come", "go", "reach"})
_THINKING = re.compile(r"\b(?:believ|think|thought|fear|warn|estimat|argu|reckon|suggest|hop|worr)\w*", _I)
_PASSIVE = re.compile(
    r"\b(?:will|would) (?:\w+ )?be"
    r" (?:\w+(?:ed|en)|held|made|put|set|shut|sent|told|kept|paid|built|cut|brought|sold|flown)\b", _I
)  # fmt: skip
_CHANCE = frozenset({
    "be", "become", "have", "see", "rise", "fall", "get", "continue", "happen", "remain", "give", "make", "mean",
    "cost", "cause", "put", "need", "arrive", "come", "go", "hinge", "depend", "find", "lose", "grow", "increase",
    "decline", "drop", "worsen", "improve", "affect", "hurt", "suffer", "spread", "reach", "damage", "able",
    "difficult", "impossible", "know", "feel", "learn", "live", "die", "show", "prove",
})  # fmt: skip


def kind_of(claim: Claim, sentence: str = "") -> OutlookKind:
    """The sort by the claim's verb, the words of saying over it, and who is to do it: the speaker or somebody else.

    `sentence` is the whole one, for what it is bound to: what will be done "unless" or "if" may be a threat.
    """
    text, cue = claim.text, (claim.voices[-1].cue or "") if claim.voices else ""
    predicate = claim.clause.predicate.partition("_")[0]
    harm = bool(_HARM.search(text[_head(claim) :]))
    if (LIMIT.search(text) and not _AGREED.search(text)) or (predicate == "give" and has_limit(claim)):
        return OutlookKind.DEADLINE
    if _AGREED.search(text) and claim.voices and (_IN_RETURN.search(text) or (harm and _UNLESS.search(sentence))):
        return OutlookKind.THREAT
    if predicate in {"threaten", "menace"} or (_THREATENING.fullmatch(cue.strip()) and _by_speaker(claim)):
        return OutlookKind.THREAT
    if claim.modality is Modality.DIRECTIVE or (
        has_limit(claim) and predicate in {"want", "demand", "need", "require", "order"}
    ):
        return OutlookKind.DEADLINE
    if _EXPECTING.search(text) and predicate not in {"vow", "promise", "pledge", "plan", "intend"}:
        return OutlookKind.FORECAST
    if _by_speaker(claim) and _AGREED.search(text):
        return OutlookKind.THREAT if harm else OutlookKind.PROMISE
    if predicate in {"promise", "pledge", "vow", "guarantee", "commit", "agree"} or _PROMISING.search(cue):
        return OutlookKind.THREAT if harm and "vow" in {predicate, cue[:3]} else OutlookKind.PROMISE
    return OutlookKind.PLAN if _planned(claim) and not _THINKING.search(cue) else OutlookKind.FORECAST


def _head(claim: Claim) -> int:
    return max(0, claim.clause.head - claim.start)


def _by_speaker(claim: Claim) -> bool:
    """True where the one who speaks is the one who is to do it."""
    if not claim.voices or not _AGREED.search(claim.text):
        return False
    voice = claim.voices[-1]
    agents = [p for p in claim.participants if p.role == "agent" and p.start < claim.clause.head]
    if voice.entity is not None and any(p.entity == voice.entity for p in agents):
        return True
    return bool(_OWN.match(claim.text)) and claim.clause.predicate not in _CHANCE


def _planned(claim: Claim) -> bool:
    """True for what stands in somebody's calendar: "is due to", or what an actor or an organiser will do."""
    if claim.modality is Modality.INTENDED or _PLANNING.search(claim.text[: _head(claim) + 40]):
        return True
    if claim.clause.predicate in _CHANCE and (not claim.period.known or claim.clause.predicate not in _SCHEDULED):
        return False
    passive = _PASSIVE.search(claim.text)
    first = next((r for r in claim.clause.roles if r.start < claim.clause.head), None)
    return bool(claim.period.known or passive or (first is not None and first.role == "agent" and claim.participants))
