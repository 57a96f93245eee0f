"""The words by which each document calls a person or a thing: descriptions, titles and roles."""

import re
from collections.abc import Iterator, Sequence

from sayso.model.annotations import Annotations
from sayso.model.document import Document
from sayso.model.dossier_reading import Framing, Label
from sayso.model.enums import MentionKind
from sayso.model.mention import Mention, Resolution

REACH = 40  # code points between a name and a title in apposition
_ARTICLE = re.compile(r"^(?:the|a|an|this|that|its|his|her|their|our)\s+", re.IGNORECASE)


def framing(
    annotations: Sequence[Annotations], resolution: Resolution, documents: Sequence[Document] = ()
) -> tuple[Framing, ...]:
    """The labels of each entity that has any, one for each wording in each document, in order of first use.

    `Framing.entity` is the id of the entity; a label is `text[start:end]` of its document. Titles stand outside their
    mention and are found in `documents`; of a document that is not among them only descriptions are told.
    """
    texts = {document.id: document.text for document in documents}
    labels: dict[str, dict[tuple[str, str], Label]] = {entity.id: {} for entity in resolution.entities}
    for found in sorted(annotations, key=lambda a: a.document):
        text = texts.get(found.document)
        for mention in found.mentions:
            entity = resolution.of.get((found.document, mention.start, mention.end))
            if entity is None or entity not in labels:
                continue
            for words, start in _labels(mention, text):
                label = Label(label=words, document=found.document, start=start, end=start + len(words))
                labels[entity].setdefault((found.document, _folded(words)), label)
    return tuple(Framing(entity, tuple(found.values())) for entity, found in labels.items() if found)


def _labels(mention: Mention, text: str | None) -> Iterator[tuple[str, int]]:
    """The words and the offset of what the mention calls its entity."""
    if mention.kind is MentionKind.DESCRIPTION:
        yield mention.text, mention.start
    elif mention.title and mention.kind is MentionKind.NAME and text is not None:
        reach = len(mention.title) + REACH
        before = text.rfind(mention.title, max(0, mention.start - reach), mention.start)
        at = before if before >= 0 else text.find(mention.title, mention.end, mention.end + reach)
        if at >= 0:
            yield mention.title, at


def _folded(label: str) -> str:
    return " ".join(_ARTICLE.sub("", label).casefold().split())
