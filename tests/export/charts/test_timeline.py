from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sayso.export import anchors
from sayso.export.charts import timeline_chart
from sayso.export.charts.timeline_labels import label
from sayso.export.charts.timeline_pick import MOST, MOST_APART, pick
from sayso.export.lookup import Lookup
from sayso.model.dossier_findings import Days, TimelineEntry
from sayso.model.dossier_texts import ClaimTime

FIRST = date(2031, 3, 3)


def entry(n, start, end, **other):
    made = {
        "origins": 1,
        "background": False,
        "claims": ("c1", f"x{n}"),
        "summary": f"The lock gate at Arrow Weir gave way {n}",
    }
    return TimelineEntry(date=Days(start, end), participants=(), **(made | other))


def iso(days):
    return (FIRST + timedelta(days=days)).isoformat()


@st.composite
def entries(draw):
    out = []
    for n in range(draw(st.integers(1, 12))):
        start = draw(st.integers(-40, 60) | st.sampled_from([-9000, -400, 500]))
        length = draw(st.integers(0, 3) | st.sampled_from([9, 30, 364]))
        ends = draw(st.sampled_from(["both", "start", "end", "hours", "minute"]))
        a, b = iso(start), iso(start + length)
        days = {"both": (a, b), "start": (a, None), "end": (None, b), "hours": (a + "T06:00", a + "T12:00")}.get(
            ends, (a + "T23:10", a + "T23:10")
        )
        summary = draw(st.text(max_size=80) | st.just("Divers found the second anchor of the barge under the old bridge"))
        claim = draw(st.sampled_from(["c1", "c2"]))
        told = {"origins": draw(st.integers(0, 3)), "background": draw(st.booleans()), "claims": (claim, f"x{n}")}
        out.append(entry(n, *days, summary=summary, **told))
    return out


def chart_of(sample, made, **head):
    return timeline_chart(Lookup(replace(sample, timeline=tuple(made), story=replace(sample.story, **head))))


@settings(max_examples=60, deadline=None)
@given(made=entries(), span=st.sampled_from([0, 2, 20, 400]), known=st.booleans())
def test_every_mark_and_word_lies_in_the_picture_whatever_is_told(sample, read, made, span, known):
    head = {"start": iso(0) if known else None, "end": iso(span) if known else None}
    drawing = read(chart_of(sample, made, **head))
    assert drawing.outside() == []
    assert not [e for e in drawing.elements if "style" in e.attrib]


@settings(max_examples=20, deadline=None)
@given(made=entries(), data=st.data())
def test_the_order_of_the_dossier_does_not_matter(sample, made, data):
    turned = data.draw(st.permutations(made))
    assert chart_of(sample, made) == chart_of(sample, turned)


def test_the_rows_are_the_entries_drawn_and_lead_to_them(sample, read):
    made = [entry(n, iso(n % 3), iso(n % 3), claims=(f"c{n % 2 + 1}", f"x{n}")) for n in range(9)]
    chart = chart_of(sample, made)
    rows = [row[1].href for row in chart.rows]
    assert rows == [f"#{anchors.event(e.claims)}" for e in sorted(made, key=lambda e: (e.date.start, e.summary))]
    documents = {f"#{anchors.document(d.id)}" for d in sample.documents}
    drawn = read(chart).hrefs
    assert set(drawn) == set(rows) | documents
    assert drawn.count(rows[0]) >= 2  # wide and narrow


def test_too_many_entries_are_counted_day_by_day_and_the_most_widely_told_are_kept(sample):
    crowd = [entry(n, iso(n % 5), iso(n % 5), origins=0, claims=("x",)) for n in range(200)]
    told = entry(900, iso(2), iso(2), origins=2)
    picked = pick(Lookup(replace(sample, timeline=(*crowd, told))))
    assert len(picked.along.shown) <= MOST
    assert told in [p.entry for p in picked.along.shown]
    left_out = sum(len(rest) for _, rest in picked.along.left_out)
    assert len(picked.along.shown) + left_out == 201
    assert [day - FIRST.toordinal() for day, _ in picked.along.left_out] == [0, 1, 2, 3, 4]


