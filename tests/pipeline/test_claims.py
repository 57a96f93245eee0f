"""Claims: clauses with the times, places, participants and voices that the story knows."""

import datetime as dt

import pytest

from sayso.annotate.parse import load_model
from sayso.dating import date_story
from sayso.ingest import read
from sayso.model.claim import claim_id
from sayso.model.time import Period
from sayso.pipeline.claims import assemble
from sayso.pipeline.reading import read_story
from sayso.pipeline.stopwatch import Stopwatch

TEXTS = {
    "Harbour Post 2031-03-08": "A storm hit the library of Trondheim on Thursday, killing three sailors.\n\nPolice arrested "
    "Karl Lindqvist in Bergen.\n\nIngrid Solheim warned that the roof would fall.",
    "Coast Herald 2031-03-13": "A storm hit the Trondheim library on Thursday.\n\nMs. Solheim thanked Karl Lindqvist for "
    "his 12 pictures.",
}


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    folder = tmp_path_factory.mktemp("claims")
    for n, (name, text) in enumerate(TEXTS.items()):
        publisher, _, day = name.rpartition(" ")
        (folder / f"{n}.txt").write_text(f"---\npublisher: {publisher}\ndate: {day}\n---\n{text}\n", "utf-8")
    return read_story(read([folder]).documents, load_model(), Stopwatch())


@pytest.fixture(scope="module")
def claim(story):
    """The first claim that begins with some words."""
    return lambda words, publisher="Harbour Post": next(
        c for c in story.claims if c.text.startswith(words) and c.publisher == publisher
    )


@pytest.fixture(scope="module")
def named(story):
    """The participants of a claim: (name, role)."""
    names = {e.id: e.name for e in story.resolution.entities}
    return lambda claim: {(names[p.entity], p.role) for p in claim.participants}


def test_one_claim_for_each_clause_in_order(story):
    clauses = [(d.id, c) for d in story.documents for c in story.annotations[d.id].clauses]
    assert [(c.document, c.clause) for c in story.claims] == clauses
    assert len(clauses) >= 6


def test_a_claim_is_known_by_its_document_and_span(story):
    assert all(c.id == claim_id(c.document, c.start, c.end) for c in story.claims)
    assert len({c.id for c in story.claims}) == len(story.claims)


def test_a_claim_is_words_of_its_document_under_its_publisher(story):
    documents = {d.id: d for d in story.documents}
    for c in story.claims:
        assert documents[c.document].text[c.start : c.end] == c.text
        assert documents[c.document].publisher == c.publisher


def test_a_weekday_means_the_day_before_its_own_publication(claim):
    here, there = claim("A storm hit"), claim("A storm hit", "Coast Herald")
    assert here.time_text == there.time_text == "Thursday"
    assert here.period == Period(dt.date(2031, 3, 6), dt.date(2031, 3, 6))
    assert there.period == Period(dt.date(2031, 3, 13), dt.date(2031, 3, 13))
    assert "2031-03-13" in there.time_basis
    assert ("Thursday", here.period) in here.times


def test_a_claim_without_a_time_has_an_unknown_period(claim):
    police = claim("Police arrested")
    assert police.period == Period()
    assert (police.time_text, police.time_basis, police.times) == (None, None, ())


def test_participants_have_the_roles_of_their_phrases(claim, named):
    assert named(claim("Police arrested")) >= {("Karl Lindqvist", "patient"), ("Bergen", "place")}
    assert ("Ingrid Solheim", "agent") in named(claim("Ms. Solheim thanked", "Coast Herald"))
    assert ("Karl Lindqvist", "patient") in named(claim("Ms. Solheim thanked", "Coast Herald"))


def test_a_person_is_one_entity_in_both_documents(claim):
    arrested, thanked = claim("Police arrested"), claim("Ms. Solheim thanked", "Coast Herald")
    assert arrested.entities & thanked.entities


def test_a_mere_modifier_plays_no_part(claim, named):
    roles = {role for name, role in named(claim("A storm hit", "Coast Herald")) if name == "Trondheim"}
    assert roles == {"other"}


def test_quantities_of_the_clause_come_along(claim):
    assert [q.value for q in claim("Ms. Solheim thanked", "Coast Herald").quantities] == [12]
    assert [q.value for q in claim("killing three").quantities] == [3]


def test_a_clause_of_speech_has_a_speaker_and_its_content_a_voice(claim):
    act, content = claim("Ingrid Solheim warned"), claim("the roof would fall")
    assert act.speaker is not None
    assert act.voices == ()
    assert [v.entity for v in content.voices] == [act.speaker.entity]
    assert content.speaker is None


def test_claims_hang_on_their_document_alone(story):
    dated = date_story(list(reversed(story.documents)), story.annotations)
    again = assemble(dated, story.annotations, story.resolution)
    assert {c.id: c for c in again} == {c.id: c for c in story.claims}
    assert [c.document for c in again] != [c.document for c in story.claims]


def test_no_documents_give_no_claims(story):
    assert assemble(date_story((), {}), {}, story.resolution) == ()


def test_times_counted_from_an_event_date_the_claim_and_the_event_its_own(tmp_path_factory):
    folder = tmp_path_factory.mktemp("events")
    texts = {
        "2031-03-06": "A fire tore through the mill of Trondheim late on Tuesday, killing 14 people.",
        "2031-03-07": "The fire came 12 days after the lease of the mill had run out.\n\nTwo days after the fire, police "
        "searched the office.",
    }
    for day, text in texts.items():
        (folder / f"{day}.txt").write_text(f"---\npublisher: P{day}\ndate: {day}\n---\n{text}\n", "utf-8")
    found = read_story(read([folder]).documents, load_model(), Stopwatch())
    days = {c.text[:13]: (c.period.start, c.period.end, c.time_text) for c in found.claims if c.publisher == "P2031-03-07"}
    assert days["The fire came"][:2] == (dt.date(2031, 3, 4),) * 2
    assert days["Two days afte"] == (dt.date(2031, 3, 6), dt.date(2031, 3, 6), "Two days")
    assert days["12 days after"] == (dt.date(2031, 2, 20), dt.date(2031, 2, 20), None)
    search = next(c for c in found.claims if c.text.startswith("Two days"))
    assert ("the fire", Period(dt.date(2031, 3, 4), dt.date(2031, 3, 4))) in search.times
