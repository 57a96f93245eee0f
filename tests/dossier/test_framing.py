"""Framing: by which words each document calls an entity."""

from sayso.dossier.framing import framing
from sayso.model.annotations import Annotations
from sayso.model.document import Document
from sayso.model.enums import EntityType, MentionKind
from sayso.model.mention import Entity, Mention, Resolution

TEXTS = {
    "a": "Strongman Ruben Tal spoke. Tal left. The strongman waved. The strongman smiled.",
    "b": "President Ruben Tal spoke. Ines Olt, a critic, listened.",
}
DOCUMENTS = [Document(id=i, sha256="", text=t, blocks=(), publisher=i) for i, t in TEXTS.items()]


def mention(document: str, words: str, kind: MentionKind, title: str | None = None, at: int = 0) -> Mention:
    start = TEXTS[document].index(words, at)
    return Mention(start=start, end=start + len(words), text=words, kind=kind, type=EntityType.PERSON, chain=0, title=title)


MENTIONS = {
    "a": (
        mention("a", "Ruben Tal", MentionKind.NAME, "Strongman"),
        mention("a", "Tal", MentionKind.NAME, at=20),
        mention("a", "The strongman", MentionKind.DESCRIPTION),
        mention("a", "The strongman", MentionKind.DESCRIPTION, at=58),
    ),
    "b": (
        mention("b", "Ruben Tal", MentionKind.NAME, "President"),
        mention("b", "Ines Olt", MentionKind.NAME, "critic"),
    ),
}
ANNOTATIONS = [
    Annotations(document=d, sentences=(), mentions=m, times=(), quantities=(), attributions=(), clauses=())
    for d, m in MENTIONS.items()
]
OF = {(d, m.start, m.end): "olt" if "Olt" in m.text else "tal" for d, found in MENTIONS.items() for m in found}
ENTITIES = tuple(Entity(id=i, type=EntityType.PERSON, name=i, aliases=(), mentions=()) for i in ("tal", "olt"))


def test_each_wording_of_each_document_once_with_exact_offsets() -> None:
    found = framing(ANNOTATIONS, Resolution(ENTITIES, (), OF), DOCUMENTS)
    labels = {f.entity: [(x.document, x.label) for x in f.labels] for f in found}
    assert labels == {"tal": [("a", "Strongman"), ("b", "President")], "olt": [("b", "critic")]}
    assert all(TEXTS[x.document][x.start : x.end] == x.label for f in found for x in f.labels)


def test_without_texts_only_descriptions_are_told() -> None:
    (found,) = framing(ANNOTATIONS, Resolution(ENTITIES, (), OF))
    assert [(x.document, x.label) for x in found.labels] == [("a", "The strongman")]


def test_unresolved_mentions_are_left_out() -> None:
    assert framing(ANNOTATIONS, Resolution(ENTITIES, (), {}), DOCUMENTS) == ()
