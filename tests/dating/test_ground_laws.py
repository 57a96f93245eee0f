import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sayso.annotate.temporal.find import readings
from sayso.dating.ground import ground
from sayso.dating.values import days_on, months_on, period_of
from sayso.model.document import Document, Publication
from sayso.model.enums import Anchor, Basis
from sayso.model.time import TimeExpression

DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2080, 12, 31))
TENSES = st.sampled_from([None, "past", "present", "future"])
PHRASES = st.sampled_from(
    [
        phrase
        for line in """
    yesterday|today|tomorrow|last night|Wednesday|last Friday|next Monday|this Sunday|March 9
    last March|November|last summer|this winter|the third quarter|the first half of the year|last week
    this weekend|next month|two weeks ago|about ten days ago|more than three years ago
    the past 24 hours|recent months|the next two years|Easter|Christmas Eve|early next week
    the end of the month|mid-June|the 1990s|the 19th century|May 4, 2011|2011|between 2000 and 2005
    9 p.m.|noon Thursday|a year earlier|two days later|the same day|now|soon|daily
    five days after the fire|overnight|a decade ago|200 years ago|9999 years ago|the quarter
    since April|until Friday|by 6 p.m. on Tuesday
""".splitlines()
        for phrase in line.strip().split("|")
        if phrase
    ]
)


def express(text, tense):
    return tuple(
        TimeExpression(
            start=r.start, end=r.end, text=text[r.start : r.end], kind=r.kind, value=r.value, anchor=r.anchor, unit=r.unit,
            amount=r.amount, modifier=r.modifier, tense=tense, zone=r.zone,
        )
        for r in readings(text, 0, len(text))
    )  # fmt: skip


def grounded(text, day, tense=None, width=0):
    document = Document(id="d", sha256="", text=text, blocks=(), publisher="p")
    if day:
        end = day + dt.timedelta(days=width)
        document = replace(document, published=Publication(day, end, basis=Basis.STATED))
    return ground([document], {"d": express(text, tense)})["d"]


@settings(max_examples=400, deadline=None)
@given(st.lists(PHRASES, min_size=1, max_size=4).map(" and ".join), st.none() | DAYS, TENSES, st.integers(0, 90))
def test_periods_are_ordered_and_one_for_each_time(text, day, tense, width):
    found = grounded(text, day, tense, width)
    assert [(g.start, g.end) for g in found] == [(t.start, t.end) for t in express(text, tense)]
    assert all(not (g.period.start and g.period.end) or g.period.start <= g.period.end for g in found)


@given(DAYS, st.integers(-400, 400))
def test_a_later_publication_shifts_yesterday_by_as_much(day, shift):
    (here,) = grounded("yesterday", day)
    (there,) = grounded("yesterday", day + dt.timedelta(days=shift))
    assert (there.period.start - here.period.start).days == shift
    assert here.period.start == here.period.end == day - dt.timedelta(days=1)


@given(DAYS, st.none() | DAYS, TENSES)
def test_a_full_date_does_not_hang_on_publication(day, published, tense):
    text = f"{day:%B} {day.day}, {day.year}"
    (found,) = grounded(text, published, tense)
    assert (found.period.start, found.period.end, found.value) == (day, day, day.isoformat())


@given(DAYS, st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]), TENSES)
def test_a_weekday_is_that_weekday_within_a_week_on_the_side_of_its_tense(day, name, tense):
    (found,) = grounded(name, day, tense)
    gap = (found.period.start - day).days
    assert f"{found.period.start:%A}" == name
    assert 0 <= gap <= 6 if tense == "future" else -6 <= gap <= 0


@given(PHRASES, TENSES)
def test_without_publication_only_full_dates_are_known(text, tense):
    times = express(text, tense)
    known = [g.period.known for g in grounded(text, None, tense)]
    assert not any(k for k, t in zip(known, times, strict=True) if t.anchor in (Anchor.PUBLICATION, Anchor.SPEAKING))


@settings(deadline=None)
@given(PHRASES, DAYS, TENSES, st.integers(0, 6))
def test_an_uncertain_publication_never_narrows(text, day, tense, width):
    exact, wide = grounded(text, day, tense), grounded(text, day, tense, width)
    for one, other in zip(exact, wide, strict=True):
        if one.value.startswith("P") or "weekday" in one.basis:
            continue  # a stretch ends with publication; a weekday goes with most of the days
        assert not (one.period.start and other.period.start) or other.period.start <= one.period.start
        assert not (one.period.end and other.period.end) or other.period.end >= one.period.end


@given(st.text(alphabet="0123456789-WXQHSUTE:", max_size=14))
def test_odd_values_never_raise(value):
    period = period_of(value)
    assert not (period.start and period.end) or period.start <= period.end


@given(DAYS, st.integers(-200_000, 200_000))
def test_shifts_leave_the_calendar_quietly(day, months):
    moved = months_on(day, months)
    assert moved is None or (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert days_on(day, months * 40_000) is None or abs(months) < 100
