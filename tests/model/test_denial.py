import pytest

from sayso.model.claim import ResolvedVoice
from sayso.model.denial import denial


def voice(source, cue, negated=True, start=0):
    return ResolvedVoice(source, start, start + len(source), cue=cue, negated=negated)


@pytest.mark.parametrize(
    ("source", "cue", "told"),
    [
        ("The ministry", "denied", "denied by “The ministry”"),
        ("Ana Roe", "has always denied", "denied by “Ana Roe”"),
        ("the union", "rejected", "rejected by “the union”"),
        ("the army", "did not say", "not said by “the army”"),
        ("Nobody", "has claimed", "not said by “Nobody”"),
        ("Mr Brand", "does not believe", "doubted by “Mr Brand”"),
        ("the mayor", "declined", "not said by “the mayor”"),
        ("It", "denied", "denied"),
    ],
)
def test_how_a_voice_refuses(source, cue, told):
    assert denial([voice(source, cue)], 40, 80) == told


def test_who_affirms_denies_nothing_and_two_refusals_affirm():
    assert denial([voice("The ministry", "said", negated=False)], 40, 80) is None
    assert denial([voice("The ministry", "denied"), voice("the army", "denied", start=20)], 40, 80) is None


def test_a_denial_that_the_words_themselves_tell_is_not_told_again():
    assert denial([voice("The ministry", "denied", start=40)], 40, 80) is None
