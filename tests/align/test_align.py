"""Groups of claims by the question that they answer."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.align import align
from sayso.align.alignment import adopt_speech, said_in
from sayso.align.vetoes import Veto
from sayso.align.weights import load_weights

LAX = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def aligned(story):
    return align(story)


def test_each_claim_is_in_one_group(story, aligned):
    assert sorted(c for g in aligned.groups for c in g) == sorted(c.id for c in story)


def test_tellings_of_one_thing_come_together_and_others_do_not(story, aligned):
    group = {c: g for g in aligned.groups for c in g}
    ids = [c.id for c in story]
    assert group[ids[0]] == group[ids[6]]
    assert len({group[ids[n]] for n in (0, 1, 5, 9)}) == 4


def test_pairs_are_worth_comparing_and_explain_themselves(story, aligned):
    known = {c.id for c in story}
    least = load_weights().compare
    for pair in aligned.pairs:
        assert {pair.left, pair.right} <= known
        assert pair.left != pair.right
        assert least <= pair.score <= 1
        assert set(pair.features) <= {*load_weights().both.weights, "counted_meaning", *(v.value for v in Veto)}
    assert len({frozenset((p.left, p.right)) for p in aligned.pairs}) == len(aligned.pairs)


@LAX
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_claims_has_no_influence(story, aligned, random):
    shuffled = list(story)
    random.shuffle(shuffled)
    assert align(shuffled) == aligned


def test_overlapping_claims_are_never_one_group(story):
    groups = align(story, threshold=0.0).groups
    assert not any({story[7].id, story[8].id} <= set(g) for g in groups)


def test_a_threshold_above_one_leaves_every_claim_alone(story):
    assert {len(g) for g in align(story, threshold=1.1).groups} == {1}


def test_few_claims(story):
    assert align([]).groups == ()
    assert align(story[:1]).groups == ((story[0].id,),)
    assert align(story[:2]).groups == ((story[0].id,), (story[1].id,))


def test_what_was_said_is_found_in_the_act_of_saying_it(claim_of):
    frame, content, rest = "The harbour master said that ", "two cranes had been sold", " because they were old"
    claims = [
        claim_of(frame + content + rest, "a", 0, speech=True, predicate="say"),
        claim_of(content + rest, "a", len(frame), voices=["the harbour master"], predicate="sell"),
        claim_of(rest.strip(), "a", len(frame + content) + 1, voices=["the harbour master"], predicate="be"),
        claim_of("The pilots told of a strike", "a", 200, speech=True, predicate="tell"),
        claim_of(content, "b", len(frame), voices=["the harbour master"], predicate="sell"),
    ]
    assert said_in(claims) == {0: 1}
    assert {claims[0].id, claims[1].id} <= {*next(g for g in align(claims).groups if claims[0].id in g)}


def test_two_tellings_of_one_report_stand_with_what_it_says(claim_of):
    frame, content = "The harbour master said that ", "two cranes had been sold"
    claims = [
        claim_of(frame + content, "a", 0, speech=True, predicate="say"),
        claim_of(content, "a", len(frame), voices=["the harbour master"], predicate="sell"),
        claim_of("According to him, the harbour has sold two cranes", "b", 0, speech=True, predicate="accord"),
        claim_of("the harbour has sold two cranes", "b", 18, voices=["him"], predicate="sell"),
    ]
    assert adopt_speech([[0, 2], [1, 3]], claims, said_in(claims)) == [[0, 1, 2, 3]]
    assert adopt_speech([[0, 2], [1], [3]], claims, said_in(claims)) == [[0, 2], [1], [3]]
    assert adopt_speech([[0, 3], [1], [2]], claims, said_in(claims)) == [[0, 1, 2, 3]]
