"""Whether what was foretold is told, later and by another document, as having happened.

Conservative: the same happening must be asserted in the past or perfect, with a verb of the foretelling, with most of its
content words and with a participant in common, in a document published no earlier. What is not clear stays open.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.enums import Modality

COVERED = 0.6  # share of the foretelling's content words that the report must hold
FEWEST = 2  # content words in common
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

    def fulfilling(self, foretold: Claim) -> str | None:
        """Id of the first claim that tells of it as happened, None where none clearly does."""
        if foretold.negated:
            return None
        verbs = {foretold.clause.predicate, *foretold.clause.words} - _GOVERNING
        for claim in (c for verb in sorted(verbs) for c in self._by_predicate.get(verb, ())):
            if self._later(foretold, claim) and _same_happening(foretold, claim):
                return claim.id
        return None

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
