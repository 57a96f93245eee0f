from hypothesis import given
from hypothesis import strategies as st

from sayso.corrections.entities import correct_entities
from sayso.model.correction import MentionTarget, NameTarget


def corrected(make, *lines):
    resolution, notes = make.people()
    return correct_entities(resolution, notes, make.all(*lines))


def merge(make, value=None, order=(0, 1)):
    entities = make.people()[0].entities
    return make.line("merge-entities", *(make.entity_target(entities[n]) for n in order), value=value)


def split(make, *out):
    return make.line("split-entity", make.entity_target(make.people()[0].entities[0]), *out)


def shown(resolution):
    return {e.name: len(e.mentions) for e in resolution.entities}


def sound(resolution):
    held = {(m.document, m.start, m.end): e.id for e in resolution.entities for m in e.mentions}
    return held == resolution.of and len({e.id for e in resolution.entities}) == len(resolution.entities)


def test_entities_become_one_under_the_first_name(make):
    resolution, (outcome,) = corrected(make, merge(make))
    assert shown(resolution) == {"Ann Poe": 6}
    assert resolution.entities[0].aliases == ("Ann Poe", "Bea Poe", "Poe")
    assert [link.why for link in resolution.links] == ["A. Reader said so on 2031-03-09: seen on site"]
    assert outcome.applied
    assert shown(corrected(make, merge(make, order=(1, 0)))[0]) == {"Bea Poe": 6}
    assert shown(corrected(make, merge(make, value="The Poes"))[0]) == {"The Poes": 6}


def test_a_name_leaves_with_what_refers_back_to_it(make):
    resolution, (outcome,) = corrected(make, split(make, NameTarget(name="poe")))
    assert shown(resolution) == {"Ann Poe": 3, "Poe": 2, "Bea Poe": 1}
    assert resolution.of["d0", 40, 43] == resolution.of["d0", 30, 33]
    assert next(e for e in resolution.entities if e.name == "Ann Poe").aliases == ("Ann Poe",)
    assert outcome.applied
    assert sound(resolution)


def test_one_mention_leaves(make):
    span = MentionTarget(document="d1", start=0, end=7, text="Ann Poe")
    resolution, _ = corrected(make, split(make, span))
    assert sorted(len(e.mentions) for e in resolution.entities) == [1, 1, 4]
    assert [e.name for e in resolution.entities].count("Ann Poe") == 2
    assert sound(resolution)


def test_what_is_gone_is_told(make):
    line = merge(make)
    resolution, notes = make.people()
    only = type(resolution)((), (), {})
    assert (
        correct_entities(only, notes, make.all(line))[1][0].note == "nothing in these reports is called “Ann Poe” any more"
    )
    assert not corrected(make, split(make, NameTarget(name="Zoe")))[1][0].applied


PLANS = [("merge", None), ("merge", "The Poes"), ("split", "Poe"), ("split", "Ann Poe")]


@given(st.lists(st.sampled_from(PLANS), max_size=4))
def test_mentions_are_never_lost_and_an_undo_leaves_nothing(make, plan):
    lines = [merge(make, value) if what == "merge" else split(make, NameTarget(name=value)) for what, value in plan]
    resolution, _ = corrected(make, *lines)
    assert sound(resolution)
    assert resolution.of.keys() == make.people()[0].of.keys()
    undone, _ = corrected(make, *lines, *([make.undo(*lines)] if lines else []))
    assert undone == make.people()[0]


@given(st.sampled_from(PLANS))
def test_applied_twice_it_changes_nothing_more(make, choice):
    what, value = choice
    targets = merge(make, value) if what == "merge" else split(make, NameTarget(name=value))
    later = make.line(targets.action.value, *targets.targets, value=targets.value, at="2031-03-11T00:00:00Z")
    once, _ = corrected(make, targets)
    assert corrected(make, targets, later)[0] == once
