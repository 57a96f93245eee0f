import datetime as dt
import itertools

import pytest

from sayso.dating import date_documents
from sayso.model.enums import Basis, BlockKind


def ends(publication):
    return publication.start and publication.start.isoformat(), publication.end and publication.end.isoformat()


def test_what_is_stated_is_kept(dated, document):
    found = dated(document("a", "It rained on Monday.", "2012-03-01", "http://example.org/2011/05/06/rain"))["a"]
    assert (ends(found), found.basis) == (("2012-03-01", "2012-03-01"), Basis.STATED)


@pytest.mark.parametrize(
    ("url", "days"),
    [
        ("http://example.org/_news/2012/11/21/1532-dam-bursts", ("2012-11-21", "2012-11-21")),
        ("http://example.org/story/dam-bursts-20140425", ("2014-04-25", "2014-04-25")),
        ("http://example.org/articles/7108/20121217/dam.htm", ("2012-12-17", "2012-12-17")),
        ("http://example.org/2013/may/06/dam", ("2013-05-06", "2013-05-06")),
        ("http://example.org/2013/05/dam", ("2013-05-01", "2013-05-31")),
        ("http://example.org/article-20149999/dam-12345678", (None, None)),
        (None, (None, None)),
    ],
)
def test_the_address(dated, document, url, days):
    found = dated(document("a", "The dam has burst.", url=url))["a"]
    assert ends(found) == days
    assert found.basis is (Basis.INFERRED if days[0] else Basis.UNKNOWN)
    assert bool(found.why) is bool(days[0])


def test_a_dateline_takes_the_year_of_its_siblings(dated, document):
    line = document("a", "PORT AMSEL, Dec 17 (XPA) -- The dam has burst.\nNobody was hurt.")
    found = dated(line, document("b", "It was a dam.", "2013-01-02"))
    assert ends(found["a"]) == ("2012-12-17", "2012-12-17")
    assert ends(dated(line)["a"]) == (None, None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Port Amsel, 21 March 2015. On the night of 12 March the dam burst.", "2015-03-21"),
        ("Port Amsel, Saturday, March 21, 2015 - On the night of 12 March the dam burst.", "2015-03-21"),
        ("Saturday 21 March. This page is refreshed.\nThe dam burst on 12 March.", "2015-03-21"),
        ("Live | Saturday 21 March 2015 | Our reporters Ann Poe and Jan Low\nThe dam burst on 12 March.", "2015-03-21"),
        ("Live, Saturday, March 21, 2015. Read also: Ten dams\nThe dam burst on 12 March.", "2015-03-21"),
        ("Live blog. By Ann Poe. Saturday 21 March 2015\nThe dam burst on 12 March.", "2015-03-21"),
        ("Saturday, March 21st: This page is refreshed.\nThe dam burst on 12 March.", "2015-03-21"),
    ],
)
def test_datelines_in_small_letters(dated, document, text, day):
    found = dated(document("a", text), document("b", "It was a dam.", "2015-03-14"))["a"]
    assert ends(found) == (day, day)


@pytest.mark.parametrize(
    "text",
    [
        "On Saturday 21 March 2015, a dam will be opened.",
        "In Port Amsel, 21 March 2015 is remembered.",
        "Saturday 21 March is remembered.",
        "Port Amsel, 21 March. It burst.",
    ],
)
def test_a_day_that_is_told_is_no_dateline(dated, document, text):
    assert ends(dated(document("a", text), document("b", "It was a dam.", "2015-03-14"))["a"]) != ("2015-03-21",) * 2


def test_a_date_line_block(dated, document):
    found = dated(document("a", "Posted 4 March 2015\nThe dam has burst.", first=BlockKind.DATE_LINE))["a"]
    assert ends(found) == ("2015-03-04", "2015-03-04")


def test_as_of_with_a_year_elsewhere_in_the_text(dated, document):
    text = "The dam burst on November 24, 2015.\nAs of December 4, nobody had been found."
    found = dated(document("a", text))["a"]
    assert (found.start, found.basis) == (dt.date(2015, 12, 4), Basis.INFERRED)
    assert 0 < (found.end - found.start).days <= 7
    assert "December 4" in found.why


