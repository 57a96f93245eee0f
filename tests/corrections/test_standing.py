from hypothesis import given
from hypothesis import strategies as st

from sayso.model.correction import Action


def test_an_undo_takes_back_what_stands_above_it_and_nothing_below(make):
    line = make.line("merge-findings", make.finding(1), make.finding(2))
    undo = make.undo(line)
    assert make.all(line, undo).standing(Action.MERGE_FINDINGS) == ()
    assert make.all(undo, line).standing(Action.MERGE_FINDINGS) == (line,)
    assert make.all(line, undo, line).standing(Action.MERGE_FINDINGS) == (line,)


@given(st.integers(0, 6))
def test_every_second_undo_of_an_undo_brings_it_back(make, number):
    lines = [make.line("merge-findings", make.finding(1), make.finding(2))]
    for n in range(number):
        lines.append(make.undo(lines[-1], at=f"2031-03-10T10:00:0{n}Z"))
    stands = make.all(*lines).standing(Action.MERGE_FINDINGS)
    assert stands == tuple(lines[:1] if number % 2 == 0 else [])


def test_the_same_line_twice_is_one(make):
    line = make.line("merge-findings", make.finding(1), make.finding(2))
    assert make.all(line, line).standing(Action.MERGE_FINDINGS) == (line,)
