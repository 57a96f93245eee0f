from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

WORDS = ["the mayor", "said", "that", "she", "told", "according to", "officials", "it rained", "adding", "was", "by", "Moor"]
MARKS = [
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    "«",
    "»",
    "â€œ",
    ",",
    ".",
    ":",
    "?",
    "\n",
    "\n\n",
    " ",
    "\t",
    "\x00",
    "\u200b",
    "(",
    "—",
]
TEXTS = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(MARKS), st.text(max_size=4)), max_size=30).map(" ".join)
LAX = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def reaches(attribution):
    voices = (attribution.source, attribution.cue, attribution.recipient)
    return [v for v in voices if v is not None]


@LAX
@given(text=TEXTS)
def test_offsets_are_exact_and_content_is_ordered(attribute, text):
    for attribution in attribute(text):
        for voice in reaches(attribution):
            assert text[voice.start : voice.end] == voice.text != ""
        at = 0
        assert attribution.content
        for start, end in attribution.content:
            assert at <= start < end <= len(text)
            at = end


@LAX
@given(text=TEXTS)
def test_parents_are_valid_and_lead_outwards(attribute, text):
    found = attribute(text)
    assert [a.content[0][0] for a in found] == sorted(a.content[0][0] for a in found)
    for n, attribution in enumerate(found):
        seen, parent = {n}, attribution.parent
        while parent is not None:
            assert parent not in seen
            seen.add(parent)
            parent = found[parent].parent


@settings(LAX, max_examples=20)
@given(text=TEXTS)
def test_the_same_text_gives_the_same_answer(attribute, text):
    assert attribute(text) == attribute(text)
