"""What two claims share is not always a question."""

import datetime as dt

import numpy as np
import pytest

from sayso.align import Budget, align
from sayso.align.features import NAMES
from sayso.align.substance import substance
from sayso.align.vetoes import Pair, Veto, veto, vetoes
from sayso.align.weights import TOGETHER, Line, Weights
from sayso.model.time import Period

TUESDAY = Period(dt.date(2031, 3, 4), dt.date(2031, 3, 4))
MOOR, REED = ("moor", "agent", "Ada Moor"), ("reed", "agent", "Tom Reed")
FAR, NEAR = {"covering": 0.3, "meaning": 0.3}, {"covering": 0.8, "meaning": 0.8}


@pytest.fixture
def judge(claim_of):
    """The verdict on two texts with what is known of each and of both."""

    def verdict(left, right, features, rest=None):
        claims = claim_of(left[0], "a", **left[1]), claim_of(right[0], "b", **right[1])
        said = substance(claims[0]), substance(claims[1])
        return veto(Pair(claims, said, dict.fromkeys(NAMES, 0.0) | features), rest)

    return verdict


def test_who_does_the_same_to_the_other_tells_something_else(judge):
    left = ("Ada Moor sued Tom Reed", {"predicate": "sue", "entities": [MOOR, ("reed", "patient", "Tom Reed")]})
    right = ("Tom Reed sued Ada Moor", {"predicate": "sue", "entities": [REED, ("moor", "patient", "Ada Moor")]})
    assert judge(left, right, NEAR | {"same_predicate": 1.0}) is Veto.SWAPPED
    assert judge(left, left, NEAR | {"same_predicate": 1.0}) is None


def test_what_two_do_together_is_no_swap(judge):
    left = ("Ada Moor met Tom Reed", {"predicate": "meet", "entities": [MOOR, ("reed", "patient", "Tom Reed")]})
    right = ("Tom Reed met Ada Moor", {"predicate": "meet", "entities": [REED, ("moor", "patient", "Ada Moor")]})
    assert judge(left, right, NEAR | {"same_predicate": 1.0}) is None


@pytest.mark.parametrize(
    ("text", "given", "kept"),
    [
        ("the two sides", {"nominal": True, "number": (2.0, "side")}, False),
        ("38 people", {"nominal": True, "number": (38.0, "people")}, False),
        ("38 flooded cellars", {"nominal": True, "number": (38.0, "cellar")}, True),
        ("Ada Moor had", {"entities": [MOOR]}, False),
        ("Ada Moor had drowned", {"entities": [MOOR]}, True),
    ],
)
def test_a_fragment_states_nothing(judge, text, given, kept):
    assert judge((text, given), (text, given), NEAR) is (None if kept else Veto.FRAGMENT)


def test_unlike_sums_for_unlike_things(judge):
    left = ("they stole 900 crowns", {"number": (900.0, "crown")})
    right = ("the reward is 50 crowns", {"number": (50.0, "crown")})
    assert judge(left, right, NEAR | {"deed": 0.1}) is Veto.SUMS
    assert judge(left, right, NEAR | {"deed": 0.6}) is None


def test_the_day_alone(judge):
    left = ("the bridge opened on Tuesday", {"times": (("Tuesday", TUESDAY),)})
    right = ("a fox bit him on Tuesday", {"times": (("Tuesday", TUESDAY),)})
    assert judge(left, right, FAR | {"same_time": 1.0}) is Veto.DAY
    assert judge(left, right, NEAR | {"same_time": 1.0}) is None
    assert judge(left, left, FAR | {"same_time": 1.0}) is None


def test_the_verb_alone(judge):
    left, right = ("they praise bakers", {"predicate": "praise"}), ("we praise spring", {"predicate": "praise"})
    assert judge(left, right, FAR | {"same_predicate": 1.0}) is Veto.VERB
    assert judge(left, right, NEAR | {"same_predicate": 1.0}) is None


def test_what_the_model_is_sure_of_lifts_a_day_but_no_verb(claim_of):
    def kept(left, right, given):
        claims = claim_of(left[0], "a", **left[1]), claim_of(right[0], "b", **right[1])
        row = np.array([[(FAR | given).get(name, 0.0) for name in NAMES]])
        return [vetoes(claims, {(0, 1): 0.9}, row, 0.5, sure) for sure in ((), {(0, 1)})]

    verb = ("they praise bakers", {"predicate": "praise"}), ("we praise spring", {"predicate": "praise"})
    assert kept(*verb, {"same_predicate": 1.0}) == [{(0, 1): Veto.VERB}] * 2
    day = {"times": (("Tuesday", TUESDAY),)}
    told = ("the bridge opened on Tuesday", day), ("a fox bit him on Tuesday", day)
    assert kept(*told, {"same_time": 1.0}) == [{(0, 1): Veto.DAY}, {}]
    point = ("to stress", {"predicate": "stress"}), ("they stress haste", {"predicate": "stress"})
    assert kept(*point, {"same_predicate": 1.0}) == [{(0, 1): Veto.FRAGMENT}] * 2


def test_a_word_alone_where_the_rest_is_unlike(judge):
    left, right = ("ponds held information", {"predicate": "hold"}), ("boys want information", {"predicate": "want"})
    assert judge(left, right, FAR, 0.1) is Veto.WORD
    assert judge(left, right, FAR, 0.6) is None


def test_a_name_alone_where_the_rest_is_unlike(judge):
    left, right = ("Ada Moor sang", {"entities": [MOOR]}), ("Ada Moor fell", {"entities": [MOOR]})
    assert judge(left, right, FAR, 0.1) is Veto.NAME
    assert judge(left, right, NEAR, 0.1) is None
    assert judge(left, right, FAR, 0.6) is None


def test_a_verb_that_tells_nothing_lifts_no_veto(judge):
    left, right = ("Ada Moor continues work", {"entities": [MOOR]}), ("Ada Moor continues school", {"entities": [MOOR]})
    alike = FAR | {"deed": 0.9}
    light, told = {"predicate": "continue"}, {"predicate": "paint"}
    assert judge((left[0], left[1] | light), (right[0], right[1] | light), alike, 0.1) is Veto.NAME
    assert judge((left[0], left[1] | told), (right[0], right[1] | told), alike, 0.1) is None


def test_who_is_named_is_told_by_the_name(judge):
    left = ("the man was named as Ada Moor", {"predicate": "name", "entities": [MOOR]})
    assert judge(left, ("Ada Moor fell", {"entities": [MOOR]}), FAR, 0.1) is None


def test_a_vetoed_pair_is_told_and_compared_but_in_no_finding(claim_of):
    moor = [("moor", "agent", "Ada Moor")]
    claims = [
        claim_of("Ada Moor keeps nine hundred thousand bees", "a", predicate="keep", head=9, entities=moor),
        claim_of("Ada Moor was seen at the opera", "b", predicate="see", head=13, entities=moor),
    ]
    likely = Line(2.0, dict.fromkeys((*NAMES, TOGETHER), 0.0))
    found = align(claims, budget=Budget(pairs=0), weights=Weights(likely, likely, compare=0.1))
    assert [set(g) for g in found.groups] == [{claims[0].id}, {claims[1].id}]
    assert [p.features.get("veto_only_a_name") for p in found.pairs] == [1.0]
