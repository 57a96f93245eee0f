"""Copies are aligned once."""

import datetime as dt

import pytest

from sayso.align import align
from sayso.align.copies import fold_copies

LEAD = "A ferry of the northern line ran aground off the cape with ninety people"
TOLL = "twelve of the passengers drowned before the first boat had reached the wreck"
RIVAL = "Ninety people were on the ferry that ran aground at the cape on its northern route"


def reprints(claim_of, count, since=0):
    """One report of two sentences in `count` documents."""
    return [
        claim
        for n in range(since, since + count)
        for claim in (claim_of(LEAD, f"r{n:02}", 0), claim_of(TOLL, f"r{n:02}", 100, predicate="drown"))
    ]


def groups_by_text(claims, aligned):
    text = {c.id: (c.text, c.document == "rival") for c in claims}
    return {frozenset(text[c] for c in group) for group in aligned.groups}


def test_reprints_change_nothing_between_two_reports(claim_of):
    rival = [claim_of(RIVAL, "rival", 0)]
    few, many = [*reprints(claim_of, 1), *rival], [*reprints(claim_of, 30), *rival]
    alone, swamped = align(few), align(many)
    assert groups_by_text(few, alone) == groups_by_text(many, swamped)
    between = [[p for p in a.pairs if rival[0].id in (p.left, p.right)] for a in (alone, swamped)]
    assert [p.score for p in between[0]] == [p.score for p in between[1]]


def test_every_claim_stands_in_one_group_and_copies_stand_together(claim_of):
    claims = reprints(claim_of, 5)
    aligned = align(claims)
    assert sorted(c for g in aligned.groups for c in g) == sorted(c.id for c in claims)
    assert sorted(map(len, aligned.copies)) == [5, 5]
    for copies in aligned.copies:
        assert any(set(copies) <= set(group) for group in aligned.groups)


def test_each_copy_has_a_pair_with_the_claim_that_stands_for_it(claim_of):
    aligned = align(reprints(claim_of, 4))
    for first, *others in aligned.copies:
        found = [p for p in aligned.pairs if p.left == first and p.right in others]
        assert sorted(p.right for p in found) == sorted(others)
        assert all(p.score > 0.9 and p.features["meaning"] == 1.0 for p in found)


def test_the_first_to_print_stands_for_the_others(claim_of):
    days = {"r00": dt.date(2031, 3, 9), "r01": None, "r02": dt.date(2031, 3, 8)}
    claims = reprints(claim_of, 3)
    of = {c.id: c.document for c in claims}
    assert {of[c[0]] for c in align(claims, published=days).copies} == {"r02"}


@pytest.mark.parametrize(
    ("other", "folds"),
    [
        ({}, 1),
        ({"entities": [("e9", "agent")]}, 2),
        ({"voices": ["the mayor"]}, 2),
    ],
    ids=["the same", "another person", "another voice"],
)
def test_a_short_sentence_is_a_copy_only_where_it_means_the_same(claim_of, other, folds):
    claims = [claim_of("The captain was hurt", "a", 0, **other), claim_of("The captain was hurt", "b", 0)]
    assert len(fold_copies(claims, {})) == folds


def test_what_one_document_prints_twice_is_two(claim_of):
    claims = [claim_of(LEAD, "a", 0), claim_of(LEAD, "a", 300), claim_of(LEAD, "b", 0)]
    assert fold_copies(claims, {}) == [[0, 2], [1]]


def test_one_changed_word_is_no_copy(claim_of):
    claims = [claim_of(LEAD, "a", 0), claim_of(LEAD.replace("ninety", "eighty"), "b", 0)]
    assert len(fold_copies(claims, {})) == 2
