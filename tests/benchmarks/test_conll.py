"""CoNLL F1 by hand-computed cases."""

import pytest

from benchmarks.conll import conll


def chains(*groups):
    return {mention: str(n) for n, group in enumerate(groups) for mention in group}


def test_the_same_chains_under_other_names_are_right():
    assert set(conll(chains("abc", "d"), chains("d", "abc")).values()) == {1.0}


def test_one_chain_told_as_two():
    figures = conll(chains("abcd"), chains("ab", "cd"))
    assert figures["muc"] == pytest.approx(2 * 1 * (2 / 3) / (1 + 2 / 3))
    assert figures["bcubed"] == pytest.approx(2 * 1 * 0.5 / 1.5)
    assert figures["ceaf_e"] == pytest.approx(2 * (1 / 3) * (2 / 3))  # one of the two is aligned: likeness 2·2 / (4 + 2)
    assert figures["conll"] == pytest.approx(sum(figures[k] for k in ("muc", "bcubed", "ceaf_e")) / 3)


def test_two_chains_told_as_one():
    figures = conll(chains("ab", "cd"), chains("abcd"))
    assert figures["muc"] == pytest.approx(2 * (2 / 3) * 1 / (2 / 3 + 1))
    assert figures["bcubed"] == pytest.approx(2 * 0.5 * 1 / 1.5)


def test_all_apart_has_no_links():
    assert conll(chains("ab"), chains("a", "b"))["muc"] == 0.0
