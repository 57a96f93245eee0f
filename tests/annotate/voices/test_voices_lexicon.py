import pytest

from sayso.annotate.voices.lexicon import Frame, fold, lexicon


@pytest.mark.parametrize(
    ("word", "folded"), [("Criticise", "criticize"), ("rise", "rise"), ("advise", "advise"), ("favour", "favor")]
)
def test_spellings_are_folded(word, folded):
    assert fold(word) == folded


def test_a_verb_has_the_frames_of_all_its_classes():
    cue = lexicon().verb("describe")
    assert {Frame.LABEL, Frame.OBJECT, Frame.QUOTE} <= cue.frames
    assert "as" in cue.takes


def test_every_preposition_of_a_pair_is_taken():
    assert "for" in lexicon().verb("call").takes
    assert lexicon().verb("walk") is None
