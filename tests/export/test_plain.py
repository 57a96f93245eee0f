import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.plain import one_line, same_length


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m alert", "red alert"),
        ("\x1b]0;owned\x07title", "title"),
        ("\x9b2Jgone", "gone"),
        ("\x1b]8;;x:y\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("right\u202eto left", "rightto left"),
        ("two\r\nlines\tand\u2028more\x00", "two lines and more"),
        ("naïve – “quoted” €5", "naïve – “quoted” €5"),
    ],
)
def test_sequences_and_marks_are_dropped(text, shown):
    assert one_line(text) == shown


@given(
    st.text(
        st.characters(categories=["Cc", "Cf", "Ll", "Zs", "Zl", "Po"]) | st.sampled_from("\x1b[]0;m\x07\x9b"), max_size=60
    )
)
def test_one_line_is_one_safe_line(text):
    shown = one_line(text)
    assert not any(unicodedata.category(c) in {"Cc", "Zl", "Zp"} for c in shown)
    assert one_line(shown) == shown


@given(st.text())
def test_offsets_hold(text):
    shown = same_length(text)
    assert len(shown) == len(text)
    assert all(b in {a, "\ufffd"} for a, b in zip(text, shown, strict=True))