def test_what_is_long_past_stands_apart_and_does_not_stretch_the_axis(sample):
    old = [entry(n, f"{1950 + n}-01-01", f"{1950 + n}-12-31", background=True) for n in range(12)]
    picked = pick(Lookup(replace(sample, timeline=(*old, entry(50, iso(1), iso(1))))))
    assert date.fromordinal(picked.first) == FIRST
    assert len(picked.before.shown) == MOST_APART
    assert len(picked.along.shown) == 1


def test_a_bar_is_as_wide_as_the_day_is_unsure(sample, read):
    chart = chart_of(sample, [entry(1, iso(0), iso(0), origins=2), entry(2, iso(0), iso(2), origins=2)])
    wide = read(chart).pictures[0]
    bars = [
        float(e.get("width"))
        for a in wide.iter("a")
        if a.get("href") == "#event-c1"
        for e in a
        if e.get("class") == "bar full"
    ]
    assert bars[1] == pytest.approx(3 * bars[0], rel=0.01)


def test_nothing_dated_gives_no_chart(sample):
    assert chart_of(sample, []) is None
    assert chart_of(sample, [entry(1, None, None), entry(2, "soon", "later")]) is None


def test_the_summary_counts(sample):
    chart = chart_of(sample, [entry(1, iso(0), iso(0)), entry(2, iso(0), iso(0), origins=2), entry(3, iso(1), iso(1))])
    assert chart.summary == (
        "3 events told, 3 of them from 3 to 5 March 2031; most on 3 Mar (2); "
        "1 told with two or more named sources; none disputed."
    )


def headed(sample, headline):
    """The dossier whose only finding holds the first claim and tells it so."""
    return Lookup(replace(sample, findings=(replace(sample.findings[0], claims=("c1",), headline=headline),)))


def test_an_entry_is_told_by_the_headline_that_holds_its_words(sample):
    claim = next(c for c in sample.claims if c.id == "c1")
    cut = entry(1, iso(0), iso(0), claims=("c1",), summary="that was cut out")
    whole = f"Late that night {claim.text}, the pilot said"
    assert label(headed(sample, whole), cut) == whole
    assert label(headed(sample, f"{claim.text} …"), cut) == f"{claim.text} …"


@pytest.mark.parametrize(("day", "taken"), [(0, True), (2, False)])
def test_a_headline_that_begins_with_another_day_is_not_put_at_this_one(sample, day, taken):
    told = next(c for c in sample.claims if c.id == "c1")
    time = ClaimTime(start=iso(day), end=iso(day), text=None, basis=None)
    first = replace(told, id="first", text="A diver found the second anchor", time=time)
    headline = f"{first.text} of the ship, of which the harbour said that {told.text}"
    look = headed(replace(sample, claims=(*sample.claims, first)), headline)
    cut = entry(1, iso(0), iso(0), claims=("c1",), summary="that was cut out")
    assert label(look, cut) == (headline if taken else "… that was cut out")


def test_a_headline_that_names_a_day_before_the_entrys_words_is_not_taken(sample):
    told = next(c for c in sample.claims if c.id == "c1").text
    cut = entry(1, iso(0), iso(0), claims=("c1",), summary="that was cut out")
    assert label(headed(sample, f"By Thursday they knew that {told}"), cut) == "… that was cut out"


def test_a_headline_made_of_another_claim_is_not_put_at_its_day(sample):
    cut = entry(1, iso(0), iso(0), claims=("c1",), summary="that was cut out")
    assert label(headed(sample, "The tug came two days later"), cut) == "… that was cut out"
    assert label(headed(sample, ""), entry(1, iso(0), iso(0), claims=("c1",))).startswith("The lock gate")
