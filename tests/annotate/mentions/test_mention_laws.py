from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PIECES = st.sampled_from(
    [
        "President Ana Ruiz", "Ruiz", "the president", "She", "said", '"', "“", "”", "«", "it", "Lima", "Peru",
        "the North Star Bank (NSB)", "NSB", "'s", "’s", ".", ",", "and", "the bank", "III", "(", "\x07", "\u00a0", "Mr",
        "of", "\t", "é́",
        "in", "told", "was the", "–", "THE", "21", "/",
    ]
)  # fmt: skip
TEXTS = st.lists(st.lists(PIECES, min_size=1, max_size=14).map(" ".join), max_size=4)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_offsets_are_exact_and_chains_dense(mentions_of, parsed_of, paragraphs):
    text = parsed_of(*paragraphs).document.text
    found = mentions_of(*paragraphs)
    assert all(text[m.start : m.end] == m.text and m.text.strip() for m in found)
    assert [(m.start, -m.end) for m in found] == sorted((m.start, -m.end) for m in found)
    seen = []
    for m in found:
        if m.chain not in seen:
            seen.append(m.chain)
    assert seen == list(range(len(seen)))


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=60))
def test_never_raises_on_any_text(mentions_of, text):
    mentions_of(text)
