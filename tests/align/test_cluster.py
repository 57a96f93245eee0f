"""Laws of the clustering over any graph of scores."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from sayso.align.cluster import Kinship, average_link

SIZE = 8
PAIRS = list(combinations(range(SIZE), 2))
# Distinct scores: among equals the lower index goes first, so that a renaming may fall otherwise.
GRAPHS = st.lists(st.sampled_from(PAIRS), unique=True, max_size=20).flatmap(
    lambda pairs: st.permutations([0.3 + 0.69 * n / 20 for n in range(20)]).map(lambda s: dict(zip(pairs, s, strict=False)))
)
APART = st.lists(st.sampled_from(PAIRS), unique=True, max_size=8)
SOURCES = st.lists(st.sampled_from("abc"), min_size=SIZE, max_size=SIZE)
THRESHOLDS = st.sampled_from([0.2, 0.4, 0.5, 0.7, 0.9])


def link(scores, apart, threshold, sources=range(SIZE)):
    """Groups of SIZE items; unless told otherwise each is of a source of its own, and this is plain average link."""
    return average_link(sources, scores, apart, threshold)


def mean(one, other, scores, sources):
    """The rule as it is written down: over pairs of unlike sources, 0 for a pair without a score and a source in both."""
    told = [(i, j, scores.get((i, j), scores.get((j, i), 0.0))) for i in one for j in other]
    unlike = [score for i, j, score in told if sources[i] != sources[j]]
    if not unlike:
        return max(score for _, _, score in told)
    return sum(unlike) / (len(unlike) + len({sources[i] for i in one} & {sources[j] for j in other}))


def partition(groups):
    return {frozenset(g) for g in groups}


@given(GRAPHS, APART, THRESHOLDS)
def test_every_item_is_in_one_group_and_order_is_by_item(scores, apart, threshold):
    groups = link(scores, apart, threshold)
    assert sorted(n for g in groups for n in g) == list(range(SIZE))
    assert groups == sorted(sorted(g) for g in groups)


@given(GRAPHS, APART, THRESHOLDS)
def test_what_is_apart_stays_apart(scores, apart, threshold):
    groups = partition(link(scores, apart, threshold))
    assert not any({i, j} <= g for i, j in apart for g in groups)


@given(GRAPHS, APART, THRESHOLDS, st.randoms(use_true_random=False))
def test_the_order_of_the_pairs_has_no_influence(scores, apart, threshold, random):
    shuffled = list(scores.items())
    random.shuffle(shuffled)
    again = link(dict(shuffled), list(reversed(apart)), threshold)
    assert again == link(scores, apart, threshold)


@given(st.dictionaries(st.sampled_from(PAIRS), st.sampled_from([0.9, 0.8, 0.6]), max_size=4), st.permutations(range(SIZE)))
def test_items_may_be_renamed(scores, names):
    """Up to the names the groups are the same, where no two items of a tie compete: pairs that share no item."""
    used, apart_pairs = set(), {}
    for (i, j), score in scores.items():
        if not {i, j} & used:
            apart_pairs[i, j] = score
            used |= {i, j}
    renamed = {tuple(sorted((names[i], names[j]))): s for (i, j), s in apart_pairs.items()}
    before = link(apart_pairs, (), 0.7)
    after = partition(link(renamed, (), 0.7))
    assert {frozenset(names[n] for n in g) for g in before} == after


@given(GRAPHS, st.permutations(range(SIZE)), THRESHOLDS)
def test_distinct_means_may_be_renamed_too(scores, names, threshold):
    """Powers of two as weights: no two sums are alike, so that a tie never decides."""
    scores = {pair: 0.5 + 2.0**-n / 3 for n, pair in enumerate(scores, start=2)}
    renamed = {tuple(sorted((names[i], names[j]))): s for (i, j), s in scores.items()}
    before = link(scores, (), threshold)
    after = partition(link(renamed, (), threshold))
    assert {frozenset(names[n] for n in g) for g in before} == after


@given(GRAPHS, APART)
def test_a_threshold_above_one_joins_nothing(scores, apart):
    assert link(scores, apart, 1.1) == [[n] for n in range(SIZE)]


@given(GRAPHS, APART, THRESHOLDS, SOURCES)
def test_no_two_groups_left_could_still_be_joined(scores, apart, threshold, sources):
    groups = link(scores, apart, threshold, sources)
    for one, other in combinations(groups, 2):
        forbidden = any({i, j} == set(pair) for i in one for j in other for pair in apart)
        assert forbidden or mean(one, other, scores, sources) < threshold + 1e-8


@given(GRAPHS, APART, THRESHOLDS, SOURCES)
def test_sources_change_nothing_of_the_laws(scores, apart, threshold, sources):
    groups = link(scores, apart, threshold, sources)
    assert sorted(n for g in groups for n in g) == list(range(SIZE))
    assert not any({i, j} <= set(g) for i, j in apart for g in groups)
    assert link(scores, apart, 1.1, sources) == [[n] for n in range(SIZE)]


def test_every_telling_of_a_source_counts():
    scores = {(0, 1): 0.8, (0, 2): 0.9, (2, 3): 0.7}
    assert average_link("aabc", scores, (), 0.5) == [[0, 2], [1], [3]]
    assert average_link("aabc", {**scores, (1, 3): 0.6}, (), 0.5) == [[0, 2], [1, 3]]
    assert average_link("aabb", {(0, 1): 0.9, (0, 2): 0.8, (1, 3): 0.8, (2, 3): 0.9}, (), 0.4) == [[0, 2], [1, 3]]


def test_a_source_on_both_sides_speaks_against():
    scores = {(0, 1): 0.9, (1, 2): 0.8}
    assert average_link("aba", scores, (), 0.5) == [[0, 1], [2]]
    assert average_link("aba", scores, (), 0.4) == [[0, 1, 2]]


def test_within_one_source_only_near_repetitions_join():
    assert average_link("aa", {(0, 1): 0.6}, (), 0.5) == [[0, 1]]
    assert average_link("aa", {(0, 1): 0.4}, (), 0.5) == [[0], [1]]


def test_what_two_sources_tell_goes_before_what_one_repeats():
    scores = {(0, 1): 0.9, (0, 2): 0.6}
    assert average_link("aab", scores, (), 0.5) == [[0, 2], [1]]
    assert average_link("aab", {**scores, (0, 2): 0.4}, (), 0.5) == [[0, 1], [2]]


def test_a_chain_is_not_one_group():
    assert link({(0, 1): 0.9, (1, 2): 0.8}, (), 0.5, range(3)) == [[0, 1], [2]]
    assert link({(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.3}, (), 0.5, range(3)) == [[0, 1, 2]]


def test_the_surest_pair_is_joined_first():
    assert link({(0, 1): 0.6, (1, 2): 0.9}, (), 0.5, range(3)) == [[0], [1, 2]]


def test_what_one_member_may_not_meet_the_group_may_not_meet():
    assert link({(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.9}, [(1, 2)], 0.5, range(3)) == [[0, 1], [2]]


def test_nothing_is_no_group():
    assert average_link([], {}, (), 0.5) == []


def test_kin_are_merged_below_the_threshold_and_strangers_are_not():
    sources = ["a", "b", "a", "b"]
    scores = {(0, 1): 0.9, (2, 3): 0.9, (0, 3): 0.4, (1, 2): 0.4}
    report = [frozenset({"r"})] * 4
    assert average_link(sources, scores, [], 0.5, Kinship(report, 0.35)) == [[0, 1, 2, 3]]
    assert average_link(sources, scores, [], 0.5, Kinship([frozenset()] * 4, 0.35)) == [[0, 1], [2, 3]]
    mixed = [frozenset({"r"}), frozenset({"r"}), frozenset({"s"}), frozenset({"r"})]
    assert average_link(sources, scores, [], 0.5, Kinship(mixed, 0.35)) == [[0, 1], [2, 3]]
