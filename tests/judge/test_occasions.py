"""Whether two dated claims tell of two occasions."""

import pytest

from sayso.judge.occasions import two_occasions

TOOK = "Inspectors took 60 samples at the kiln on 3 June."
CASES = [
    (TOOK, "Inspectors took 22 samples at the kiln on 11 February.", True),  # other numbers of one thing
    (TOOK, "Inspectors took samples at the kiln on 4 June.", False),
    (
        "Maria Osterlund, the 2025 champion, was banned in May 2028.",
        "Maria Osterlund won the title in 2025.",
        True,  # the sentence of the one names the other's year
    ),
    ("Norbau found the crack in February.", "On 9 June the Harbour Board found the crack.", True),  # another doer
    ("Karl Lindqvist was suspended on Thursday.", "Karl Lindqvist was suspended in 2028.", True),  # a day and a year
]


def _dated(story, publisher):
    return next(c for c in story.scene.originals if c.publisher == publisher and c.period.known)


@pytest.mark.parametrize(("left", "right", "two"), CASES)
def test_two_occasions_are_told_apart(judge, left, right, two):
    story = judge({"Harbour Post 2031-06-14": left, "Coast Herald 2031-06-14": right})
    a, b = (_dated(story, publisher) for publisher in ("Harbour Post", "Coast Herald"))
    assert two_occasions(story.scene, a, b) is two


def test_what_is_told_alike_may_differ_in_its_number(judge):
    left, right, _ = CASES[0]
    story = judge({"Harbour Post 2031-06-14": left, "Coast Herald 2031-06-14": right})
    a, b = (_dated(story, publisher) for publisher in ("Harbour Post", "Coast Herald"))
    assert not two_occasions(story.scene, a, b, alike=True)