def test_weekday_of_the_news_and_siblings(dated, document):
    found = dated(
        document("a", "The dam burst on Thursday.\nA service will be held on Sunday."),
        document("b", "The dam stood firm.", "2014-04-23"),
        document("c", "The dam lies in ruins.", "2014-04-24"),
    )["a"]
    assert ends(found) == ("2014-04-24", "2014-04-25")
    assert "Thursday" in found.why


def test_a_coming_weekday_bounds_from_above(dated, document):
    found = dated(document("a", "A service will be held on Sunday."), document("b", "The dam lies in ruins.", "2014-04-25"))[
        "a"
    ]
    assert ends(found) == ("2014-04-22", "2014-04-27")


def test_no_evidence_no_date(dated, document):
    found = dated(document("a", "The dam has burst, as it did in 1953."), document("b", "It was a dam.", "2014-04-24"))
    assert ends(found["a"]) == (None, None)
    assert found["a"].basis is Basis.UNKNOWN


def test_the_order_of_documents_does_not_matter(times_of, document):
    documents = [
        document("a", "The dam burst on Thursday.\nA service will be held on Sunday."),
        document("b", "PORT AMSEL, Apr 25 (XPA) -- The dam has burst."),
        document("c", "The dam burst on Wednesday, officials said.\nAs of April 24, 2014, nobody had been found."),
        document("d", "It was a dam.", "2014-04-23"),
    ]
    times = times_of(documents)
    results = [{d.id: d.published for d in date_documents(order, times)} for order in itertools.permutations(documents)]
    assert all(r == results[0] for r in results)


@pytest.mark.parametrize(
    "text",
    [
        "Wednesday, 17 September\nThe dam burst on 12 March.",
        "Dam bursts\nWednesday, September 17th\nThe dam burst on 12 March.",
        "Dam bursts\nPublished: 17 September 2014\nThe dam burst on 12 March.",
        "Dam bursts\nUpdated on Wednesday 17 September 2014.\nThe dam burst on 12 March.",
    ],
)
def test_a_line_at_the_head_that_is_a_date_and_nothing_else(dated, document, text):
    found = dated(document("a", text), document("b", "It was a dam.", "2014-09-19"))["a"]
    assert ends(found) == ("2014-09-17", "2014-09-17")


def test_a_weekday_tells_which_year_a_date_line_means(dated, document):
    line = document("a", "Wednesday, 31 December\nThe dam has burst.")
    assert ends(dated(line, document("b", "It was a dam.", "2015-12-30"))["a"]) == ("2014-12-31", "2014-12-31")


def test_a_year_of_the_text_is_that_of_a_date_line_only_where_a_weekday_bears_it_out(dated, document):
    text = "PORT AMSEL, Feb 26 (XPA) -- The dam burst on {}.\nIt was built after a treaty of March 3, {}."
    assert ends(dated(document("a", text.format("Friday", 1999)))["a"]) == ("1999-02-26", "1999-02-26")
    assert ends(dated(document("a", text.format("Friday", 1997)))["a"]) == (None, None)


def test_a_stated_day_beside_it_tells_the_year_of_a_date_line_before_the_text_does(dated, document):
    text = "PORT AMSEL, Dec 17 (XPA) -- The dam has burst.\nIt was built after a treaty of March 3, 2009."
    assert ends(dated(document("a", text), document("b", "It was a dam.", "2012-12-18"))["a"]) == (
        "2012-12-17",
        "2012-12-17",
    )


@pytest.mark.parametrize(
    "text",
    [
        "The bonds, due March 1, 2011, were sold on Friday.",
        "The dam burst on Friday.\n" + "It is a dam of some size. " * 30 + "\nAnother burst on May 22, 1995.",
    ],
)
def test_a_day_told_by_the_way_dates_nothing(dated, document, text):
    assert ends(dated(document("a", text))["a"]) == (None, None)


def test_a_weekday_to_come_lies_ahead_of_the_other_reports_too(dated, document):
    found = dated(
        document("a", "Inns must stay shut until a meeting that will be held on Wednesday."),
        document("b", "It was a dam.", "2009-05-01"),
    )["a"]
    assert found.start <= dt.date(2009, 5, 4) <= found.end


def test_an_address_comes_before_what_other_reports_tell(dated, document):
    text = "The dam burst on Thursday.\nA service will be held on Sunday."
    found = dated(document("a", text, url="http://example.org/2014/04/28/dam"), document("b", "A dam.", "2014-04-25"))["a"]
    assert ends(found) == ("2014-04-28", "2014-04-28")
