"""All annotators over all documents, in the order of what they read; what one of them does not master is told."""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct
from spacy.language import Language

from sayso.annotate.annotator import Annotator, Found
from sayso.annotate.checks import checked
from sayso.annotate.parse import Parsed, parse
from sayso.annotate.team import installed
from sayso.errors import SaysoError, SkipDocument
from sayso.model.annotations import Annotations, Layer
from sayso.model.document import Document, Skipped

Progress = Callable[[int, int], None]


class Annotated(Struct, frozen=True):
    """What was found, in the order of the documents, and what could not be read, by path, with reason and remedy."""

    annotations: tuple[Annotations, ...]
    skipped: tuple[Skipped, ...]


def annotate(
    documents: Sequence[Document], nlp: Language, progress: Progress | None = None, team: Sequence[Annotator] | None = None
) -> Annotated:
    """Annotations of the documents; `progress` is told how many of how many are done.

    `team` are the annotators in their order, all installed ones by default. Where one of them raises, or marks what
    is not there, the document is skipped; where it only adds notes, they are missing, and that is told.
    """
    found: list[Annotations] = []
    skipped: list[Skipped] = []
    for done, parsed in enumerate(parse(documents, nlp), start=1):
        path = parsed.document.path or parsed.document.id
        lost: list[SkipDocument] = []
        try:
            found.append(annotate_one(parsed, team, lost.append))
        except SkipDocument as error:
            lost.append(error)
        skipped += [Skipped(path, error.reason, error.remedy) for error in lost]
        if progress:
            progress(done, len(documents))
    return Annotated(tuple(found), tuple(skipped))


def annotate_one(
    parsed: Parsed, team: Sequence[Annotator] | None = None, lost: Callable[[SkipDocument], None] | None = None
) -> Annotations:
    """Annotations of one parsed document.

    Raises SkipDocument where an annotator does not master it. One that only adds notes costs no more than these where
    there is a `lost` to be told of it.
    """
    layers: dict[str, tuple[Any, ...]] = {}
    for annotator in installed() if team is None else team:
        found = Found(annotator.name, {name: layers[name] for name in annotator.reads})
        try:
            layers[annotator.writes] = _items(annotator, parsed, found)
        except SkipDocument as error:
            if lost is None or annotator.writes in {layer.value for layer in Layer}:
                raise
            lost(SkipDocument("annotate", f"read, but without its {annotator.writes}: {error.reason}", error.remedy))
            layers[annotator.writes] = ()
    own = {layer.value: layers.pop(layer) for layer in Layer}
    return Annotations(
        document=parsed.document.id,
        sentences=tuple((offset + s.start_char, offset + s.end_char) for offset, s in parsed.sentences()),
        notes=layers,
        **own,
    )


def _items(annotator: Annotator, parsed: Parsed, found: Found) -> tuple[Any, ...]:
    """What one annotator found; raises SkipDocument for whatever it raises, or marks wrongly."""
    told = f"annotator {annotator.name} {annotator.version}"
    try:
        items = tuple(annotator.annotate(parsed, found))
    except SaysoError:
        raise
    except Exception as error:  # the code of other people may raise anything
        raise _failed(f"{told} failed on it: {type(error).__name__}: {error}") from error
    problem = checked(annotator.writes, items, len(parsed.document.text))
    if problem:
        raise _failed(f"{told} {problem}")
    return items


def _failed(reason: str) -> SkipDocument:
    return SkipDocument("annotate", reason, "report it to the author of the annotator with this document, or remove it")
