"""The main path: several reports of one story in, one dossier out."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from spacy.language import Language

from sayso.align import Budget, align
from sayso.align.embed import warm
from sayso.annotate.annotators import annotate
from sayso.annotate.parse import load_model
from sayso.config import Settings
from sayso.corrections.files import find_corrections
from sayso.dossier import briefing as brief
from sayso.dossier import story
from sayso.dossier.completed import completed
from sayso.dossier.framing import framing
from sayso.dossier.headlines import with_headlines
from sayso.dossier.loaded import loaded_words
from sayso.dossier.omissions import omissions
from sayso.dossier.outlook import outlook
from sayso.dossier.phrasing import Phrasing
from sayso.dossier.positions import positions
from sayso.dossier.texts import show_claim, show_document, show_notes, show_quotes
from sayso.dossier.timeline import timeline
from sayso.ingest import Reading
from sayso.judge.discrepancies import discrepancies
from sayso.judge.findings import dispute, find
from sayso.judge.origins import Origins
from sayso.judge.publishers import publishers_of
from sayso.judge.scene import Scene
from sayso.judge.series import series
from sayso.judge.sources import sources
from sayso.model.correction import NONE, Corrections
from sayso.model.document import Skipped
from sayso.model.dossier import Dossier
from sayso.model.dossier_findings import DossierReuse
from sayso.model.reuse import Reuse
from sayso.model.story import ReadStory
from sayso.pipeline.corrected import Judgements
from sayso.pipeline.provenance import provenance
from sayso.pipeline.reading import Annotating, Means, ingest, read_story
from sayso.pipeline.stopwatch import Progress, Stopwatch
from sayso.pipeline.voices import voices_of


def report(paths: Sequence[str | Path], settings: Settings, progress: Progress | None = None) -> Dossier:
    """The dossier of the one story that `paths` tell, with the corrections of people that lie beside them.

    Raises ConfigurationError for an unknown model and RunError where nothing can be read.
    """
    watch = Stopwatch(progress)
    corrections = find_corrections(paths, settings.corrections)
    return tell(lambda: ingest(paths, settings, watch), settings, watch, corrections)


def tell(
    readings: Callable[[], Reading],
    settings: Settings,
    watch: Stopwatch,
    corrections: Corrections,
    annotating: Annotating = annotate,
) -> Dossier:
    """The dossier of the one story that is read, wherever documents and annotations come from."""
    with ThreadPoolExecutor(max_workers=2) as loading:  # both models load while the files are read
        language_model, _ = loading.submit(load_model, settings.model), loading.submit(warm)
        reading = readings()
        with watch.stage("load"):
            nlp = language_model.result()
    means = Means(publishers_of(Path(settings.publishers) if settings.publishers else None), annotating)
    read = read_story(reading.documents, nlp, watch, corrections, means)
    return rebuild(read, reading.skipped, (settings, nlp), watch, corrections)


def rebuild(
    read: ReadStory,
    skipped: Sequence[Skipped],
    made_with: tuple[Settings, Language],
    watch: Stopwatch,
    corrections: Corrections = NONE,
) -> Dossier:
    """Puts the claims of a story to one another and writes the dossier."""
    settings, nlp = made_with
    people = Judgements(corrections, read)
    with watch.stage("align"):
        days = {d.id: d.published.start for d in read.documents}
        budget = Budget(settings.embedding_budget, settings.pair_budget)
        aligned = align(read.claims, settings.question_threshold, budget, published=days)
        alignment = people.aligned(aligned)
    with watch.stage("judge"):
        scene = Scene(read, alignment)
        origins = Origins(scene)
        found = find(scene, origins)
        differing = people.judged(discrepancies(scene, found))
        findings = dispute(found, differing)
        moving = completed(series(scene), differing, scene.claims, read.documents)
        cited = sources(scene, origins, findings)
    with watch.stage("dossier"):
        claims = {c.id: c for c in read.claims}
        phrasing = Phrasing(claims, {d.id: d for d in read.documents})
        entries = timeline(findings, claims, scene.days[0])
        seen = story.as_of(read.documents, settings)
        ahead = outlook(read.claims, seen, read.documents, read.resolution.entities)
        told = brief.Told(findings, differing, moving, ahead, claims, read.documents)
        return Dossier(
            story=story.head(read.documents, findings, entries, settings),
            documents=tuple(show_document(d) for d in read.documents),
            entities=read.resolution.entities,
            links=read.resolution.links,
            claims=tuple(show_claim(c) for c in read.claims),
            quotes=show_quotes(read.documents, read.annotations, _meant(read)),
            findings=with_headlines(findings, phrasing),
            discrepancies=differing,
            series=moving,
            timeline=entries,
            sources=cited,
            reuse=_reuse(read.reuse),
            positions=positions(read.claims, read.resolution, read.documents),
            outlook=ahead,
            framing=framing(tuple(read.annotations.values()), read.resolution, read.documents),
            omissions=omissions(findings, read.documents, phrasing),
            briefing=brief.briefing(told),
            corrections=people.told(findings, differing),
            skipped=tuple(sorted((*skipped, *read.skipped), key=lambda s: (s.path, s.reason))),
            run=provenance(settings, nlp, watch.seconds, corrections.places),
            notes=show_notes(read.documents, read.annotations),
            loaded=loaded_words(tuple(read.annotations.values()), read.resolution, read.documents),
        )


def _meant(read: ReadStory) -> Callable[[str, int], str | None]:
    """The entity that the source of an attribution means, by the one rule that the claims' voices follow."""
    voices = voices_of(read.documents, read.annotations, read.resolution)

    def speaker(document: str, attribution: int) -> str | None:
        source = voices[document].source(attribution)
        return source.entity if source is not None else None

    return speaker


def _reuse(reuse: Sequence[Reuse]) -> tuple[DossierReuse, ...]:
    return tuple(
        DossierReuse(giver=r.giver, taker=r.taker, kind=r.kind, share=round(r.share, 4), spans=r.spans, why=r.why)
        for r in reuse
    )
