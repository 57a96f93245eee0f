"""Reports without a date beside reports that date what they tell; how sure a period is."""

import datetime as dt

import pytest

from sayso.annotate.annotators import annotate
from sayso.dating import date_story
from sayso.dating.sureness import Sureness, sureness
from sayso.model.document import Publication
from sayso.model.enums import Basis

DATED = ("a", "An explosion tore through a mill at Port Amsel on Wednesday.\nNobody was hurt.", "2012-11-21")


@pytest.fixture(scope="module")
def published(nlp, document):
    """The publication of the document "b" among documents given as (id, text, publication)."""

    def run(*rows):
        documents = [document(*row) for row in rows]
        found = {a.document: a for a in annotate(documents, nlp).annotations}
        return next(d.published for d in date_story(documents, found).documents if d.id == "b")

    return run


def days(found):
    return str(found.start), str(found.end)


def test_a_report_is_not_older_than_what_it_tells_as_done(published):
    text = "An explosion tore through a mill at Port Amsel.\nThe council will meet on Wednesday evening."
    found = published(DATED, ("b", text))
    assert days(found) == ("2012-11-21", "2012-11-21")
    assert "explosion (2012-11-21)" in found.why


@pytest.mark.parametrize(
    "text",
    [
        "The mill stood empty.\nThe council will meet on Wednesday evening.",
        "No explosion tore through a mill at Port Amsel.\nThe council will meet on Wednesday evening.",
        "An explosion may tear through a mill at Port Amsel.\nThe council will meet on Wednesday evening.",
    ],
)
def test_what_is_not_told_as_done_bounds_nothing(published, text):
    assert days(published(DATED, ("b", text)))[0] == "2012-11-18"


def test_an_event_of_long_ago_bounds_nothing(published):
    old = ("a", "An explosion tore through a mill at Port Amsel on October 3, 2012.", "2012-11-21")
    text = "An explosion tore through a mill at Port Amsel.\nThe council will meet on Wednesday evening."
    assert days(published(old, ("b", text)))[0] == "2012-11-18"


def test_a_stated_day_is_not_touched(published):
    found = published(DATED, ("b", "An explosion tore through a mill at Port Amsel.", "2012-11-19"))
    assert (days(found), found.basis, found.why) == (("2012-11-19", "2012-11-19"), Basis.STATED, None)


def test_an_inferred_period_tells_how_sure_it_is(published):
    assert published(DATED, ("b", "The mill lay in ruins on Thursday.")).why.endswith("; how sure: likely")


@pytest.mark.parametrize(
    ("end", "why", "sure"),
    [
        ("2012-11-21", "address: 2012/11/21", Sureness.SURE),
        ("2012-11-30", "address: 2012/11", Sureness.OPEN),
        ("2012-11-21", "date line: Nov 21; year of other reports, 2012-11-20", Sureness.SURE),
        ("2012-11-22", "other reports of the story, 2012-11-20; news of Wednesday", Sureness.LIKELY),
        ("2012-11-28", "other reports of the story, 2012-11-20; tells Wednesday", Sureness.OPEN),
        (None, "nothing", Sureness.OPEN),
    ],
)
def test_how_sure(end, why, sure):
    last = dt.date.fromisoformat(end) if end else None
    assert sureness(Publication(dt.date(2012, 11, 21), last, basis=Basis.INFERRED, why=why)) is sure


def test_a_verb_of_the_noun_is_one_event(published):
    text = "Police searched a mill.\nThe explosion took place at noon.\nThe council will meet on Wednesday evening."
    other = ("a", "A bomb exploded in a mill at Port Amsel on Wednesday.", "2012-11-21")
    assert days(published(other, ("b", text))) == ("2012-11-21", "2012-11-21")
    same = ("a", "A mill at Port Amsel was rich on Wednesday.", "2012-11-21")
    assert days(published(same, ("b", "A mill at Port Amsel was old.\nThe council will meet on Wednesday evening.")))[0] == (
        "2012-11-18"
    )
