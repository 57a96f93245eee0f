"""Who may be named for the words of another."""

import pytest

from sayso.dossier.nearness import says_the_same
from sayso.model.claim import Claim
from sayso.model.clause import Clause
from sayso.model.dossier_findings import PairExplanation
from sayso.model.enums import Modality, QuantityKind
from sayso.model.quantity import Quantity


def claim(name, predicate="close", count=None):
    clause = Clause(
        start=0, end=1, text="x", sentence_start=0, sentence_end=1, head=0, predicate=predicate, words=(),
        modality=Modality.ASSERTED, negated=False,
    )  # fmt: skip
    told = (Quantity(start=0, end=1, text=str(count), kind=QuantityKind.COUNT, low=count, high=count),) if count else ()
    return Claim(id=name, document=name, publisher=name, clause=clause, quantities=told)


def same(score=0.8, predicate="close", counts=(None, None), **features):
    pair = PairExplanation(a="a", b="b", score=score, features=features)
    return says_the_same(pair, claim("a", predicate, counts[0]), claim("b", predicate, counts[1]))


@pytest.mark.parametrize("part", ["other_number", "other_time", "other_agent", "polarity_differs", "world_differs"])
def test_a_fact_that_differs_parts_two_claims_however_near(part):
    assert same(meaning=0.95, predicate_meaning=1.0)
    assert not same(meaning=0.95, predicate_meaning=1.0, **{part: 1.0})


def test_to_have_spoken_is_no_deed_in_common():
    assert same(meaning=0.65, predicate_meaning=1.0)
    assert not same(meaning=0.65, predicate_meaning=1.0, predicate="say")


def test_counts_must_share_a_value():
    assert same(meaning=0.9, counts=(6, 6))
    assert not same(meaning=0.9, counts=(6, 5))


def test_one_number_makes_up_for_other_words():
    assert same(score=0.9, meaning=0.52, predicate_meaning=0.32, same_number=1.0)
    assert not same(score=0.8, meaning=0.52, predicate_meaning=0.32, same_number=1.0)
