import pytest

from sayso.evaluate.quantities.metric import QuantityAnswer, QuantityRow, Told, score
from sayso.evaluate.quantities.newsquant import names, told
from sayso.evaluate.quantities.task import QuantityTask
from sayso.model.enums import QuantityKind
from sayso.model.quantity import Quantity

SHEEP = Told("300", "sheep", ">")


def figures(wanted, have):
    found = score([QuantityRow("", tuple(wanted))], [QuantityAnswer(tuple(have))])
    return found["value_f1"], found["value_unit_f1"], found["value_change_f1"]


@pytest.mark.parametrize(
    ("have", "expected"),
    [
        ([SHEEP], (1, 1, 1)),
        ([Told(300.00001, "Sheep", ">")], (1, 1, 1)),
        ([Told("300", "cow", ">")], (1, 0, 1)),
        ([Told("300", "sheep", "=")], (1, 1, 0)),
        ([Told("301", "sheep", ">")], (0, 0, 0)),
        ([SHEEP, SHEEP], (2 / 3, 2 / 3, 2 / 3)),
        ([], (0, 0, 0)),
    ],
)
def test_value_unit_and_change(have, expected):
    assert figures([SHEEP], have) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("a", "b"), [("5-10", (5, 10)), ("5.0-10", ("5", "10.0")), ("-3", -3), ("1,250", 1250), ("some", "some"), ((4,), 4)]
)
def test_values_written_otherwise(a, b):
    assert Told(a).number == Told(b).number


def test_a_dash_is_no_unit():
    assert Told(1, "-").unit == Told(1).unit == ""


def quantity(value=None, **more):
    bounds = {"low": value, "high": value, "likely_low": value, "likely_high": value} | more
    return Quantity(start=0, end=1, **{"text": "x", "kind": QuantityKind.COUNT, "value": value, **bounds})


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (quantity(5.0, unit="USD", kind=QuantityKind.MONEY), [("5.0", "dollar")]),
        (quantity(5.0, unit="kilometre", kind=QuantityKind.MEASURE), [("5.0", "kilometre")]),
        (quantity(50.0, unit="percent", kind=QuantityKind.PERCENT, text="half"), [("0.5", "percentage")]),
        (quantity(3.0, unit="EUR", per="month", kind=QuantityKind.MONEY), [("3.0", "euro per month")]),
        (quantity(41.0, kind=QuantityKind.AGE, unit="year"), [("41.0", "year of age")]),
        (quantity(2.0, kind=QuantityKind.ORDINAL), []),
        (quantity(0.0, text="no"), []),
        (quantity(exact=(17.0, 21.0), low=17.0, high=21.0), [("17.0", "-"), ("21.0", "-")]),
        (quantity(low=4.0, high=6.0, likely_low=4.0, likely_high=6.0), [("4.0-6.0", "-")]),
        (quantity(low=200.0, high=None, likely_low=200.0, likely_high=1000.0, text="hundreds"), [("100.0-1000.0", "-")]),
        (quantity(low=24.0, high=None, likely_low=24.0, likely_high=100.0, text="dozens"), [("12-120", "-")]),
        (quantity(low=3.0, high=None, likely_low=3.0, likely_high=9.0, text="several"), []),
        (quantity(low=2.0, high=3.0, likely_low=2.0, likely_high=2.0, text="a couple"), [("2", "-")]),
    ],
)
def test_the_conventions_of_the_set(made, expected):
    assert [(t.value, t.normalized_unit) for t in told(made, "x")] == expected


def test_the_counted_noun_is_the_unit_with_its_modifiers():
    text = "nine empty houses of stone"
    made = quantity(9.0, of="house", of_words=("empty", "house", "stone"), of_start=5, of_end=26, head=0)
    (found,) = told(made, text)
    assert found.normalized_unit == "empty house"


def test_words_that_are_no_bound_there():
    assert [t.change for t in told(quantity(9.0, hedge="as many as", change="<"), "x")] == ["="]
    assert [t.change for t in told(quantity(9.0, hedge="up to", change="<"), "x")] == ["<"]


def test_the_table_renames_and_maps_nothing_to_itself():
    assert all(ours != theirs for ours, theirs in (*names().units.items(), *names().per.items()))


def test_every_error_has_its_kind():
    row = QuantityRow("", (SHEEP, Told("5", "mile", "="), Told("7", "day", "="), Told("8", "", "=")))
    have = (Told("300", "cow", "="), Told("6", "mile", "="), Told("9", "", "="))
    found = [(f.kind, f.about) for f in QuantityTask().faults(row, QuantityAnswer(have), "a")]
    assert found == [
        ("wrong unit", "sheep told as cow"),
        ("wrong change", "> told as ="),
        ("wrong value", "mile"),
        ("missed", "day"),
        ("missed", "no unit"),
        ("spurious", "no unit"),
    ]
