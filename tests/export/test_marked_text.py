import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.marked_text import Layer, Span, marked_text
from sayso.export.plain import same_length

TEXTS = st.text(st.sampled_from("ab <&>\n“\x07"), min_size=1, max_size=60)


def content(markup):
    """The text content: what is left without tags."""
    return html.unescape(re.sub(r"<[^>]*>", "", str(markup)))


def test_paragraphs_links_and_addresses():
    text = "One & two.\n\nThree."
    spans = [Span(0, 3, Layer.CLAIMS, "c1", "f1"), Span(6, 9, Layer.NAMES), Span(12, 18, Layer.CLAIMS, "c2")]
    assert str(marked_text(text, spans)) == (
        '<p><a href="#finding-f1"><span id="claim-c1" data-s="0-3" class="c">One</span></a> &amp; '
        '<span class="n">two</span>.</p>\n\n<p><span id="claim-c2" data-s="12-18" class="c">Three.</span></p>'
    )


def test_layers_that_overlap_are_cut_at_every_border():
    spans = [Span(0, 4, Layer.CLAIMS, "c1"), Span(2, 6, Layer.QUOTATIONS), Span(3, 5, Layer.FIGURES)]
    assert re.findall(r'class="([^"]*)">(\w+)', str(marked_text("abcdefg", spans))) == [
        ("c", "ab"), ("c q", "c"), ("c q f", "d"), ("q f", "e"), ("q", "f"),
    ]  # fmt: skip


def test_claims_that_begin_together_each_have_an_address():
    marked = str(marked_text("abc", [Span(0, 3, Layer.CLAIMS, "c1"), Span(0, 2, Layer.CLAIMS, "c2")]))
    assert re.findall('id="claim-(c.)"', marked) == ["c1", "c2"]


def test_the_shortest_claim_with_a_finding_is_where_a_piece_leads():
    spans = [Span(0, 6, Layer.CLAIMS, "c1", "f1"), Span(2, 4, Layer.CLAIMS, "c2", "f2"), Span(3, 4, Layer.CLAIMS, "c3")]
    assert re.findall("#finding-(f.)", str(marked_text("abcdef", spans))) == ["f1", "f2", "f1"]


def test_a_blank_between_two_claims_is_no_link():
    places = [(0, 5), (0, 2), (3, 5)]
    spans = [Span(a, b, Layer.CLAIMS, f"c{n}", f"f{n}") for n, (a, b) in enumerate(places, 1)]
    assert re.findall("#finding-(f.)", str(marked_text("ab cd", spans))) == ["f2", "f3"]


@pytest.mark.parametrize("span", [(-1, 2), (2, 2), (3, 1), (2, 9)])
def test_spans_outside_the_text_mark_nothing(span):
    assert str(marked_text("abc", [Span(*span, Layer.CLAIMS, "c1")])) == "<p>abc</p>"


@given(TEXTS, st.data())
def test_the_text_is_kept_and_every_claim_has_one_address(text, data):
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)), st.sampled_from(Layer))
    drawn = [(min(a, b), max(a, b), layer) for a, b, layer in data.draw(st.lists(places, max_size=8))]
    spans = [Span(a, b, layer, f"k{n}" if layer is Layer.CLAIMS else None) for n, (a, b, layer) in enumerate(drawn)]
    marked = marked_text(text, spans)
    assert content(marked) == same_length(text)
    found = re.findall(r'id="claim-(k\d+)" data-s="(\d+)-(\d+)"', str(marked))
    assert sorted(found) == sorted((s.claim, str(s.start), str(s.end)) for s in spans if s.claim and s.start < s.end)


@given(TEXTS, st.data())
def test_every_letter_of_a_paragraph_bears_the_layers_over_it(text, data):
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)), st.sampled_from(Layer))
    spans = [Span(min(a, b), max(a, b), layer) for a, b, layer in data.draw(st.lists(places, max_size=6))]
    at, classes = 0, ""
    for tag, letters in re.findall(r"(<[^>]*>)|([^<]+)", str(marked_text(text, spans))):
        if tag:
            opened = re.match('<span class="([^"]*)"', tag)
            classes = opened[1] if opened else ""
            continue
        for letter in html.unescape(letters):
            over = {s.layer.value for s in spans if s.start <= at < s.end}
            assert letter.isspace() or set(classes.split()) == over
            at += 1
