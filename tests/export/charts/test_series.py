from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sayso.export import anchors
from sayso.export.charts import series_chart
from sayso.export.charts.values import scale, written
from sayso.export.lookup import Lookup
from sayso.model.dossier_findings import Series, SeriesPoint
from sayso.model.dossier_texts import ClaimQuantity
from sayso.model.enums import DiscrepancyKind, Verdict

FIRST = date(2031, 3, 4)


def point(low, high, day=0, claim="c1"):
    as_of = None if day is None else (FIRST + timedelta(days=day)).isoformat()
    return SeriesPoint(low=low, high=high, as_of=as_of, claim=claim)


def series(*points, unit=None, about="people missing"):
    return Series(about=about, unit=unit, points=points)


NUMBERS = st.integers(0, 60) | st.integers(-(10**7), 10**10) | st.floats(-100, 100).map(lambda v: round(v, 3))
POINTS = st.tuples(NUMBERS, NUMBERS, st.sampled_from(["both", "low", "high", "same", "none"]), st.integers(0, 9) | st.none())


@st.composite
def told(draw):
    out = []
    for n, (a, b, kind, day) in enumerate(draw(st.lists(POINTS, min_size=2, max_size=25))):
        low, high = min(a, b), max(a, b)
        bounds = {"both": (low, high), "low": (low, None), "high": (None, high), "same": (a, a)}.get(kind, (None, None))
        days = draw(st.sampled_from([1, 1, 30, 400]))
        out.append(point(*bounds, None if day is None else day * days, f"c{n % 5 + 1}"))
    return out


@settings(max_examples=80, deadline=None)
@given(points=told(), unit=st.sampled_from([None, "USD", "percent"]))
def test_every_mark_and_word_lies_in_the_picture_and_no_label_on_another(sample, read, points, unit):
    chart = series_chart(Lookup(sample), series(*points, unit=unit))
    if chart is None:
        return
    drawing = read(chart)
    assert drawing.outside() == []
    assert not [e for e in drawing.elements if "style" in e.attrib]
    for picture in drawing.pictures:
        values = [e for e in picture.iter("text") if e.get("class") == "value"]
        boxes = [t for t in drawing.texts(picture) if t[0] in {"".join(v.itertext()) for v in values}]
        for i, (_, left, right, top, bottom) in enumerate(boxes):
            assert not [b for b in boxes[:i] if b[1] < right and left < b[2] and b[3] + 3 < bottom and top + 3 < b[4]]


@settings(max_examples=20, deadline=None)
@given(points=told(), data=st.data())
def test_the_order_of_the_points_does_not_matter(sample, points, data):
    unlike = list({p.claim: p for p in points}.values())
    turned = data.draw(st.permutations(unlike))
    assert series_chart(Lookup(sample), series(*unlike)) == series_chart(Lookup(sample), series(*turned))


def test_the_rows_are_the_points_and_lead_to_their_claims(sample, read):
    chart = series_chart(Lookup(sample), series(point(7, 7, 0, "c1"), point(9, None, 1, "c2"), point(8, 12, None, "c3")))
    assert [[c.text for c in row[:2]] for row in chart.rows] == [
        ["4 March 2031", "7"], ["5 March 2031", "at least 9"], ["unknown", "8 to 12"],
    ]  # fmt: skip
    assert [row[1].href for row in chart.rows] == [f"#{anchors.claim(c)}" for c in ("c1", "c2", "c3")]
    assert set(read(chart).hrefs) == {row[1].href for row in chart.rows}
    assert chart.summary == (
        "The figures told rise from 7 on 4 March to at least 9 on 5 March 2031; one figure told (8 to 12) has no known day."
    )


def test_two_figures_of_one_day_stand_side_by_side(sample, read):
    chart = series_chart(Lookup(sample), series(point(7, 7, 0, "c1"), point(9, 9, 0, "c2"), point(9, 9, 1, "c3")))
    wide = read(chart).pictures[0]
    places = {float(e.get("cx")) for e in wide.iter("circle")}
    assert len(places) == 3
    assert "for 4 March, 7 and 9 stand side by side" in chart.summary


def test_an_open_end_runs_out_in_an_arrow_and_a_range_is_a_band(sample, read):
    wide = read(series_chart(Lookup(sample), series(point(7, None), point(2, 5, 1, "c2")))).pictures[0]
    marks = {a.get("href"): [e.get("class") for e in a] for a in wide.iter("a")}
    assert "arrow" in marks["#claim-c1"]
    assert "arrow" not in marks["#claim-c2"]
    assert "band" in marks["#claim-c2"]


