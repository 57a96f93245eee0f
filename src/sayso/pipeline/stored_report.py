"""A dossier from the store: what was annotated before is not annotated again."""

from collections.abc import Callable, Sequence
from pathlib import Path

from spacy.language import Language

from sayso.annotate.annotators import Annotated, annotate
from sayso.config import Settings
from sayso.corrections.files import NAME, find_corrections
from sayso.errors import RunError
from sayso.ingest import Reading
from sayso.model.document import Document
from sayso.model.dossier import Dossier
from sayso.pipeline.report import tell
from sayso.pipeline.stopwatch import Progress, Stopwatch
from sayso.pipeline.stored_team import team_of
from sayso.store import asking
from sayso.store.cache import annotated, annotations_of, keep_annotations
from sayso.store.connect import Store
from sayso.store.records import Selection
from sayso.store.versions import latest


def stored_report(store: Store, selection: Selection, settings: Settings, progress: Progress | None = None) -> Dossier:
    """The dossier of the story that the selected documents tell: the one that their files give, but for its `run`.

    Corrections are read from beside an SQLite store, or from where the command runs. Raises RunError where no document is
    selected, ConfigurationError for an unknown model.
    """
    watch = Stopwatch(progress)
    beside = store.file.absolute().parent / NAME if store.file else Path(NAME)
    corrections = find_corrections([beside], settings.corrections)
    cached = _Cached(store, settings.model)
    return tell(lambda: _reading(store, selection, watch), settings, watch, corrections, cached)


def _reading(store: Store, selection: Selection, watch: Stopwatch) -> Reading:
    with watch.stage("ingest"):
        documents = latest(store, tuple(asking.documents(store, selection)))
    if not documents:
        known = ", ".join(asking.stories(store)) or "none yet"
        raise RunError(
            "store", f"{store.shown} holds no such document", f"its stories are: {known}; sayso documents lists all"
        )
    skipped = () if selection.story is None else asking.skipped(store, selection.story)
    return Reading(documents, skipped)


class _Cached:
    """Annotates what has no annotations by this team yet, and keeps what it made."""

    def __init__(self, store: Store, model: str) -> None:
        self._store, self._team = store, team_of(model)

    def __call__(self, documents: Sequence[Document], nlp: Language, progress: Callable[[int, int], None]) -> Annotated:
        """The annotations of every document, in order, and which could not be annotated."""
        found = dict(annotations_of(self._store, documents, self._team))
        missing = [d for d in documents if d.id not in found]
        told = lambda done, _: progress(len(documents) - len(missing) + done, len(documents))  # noqa: E731
        known, made = {d.id: d for d in missing}, annotate(missing, nlp, told)
        for one in made.annotations:
            keep_annotations(self._store, one.document, annotated(known[one.document], one, self._team))
            found[one.document] = one
        return Annotated(tuple(found[d.id] for d in documents if d.id in found), made.skipped)
