"""Nouns that stand for each other, and nouns that exclude each other."""

import pytest

from sayso.judge.nouns import apart, one_kind, plain


@pytest.mark.parametrize(("a", "b"), [("airline", "carriers"), ("lorry", "truck"), ("vessel", "ship"), ("miner", "miners")])
def test_words_of_one_kind_count_the_same(a, b):
    assert one_kind(a, b)
    assert one_kind(b, a)


@pytest.mark.parametrize(("a", "b"), [("airline", "lorry"), ("ship", None), (None, None), ("miner", "sailor")])
def test_other_words_do_not(a, b):
    assert not one_kind(a, b)


def test_one_question_answered_otherwise():
    row, left, right = apart(["mayor", "weddings"], ["mayor", "funeral"])
    assert (row.asked, row.kind.value, left, right) == ("what was held", "label", "wedding", "funeral")


def test_two_answers_on_one_side_say_nothing():
    assert apart(["wedding", "funeral"], ["funeral"]) is None


def test_words_that_stand_for_each_other_are_one_answer():
    assert apart(["lorry"], ["truck"]) is None


def test_one_spelling_and_the_singular():
    assert [plain(w) for w in ("Organizations", "glasses", "boss", "buses")] == ["organisation", "glasse", "boss", "buse"]
