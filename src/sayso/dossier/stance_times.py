"""When a stance was taken: the time of its claim, the one recent time of its sentence, else not after it was told."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.dossier.days import time_of
from sayso.dossier.horizons import LIMIT
from sayso.dossier.texts import iso
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.dossier_texts import ClaimTime
from sayso.model.time import Period

RECENT = dt.timedelta(days=30)  # before the telling, within which the one time of a sentence is that of its stances
AROUND = "the only time of the sentence"
TOLD = "told by the day of publication"


class Times:
    """The times of the sentences and the publications of a story."""

    def __init__(self, claims: Sequence[Claim], documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._around: defaultdict[tuple[str, int], dict[Period, str]] = defaultdict(dict)
        for claim in claims:
            for text, period in claim.times:
                if period.known and not LIMIT.search(claim.text):
                    self._around[claim.document, claim.clause.sentence_start].setdefault(period, text)

    def of(self, claim: Claim) -> ClaimTime | None:
        """The time of a claim's stance; None where neither text nor publication tells any."""
        document = self._documents.get(claim.document)
        told = document.published.end if document is not None else None
        own = time_of(claim)
        if own is not None and (told is None or (claim.period.end is not None and claim.period.end <= told)):
            return own
        if told is None:
            return None
        around = self._around[claim.document, claim.clause.sentence_start]
        recent = [
            (p, text) for p, text in around.items() if p.start and p.end and told - RECENT <= p.start and p.end <= told
        ]
        if len(around) == 1 and recent:
            start, end = iso(recent[0][0])
            return ClaimTime(start=start, end=end, text=recent[0][1], basis=AROUND)
        return ClaimTime(start=None, end=told.isoformat(), text=None, basis=TOLD)
