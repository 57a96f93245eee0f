import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ingest.dates import find, parse, wire_stamp
from sayso.model.enums import Basis


@pytest.mark.parametrize(
    ("written", "start", "end", "zone", "at"),
    [
        ("2021-03-04", "2021-03-04", None, None, None),
        ("2021-03-04T10:15:00Z", "2021-03-04", None, "UTC", "2021-03-04T10:15:00+00:00"),
        ("2021-03-04 10:15:00+02:00", "2021-03-04", None, "+02:00", "2021-03-04T10:15:00+02:00"),
        ("2021-03-04T23:59:59.123-0500", "2021-03-04", None, "-05:00", "2021-03-04T23:59:59-05:00"),
        ("2021-03-04T10:15", "2021-03-04", None, None, "2021-03-04T10:15:00"),
        ("Thu, 04 Mar 2021 21:30:00 GMT", "2021-03-04", None, "UTC", "2021-03-04T21:30:00+00:00"),
        ("March 4, 2021 at 4:15 p.m. ET", "2021-03-04", None, "America/New_York", "2021-03-04T16:15:00-05:00"),
        ("4 de marzo, 2021", "2021-03-04", None, None, None),
        ("4 de março de 2021", "2021-03-04", None, None, None),
        ("4. März 2021, 14:05 Uhr", "2021-03-04", None, None, "2021-03-04T14:05:00"),
        ("1er mars 2021", "2021-03-01", None, None, None),
        ("4 марта 2021", "2021-03-04", None, None, None),
        ("2021年3月4日", "2021-03-04", None, None, None),
        ("04.03.2021", "2021-03-04", None, None, None),
        ("13/03/2021", "2021-03-13", None, None, None),
        ("03/04/2021", "2021-03-04", "2021-04-03", None, None),
        ("20210304", "2021-03-04", None, None, None),
        ("20210304T101500Z", "2021-03-04", None, "UTC", "2021-03-04T10:15:00+00:00"),
        ("1614852900", "2021-03-04", None, "UTC", "2021-03-04T10:15:00+00:00"),
        ("2021", "2021-01-01", "2021-12-31", None, None),
        ("2021-02", "2021-02-01", "2021-02-28", None, None),
        ("2021-12", "2021-12-01", "2021-12-31", None, None),
    ],
)
def test_stated_dates(written, start, end, zone, at):
    found = parse(written, "front matter")
    assert (found.start, found.end) == (dt.date.fromisoformat(start), dt.date.fromisoformat(end or start))
    assert (found.zone, found.at, found.basis) == (zone, at, Basis.STATED)


@pytest.mark.parametrize(
    "written",
    ["yesterday", "2021-13-40", "31 February 2021", "3 March 2021 or 4 March 2021", "0001-01-01", "99999999999999"],
)
def test_what_is_no_date_is_unknown_and_told(written):
    found = parse(written, "front matter")
    assert (found.start, found.basis) == (None, Basis.UNKNOWN)
    assert written in (found.why or "")


def test_order_of_day_and_month_is_told_as_open():
    assert "order" in (parse("03/04/2021", "sidecar").why or "")


def test_dates_in_a_line_have_exact_offsets():
    text = "Published 4 March 2021 10:00 by Ann Poe, updated 5 marzo 2021"
    assert [text[f.start : f.end] for f in find(text, "x")] == ["4 March 2021 10:00", "5 marzo 2021"]


def test_wire_stamp():
    stamp = wire_stamp("(end) ab NORDA 042130 Mar 21NNNN", "mark")
    assert stamp is not None
    assert stamp.at == "2021-03-04T21:30:00"
    assert wire_stamp("call 042130 now 21", "mark") is None


@given(st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_no_value_raises(written):
    found = parse(written, "x")
    assert (found.start is None) == (found.basis is Basis.UNKNOWN)


@given(st.datetimes(dt.datetime(1800, 1, 1), dt.datetime(2150, 1, 1)), st.integers(-11, 14))
@settings(max_examples=200, deadline=None)
def test_iso_timestamps_come_back(moment, hours):
    moment = moment.replace(microsecond=0, tzinfo=dt.timezone(dt.timedelta(hours=hours)))
    found = parse(moment.isoformat(), "x")
    assert found.at is not None
    assert dt.datetime.fromisoformat(found.at) == moment
