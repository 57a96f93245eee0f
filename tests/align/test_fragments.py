"""Some claims name, describe or suppose, and state nothing of their own."""

import datetime as dt

import numpy as np
import pytest

from sayso.align import Budget, align
from sayso.align.counts import unlike_counts
from sayso.align.features import NAMES
from sayso.align.fragments import Fragment, fragment
from sayso.align.vetoes import Veto, vetoes
from sayso.model.clause import Role
from sayso.model.time import Period

WHICH = {"modified": True}
FINITE = {"tense": "past"}
ROLES = (Role(0, 3, "agent", "x"),)


@pytest.fixture
def kind_of(claim_of):
    """What kind of piece a text is whose verb is `verb`."""

    def kind(text, verb, **given):
        return fragment(claim_of(text, "a", head=text.index(verb), roles=given.pop("roles", ROLES), **given))

    return kind


@pytest.mark.parametrize(
    ("text", "verb", "given", "kind"),
    [
        ("firms tied to the port", "tied", WHICH, Fragment.NOUN),
        ("the crowd blocking the quay", "blocking", WHICH, Fragment.NOUN),
        ("what the council wants", "wants", FINITE, Fragment.RELATIVE),
        ("whatever the council wants", "wants", FINITE, Fragment.RELATIVE),
        ("if the pumps fail", "fail", FINITE | WHICH, Fragment.CONDITION),
        ("should he be forced out", "forced", FINITE | WHICH, Fragment.CONDITION),
        ("to impress", "impress", {}, Fragment.PURPOSE),
        ("to stress that", "stress", {"speech": True}, Fragment.PURPOSE),
        ("surrounding the port", "surrounding", {"predicate": "surround"}, Fragment.LINK),
        ("Harbour Master Ana Roe", "Roe", {"roles": ()}, Fragment.NAME),
        ("SELVIN, Aldora, Sept 8", "SELVIN", {"roles": ()}, Fragment.NAME),
        ("Ana Roe, the harbour master", "master", {"nominal": True}, Fragment.LABEL),
    ],
)
def test_pieces(kind_of, text, verb, given, kind):
    assert kind_of(text, verb, **given) is kind


@pytest.mark.parametrize(
    ("text", "verb", "given"),
    [
        ("the firms tied the boats to the port", "tied", FINITE),
        ("the plan that would close the port", "close", WHICH),
        ("the demand to close the port", "close", WHICH),
        ("the memo, written by the harbour master", "written", WHICH),
        ("the last storm seen on the coast", "seen", WHICH),
        ("after leaving the port", "leaving", WHICH),
        ("nine boats tied to the quay", "tied", WHICH | {"number": (9, "boat")}),
        ("a test taken in May", "taken", WHICH | {"times": (("May", Period(dt.date(2031, 5, 1), dt.date(2031, 5, 31))),)}),
        ("to clear the quay of all its wrecks", "clear", {}),
        ("Whoever said so was wrong", "said", FINITE | {"speech": True}),
        ("nine boats", "boats", {"nominal": True, "number": (9, "boat")}),
        ("A ferry sank", "A", {"roles": ()}),
    ],
)
def test_what_states_something_is_no_piece(kind_of, text, verb, given):
    assert kind_of(text, verb, **given) is None


def grouped(*claims):
    return {frozenset(g) for g in align(claims, threshold=0.02, budget=Budget(claims=0, pairs=0)).groups}


def test_a_piece_is_left_single(claim_of):
    held = claim_of("the council wants a new harbour for the town", "a", head=12)
    like = claim_of("the council wants a new harbour for its town", "b", head=12)
    piece = claim_of("what the council wants, a new harbour for the town", "c", head=17)
    assert grouped(held, like, piece) == {frozenset({held.id, like.id}), frozenset({piece.id})}


def test_two_conditions_may_be_one(claim_of):
    one = claim_of("if the council wants a new harbour", "a", head=15)
    other = claim_of("if it wants a new harbour", "b", head=6)
    plain = claim_of("the council wants a new harbour", "c", head=12)
    rows = np.zeros((3, len(NAMES)))
    apart = vetoes([one, other, plain], {(0, 1): 0.1, (0, 2): 0.1, (1, 2): 0.1}, rows, 0.45)
    assert apart == {(0, 2): Veto.FRAGMENT, (1, 2): Veto.FRAGMENT}


def counts_in(claim_of, number="41 people"):
    return (
        claim_of("40 people fled the town", "a", sentence=0),
        claim_of("40 people", "a", sentence=0, nominal=True, number=(40, "person")),
        claim_of(f"{number} were hurt in the crush", "b", sentence=0),
        claim_of(number, "b", sentence=0, nominal=True, number=(41, "person")),
    )


def test_counts_in_clauses_that_tell_of_two_things_are_kept_apart(claim_of):
    claims = counts_in(claim_of)
    assert list(unlike_counts(claims, {(1, 3): 0.9, (0, 2): 0.3}, 0.45)) == [(1, 3)]
    assert list(unlike_counts(claims, {(1, 3): 0.9}, 0.45)) == [(1, 3)]


def test_counts_in_clauses_that_may_tell_of_one_thing_are_not(claim_of):
    claims = counts_in(claim_of)
    assert not list(unlike_counts(claims, {(1, 3): 0.9, (0, 2): 0.6}, 0.45))


def test_a_count_without_a_clause_around_it_is_left_to_its_score(claim_of):
    claims = counts_in(claim_of)
    assert not list(unlike_counts((claims[0], claims[1], claims[3]), {(1, 2): 0.9}, 0.45))
    assert not list(unlike_counts(claims, {(1, 3): 0.4}, 0.45))
