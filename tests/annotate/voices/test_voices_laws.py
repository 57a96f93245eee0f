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


PAIRS = st.sampled_from(
    ["“”", "„“", "””", '""', "«»", "»«", "‹›", "「」", "『』", "‘’", ["''", "''"], ["``", "''"], ["&ldquo;", "&rdquo;"]]
)


@settings(LAX, max_examples=30)
@given(pair=PAIRS, after=st.booleans())
def test_speech_is_found_in_marks_of_every_shape(attribute, pair, after):
    quote = f"{pair[0]}The old bridge will close on Monday,{pair[1]}"
    text = f"{quote} the mayor said." if after else f"The mayor said: {quote.replace('Monday,', 'Monday.')}"
    (found,) = attribute(text)
    assert found.source.text.lower() == "the mayor"
    assert "The old bridge will close on Monday" in text[found.content[0][0] : found.content[-1][1]]


@settings(LAX, max_examples=20)
@given(pair=st.sampled_from(["“”", '""', "«»"]), paragraphs=st.integers(2, 4))
def test_a_quotation_runs_on_where_its_mark_is_opened_anew(attribute, pair, paragraphs):
    said = ["We saw the ship go down.", "Then it rained.", "The ferry came late.", "We went home."][:paragraphs]
    text = "Moor said: " + "\n\n".join(pair[0] + s for s in said) + pair[1]
    (found,) = attribute(text)
    assert found.source.text == "Moor"
    assert all(any(s in text[a:b] for a, b in found.content) for s in said)


@settings(LAX, max_examples=20)
@given(pair=PAIRS, word=st.sampled_from(["quiet zone", "strategic", "reform"]))
def test_quoted_words_within_a_clause_are_nobodys_speech(attribute, pair, word):
    assert attribute(f"The {pair[0]}{word}{pair[1]} plan failed on Monday.") == ()


@LAX
@given(text=TEXTS, mark=st.sampled_from(["“", "”", '"', "«", "「", "‘", "''"]), at=st.integers(0, 200))
def test_a_lone_mark_anywhere_leaves_every_offset_exact(attribute, text, mark, at):
    odd = text[:at] + mark + text[at:]
    for attribution in attribute(odd):
        assert all(odd[v.start : v.end] == v.text for v in reaches(attribution))
        assert all(0 <= start < end <= len(odd) for start, end in attribution.content)
