"""The story as a whole: its title, the days that it spans, the day from which it is seen."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from sayso.config import Settings
from sayso.model.document import Document, identify
from sayso.model.dossier_findings import Finding, TimelineEntry
from sayso.model.dossier_texts import StoryHead

REACH = 30  # days before the first publication within which what is told still belongs to the story
SHORTEST, LONGEST = 50, 200  # code points of a statement that may stand as a title: no fragment and no paragraph


def as_of(documents: Sequence[Document], settings: Settings) -> dt.date | None:
    """The day that was set or the latest publication known; None where nothing is known, never today.

    An inferred publication counts with its first possible day: later ones are not known to have come.
    """
    if settings.as_of is not None:
        return settings.as_of
    return max((d.published.start for d in documents if d.published.start is not None), default=None)


def head(
    documents: Sequence[Document], findings: Sequence[Finding], entries: Sequence[TimelineEntry], settings: Settings
) -> StoryHead:
    """The story's head; its id is that of its documents."""
    first = min((d.published.start for d in documents if d.published.start), default=None)
    since = (first - dt.timedelta(days=REACH)).isoformat() if first else ""
    days = [e.date.start[:10] for e in entries if e.date.start and e.date.start >= since]
    days += [d.published.start.isoformat() for d in documents if d.published.start]
    seen = as_of(documents, settings)
    limit = seen.isoformat() if seen else "9999"
    past = [d for d in days if d <= limit]
    return StoryHead(
        id=identify("t", *sorted(d.id for d in documents)),
        title=settings.title or _title(documents, findings),
        start=min(past, default=None),
        end=max(past, default=None),
        as_of=seen.isoformat() if seen else None,
    )


def _title(documents: Sequence[Document], findings: Sequence[Finding]) -> str:
    """The title that shares most words with the other titles; without titles, what most outlets tell."""
    titled = sorted((d.title, d.id) for d in documents if d.title)
    if not titled:
        whole = [f for f in findings if SHORTEST <= len(f.statement) <= LONGEST]
        return (whole or findings)[0].statement if findings else "Untitled story"
    words = {t: {w.strip(".,:;!?'\"").lower() for w in t.split() if len(w) > 3} for t, _ in titled}
    shared = Counter(w for held in words.values() for w in held)
    return max(words, key=lambda t: (sum(shared[w] - 1 for w in words[t]) / max(4, len(words[t])), -len(t), t))
