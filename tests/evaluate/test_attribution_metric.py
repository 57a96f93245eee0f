import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.evaluate.attribution.metric import (
    AttributionAnswer,
    AttributionRow,
    Said,
    matches,
    merged,
    same_source,
    score,
    shared,
    size,
)
from sayso.evaluate.attribution.task import AttributionTask

TEXT = "The clerk said the well was dry. The farmers fear a drought, and said so."
DRY = Said(((0, 9),), ((10, 14),), ((15, 31),))
FEAR = Said(((33, 44),), ((45, 49),), ((50, 59),))
ROW = AttributionRow("a", TEXT, (DRY, FEAR, Said(((0, 9),), (), ())))
STRETCHES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)).map(lambda p: (p[0], p[0] + p[1])), max_size=6)


def figures(*told):
    return score([ROW], [AttributionAnswer("a", told)])


def test_what_has_no_content_does_not_count_and_the_rest_is_perfect():
    found = figures(DRY, FEAR)
    assert (found["content_f1"], found["content_and_source_f1"], found["gold"]) == (1, 1, 2)


def test_half_of_the_characters_are_enough_and_fewer_are_not():
    assert figures(Said(DRY.source, (), ((15, 23),)), FEAR)["content_f1"] == 1
    assert figures(Said(DRY.source, (), ((15, 22),)), FEAR)["content_f1"] == 0.5


def test_the_source_must_overlap():
    found = figures(Said(((4, 14),), (), DRY.content), Said(((0, 9),), (), FEAR.content))
    assert (found["content_f1"], found["content_and_source_f1"], found["source_accuracy_on_matched"]) == (1, 0.5, 0.5)


def test_no_source_is_right_where_there_is_none():
    assert same_source(Said(), Said())
    assert not same_source(Said(), DRY)


def test_one_told_content_serves_one_wanted_content():
    twice = Said(DRY.source, (), ((15, 30),))
    assert matches([DRY, twice], [DRY]) == {0: 0}
    assert matches([DRY], [twice, DRY]) == {0: 1}


@given(STRETCHES, STRETCHES)
def test_stretches_count_as_sets_of_characters(a, b):
    def characters(stretches):
        return {n for start, end in stretches for n in range(start, end)}

    assert size(merged(a)) == len(characters(a))
    assert shared(merged(a), merged(b)) == len(characters(a) & characters(b))


@given(st.lists(STRETCHES.map(lambda s: Said((), (), tuple(s))), max_size=6))
def test_whoever_tells_the_gold_misses_nothing(said):
    said = [s for s in said if merged(s.content)]
    contents = [merged(s.content) for s in said]
    distinct = [s for n, s in enumerate(said) if contents.index(contents[n]) == n]
    assert len(matches(distinct, distinct)) == len(distinct)


def test_every_error_has_its_kind():
    told = (Said((), (), DRY.content), Said(FEAR.source, FEAR.cue, ((50, 72),)), Said((), ((65, 69),), ((70, 72),)))
    found = [(f.kind, f.about) for f in AttributionTask().faults(ROW, AttributionAnswer("a", told), "a")]
    assert found == [("wrong source", "none told"), ("wrong span", "told too much"), ("spurious", "said")]
    missed = list(AttributionTask().faults(ROW, AttributionAnswer("a", (DRY,)), "a"))
    assert [(f.kind, f.about) for f in missed] == [("missed", "fear")]


@pytest.mark.parametrize(("said", "wrong"), [(DRY, 0), (Said((), (), ()), 1), (Said(((70, 99),), (), ((5, 5),)), 2)])
def test_stretches_outside_the_text_are_counted(said, wrong):
    assert AttributionTask().inexact(ROW, AttributionAnswer("a", (said,))) == wrong
