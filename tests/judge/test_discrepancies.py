"""Discrepancies as a whole: sides, order, independence of the order of documents and of differences."""

from itertools import combinations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.judge.difference import Difference, Value
from sayso.judge.discrepancies import SEVERITY, _components, _one_verdict
from sayso.model.enums import DiscrepancyKind, Verdict

STORY = {
    "Harbour Post 2031-03-08": "A crane collapsed in Bergen on Thursday. At least 12 people were killed in the collapse. "
    "The port authority cancelled six sailings on Saturday. Finance Minister Ingrid Solheim visited the quay.",
    "Coast Herald 2031-03-09": "A crane collapsed in Trondheim on Friday. The collapse killed 14 people, the mayor said. "
    "The port authority cancelled nine sailings on Saturday. Health Minister Ingrid Solheim visited the quay.",
    "Polar Wire 2031-03-10": "Sixteen people were killed when a crane collapsed in Bergen, police said. Norbau did not "
    "repair the crane in February.",
    "Brenholm Gazette 2031-03-10": "Norbau repaired the crane in February. The port authority cancelled six sailings.",
}


@pytest.fixture(scope="module")
def story(judge):
    return judge(STORY)


def test_the_story_has_differences_of_many_kinds(story):
    assert {d.kind.value for d in story.discrepancies} >= {"number", "date", "label", "place", "polarity"}


@pytest.mark.parametrize("order", [(3, 2, 1, 0), (1, 3, 0, 2)])
def test_the_order_of_documents_changes_nothing(read_texts, judge_story, story, order):
    turned = judge_story(read_texts(STORY, order))
    assert turned.discrepancies == story.discrepancies
    assert {f.id: f.status for f in turned.findings} == {f.id: f.status for f in story.findings}
    assert turned.series == story.series
    assert turned.sources == story.sources


def test_sides_are_two_or_more_unlike_values_of_claims_that_exist(story):
    for found in story.discrepancies:
        assert len(found.sides) >= 2
        assert len({s.reads for s in found.sides}) == len(found.sides)
        assert all(s.claims and set(s.claims) <= set(story.scene.claims) for s in found.sides)


def test_one_verdict_for_a_pair_of_claims_and_kind(story):
    seen = {}
    for found in story.discrepancies:
        for one, other in combinations(found.sides, 2):
            for a in one.claims:
                for b in other.claims:
                    seen.setdefault((frozenset((a, b)), found.kind), set()).add(found.id)
    assert [pair for pair, ids in seen.items() if len(ids) > 1] == []


def test_the_gravest_stand_first(story):
    ranks = [SEVERITY[d.verdict] for d in story.discrepancies]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) > 1


def test_ids_are_one_of_a_kind(story):
    ids = [d.id for d in story.discrepancies]
    assert len(set(ids)) == len(ids)


CLAIMS = st.sampled_from("abcdef")
# A claim gives one value to one question: the value hangs on the claim.
DIFFERENCES = st.builds(
    lambda ends, kind, verdict, whole: Difference(
        kind=kind,
        verdict=verdict,
        left=Value(ends[0], ends[0], str(ord(ends[0]) % 4)),
        right=Value(ends[1], ends[1], str(ord(ends[1]) % 4)),
        topic="how many",
        why="",
        weight=0.5,
        whole=whole,
    ),
    st.lists(CLAIMS, min_size=2, max_size=2, unique=True).filter(lambda e: (ord(e[0]) - ord(e[1])) % 4),
    st.sampled_from([DiscrepancyKind.NUMBER, DiscrepancyKind.DATE]),
    st.sampled_from([Verdict.CONFLICT, Verdict.UPDATE]),
    st.booleans(),
)


def parts(found):
    return sorted(sorted(map(repr, group)) for group in _components(found))


@given(st.lists(DIFFERENCES, max_size=10, unique_by=repr).flatmap(lambda d: st.tuples(st.just(d), st.permutations(d))))
def test_differences_hang_together_whatever_their_order(both):
    found, turned = both
    assert parts(found) == parts(turned)


@given(st.lists(DIFFERENCES, max_size=10, unique_by=repr))
def test_every_difference_stands_in_one_part_of_one_kind_and_verdict(found):
    groups = _components(found)
    assert sorted(map(repr, (d for g in groups for d in g))) == sorted(map(repr, found))
    assert all(len({(d.kind, d.verdict) for d in g}) == 1 for g in groups)


@given(st.lists(DIFFERENCES, max_size=10, unique_by=repr))
def test_a_part_holds_values_that_were_all_set_against_each_other_or_a_count_that_moves(found):
    for group in _components(found):
        values = {v.reads for d in group for v in (d.left, d.right)}
        against = {frozenset((d.left.reads, d.right.reads)) for d in group}
        assert all(d.whole for d in group) or all(frozenset(pair) in against for pair in combinations(values, 2))


def test_a_chain_of_values_that_were_never_set_against_each_other_falls_apart():
    def unlike(a, b):
        value = {"a": "6", "b": "9", "c": "12"}
        return Difference(
            kind=DiscrepancyKind.NUMBER,
            verdict=Verdict.CONFLICT,
            left=Value(a, value[a], value[a]),
            right=Value(b, value[b], value[b]),
            topic="how many",
            why="",
            weight=0.5,
        )

    assert len(_components([unlike("a", "b"), unlike("b", "c")])) == 2
    assert len(_components([unlike("a", "b"), unlike("b", "c"), unlike("a", "c")])) == 1


def test_a_side_names_all_that_print_it_whoever_was_compared(judge):
    text = "Forty-one people were killed when the tower of Brenholm fell on Friday, the fire service of the town said."
    reprints = {f"{n} Courier 2031-03-08": text for n in ("Arle", "Birkin", "Corve", "Dunlow")}
    rival = "Nineteen people were killed when the tower of Brenholm fell on Friday, the fire service of the town said."
    story = judge(reprints | {"Coast Herald 2031-03-08": rival})
    (found,) = story.of("number")
    assert {len(story.publishers(side)) for side in found.sides} == {1, 4}


def test_one_value_in_two_wordings_is_no_difference():
    unlike = Difference(
        kind=DiscrepancyKind.IDENTITY, verdict=Verdict.CONFLICT, topic="who", why="", weight=0.9,
        left=Value("c1", "the last man", "ilse brandt"), right=Value("c2", "a woman", "ana brandt"),
    )  # fmt: skip
    alike = msgspec.structs.replace(unlike, right=Value("c3", "the final man", "ilse brandt"))
    assert _one_verdict([unlike, alike]) == [unlike]
