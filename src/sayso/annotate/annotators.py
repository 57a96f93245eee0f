"""All annotators over all documents, in the order of what they read."""

from collections.abc import Callable, Sequence
from typing import Any

from spacy.language import Language

from sayso.annotate.annotator import Annotator, Found, stretches
from sayso.annotate.parse import Parsed, parse
from sayso.annotate.team import installed
from sayso.errors import ConfigurationError
from sayso.model.annotations import Annotations, Layer
from sayso.model.document import Document

Progress = Callable[[int, int], None]


def annotate(
    documents: Sequence[Document], nlp: Language, progress: Progress | None = None, team: Sequence[Annotator] | None = None
) -> tuple[Annotations, ...]:
    """Annotations of every document, in order; `progress` is told how many of how many are done.

    `team` are the annotators in their order, all installed ones by default.
    """
    found = []
    for done, parsed in enumerate(parse(documents, nlp), start=1):
        found.append(annotate_one(parsed, team))
        if progress:
            progress(done, len(documents))
    return tuple(found)


def annotate_one(parsed: Parsed, team: Sequence[Annotator] | None = None) -> Annotations:
    """Annotations of one parsed document."""
    layers: dict[str, tuple[Any, ...]] = {}
    for annotator in installed() if team is None else team:
        found = Found(annotator.name, {name: layers[name] for name in annotator.reads})
        layers[annotator.writes] = tuple(annotator.annotate(parsed, found))
        _check(annotator, layers[annotator.writes], len(parsed.document.text))
    own = {layer.value: layers.pop(layer) for layer in Layer}
    return Annotations(
        document=parsed.document.id,
        sentences=tuple((offset + s.start_char, offset + s.end_char) for offset, s in parsed.sentences()),
        notes=layers,
        **own,
    )


def _check(annotator: Annotator, items: Sequence[Any], length: int) -> None:
    """Raises ConfigurationError for an item outside the text: nothing that it says could be shown."""
    for start, end in (s for item in items for s in stretches(item)):
        if not 0 <= start <= end <= length:
            raise ConfigurationError(
                "annotate",
                f"annotator {annotator.name} {annotator.version} marks [{start}:{end}] in a text of {length}",
                "report it to its author, or remove it",
            )
