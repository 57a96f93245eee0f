import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.corrections.finding_again import Claims
from sayso.corrections.findings import correct_findings

GROUPS = ((0, 1, 2), (3, 4), (5, 6, 7), (8, 9))


def corrected(make, *lines, groups=GROUPS, story=None):
    alignment, outcomes = correct_findings(make.alignment(*groups), story or make.story(), make.all(*lines))
    return alignment, outcomes


def merge(make, *groups):
    return make.line("merge-findings", *(make.finding(*g) for g in groups))


def split(make, group, *out):
    return make.line("split-finding", make.finding(*group), *map(make.claim_target, out))


def test_findings_are_joined(make):
    alignment, (outcome,) = corrected(make, merge(make, (0, 1, 2), (8, 9)))
    assert make.numbers(alignment) == [[0, 1, 2, 8, 9], [3, 4], [5, 6, 7]]
    assert outcome.applied


def test_claims_are_taken_out_together(make):
    alignment, _ = corrected(make, split(make, (0, 1, 2), 1, 2))
    assert make.numbers(alignment) == [[1, 2], [3, 4], [5, 6, 7], [8, 9]]


def test_the_last_word_stands(make):
    joined, parted = merge(make, (0, 1, 2), (3, 4)), split(make, (0, 1, 2, 3, 4), 3, 4)
    assert make.numbers(corrected(make, joined, parted)[0]) == [list(g) for g in GROUPS]
    assert make.numbers(corrected(make, parted, joined)[0])[0] == [0, 1, 2, 3, 4]


def test_a_finding_that_this_run_cuts_otherwise_is_known_by_most_of_its_claims(make):
    alignment, (outcome,) = corrected(make, merge(make, (0, 1, 2), (3, 4)), groups=((0, 1), (2, 10), (3, 4)))
    assert make.numbers(alignment) == [[0, 1, 3, 4], [2, 10]]
    assert outcome.applied


@pytest.mark.parametrize("action", [merge, split])
def test_what_is_gone_is_told(make, action):
    line = merge(make, (0, 1), (3,)) if action is merge else split(make, (0, 1), 1)
    story = make.story(claims=tuple(make.claim(n) for n in range(2, 12)))
    alignment, (outcome,) = correct_findings(make.alignment(GROUPS[1]), story, make.all(line))
    assert alignment.groups == make.alignment(GROUPS[1]).groups
    assert not outcome.applied
    assert "any more" in outcome.note


def test_a_claim_is_found_again_by_its_words_or_by_most_of_its_span(make):
    moved = make.claim(3, shift=40)
    cut = make.claim(4, text="The harbour of Nymo closed pier")
    again = Claims([moved, cut])
    assert again.again(make.claim_target(3)) == moved.id
    assert again.again(make.claim_target(4)) == cut.id
    assert again.again(make.claim_target(5)) is None


choices = st.sampled_from([(merge, g) for g in [((0, 1, 2), (3, 4)), ((5, 6, 7), (8, 9)), ((3, 4), (8, 9))]]
                          + [(split, g) for g in [((0, 1, 2), 1), ((5, 6, 7), 5, 6), ((5, 6, 7), 7)]])  # fmt: skip
plans = st.lists(choices, max_size=5)


def lines_of(make, plan):
    return [action(make, *group) for action, group in plan]


@given(plans)
def test_no_claim_is_lost_or_doubled(make, plan):
    before = make.alignment(*GROUPS)
    after, _ = corrected(make, *lines_of(make, plan))
    assert sorted(c for g in after.groups for c in g) == sorted(c for g in before.groups for c in g)


@given(plans)
def test_with_its_undo_a_correction_is_as_if_it_had_never_been(make, plan):
    lines = lines_of(make, plan)
    alignment, _ = corrected(make, *lines, *([make.undo(*lines)] if lines else []))
    assert alignment == make.alignment(*GROUPS)


@given(plans)
def test_applied_twice_it_changes_nothing_more(make, plan):
    lines = lines_of(make, plan)
    once, _ = corrected(make, *lines)
    again = [make.line(x.action.value, *x.targets, at="2031-03-11T00:00:00Z") for x in lines]
    twice, _ = correct_findings(once, make.story(), make.all(*again))
    if all(x.action is lines[0].action for x in lines):
        assert twice == once
    assert corrected(make, *lines, *lines)[0] == once


@given(st.permutations([((0, 1, 2), (3, 4)), ((5, 6, 7), (8, 9)), ((10,), (11,))]))
def test_the_order_of_joins_does_not_matter(make, order):
    lines = [merge(make, *pair) for pair in order]
    assert corrected(make, *lines)[0] == corrected(make, *reversed(lines))[0]


@given(st.permutations([0, 1, 2]))
def test_the_order_of_independent_lines_does_not_matter(make, order):
    lines = [merge(make, (3, 4), (8, 9)), split(make, (0, 1, 2), 1), split(make, (5, 6, 7), 5, 7)]
    assert corrected(make, *(lines[n] for n in order))[0] == corrected(make, *lines)[0]
