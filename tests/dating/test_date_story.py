"""Events dated within one document and across the documents of a story."""

import datetime as dt
import itertools

import pytest

from sayso.annotate.annotators import annotate
from sayso.dating import date_story
from sayso.dating.words import same_event_word
from sayso.model.enums import Basis

FIRE = "A fire levelled the mill at Port Amsel late on Tuesday, killing 14 people."


@pytest.fixture(scope="module")
def story(nlp, document):
    """The dated story of documents given as (id, text, publication)."""

    def run(*rows):
        documents = [document(*row) for row in rows]
        return date_story(documents, {a.document: a for a in annotate(documents, nlp).annotations})

    return run


def times(dated, identifier="b"):
    """The days of each time of one document, by its words."""
    return {g.text: (str(g.period.start), str(g.period.end)) for g in dated.grounded[identifier]}


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("Two days after the fire, police searched the office.", "Two days", ("2016-03-17", "2016-03-17")),
        ("The owner resigned on the day after the fire.", "the day", ("2016-03-16", "2016-03-16")),
        ("A sampler was found alive 31 hours after the fire.", "31 hours", ("2016-03-16", "2016-03-17")),
        ("Sirens sounded minutes before the fire.", "minutes", ("2016-03-14", "2016-03-15")),
        ("The last guard left days before the fire.", "days", ("2016-03-05", "2016-03-14")),
        ("The fire broke out at 11:10 p.m.", "11:10 p.m.", ("2016-03-15", "2016-03-15")),
        ("Two days after the flood, police searched the office.", "Two days", ("None", "None")),
    ],
)
def test_an_event_dated_in_another_document(story, text, words, days):
    assert times(story(("a", FIRE, "2016-03-16"), ("b", text, "2016-03-18")))[words] == days


def test_the_own_telling_of_a_document_comes_first(story):
    own = "A fire levelled the barn on Sunday. Two days after the fire, the owner fled."
    assert times(story(("a", FIRE, "2016-03-16"), ("b", own, "2016-03-18")))["Two days"] == ("2016-03-15", "2016-03-15")


def test_where_tellings_part_none_is_taken(story):
    other = "A fire levelled the barn at Port Amsel on Sunday."
    dated = story(
        ("a", FIRE, "2016-03-16"), ("c", other, "2016-03-16"), ("b", "Two days after the fire, he fled.", "2016-03-18")
    )
    assert times(dated)["Two days"] == ("None", "None")


def test_what_a_length_counts_from_is_dated_by_what_is_told(story):
    text = "The fire came 12 days after the lease of the mill had run out."
    dated = story(("a", FIRE, "2016-03-16"), ("b", text, "2016-03-18"))
    assert times(dated)["12 days"] == ("2016-03-15", "2016-03-15")
    ((span, period),) = dated.events["b"].items()
    assert text[slice(*span)].startswith("the lease")
    assert period.start == period.end == dt.date(2016, 3, 3)


def test_freed_on_monday_five_days_after(story):
    text = "The pilots were freed on Monday, five days after they were taken prisoner."
    (period,) = story(("b", text, "2016-03-18")).events["b"].values()
    assert (period.start, period.end) == (dt.date(2016, 3, 9),) * 2


@pytest.mark.parametrize(
    "text",
    [
        "Tomorrow it will be a week since the fire at the mill. By Sunday evening nobody was missing.",
        "Tomorrow it will be a week since the roof came down on the night shift.",
    ],
)
def test_an_anniversary_places_an_undated_report(story, text):
    others = (("a", FIRE, "2016-03-16"), ("c", "The mill burned on Tuesday. The fire on Tuesday killed 14.", "2016-03-17"))
    dated = story(*others, ("b", text))
    published = {d.id: d.published for d in dated.documents}["b"]
    assert (published.start, published.end, published.basis) == (dt.date(2016, 3, 21), dt.date(2016, 3, 21), Basis.INFERRED)
    assert "a week" in (published.why or "")
    assert times(dated)["Tomorrow"] == ("2016-03-22", "2016-03-22")


def test_a_stated_publication_is_kept(story):
    text = "Tomorrow it will be a week since the fire at the mill."
    dated = story(("a", FIRE, "2016-03-16"), ("b", text, "2016-03-30"))
    assert {d.id: d.published.start for d in dated.documents}["b"] == dt.date(2016, 3, 30)


def test_the_order_of_documents_does_not_matter(nlp, document):
    documents = [
        document("a", FIRE, "2016-03-16"),
        document("b", "Tomorrow it will be a week since the fire at the mill."),
        document("c", "The fire broke out at noon. Two days after the fire, the owner fled.", "2016-03-18"),
    ]
    found = {a.document: a for a in annotate(documents, nlp).annotations}
    results = [date_story(order, found) for order in itertools.permutations(documents)]
    assert all(r.grounded == results[0].grounded and r.events == results[0].events for r in results)


def test_no_documents():
    assert date_story((), {}).documents == ()


def test_a_noun_and_its_verb():
    pairs = [("explosion", "explode"), ("death", "die"), ("shooting", "shoot"), ("arrest", "arrest"), ("bombing", "bomb")]
    assert all(same_event_word(a, b) and same_event_word(b, a) for a, b in pairs)
    unlike = [("port", "portrait"), ("contract", "contradict"), ("fire", "firm"), ("report", "reporter")]
    assert not any(same_event_word(a, b) for a, b in unlike)