def test_figures_in_conflict_are_marked(sample, read):
    number = next(d for d in sample.discrepancies)
    sides = tuple(replace(number.sides[0], claims=(c,)) for c in ("c1", "c2"))
    conflict = replace(number, kind=DiscrepancyKind.NUMBER, verdict=Verdict.CONFLICT, sides=sides)
    look = Lookup(replace(sample, discrepancies=(conflict,)))
    wide = read(series_chart(look, series(point(7, 7), point(9, 9, 0, "c2"), point(9, 9, 1, "c3")))).pictures[0]
    marked = {a.get("href") for a in wide.iter("a") if a.get("class") == "clash"}
    assert marked == {"#claim-c1", "#claim-c2"}


@pytest.mark.parametrize(
    "points", [(), (point(7, 7),), (point(None, None), point(7, 7, 1)), (point(7, 7), point(7, 7, 0, "c2"))]
)
def test_nothing_to_see_gives_no_chart(sample, points):
    assert series_chart(Lookup(sample), series(*points)) is None


@given(st.lists(NUMBERS, min_size=1, max_size=9))
def test_a_scale_has_room_for_its_values_and_few_marks(values):
    made = scale(values, 200, 20)
    assert made.low <= min(values)
    assert max(values) <= made.high * (1 + 1e-9) + 1e-9
    assert 2 <= len(made.ticks) <= 8
    assert all(20 <= made.y(v) <= 200 for v in values)


def test_numbers_are_written_for_a_reader():
    told = [written(v) for v in (7, 1250, 0.4, 44.25, 12_500_000, 2e9, -3.5, 1234.5)]
    assert told == ["7", "1,250", "0.4", "44.2", "12.5 million", "2 billion", "−3.5", "1,234"]


def hedged(sample, words, low, high, hedge):
    """The dossier with one claim whose document tells the figure in these words."""
    claim, document = sample.claims[0], next(d for d in sample.documents if d.id == sample.claims[0].document)
    start = len(document.text)
    quantity = ClaimQuantity(
        start=start, end=start + len(words), low=low, high=high, low_open=False, high_open=False,
        likely_low=None, likely_high=None, unit=None, hedge=hedge, of=None,
    )  # fmt: skip
    claims = (replace(claim, quantities=(quantity,)), *sample.claims[1:])
    documents = (replace(document, text=document.text + words), *(d for d in sample.documents if d is not document))
    return Lookup(replace(sample, claims=claims, documents=documents)), claim.id


@pytest.mark.parametrize(
    ("words", "bounds", "told"),
    [
        ("some 60 people", (54, 66, "some"), "some 60"),
        ("More than 20", (20, None, "more than"), "more than 20"),
        ("fewer than 9", (None, 9, "fewer than"), "fewer than 9"),
    ],
)
def test_a_figure_is_told_in_the_words_of_its_outlet(sample, read, words, bounds, told):
    look, claim = hedged(sample, words, *bounds)
    chart = series_chart(look, series(point(*bounds[:2], 0, claim), point(1000, 1000, 1, "c9")))
    assert chart.rows[0][1].text == told
    assert told in chart.summary
    for picture in read(chart).pictures:
        assert told in {"".join(e.itertext()) for e in picture.iter("text")}


def test_the_legend_tells_a_guess_from_a_told_range(sample, read):
    look, claim = hedged(sample, "some 60", 54, 66, "some")
    guess = read(series_chart(look, series(point(54, 66, 0, claim), point(9, 9, 1, "c9")))).pictures[0]
    ends = read(series_chart(look, series(point(15, 20, 0, "c9"), point(9, 9, 1, "c9")))).pictures[0]
    assert "about" in {e.text for e in guess.iter("text")}
    assert "told as a range" in {e.text for e in ends.iter("text")}


def test_figures_that_can_all_hold_are_not_said_to_rise(sample):
    chart = series_chart(Lookup(sample), series(point(50, None), point(58, 58, 1, "c2"), point(54, 66, None, "c3")))
    assert chart.summary == "Nothing need have changed: at least 50, 58 and 54 to 66 can all hold at once."
    moved = series_chart(Lookup(sample), series(point(50, None), point(49, 49, 1, "c2")))
    assert "fall" in moved.summary


def test_every_figure_has_its_outlets_also_where_the_picture_has_no_room(sample, read):
    look = Lookup(sample)
    chart = series_chart(look, series(*(point(n, n, n % 3, f"c{n}") for n in range(1, 6))))
    for picture in read(chart).pictures:
        written = " ".join("".join(a.itertext()) for a in picture.iter("a"))
        assert all(outlet in written for n in range(1, 6) for outlet in look.outlets([f"c{n}"]))
        named = [a for a in picture.iter("a") if len(list(a.iter("text"))) > 1]
        assert {a.get("href") for a in named} == {f"#claim-c{n}" for n in range(1, 6)}
