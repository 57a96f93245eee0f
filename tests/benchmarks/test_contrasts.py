"""Pairs that are known from statements written to contrast."""

import pytest

from benchmarks.contrasts import contrasts, read_scenario, scenario_paths
from benchmarks.judged import Judgement

SCENARIO = """# a strike in a port that is not there
1 that they walked out
= dockers downed tools {2}
= a stoppage began
~ dockers had walked out before
2 why
= over pay
= wages are what it is about
"""


@pytest.fixture
def judged(tmp_path):
    path = tmp_path / "01.txt"
    path.write_text(SCENARIO, "utf8")
    return {(c.one, c.other): c.judgement for c in contrasts(read_scenario(path))}


def test_wordings_of_one_answer_are_one_question(judged):
    assert judged["dockers downed tools", "a stoppage began"] is Judgement.SAME
    assert judged["over pay", "wages are what it is about"] is Judgement.SAME


def test_a_side_part_answers_partly(judged):
    assert judged["dockers downed tools", "over pay"] is Judgement.PARTLY


def test_statements_of_two_questions_are_unlike(judged):
    assert judged["a stoppage began", "over pay"] is Judgement.OTHER


def test_what_is_only_near_is_unlike_the_answers_and_unknown_beside_others(judged):
    near = "dockers had walked out before"
    assert judged["dockers downed tools", near] is Judgement.OTHER
    assert (near, "over pay") not in judged


def test_a_line_that_is_not_understood_is_named(tmp_path):
    path = tmp_path / "07.txt"
    path.write_text("1 why\n- over pay\n", "utf8")
    with pytest.raises(ValueError, match=r"07\.txt, line 2"):
        read_scenario(path)


@pytest.mark.parametrize("path", scenario_paths(), ids=lambda path: path.stem)
def test_every_scenario_has_wordings_of_each_question_and_names_no_other(path):
    told = read_scenario(path)
    questions = {s.question for s in told}
    assert questions == set(range(1, len(questions) + 1))
    for s in told:
        assert s.also <= questions - {s.question}
    assert all(sum(s.question == q and not s.near for s in told) > 1 for q in questions)
