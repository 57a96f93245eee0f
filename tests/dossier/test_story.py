"""The head of a story: its title, the days it spans, the day from which it is seen."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from sayso.config import Settings
from sayso.dossier.story import as_of, head
from sayso.model.document import Document, Publication
from sayso.model.dossier_findings import Days, Finding, TimelineEntry
from sayso.model.enums import Basis, Status

TITLES = ["Ferry strikes rock off Skerrin", "Ferry runs onto rock near Skerrin", "What the mayor had for lunch", None]


def document(n, day=None, title=None):
    published = Publication(day, day, basis=Basis.STATED) if day else Publication()
    return Document(id=f"d{n}", sha256="", text="", blocks=(), publisher=f"Outlet {n}", title=title, published=published)


def entry(start, end=None, background=False):
    return TimelineEntry(
        date=Days(start, end or start), summary="", claims=("c",), origins=0, participants=(), background=background
    )


def day(n):
    return dt.date(2031, 3, n)


def test_seen_from_the_latest_publication_or_the_day_that_was_set():
    documents = [document(1, day(8)), document(2, day(10)), document(3)]
    assert as_of(documents, Settings()) == day(10)
    assert as_of(documents, Settings(as_of=day(1))) == day(1)


def test_without_any_date_nothing_is_assumed():
    told = head([document(1), document(2)], (), (), Settings())
    assert (told.start, told.end, told.as_of) == (None, None, None)


def test_the_story_spans_what_has_come_to_pass_and_no_background():
    entries = [entry("2019-01-01", background=True), entry("2031-03-05T22:00"), entry("2031-04-20")]
    told = head([document(1, day(8)), document(2, day(10))], (), entries, Settings())
    assert (told.start, told.end, told.as_of) == ("2031-03-05", "2031-03-10", "2031-03-10")


def test_the_title_is_the_one_that_shares_most_with_the_others():
    documents = [document(n, title=title) for n, title in enumerate(TITLES)]
    assert head(documents, (), (), Settings()).title in TITLES[:2]
    assert head(documents, (), (), Settings(title="The Hild")).title == "The Hild"
    assert head([document(1)], (), (), Settings()).title == "Untitled story"


def test_without_titles_a_whole_statement_is_the_title_rather_than_a_fragment_told_by_more():
    whole = "The harbour of Brenholm was closed on Thursday after a crane fell into it"
    blank = {"claims": (), "outlets": (), "origins": (), "status": Status.UNSOURCED, "why": ()}
    told = [Finding(id=text, statement=text, **blank) for text in ("a crane", whole)]
    assert head([document(1)], told, (), Settings()).title == whole
    assert head([document(1)], told[:1], (), Settings()).title == "a crane"


@given(st.permutations([document(n, day(5 + n), title) for n, title in enumerate(TITLES)]))
def test_the_order_of_the_documents_has_no_influence(documents):
    assert head(documents, (), (), Settings()) == head(sorted(documents, key=lambda d: d.id), (), (), Settings())
