"""Features of pairs: bounded, the same in both directions, and each for what it is called."""

import datetime as dt
from itertools import combinations

import numpy as np
import pytest
from msgspec import structs

from sayso.align.candidates import candidate_pairs, overlapping, overlapping_pairs
from sayso.align.facts import Facts, fact_features, side
from sayso.align.features import NAMES, build_space, pair_features
from sayso.align.weights import TOGETHER, Line, Weights, load_weights
from sayso.model.enums import QuantityKind
from sayso.model.quantity import Quantity
from sayso.model.time import Period


@pytest.fixture(scope="module")
def space(story):
    return build_space(story)


@pytest.fixture(scope="module")
def pairs(story):
    every = np.array(list(combinations(range(len(story)), 2)), np.intp)
    return every[:, 0], every[:, 1]


def test_one_column_a_name_within_bounds(space, pairs):
    found = pair_features(space, *pairs)
    assert found.shape == (len(pairs[0]), len(NAMES))
    assert len(set(NAMES)) == len(NAMES)
    assert np.isfinite(found).all()
    assert found.min() >= -1 - 1e-6
    assert found.max() <= 1 + 1e-6


def test_left_and_right_are_alike(space, pairs):
    left, right = pairs
    assert np.abs(pair_features(space, left, right) - pair_features(space, right, left)).max() < 1e-6


def test_no_pairs_no_rows(space):
    none = np.array([], np.intp)
    assert pair_features(space, none, none).shape == (0, len(NAMES))


def test_a_claim_is_most_like_itself(space, story):
    same = np.arange(len(story))
    found = dict(zip(NAMES, pair_features(space, same, same).T, strict=True))
    for name in ("words", "characters", "length_ratio"):
        assert np.allclose(found[name], 1, atol=1e-5), name


def facts(a, b):
    return dict(zip(Facts.NAMES, fact_features(side(a), side(b)), strict=True))


def test_facts_are_what_they_are_called(claim_of):
    told = facts(claim_of("x y", number=(12.0, "man")), claim_of("x y", number=(12.0, "sailor")))
    assert 0 < told["same_number"] <= 1
    assert told["other_number"] == 0
    told = facts(claim_of("x y", number=(12.0, "man")), claim_of("x y", number=(14.0, "man")))
    assert (told["same_number"], told["other_number"]) == (0, 1)
    told = facts(claim_of("x y", number=(12.0, "man", "hurt")), claim_of("x y", number=(14.0, "man", "discharge")))
    assert 0 < told["other_number"] < 1
    told = facts(claim_of("x y", entities=[("e", "agent")]), claim_of("x y", entities=[("f", "agent")]))
    assert (told["same_agent"], told["other_agent"]) == (0, 1)
    told = facts(claim_of("x y", negated=True, speech=True), claim_of("x y", nominal=True))
    assert (told["polarity_differs"], told["speech_differs"], told["phrase_differs"]) == (1, 1, 1)


def test_a_day_says_little_of_a_decade(claim_of):
    day, week, decade, later = (
        Period(dt.date(*a), dt.date(*b))
        for a, b in (
            ((2031, 3, 4), (2031, 3, 4)),
            ((2031, 3, 1), (2031, 3, 7)),
            ((2022, 1, 1), (2031, 12, 31)),
            ((2032, 1, 1), (2032, 1, 1)),
        )
    )
    told = [facts(claim_of("x y", period=day), claim_of("x y", period=p))["same_time"] for p in (day, week, decade, later)]
    assert told[0] == 1
    assert told[1] == 1 / 7
    assert 0 < told[2] < 0.001
    assert told[3] == 0
    assert facts(claim_of("x y", period=day), claim_of("x y", period=later))["other_time"] == 1


def test_candidates_are_ordered_pairs_that_do_not_overlap(space, story):
    left, right = candidate_pairs(space)
    pairs = list(zip(left.tolist(), right.tolist(), strict=True))
    assert pairs == sorted(set(pairs))
    assert all(i < j and not overlapping(story[i], story[j]) for i, j in pairs)
    assert {(0, 3), (0, 6), (1, 4), (1, 7)} <= set(pairs)


def test_overlap_is_told_both_ways_and_within_one_document(story):
    expected = [(i, j) for i, j in combinations(range(len(story)), 2) if overlapping(story[i], story[j])]
    assert expected == sorted(overlapping_pairs(story)) == [(7, 8)]
    assert all(overlapping(b, a) == overlapping(a, b) for a, b in combinations(story, 2))


def line(bias, weight):
    return Line(bias, dict.fromkeys((*NAMES, TOGETHER), weight))


def test_the_weights_fit_the_features():
    weights = load_weights()
    assert set(weights.first.weights) == set(NAMES)
    assert set(weights.both.weights) == {*NAMES, TOGETHER}
    assert 0 < weights.compare < 1
    features = np.vstack([np.zeros(len(NAMES)), np.ones(len(NAMES))])
    for read in ({}, {1: 2.5}):
        scores = weights.score(features, read)
        assert scores.shape == (2,)
        assert ((scores >= 0) & (scores <= 1)).all()


def test_a_score_grows_with_what_speaks_for_it():
    weights = Weights(line(-1.0, 0.1), line(-1.0, 0.1), compare=0.5)
    low, high = weights.score(np.vstack([np.zeros(len(NAMES)), np.ones(len(NAMES))]), {})
    assert low == round(1 / (1 + np.exp(1)), 6)
    assert high > low


def test_what_was_read_decides_over_what_was_not():
    weights = Weights(line(3.0, 0.1), line(0.0, 1.0), compare=0.1, join=0.4)
    left, worse, better = weights.score(np.zeros((3, len(NAMES))), {1: -20.0, 2: 5.0})
    assert left < 0.3 < worse
    assert worse < 0.5 < better
    assert weights.score(np.zeros((3, len(NAMES))), {})[0] > 0.9


def test_half_a_score_is_the_probability_of_joining():
    weights = Weights(line(0.0, 0.0), line(0.0, 0.0), compare=0.1, join=0.2)
    assert weights.probability(0.5) == pytest.approx(0.2)
    assert (weights.probability(0.0), weights.probability(1.0)) == (0.0, 1.0)
    assert weights.probability(0.4) < weights.probability(0.6)
    assert weights.probability(1.1) > 1
    assert Weights(line(0.0, 0.0), line(0.0, 0.0), compare=0.1).probability(0.3) == pytest.approx(0.3)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ((29.5, 30.5, "metre"), (95.0, 105.0, "foot"), True),
        ((29.5, 30.5, "metre"), (140.0, 150.0, "foot"), False),
        ((29.5, 30.5, "metre"), (29.5, 30.5, "tonne"), False),
        ((36.0, 44.0, None), (37.5, 42.5, None), True),
        ((80.0, None, None), (81.0, 81.0, None), True),
        ((80.0, None, None), (120.0, 120.0, None), False),
        ((None, 80.0, None), (75.0, 75.0, None), False),
    ],
)
def test_a_number_meets_another_within_rounding_hedge_and_unit(claim_of, one, other, same):
    claims = [
        structs.replace(claim_of("x y", number=(1.0, "tower")), quantities=(measured(low, high, unit),))
        for low, high, unit in (one, other)
    ]
    assert (facts(*claims)["same_number"] > 0) is same


def measured(low, high, unit):
    kind = QuantityKind.MEASURE if unit else QuantityKind.PERCENT
    return Quantity(start=0, end=1, text="", kind=kind, low=low, high=high, unit=unit)
