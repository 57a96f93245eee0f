import pytest

from sayso.evaluate.extraction.metric import PageAnswer, PageRow, compared, score
from sayso.evaluate.extraction.task import ExtractionTask

SIX = "one two three four five six"


@pytest.mark.parametrize(
    ("wanted", "told", "expected"),
    [
        (SIX, SIX, (1, 1)),
        (SIX, "one, two; three: four", (1, 1 / 3)),
        (SIX, f"{SIX} seven", (3 / 4, 1)),
        (SIX, "six five four three two one", (0, 0)),
        ("so short", "so short", (1, 1)),
        (SIX, "", (0, 0)),
        ("", "", (1, 1)),
        ("", SIX, (0, 0)),
    ],
)
def test_shingles_of_one_page(wanted, told, expected):
    assert compared(wanted, told) == pytest.approx(expected)


def test_the_mean_is_over_pages_and_f1_over_the_means():
    rows = [PageRow("a", "<p>", SIX), PageRow("b", "<p>", SIX)]
    found = score(rows, [PageAnswer("a", SIX), PageAnswer("b", "one two three four")])
    assert found["precision"] == 1
    assert found["recall"] == pytest.approx(2 / 3)
    assert found["f1"] == pytest.approx(0.8)


def test_a_page_without_an_article_is_an_answer():
    row = PageRow("a", "<html><body><a href='/'>Home</a></body></html>", SIX)
    answer = ExtractionTask().answer(row, None)
    assert answer.body == ""
    assert [f.kind for f in ExtractionTask().faults(row, answer, "a")] == ["nothing extracted"]


def test_what_was_left_out_and_taken_in():
    row = PageRow("a", "<p>", f"{SIX}\nthe tide came late\nno boat sailed")
    answer = PageAnswer("a", f"{SIX}\nno boat sailed\nread more of this every day")
    found = [(f.kind, f.about, f.text) for f in ExtractionTask().faults(row, answer, "a")]
    assert found == [("left out", "within", "the tide came late"), ("taken in", "at the end", "read more of this every day")]


def test_the_language_of_a_page_is_not_asked():
    words = "Die Brücke über den Fluss ist seit dem Morgen zu, weil ein Pfeiler im Hochwasser nachgegeben hat und niemand"
    body = f"<h1>Brücke zu</h1><p>{words} weiß, wie lange.</p><p>{words} fragt.</p>"
    page = f"<html><head><title>Brücke zu</title></head><body><article>{body}</article></body></html>"
    answer = ExtractionTask().answer(PageRow("a", page, words), None)
    assert "Hochwasser nachgegeben" in answer.body
    assert "Brücke zu" not in answer.body  # the headline is no part of a body
