import pytest

from sayso.evaluate.timex.metric import Timex, TimexAnswer, TimexRow, score
from sayso.evaluate.timex.task import TimexTask

TEXT = "On Monday the pier closed; two weeks later it was gone."
MONDAY, WEEKS = Timex(3, 9, "DATE", "2031-03-10"), Timex(27, 42, "DATE", "2031-W13")
ROW = TimexRow("a", TEXT, (MONDAY, WEEKS), "2031-03-12")


def figures(*told):
    return score([ROW], [TimexAnswer("a", told)])


def test_the_gold_itself_is_perfect():
    assert figures(MONDAY, WEEKS) == {"strict_f1": 1, "relaxed_f1": 1, "value_f1": 1, "gold": 2, "predicted": 2}


def test_a_span_that_overlaps_counts_relaxed_and_its_value_counts():
    found = figures(Timex(0, 9, "DATE", "2031-03-10"))  # half of what there is, not the same span
    assert found["strict_f1"] == 0
    assert found["relaxed_f1"] == pytest.approx(2 / 3)
    assert found["value_f1"] == pytest.approx(2 / 3)


def test_the_value_measure_is_relaxed_f1_times_accuracy():
    found = figures(MONDAY, Timex(27, 36, "DURATION", "P2W"))
    assert (found["strict_f1"], found["relaxed_f1"], found["value_f1"]) == (0.5, 1, 0.5)


def test_the_value_is_that_of_the_expression_with_most_in_common():
    found = figures(Timex(8, 42, "DATE", "2031-W13"))
    assert found["value_f1"] == found["relaxed_f1"] == 1  # one told, right; both wanted are reached


def test_nothing_told_is_nothing():
    assert figures()["value_f1"] == 0


def test_every_error_has_its_kind():
    told = TimexAnswer("a", (Timex(0, 9, "DATE", "2031-03-11"), Timex(14, 18, "DATE", "PAST_REF")))
    found = [(f.kind, f.about) for f in TimexTask().faults(ROW, told, "a")]
    assert found == [("wrong span", "longer"), ("wrong value", "other day"), ("spurious", "DATE"), ("missed", "DATE")]


@pytest.mark.parametrize(
    ("wanted", "told", "about"),
    [
        ("2031", "2030", "other year"),
        ("197", "198", "other year"),
        ("2031-04", "2031-05", "other month, season or quarter"),
        ("2031-W04", "2031-W05", "other week"),
        ("2031-04-01T10:30", "2031-04-01T22:30", "other time of day"),
        ("2031-04-01", "2031-04", "9999-99-99 told as 9999-99"),
        ("P3D", "P4D", "P9D told as P9D"),
        ("PAST_REF", None, "PAST_REF told as nothing"),
    ],
)
def test_values_differ_in_a_unit_of_the_calendar_or_in_shape(wanted, told, about):
    row = TimexRow("a", TEXT, (Timex(3, 9, "DATE", wanted),))
    (fault,) = TimexTask().faults(row, TimexAnswer("a", (Timex(3, 9, "DATE", told),)), "a")
    assert (fault.kind, fault.about) == ("wrong value", about)


def test_words_that_stand_elsewhere_are_counted():
    told = TimexAnswer("a", (Timex(3, 9, "DATE", "x", "Monday"), Timex(3, 10, "DATE", "x", "Monday ")))
    assert TimexTask().inexact(ROW, told) == 1
    assert TimexTask().inexact(ROW, TimexAnswer("a", (Timex(27, 42, "DATE", "x", "Monday"),))) == 1
