"""Words that judge: counted by outlet and by whom they are said of, quotation apart."""

import pytest

from sayso.dossier.lexicon import lexicon
from sayso.dossier.loaded import loaded_words
from sayso.model.annotations import Annotations
from sayso.model.clause import Clause, Role
from sayso.model.document import Block, Document
from sayso.model.enums import BlockKind, CountryForm, EntityType, LoadedSort, MentionKind, Modality, QuoteKind
from sayso.model.mention import Entity, Mention, Resolution
from sayso.model.voice import Attribution, Voice

ENTITIES = tuple(Entity(id=i, type=EntityType.PERSON, name=i, aliases=(), mentions=()) for i in ("tal", "arda"))


def told(text: str, *mentions: tuple[str, MentionKind, str], publisher: str = "P", **layers: object) -> tuple:
    """A document of one block with its annotations and where its mentions go."""
    body = (Block(0, len(text), BlockKind.PARAGRAPH),)
    document = Document(id=publisher, sha256="", text=text, blocks=body, publisher=publisher)
    found = tuple(
        Mention(start=text.index(w), end=text.index(w) + len(w), text=w, kind=kind, type=EntityType.PERSON, chain=0,
                form=CountryForm.ADJECTIVE if w == "Ardan" else None)
        for w, kind, _ in mentions
    )  # fmt: skip
    of = {(publisher, m.start, m.end): entity for m, (_, _, entity) in zip(found, mentions, strict=True)}
    layers = {"attributions": (), "clauses": (), **layers}
    return document, Annotations(document=publisher, sentences=(), mentions=found, times=(), quantities=(), **layers), of


def words(*stories: tuple) -> list[tuple[str, str, str | None, int, int]]:
    of = {k: v for s in stories for k, v in s[2].items()}
    found = loaded_words([s[1] for s in stories], Resolution(ENTITIES, (), of), [s[0] for s in stories])
    texts = {s[0].id: s[0].text for s in stories}
    assert all(lexicon().of(texts[u.document][u.start : u.end])[0] == w.word for w in found for u in w.uses)
    return [(w.outlet, w.word, w.entity, w.own, w.quoted) for w in found]


def test_by_outlet_with_quotation_apart() -> None:
    one = told("The massacre shocked all. “A massacre,” she said. The massacre went on.", publisher="A")
    two = told("The clash went on.", publisher="B")
    assert words(one, two) == [("A", "massacre", None, 2, 1), ("B", "clash", None, 1, 0)]


def test_direct_speech_is_quoted_without_marks() -> None:
    text = "It was a massacre, said the nurse."
    said = Attribution(source=None, cue=None, content=((0, 17),), kind=QuoteKind.DIRECT)
    assert words(told(text, attributions=(said,))) == [("P", "massacre", None, 0, 1)]


NAME, DESCRIPTION = MentionKind.NAME, MentionKind.DESCRIPTION


@pytest.mark.parametrize(
    ("text", "mentions", "entity"),
    [
        ("They met the strongman Tal at noon.", [("Tal", NAME, "tal")], "tal"),
        ("They met Tal's brutish regime at noon.", [("Tal", NAME, "tal")], "tal"),
        ("They met the Tal regime at noon.", [("Tal", NAME, "tal")], "tal"),
        ("They met the old dictator at noon.", [("the old dictator", DESCRIPTION, "tal")], "tal"),
        ("They met the Ardan rebels at noon.", [("Ardan", NAME, "arda")], None),
        ("They met rebels in the hills near Tal.", [("Tal", NAME, "tal")], None),
        ("Tal met the rebels at noon.", [("Tal", NAME, "tal")], None),
    ],
)
def test_of_whom_a_name_is_said(text: str, mentions: list, entity: str | None) -> None:
    ((_, _, found, _, _),) = words(told(text, *mentions))
    assert found == entity


def test_a_word_of_saying_is_said_of_its_source() -> None:
    text = "Tal insisted that the bridge was safe."
    said = Attribution(source=Voice(0, 3, "Tal"), cue=Voice(4, 12, "insisted"), content=((13, 37),), kind=QuoteKind.INDIRECT)
    assert words(told(text, ("Tal", NAME, "tal"), attributions=(said,))) == [("P", "insist", "tal", 1, 0)]


def test_a_deed_is_said_of_its_doer() -> None:
    text = "A tower named after Tal fell; Arda murdered the guard."
    clause = Clause(
        start=30, end=53, text=text[30:53], sentence_start=0, sentence_end=len(text), head=35, predicate="murder", words=(),
        modality=Modality.ASSERTED, negated=False, roles=(Role(30, 34, "agent", "arda"),),
    )  # fmt: skip
    mentions = [("Tal", NAME, "tal"), ("Arda", NAME, "arda")]
    assert words(told(text, *mentions, clauses=(clause,))) == [("P", "murder", "arda", 1, 0)]
    named_after = Clause(
        start=30, end=53, text=text[30:53], sentence_start=0, sentence_end=len(text), head=35, predicate="murder", words=(),
        modality=Modality.ASSERTED, negated=False, roles=(Role(0, 23, "agent", "tower"),),
    )  # fmt: skip
    assert words(told(text, *mentions, clauses=(named_after,))) == [("P", "murder", None, 1, 0)]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody claimed responsibility.",
        "He filed insurance claims.",
        "Two were admitted to hospital.",
        "She was supposed to sail.",
        "The hunter made a clean kill at dawn.",
        "They toured the Rebel Creek mill.",
    ],
)
def test_other_senses_judge_nobody(text: str) -> None:
    assert words(told(text)) == []


def test_the_lexicon_knows_forms_and_every_sort() -> None:
    table = lexicon()
    assert {sort for _, sort in table.words.values()} == set(LoadedSort)
    assert table.of("Strongmen") == ("strongman", LoadedSort.DISPARAGING)
    assert table.of("freedom  fighters")[1] is LoadedSort.HONOURING
    assert table.of("murdered") == ("murder", LoadedSort.VIOLENT)
    assert table.of("admitted") == ("admit", LoadedSort.DOUBTING)
    assert "claim" in table.saying
