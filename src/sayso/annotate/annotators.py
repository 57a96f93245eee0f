"""All annotators over all documents, in the order of what they read."""

from collections.abc import Callable, Sequence

from spacy.language import Language

from sayso.annotate.claims import Context, find_clauses
from sayso.annotate.mentions import find_mentions
from sayso.annotate.parse import Parsed, parse
from sayso.annotate.quantity import find_quantities
from sayso.annotate.temporal import find_times
from sayso.annotate.voices import find_attributions
from sayso.model.annotations import Annotations
from sayso.model.document import Document

Progress = Callable[[int, int], None]


def annotate(documents: Sequence[Document], nlp: Language, progress: Progress | None = None) -> tuple[Annotations, ...]:
    """Annotations of every document, in order; `progress` is told how many of how many are done."""
    found = []
    for done, parsed in enumerate(parse(documents, nlp), start=1):
        found.append(annotate_one(parsed))
        if progress:
            progress(done, len(documents))
    return tuple(found)


def annotate_one(parsed: Parsed) -> Annotations:
    """Annotations of one parsed document."""
    times = find_times(parsed)
    quantities = find_quantities(parsed, times)
    attributions = find_attributions(parsed)
    mentions = find_mentions(parsed)
    clauses = find_clauses(parsed, Context(times, quantities, attributions, mentions))
    return Annotations(
        document=parsed.document.id,
        sentences=tuple((offset + s.start_char, offset + s.end_char) for offset, s in parsed.sentences()),
        mentions=mentions,
        times=times,
        quantities=quantities,
        attributions=attributions,
        clauses=clauses,
    )
