"""From files to claims: the stages that read."""

from collections.abc import Callable, Sequence
from pathlib import Path

from spacy.language import Language

from sayso.annotate.annotators import annotate
from sayso.config import Settings
from sayso.corrections.documents import correct_documents, families
from sayso.corrections.entities import correct_entities
from sayso.dating import date_story
from sayso.errors import RunError
from sayso.ingest import Reading, read
from sayso.model.annotations import Annotations
from sayso.model.correction import NONE, Corrections
from sayso.model.document import Document
from sayso.model.story import ReadStory
from sayso.pipeline.claims import assemble
from sayso.pipeline.stopwatch import Stopwatch
from sayso.resolve import resolve
from sayso.reuse import find_reuse

Annotating = Callable[[Sequence[Document], Language, Callable[[int, int], None]], Sequence[Annotations]]
NAME_SOME = "name files or folders with .txt, .md, .html or .jsonl articles"


def ingest(paths: Sequence[str | Path], settings: Settings, watch: Stopwatch) -> Reading:
    """Reads the files; raises RunError where not one of them can be read."""
    with watch.stage("ingest"):
        reading = read(
            paths,
            progress=lambda done, total: watch.tell("ingest", done / max(1, total)),
            languages=frozenset(settings.languages),
        )
    if not reading.documents and not reading.skipped:
        given = ", ".join(str(p) for p in paths[:3]) + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")
        raise RunError("ingest", f"{given or 'nothing'} holds no articles", NAME_SOME)
    if not reading.documents:
        reasons = "; ".join(f"{s.path}: {s.reason}" for s in reading.skipped[:3])
        more = f" and {len(reading.skipped) - 3} more" if len(reading.skipped) > 3 else ""
        raise RunError("ingest", f"no document could be read: {reasons}{more}", reading.skipped[0].remedy)
    return reading


def read_story(
    documents: Sequence[Document],
    nlp: Language,
    watch: Stopwatch,
    corrections: Corrections = NONE,
    annotating: Annotating = annotate,
) -> ReadStory:
    """Annotates, dates and resolves the documents of one story; people's corrections come before what follows from them."""
    documents, on_documents = correct_documents(documents, corrections)
    houses, on_houses = families((d.publisher for d in documents), corrections)
    with watch.stage("annotate"):
        found = annotating(documents, nlp, lambda done, total: watch.tell("annotate", done / max(1, total)))
    annotations = {a.document: a for a in found}
    with watch.stage("dating"):
        story = date_story(documents, annotations)
        dated = story.documents
    with watch.stage("reuse"):
        reuse = find_reuse(dated, {a.document: a.sentences for a in found})
    with watch.stage("resolve"):
        resolution, on_entities = correct_entities(resolve(dated, found), found, corrections)
        claims = assemble(story, annotations, resolution)
    return ReadStory(
        documents=dated, annotations=annotations, reuse=reuse, resolution=resolution, claims=claims,
        families=houses, outcomes=(*on_documents, *on_houses, *on_entities),
    )  # fmt: skip
