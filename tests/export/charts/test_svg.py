import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from sayso.export.charts.lettering import cut, width, wrapped
from sayso.export.charts.svg import element, linked, path, short


@given(st.text(), st.text())
def test_any_text_is_well_formed_and_comes_back_on_one_line(text, attribute):
    written = element("text", text, class_="a", aria_label=attribute)
    parsed = ET.fromstring(written)
    assert not parsed.tag.startswith("{")
    assert "\n" not in written
    assert set(parsed.attrib) == {"class", "aria-label"}
    assert len(list(parsed)) == 0


def test_markup_is_nested_and_text_is_escaped():
    assert element("g", element("a", "<b> & 'c'"), x=1) == Markup('<g x="1"><a>&lt;b&gt; &amp; &#39;c&#39;</a></g>')


def test_control_sequences_and_marks_of_direction_are_gone():
    assert element("text", "red\x1b[31m\u202e \x00dike\uffff") == "<text>red dike\ufffd</text>"


def test_numbers_are_short_and_never_minus_nought():
    assert [short(n) for n in (1, 2.04, 2.06, -0.04, -3.25, float("nan"))] == ["1", "2", "2.1", "0", "-3.2", "0"]
    assert path("M", 1, 2.55, "Z") == "M 1 2.5 Z"


def test_a_link_without_words_is_named_and_nothing_is_linked_without_an_address():
    assert 'aria-label="a &lt;i&gt;"' in linked("#x", "a <i>", element("path"), label=True)
    assert linked(None, "a", element("path")).startswith("<g><title>a</title>")


@given(st.text(max_size=200), st.floats(20, 400), st.integers(1, 4))
def test_wrapped_lines_fit(text, room, most):
    lines = wrapped(text, room, 12, most)
    assert len(lines) <= most
    assert all(width(line, 12) <= room or line == "…" for line in lines)


def test_wrapping_keeps_every_word_where_there_is_room_and_says_where_there_is_none():
    words = "the lock keeper opened the upper gate before noon"
    assert " ".join(wrapped(words, 120, 12, most=9)) == words
    short_ = wrapped(words, 120, 12, most=2)
    assert short_[-1].endswith("…")
    assert words.startswith(" ".join(short_).removesuffix("…"))
    assert cut("Donaudampfschifffahrt", 40, 12).endswith("…")
