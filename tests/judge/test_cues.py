"""Acts that make nobody a source."""

import pytest

from sayso.judge.cues import acted, mere_country
from sayso.model.claim import ResolvedVoice
from sayso.model.enums import EntityType


def voice(cue, source="three engineers", **more):
    return ResolvedVoice(source=source, start=0, end=len(source), cue=cue, **more)


@pytest.mark.parametrize(
    "cue", ["had gathered", "has been leaking", "went", "voted", "to decide", "seeks", "have questioned"]
)
def test_an_act_tells_nothing(cue):
    assert acted(voice(cue))


@pytest.mark.parametrize("cue", ["said", "have long held", "announced", "goaded", "according to", None])
def test_telling_is_no_mere_act(cue):
    assert not acted(voice(cue))


@pytest.mark.parametrize(("cue", "mere"), [("has accused", False), ("offers", True), ("has said", False), (None, True)])
def test_a_country_that_is_only_it_speaks_where_it_says_something(cue, mere):
    assert mere_country(voice(cue, "it", type=EntityType.GPE)) is mere


def test_a_town_that_has_not_said_so_is_no_source():
    assert mere_country(voice("has not said", "it", type=EntityType.GPE, negated=True))
