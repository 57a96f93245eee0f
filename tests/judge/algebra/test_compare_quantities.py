import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.judge.algebra import compare_quantities, values_of
from sayso.judge.algebra.interval import meet
from sayso.model.enums import QuantityKind, Verdict
from sayso.model.quantity import Quantity

COUNT, MONEY, MEASURE = QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE
PERCENT, DURATION, RATE = QuantityKind.PERCENT, QuantityKind.DURATION, QuantityKind.RATE


def quantity(text, low, high, kind=COUNT, **rest):
    return Quantity(start=0, end=len(text), text=text, kind=kind, low=low, high=high, **rest)


def exactly(n, **rest):
    return quantity(f"{n:g}", n, n, value=n, likely_low=n, likely_high=n, **rest)


def measured(text, value, half, unit, kind=MEASURE):
    return quantity(
        text, value - half, value + half, kind, high_open=True, unit=unit, value=value, likely_low=value, likely_high=value
    )


AT_LEAST_82 = quantity("at least 82", 82, None, hedge="at least", value=82, likely_low=82, likely_high=90)
MORE_THAN_80 = quantity("more than 80", 80, None, low_open=True, hedge="more than", value=80, likely_low=81, likely_high=100)
ABOUT_200 = quantity("about 200", 180, 220, hedge="about", value=200, likely_low=190, likely_high=210)
EITHER = quantity("17 or 21", 17, 21, exact=(17, 21), likely_low=17, likely_high=21)

VERDICTS = [
    (exactly(8), exactly(6), Verdict.CONFLICT),
    (exactly(82), exactly(82), Verdict.AGREE),
    (AT_LEAST_82, quantity("at least 83", 83, None, hedge="at least", value=83), Verdict.COMPATIBLE),
    (MORE_THAN_80, exactly(83), Verdict.COMPATIBLE),
    (MORE_THAN_80, exactly(80), Verdict.CONFLICT),
    (MORE_THAN_80, exactly(5000), Verdict.COMPATIBLE),
    (ABOUT_200, exactly(219), Verdict.COMPATIBLE),
    (ABOUT_200, exactly(221), Verdict.CONFLICT),
    (ABOUT_200, ABOUT_200, Verdict.AGREE),
    (EITHER, exactly(21), Verdict.COMPATIBLE),
    (EITHER, exactly(19), Verdict.CONFLICT),
    (measured("30 m", 30, 0.5, "metre"), measured("100 ft", 100, 5, "foot"), Verdict.AGREE),
    (measured("30 m", 30, 0.5, "metre"), measured("130 ft", 130, 0.5, "foot"), Verdict.CONFLICT),
    (measured("600 kg", 600, 5, "kilogram"), measured("1,320 lb", 1320, 0.5, "pound"), Verdict.AGREE),
    (measured("24 hours", 24, 0.5, "hour", DURATION), measured("one day", 1, 0.5, "day", DURATION), Verdict.AGREE),
    (measured("51%", 51, 0.5, "percent", PERCENT), measured("52%", 52, 0.5, "percent", PERCENT), Verdict.CONFLICT),
    (measured("100 °C", 100, 0.5, "celsius"), measured("212 °F", 212, 0.5, "fahrenheit"), Verdict.AGREE),
    (measured("2 barrels", 2, 0.1, "barrel"), measured("84 gallons", 84, 0.5, "gallon"), Verdict.AGREE),
]


@pytest.mark.parametrize(("a", "b", "verdict"), VERDICTS, ids=[f"{a.text} / {b.text}" for a, b, _ in VERDICTS])
def test_verdicts(a, b, verdict):
    assert compare_quantities(a, b).verdict is verdict
    assert compare_quantities(b, a).verdict is verdict


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (exactly(5), exactly(5, kind=PERCENT, unit="percent")),
        (exactly(5, kind=MONEY, unit="USD"), exactly(5, kind=MONEY, unit="EUR")),
        (exactly(5, kind=MEASURE, unit="metre"), exactly(5, kind=MEASURE, unit="kilogram")),
        (exactly(5, kind=MEASURE, unit="gigabyte"), exactly(5, kind=MEASURE, unit="decibel")),
        (exactly(5, kind=PERCENT, unit="percent"), exactly(5, kind=PERCENT, unit="percentage point")),
        (exactly(5, kind=PERCENT, unit="percent", delta="up"), exactly(5, kind=PERCENT, unit="percent")),
        (
            exactly(5, kind=QuantityKind.RATE, unit="USD", per="day"),
            exactly(5, kind=QuantityKind.RATE, unit="USD", per="week"),
        ),
        (exactly(5, kind=MEASURE, unit="metre"), exactly(5, kind=MEASURE, unit="fathoms of old")),
        (quantity("nothing", 5, 3), exactly(5)),
    ],
)
def test_what_cannot_be_compared_gets_no_verdict(a, b):
    assert compare_quantities(a, b) is None
    assert compare_quantities(b, a) is None


def test_a_rise_clashes_with_a_fall():
    up, down = (exactly(5, kind=PERCENT, unit="percent", delta=d) for d in ("up", "down"))
    assert compare_quantities(up, down).verdict is Verdict.CONFLICT
    assert compare_quantities(up, down).why == "5 is a rise, 5 a fall"


def test_a_difference_of_degrees_is_converted_without_the_offset():
    warmer = measured("10 °C", 10, 0.5, "celsius")
    ten, eighteen = (
        quantity(
            q.text, q.low, q.high, MEASURE, unit=q.unit, value=q.value, likely_low=q.value, likely_high=q.value, delta="up"
        )
        for q in (warmer, measured("18 °F", 18, 0.5, "fahrenheit"))
    )
    assert compare_quantities(ten, eighteen).verdict is Verdict.AGREE


def test_a_growing_count_is_an_update():
    assert compare_quantities(exactly(19), exactly(28), cumulative=True).verdict is Verdict.UPDATE
    assert compare_quantities(exactly(19), AT_LEAST_82, cumulative=True).verdict is Verdict.UPDATE
    assert compare_quantities(MORE_THAN_80, AT_LEAST_82, cumulative=True).verdict is Verdict.COMPATIBLE


def test_reasons_are_made_of_the_words():
    assert compare_quantities(exactly(8), exactly(6)).why == "8 lies outside 6"
    assert compare_quantities(MORE_THAN_80, exactly(83)).why == "'more than 80' admits 83"
    assert "neither" in compare_quantities(MORE_THAN_80, exactly(5000)).why
    assert "30.48 metre" in compare_quantities(VERDICTS[11][0], VERDICTS[11][1]).why


@st.composite
def told(draw):
    low, high = sorted(draw(st.lists(st.integers(0, 9), min_size=2, max_size=2)))
    shape = draw(st.sampled_from(["point", "range", "least", "most", "either"]))
    bottom, top = (None if shape == "most" else low), (None if shape == "least" else high)
    if shape == "point":
        return exactly(low)
    exact = (low, high) if shape == "either" and low < high else ()
    return quantity(shape, bottom, top, exact=exact)


@given(told(), told())
def test_verdicts_are_symmetric_and_conflict_means_disjoint(a, b):
    one, other = compare_quantities(a, b), compare_quantities(b, a)
    assert one.verdict is other.verdict
    assert (one.verdict is Verdict.CONFLICT) == (not meet(values_of(a), values_of(b)))


@given(told())
def test_everything_agrees_with_itself(a):
    assert compare_quantities(a, a).verdict is Verdict.AGREE
