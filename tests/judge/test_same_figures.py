"""Figures of two claims that can be one."""

import pytest

from sayso.judge.same_figures import figures_agree, figures_shared, telling_figure


@pytest.fixture
def two(judge):
    def claims(first, second):
        story = judge({"Harbour Post 2031-03-08": first, "Coast Herald 2031-03-08": second})
        held = story.scene.claims.values()
        return tuple(
            max((c for c in held if c.publisher == p), key=lambda c: len(c.text)) for p in ("Harbour Post", "Coast Herald")
        )

    return claims


def test_bounds_do_not_meet_what_nobody_expects_of_them(two):
    assert not figures_agree(*two("Some 600 officers searched the wood.", "More than 400 officers searched the wood."))
    assert figures_agree(*two("About 410 officers searched the wood.", "More than 400 officers searched the wood."))


def test_a_figure_that_the_other_lacks_is_not_shared(two):
    claims = two("Nearly 600 officers searched the wood.", "Officers searched the wood.")
    assert figures_agree(*claims)
    assert not figures_shared(*claims)
    assert figures_shared(*reversed(claims))


def test_small_and_round_figures_tell_nothing(two):
    assert telling_figure(*two("The ship had 148 people on board.", "There were 148 people on the ship."))
    assert not telling_figure(*two("The ship had 40 people on board.", "There were 40 people on the ship."))
    assert not telling_figure(*two("The ship had 11 people on board.", "There were 11 people on the ship."))
