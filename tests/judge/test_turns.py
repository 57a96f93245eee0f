"""What had not happened, or was to come, and has come about in a later text."""

import pytest

SET = "A kiln in the village of Ostrel burst on Friday."
CASES = [
    ("Its owner, Karl Lindqvist, has not been charged.", "Karl Lindqvist was charged on Sunday with arson.", "update"),
    ("Karl Lindqvist will not resign.", "Karl Lindqvist resigned as head of the guild on Sunday.", "update"),
    ("Karl Lindqvist will lodge an appeal.", "Karl Lindqvist lodged an appeal on Sunday.", "update"),
    ("No group has claimed responsibility for the attack.", "A caller claimed the raid for a band of weavers.", "update"),
    ("Norland would also recall its ambassador.", "Norland recalled its ambassador on Sunday.", "update"),
    ("Karl Lindqvist has not been charged.", "Maria Osterlund was charged on Sunday with arson.", None),
    ("The guild wants a law that would allow kilns.", "The guild unveiled a bill to allow kilns.", None),
    ("Karl Lindqvist will lodge an appeal.", "The guild lodged a complaint on Sunday.", None),
]


def _polarity(judge, before, after, days=("2031-05-14", "2031-05-17")):
    told = {f"Harbour Post {days[0]}": f"{SET}\n\n{before}", f"Coast Herald {days[1]}": f"{SET}\n\n{after}"}
    return [d for d in judge(told).of("polarity") if {s.reads for s in d.sides} & {"open", "denied"}]


@pytest.mark.parametrize(("before", "after", "verdict"), CASES, ids=[c[1] for c in CASES])
def test_what_was_open_comes_about(judge, before, after, verdict):
    assert [d.verdict.value for d in _polarity(judge, before, after)] == ([verdict] if verdict else [])


def test_it_comes_about_in_the_later_text_alone(judge):
    before, after, _ = CASES[0]
    found = _polarity(judge, before, after, ("2031-05-17", "2031-05-14"))
    assert "update" not in [d.verdict.value for d in found]


def test_a_resignation_that_a_report_is_rejected_of_is_a_conflict(judge):
    rejected = "The guild has rejected a report that its head, Karl Lindqvist, has stepped down."
    (found,) = _polarity(judge, rejected, "Karl Lindqvist has handed in his resignation.")
    assert found.verdict.value == "conflict"
