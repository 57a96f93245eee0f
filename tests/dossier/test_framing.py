"""Framing: by which words each document calls an entity."""

from sayso.dossier.framing import framing
from sayso.model.annotations import Annotations
from sayso.model.document import Block, Document
from sayso.model.enums import BlockKind, EntityType, MentionKind
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


def test_labels_are_counted_ranked_and_marked() -> None:
    (tal, _) = framing(ANNOTATIONS, Resolution(ENTITIES, (), OF), DOCUMENTS)
    assert [(x.label, x.count, x.loaded) for x in tal.labels] == [("Strongman", 3, True), ("President", 1, False)]


def test_what_only_says_its_kind_is_left_out() -> None:
    text = "The town sleeps. The sleepy town wakes. “The cursed town,” he said."
    mentions = tuple(
        Mention(
            start=text.index(w),
            end=text.index(w) + len(w),
            text=w,
            kind=MentionKind.DESCRIPTION,
            type=EntityType.GPE,
            chain=0,
        )
        for w in ("The town", "The sleepy town", "The cursed town")
    )
    found = Annotations(document="c", sentences=(), mentions=mentions, times=(), quantities=(), attributions=(), clauses=())
    document = Document(id="c", sha256="", text=text, blocks=(Block(0, len(text), BlockKind.PARAGRAPH),), publisher="c")
    (framed,) = framing([found], Resolution(ENTITIES, (), {("c", m.start, m.end): "tal" for m in mentions}), [document])
    assert [(x.label, x.quoted) for x in framed.labels] == [("The sleepy town", False), ("The cursed town", True)]
