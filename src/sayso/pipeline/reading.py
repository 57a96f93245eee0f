"""From files to claims: the stages that read."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language

from sayso.annotate.annotators import Annotated, annotate
from sayso.config import Settings
from sayso.corrections.documents import correct_documents, families
from sayso.corrections.entities import correct_entities
from sayso.dating import date_story
from sayso.errors import RunError
from sayso.ingest import Reading, all_kinds, read
from sayso.judge.publishers import Publishers, curated
from sayso.model.correction import NONE, Corrections
from sayso.model.document import Document, Skipped
from sayso.model.story import ReadStory
from sayso.pipeline.claims import assemble
from sayso.pipeline.stopwatch import Stopwatch
from sayso.resolve import resolve
from sayso.reuse import find_reuse

Annotating = Callable[[Sequence[Document], Language, Callable[[int, int], None]], Annotated]


class Means(NamedTuple):
    """What else the reading of a story needs: which outlets are one house, and where annotations come from."""

    publishers: Publishers = curated()
    annotating: Annotating = annotate


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
        raise RunError("ingest", f"{given or 'nothing'} holds no articles", f"name files or folders with {all_kinds()}")
    if not reading.documents:
        raise RunError("ingest", f"no document could be read: {_reasons(reading.skipped)}", reading.skipped[0].remedy)
    return reading


def read_story(
    documents: Sequence[Document],
    nlp: Language,
    watch: Stopwatch,
    corrections: Corrections = NONE,
    means: Means = Means(),  # noqa: B008 - frozen
) -> ReadStory:
    """Annotates, dates and resolves the documents of one story; people's corrections come before what follows from them."""
    if not documents:
        raise RunError("annotate", "there is no document to read", f"name files or folders with {all_kinds()}")
    documents, on_documents = correct_documents(documents, corrections)
    known = means.publishers.families_among(d.publisher for d in documents)
    houses, on_houses = families((d.publisher for d in documents), corrections, known)
    hosts = frozenset(d.publisher for d in documents if means.publishers.is_host(d.publisher))
    with watch.stage("annotate"):
        read = means.annotating(documents, nlp, lambda done, total: watch.tell("annotate", done / max(1, total)))
    found = read.annotations
    if not found:
        raise RunError("annotate", f"no document could be read: {_reasons(read.skipped)}", read.skipped[0].remedy)
    annotations = {a.document: a for a in found}
    with watch.stage("dating"):
        story = date_story([d for d in documents if d.id in annotations], annotations)
        dated = story.documents
    with watch.stage("reuse"):
        reuse = find_reuse(dated, {a.document: a.sentences for a in found})
    with watch.stage("resolve"):
        resolution, on_entities = correct_entities(resolve(dated, found), found, corrections)
        claims = assemble(story, annotations, resolution)
    return ReadStory(
        documents=dated, annotations=annotations, reuse=reuse, resolution=resolution, claims=claims,
        families=houses, hosts=hosts, outcomes=(*on_documents, *on_houses, *on_entities), skipped=read.skipped,
    )  # fmt: skip


def _reasons(skipped: Sequence[Skipped]) -> str:
    more = f" and {len(skipped) - 3} more" if len(skipped) > 3 else ""
    return "; ".join(f"{s.path}: {s.reason}" for s in skipped[:3]) + more
