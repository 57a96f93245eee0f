import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.corrections.documents import correct_documents, families
from sayso.corrections.moments import publication
from sayso.model.correction import DocumentTarget, OutletTarget
from sayso.model.enums import Basis

DAY = dt.date(2031, 3, 9)


def of(n):
    return DocumentTarget(document=f"d{n}", sha256=f"{n}" * 64, words=f"Outlet {n}")


def corrected(make, *lines):
    return correct_documents([make.document(n) for n in range(3)], make.all(*lines))


@pytest.mark.parametrize(
    ("value", "start", "end", "zone", "at"),
    [
        ("2031-03-09", DAY, DAY, None, None),
        ("2031-03-07/2031-03-09", dt.date(2031, 3, 7), DAY, None, None),
        ("2031-03-09T07:30", DAY, DAY, None, "2031-03-09T07:30:00"),
        ("2031-03-09T07:30+01:00", DAY, DAY, "+01:00", "2031-03-09T07:30:00+01:00"),
        ("2031-03-09T07:30Z", DAY, DAY, "UTC", "2031-03-09T07:30:00+00:00"),
    ],
)
def test_days_and_moments_are_read(value, start, end, zone, at):
    found = publication(value, "because")
    assert (found.start, found.end, found.zone, found.at) == (start, end, zone, at)
    assert (found.basis, found.why) == (Basis.STATED, "because")


@pytest.mark.parametrize(
    "value", ["", "9 March", "2031-03-09/2031-03-07", "2031-13-01", "/2031-03-09", "2031-03-09/", "a/b"]
)
def test_what_is_no_day_is_refused(value):
    assert publication(value, "") is None


def test_what_people_set_stands_and_puts_the_documents_in_order(make):
    documents, (first, second) = corrected(
        make, make.line("set-published", of(0), value="2031-04-01"), make.line("set-publisher", of(1), value="Nymo Post")
    )
    assert [(d.id, d.publisher) for d in documents] == [("d1", "Nymo Post"), ("d2", "Outlet 2"), ("d0", "Outlet 0")]
    assert documents[2].published.why == "set by A. Reader on 2031-03-09: seen on site"
    assert first.applied
    assert second.applied


def test_of_two_settings_the_later_stands(make):
    early = make.line("set-publisher", of(1), value="Nymo Post")
    late = make.line("set-publisher", of(1), value="Nymo Times", at="2031-03-12T10:00:00Z")
    documents, outcomes = corrected(make, early, late)
    assert documents[1].publisher == "Nymo Times"
    assert [(o.applied, o.note) for o in outcomes] == [(False, "a later line says otherwise"), (True, None)]


def test_what_is_gone_or_cannot_be_read_is_told(make):
    _, (gone, odd) = corrected(
        make, make.line("set-publisher", of(7), value="Nymo Post"), make.line("set-published", of(0), value="soon")
    )
    assert gone.note == "the document is not among these reports"
    assert "'soon' cannot be read: write a day" in odd.note
    assert not gone.applied
    assert not odd.applied


@given(st.permutations(range(3)))
def test_the_order_of_independent_lines_does_not_matter(make, order):
    lines = [
        make.line("set-publisher", of(0), value="Nymo Post"),
        make.line("set-published", of(0), value="2031-03-20"),
        make.line("set-published", of(2), value="2031-03-01"),
    ]
    documents, _ = corrected(make, *(lines[n] for n in order))
    assert documents == corrected(make, *lines)[0]


def test_families_that_share_an_outlet_are_one(make):
    def family(*names, value=None):
        return make.line("set-publisher-family", *(OutletTarget(name=n) for n in names), value=value)

    lines = make.all(family("A", "B"), family("C", "D"), family("B", "E", value="House"))
    found, outcomes = families(["A", "B", "C"], lines)
    assert [(f.name, f.outlets) for f in found] == [(None, ("C", "D")), ("House", ("A", "B", "E"))]
    assert [o.note for o in outcomes] == [None, "only C is among these reports", "only B is among these reports"]
