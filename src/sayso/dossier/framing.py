"""The words by which each document calls a person or a thing: descriptions, titles and roles."""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import structs

from sayso.dossier.lexicon import lexicon
from sayso.dossier.loaded import inside, quoted_spans
from sayso.model.annotations import Annotations
from sayso.model.document import Document
from sayso.model.dossier_reading import Framing, Label
from sayso.model.enums import MentionKind
from sayso.model.mention import Mention, Resolution

REACH = 40  # code points between a name and a title in apposition
_ARTICLE = re.compile(r"^(?:the|a|an|this|that|its|his|her|their|our|both|these|those)\s+", re.IGNORECASE)
# What such a word names is known without it: it sets nobody in a light.
_BARE = frozenset(
    """
mr mrs ms miss dr sir lady man woman boy girl person people men women country countries nation city town village region state
area place province district newspaper paper magazine daily channel station network broadcaster agency website outlet company
firm group organisation organization body hospital school church airline club team ministry department government police army
military court parliament party union embassy committee council authorities force forces two leaders families family owner
pair couple duo island river airport house capital airline bank
""".split()
)


def framing(
    annotations: Sequence[Annotations], resolution: Resolution, documents: Sequence[Document] = ()
) -> tuple[Framing, ...]:
    """The labels of each entity that has any, one for each wording in each document with its count.

    `Framing.entity` is the id of the entity; a label is `text[start:end]` of its document. Titles stand outside their
    mention and are found in `documents`; of a document that is not among them only descriptions are told. Words that judge
    come first, bare offices last; what only says that it is a town, a paper or a company is left out.
    """
    known = {document.id: document for document in documents}
    names = {entity.id: _folded(entity.name) for entity in resolution.entities}
    labels: dict[str, dict[tuple[str, str], list[Label]]] = {entity.id: {} for entity in resolution.entities}
    for found in sorted(annotations, key=lambda a: a.document):
        document = known.get(found.document)
        text = document.text if document is not None else None
        quoted = quoted_spans(document, found) if document is not None else []
        for mention in found.mentions:
            entity = resolution.of.get((found.document, mention.start, mention.end))
            if entity is None or entity not in labels:
                continue
            for words, start in _labels(mention, text):
                folded, judges = _folded(words), bool(lexicon().pattern.search(words))
                if set(folded.split()) <= _BARE or (folded == names[entity] and not judges):
                    continue
                label = Label(
                    label=words, document=found.document, start=start, end=start + len(words), loaded=judges,
                    quoted=inside(quoted, start, start + len(words)),
                )  # fmt: skip
                labels[entity].setdefault((found.document, folded), []).append(label)
    return tuple(Framing(entity, _ranked(found.values())) for entity, found in labels.items() if found)


def _ranked(found: Iterable[Sequence[Label]]) -> tuple[Label, ...]:
    """One label for each wording of a document: those that judge, then what describes, then bare offices."""
    counted = [structs.replace(uses[0], count=len(uses), quoted=all(u.quoted for u in uses)) for uses in found]
    return tuple(sorted(counted, key=lambda x: (not x.loaded, len(_folded(x.label).split()) < 2)))


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
