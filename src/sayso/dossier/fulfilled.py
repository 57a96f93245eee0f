"""Whether what was foretold is told, later and by another document, as having happened.

Conservative: the same happening must be asserted in the past or perfect, with a verb of the foretelling, with most of its
content words and with a participant in common, in a document published no earlier. What is not clear stays open.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.enums import Modality
from sayso.model.time import Period

COVERED = 0.6  # share of the foretelling's content words that the report must hold
FEWEST = 2  # content words in common
ALIKE = 0.5  # share of the content words of the shorter that a report of the same doer's deed must hold
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who", "which", "that", "this", "you"})
_GOVERNING = frozenset({
    "expect", "plan", "intend", "due", "set", "likely", "schedule", "promise", "pledge", "vow", "threaten", "offer",
    "propose", "want", "hope", "seek", "aim", "prepare", "go", "be", "will", "would", "could", "may", "might", "say",
    "tell", "predict", "forecast", "anticipate", "agree", "slate", "project", "begin", "start", "continue", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "tomorrow", "tonight", "week", "day",
    "month", "year", "soon", "next",
})  # fmt: skip


class Happenings:
    """The asserted happenings of a story, to be asked which of them fulfils a foretelling."""

    def __init__(self, claims: Sequence[Claim], documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._by_predicate: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            if claim.modality is Modality.ASSERTED and not claim.negated and claim.clause.tense in {"past", "present"}:
                self._by_predicate[claim.clause.predicate].append(claim)

    def fulfilling(self, foretold: Claim, horizon: Period) -> str | None:
        """Id of the first claim that tells of it as happened, None where none clearly does."""
        if foretold.negated:
            return None
        verbs = {foretold.clause.predicate, *foretold.clause.words} - _GOVERNING
        told = [c for verb in sorted(verbs) for c in self._by_predicate.get(verb, ()) if self._later(foretold, c)]
        same = next((c for c in told if _same_happening(foretold, c)), None)
        if same is None:
            same = next((c for c in told if self._next_day(foretold, c) and _same_deed(foretold, c, horizon)), None)
        return same.id if same is not None else None

    def _next_day(self, foretold: Claim, claim: Claim) -> bool:
        """True where the report came out on a later day than the foretelling."""
        before, after = self._documents[foretold.document].published.end, self._documents[claim.document].published.start
        return before is not None and after is not None and after > before

    def _later(self, foretold: Claim, claim: Claim) -> bool:
        if foretold.document == claim.document:
            return False
        before, after = self._documents.get(foretold.document), self._documents.get(claim.document)
        if before is None or after is None or before.published.end is None or after.published.start is None:
            return False
        if claim.clause.tense != "past" and not claim.period.known:
            return False
        happened = claim.period.end
        return after.published.start >= before.published.end and (happened is None or happened >= before.published.end)


def _same_happening(foretold: Claim, claim: Claim) -> bool:
    words = set(foretold.clause.words) - _GOVERNING
    shared = words & set(claim.clause.words)
    if len(shared) < max(FEWEST, COVERED * len(words)):
        return False
    wanted = foretold.entities
    return bool(wanted & claim.entities) if wanted else len(shared) > FEWEST


def _same_deed(foretold: Claim, claim: Claim, horizon: Period) -> bool:
    """True where the report has the verb, who or what the foretelling begins with, and one word or entity more.

    The day must fit: a report without a day of its own is no proof of what was set for one.
    """
    if claim.clause.tense != "past" or (horizon.known and not _within(claim.period, horizon)):
        return False
    words, told = set(foretold.clause.words) - _GOVERNING, set(claim.clause.words)
    shared = words & told
    first, subject = _subject(foretold), _subject(claim)
    if not first or not subject or not first & subject:
        return False
    more = len(shared - first) + len((foretold.entities & claim.entities) - first)
    return more >= FEWEST and len(shared) >= ALIKE * min(len(words), len(told - _GOVERNING) or 1)


def _subject(claim: Claim) -> frozenset[str]:
    """The entities and the head words of who or what stands before the verb."""
    head = claim.clause.head
    named = {p.entity for p in claim.participants if p.start < head and p.role in {"agent", "patient"}}
    heads = {r.head for r in claim.clause.roles if r.start < head and r.role in {"agent", "patient"}}
    return frozenset(named | (heads - _PRONOUNS))


def _within(period: Period, horizon: Period) -> bool:
    return bool(
        period.known
        and not (horizon.end and period.start and period.start > horizon.end)
        and not (horizon.start and period.end and period.end < horizon.start)
    )
