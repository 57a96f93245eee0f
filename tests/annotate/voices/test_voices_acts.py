from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.voices import acts
from sayso.model.enums import QuoteKind
from sayso.model.voice import Attribution, Voice

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda s: (s[0], s[0] + s[1]))
MADE = st.lists(st.tuples(st.none() | SPANS, SPANS), max_size=8)


def contents(text, found):
    return [[text[a:b] for a, b in act.content] for act in found]


def test_a_quotation_that_goes_on_belongs_to_the_same_act(attribute):
    text = "Moor said that the bridge was old. “It will close on Monday.”"
    assert contents(text, acts(attribute(text))) == [["that the bridge was old", "“It will close on Monday.”"]]


def test_what_others_said_inside_a_content_is_left_out(attribute):
    text = "According to the Lantern, officials believe that the tunnel flooded."
    assert [a.source.text for a in acts(attribute(text))] == ["the Lantern"]


def test_of_a_relay_the_one_who_speaks_is_kept(attribute):
    text = "Analysts quoted by the Lantern say the loans could help."
    assert [a.source.text for a in acts(attribute(text))] == ["Analysts"]


def test_the_pronoun_beside_the_cue_is_told(attribute):
    (found,) = attribute("The mayor met the warden, who denied that the gate was open.")
    assert (found.source.text, found.pronoun.text) == ("the warden", "who")


@given(MADE)
def test_acts_are_outermost_and_one_for_each_cue(made):
    found = [
        Attribution(source=None, cue=cue and Voice(*cue, "x"), content=(piece,), kind=QuoteKind.INDIRECT)
        for cue, piece in made
    ]
    kept = acts(found)
    cues = [(a.cue.start, a.cue.end) for a in kept if a.cue]
    assert len(cues) == len(set(cues))
    assert all(a.parent is None for a in kept)
    assert all(x[1] <= y[0] for a in kept for x, y in zip(a.content, a.content[1:], strict=False))
    assert acts(kept) == kept
